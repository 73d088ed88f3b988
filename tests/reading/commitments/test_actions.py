"""What is undertaken: which words of a sentence an undertaking gives."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

#: "The two sides agreed on setting up X, and A will raise Y by the end of the year": the first verb ends its clause.
SENTENCES = {
    "fa": (
        "وزیران نیروی ترکیه و عراق در آنکارا دیدار کردند. دو طرف بر سر تشکیل کارگروه مشترک توافق کردند و ترکیه تا "
        "پایان سال مقدار آب را افزایش خواهد داد.",
        "تشکیل کارگروه",
        "مقدار آب",
    ),
    "ckb": (
        "وەزیرانی ئاوی تورکیا و عێراق لە ئەنقەرە کۆبوونەوە. هەردوولا لەسەر دامەزراندنی لیژنەیەکی هاوبەش ڕێککەوتن و "
        "تورکیا تا کۆتایی ساڵ بڕی ئاوەکە زیاد دەکات.",
        "دامەزراندنی لیژنەیەکی",
        "بڕی ئاوەکە",
    ),
    "kmr": (
        "Wezîrên avê yên Tirkiye û Iraqê li Enqereyê civiyan. Her du alî li ser damezrandina komîteyeke hevbeş li hev "
        "kirin û Tirkiye dê heta dawiya salê rêjeya avê zêde bike.",
        "damezrandina komîteyeke",
        "rêjeya avê",
    ),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_what_was_agreed_stands_before_a_verb_that_ends_its_clause(language: str) -> None:
    text, agreed, to_come = SENTENCES[language]
    first, second = read_text(text, published="2026-11-05", language=language).commitments
    actions = [text[slice(*one.action)] for one in (first, second) if one.action is not None]
    assert agreed in actions[0] and to_come not in actions[0]
    assert to_come in actions[1] and agreed not in actions[1]
    assert second.window is not None and second.window.startswith("2026-11-05/")
