"""The cue tables of every language compile, and a misspelt role or value is an error that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyman import languages
from peyman.reading.clauses.cues import ROLES, cue_table
from peyman.text.tokens import tokenise


@pytest.mark.parametrize("code", languages.codes())
def test_every_language_has_cues_for_every_part_of_a_reading(code: str) -> None:
    table = languages.load(code)
    assert cue_table(table).subject in ("before", "after", "either")
    told = {
        cue["role"] for name in ("grammar", "statements", "meetings", "commitments") for cue in table.table(name)["cue"]
    }
    needed = {"with", "in", "and", "agent", "reference", "say", "statement-noun", "meeting-noun", "undertake", "class"}
    assert needed <= told
    assert told <= set(ROLES)


def folder(tmp_path: Path, cue: str) -> languages.Language:
    (tmp_path / "language.toml").write_text(
        'name = "Test"\nnative_name = "Test"\ndirection = "ltr"\nscript = "Latn"\n', encoding="utf-8"
    )
    (tmp_path / "meetings.toml").write_text(cue, encoding="utf-8")
    return languages.Language("xx", "Test", "Test", "ltr", "Latn", True, tmp_path)


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        ('[[cue]]\nrole = "meeting"\nforms = ["x"]\n', "no such role: 'meeting'"),
        ('[[cue]]\nrole = "meeting-noun"\nvalue = "party"\nforms = ["x"]\n', "no value 'party'"),
    ],
)
def test_a_misspelt_role_or_value_is_an_error_that_says_where(tmp_path: Path, cue: str, message: str) -> None:
    language = folder(tmp_path, cue)
    language._tables["language"] = {}
    with pytest.raises(ValueError, match=r"meetings\.toml, cue 1") as caught:
        cue_table(language)
    assert message in str(caught.value)


def test_the_longest_of_competing_phrases_stays(tmp_path: Path) -> None:
    language = folder(
        tmp_path,
        '[[cue]]\nrole = "meeting-noun"\nvalue = "meeting"\nforms = ["meeting"]\n'
        '[[cue]]\nrole = "no-meeting"\nforms = ["meeting room"]\n',
    )
    language._tables["language"] = {}
    tokens = tuple(tokenise("a meeting in the meeting room"))
    found = cue_table(language).find(tokens, 0, len(tokens))
    assert [(c.role, c.first) for c in found] == [("meeting-noun", 1), ("no-meeting", 4)]


def test_a_form_lists_its_alternatives(tmp_path: Path) -> None:
    cue = '[[cue]]\nrole = "say"\nforms = ["(made|makes) (it |)clear"]\nexact = true\njoined = true\n'
    language = folder(tmp_path, cue)
    language._tables["language"] = {}
    tokens = tuple(tokenise("She made it clear; he makes clear; they madeclear; we make it clear"))
    found = cue_table(language).find(tokens, 0, len(tokens))
    assert [" ".join(t.text for t in tokens[c.first : c.last]) for c in found] == [
        "made it clear",
        "makes clear",
        "madeclear",
    ]


def test_a_spelled_cue_matches_its_own_spelling_only(tmp_path: Path) -> None:
    language = folder(tmp_path, '[[cue]]\nrole = "future"\nforms = ["dê"]\nspelled = true\n')
    language._tables["language"] = {}
    tokens = tuple(tokenise("Wezîr dê biçe û di civînê de"))
    found = cue_table(language).find(tokens, 0, len(tokens))
    assert [tokens[c.first].text for c in found] == ["dê"]


def test_a_conjugated_cue_is_met_in_the_other_forms_of_its_verb(tmp_path: Path) -> None:
    language = folder(tmp_path, '[[cue]]\nrole = "hold"\nforms = ["took place", "went on"]\nconjugated = true\n')
    language._tables["language"] = {}
    language._tables["grammar"] = {"conjugations": {"place": ["part"], "on": ["further", "back"]}}
    tokens = tuple(tokenise("it took part, went back and went ahead"))
    found = cue_table(language).find(tokens, 0, len(tokens))
    assert [tokens[c.last - 1].text for c in found if c.role == "hold"] == ["part", "back"]


@pytest.mark.parametrize(
    ("code", "words", "role"),
    [
        ("ar", "وصل الوزير أمس فالتقى نظيره", "meeting-verb"),
        ("ar", "أما الوزير فاستقبل السفيرين", "meeting-verb"),
        ("ar", "وكان البلدان قد وقّعا في نيسان اتفاقية", "meeting-verb"),
        ("ar", "التقيناهم مرات في الدوحة", "meeting-verb"),
        ("ar", "أما الناطق فقال إن الموعد لم يحدد", "say"),
        ("en", "Their envoys shook hands in Muscat", "meeting-verb"),
        ("en", "The minister did not meet his counterpart", "denied"),
        ("fa", "نمایندگان دو طرف در ژنو روبه‌رو شدند", "meeting-verb"),
        ("fa", "دور پیش در تهران بود", "meeting-noun"),
    ],
)
def test_words_of_encounters_and_of_saying_that_pages_use(code: str, words: str, role: str) -> None:
    tokens = tuple(tokenise(words))
    assert role in [cue.role for cue in cue_table(languages.load(code)).find(tokens, 0, len(tokens))]


def test_what_happened_is_not_signed() -> None:
    tokens = tuple(tokenise("وقع في المدينة انفجار"))
    assert "meeting-verb" not in [cue.role for cue in cue_table(languages.load("ar")).find(tokens, 0, len(tokens))]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ar", "ولم يعلن الطرفان أي تفاصيل"),
        ("ar", "غادر الوزير من دون أن يذكر أحدا"),
        ("en", "The ministry has not confirmed the date"),
    ],
)
def test_who_does_not_say_makes_no_statement(code: str, words: str) -> None:
    tokens = tuple(tokenise(words))
    roles = [cue.role for cue in cue_table(languages.load(code)).find(tokens, 0, len(tokens))]
    assert "no-say" in roles
    assert "say" not in roles
