"""Offices that a text names without their holder."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman.actors.entry_models import to_models

#: The foreign minister of one party without a name, in each language, and the words of the office.
UNNAMED = {
    "en": ("The Omani foreign minister arrived in Doha.", "Omani foreign minister"),
    "fa": ("وزیر خارجه عمان وارد دوحه شد.", "وزیر خارجه عمان"),
    "ar": ("وصل وزير الخارجية العماني إلى الدوحة.", "وزير الخارجية العماني"),
    "ckb": ("وەزیری دەرەوەی عومان گەیشتە دەوحە.", "وەزیری دەرەوەی عومان"),
    "kmr": ("Wezîrê Derve yê Omanê gihîşt Dohayê.", "Wezîrê Derve yê Omanê"),
}


@pytest.mark.parametrize("code", sorted(UNNAMED))
def test_an_office_without_a_name_is_noted_with_its_party_and_is_no_person(read: Reader, code: str) -> None:
    words, office = UNNAMED[code]
    text, found = read(code, words)
    actors, _, _ = to_models(found, text, "2026-01-20")
    assert all(actor.kind != "person" for actor in actors)
    assert [(a.key, [(r.title, r.date) for r in a.roles]) for a in actors if a.roles] == [
        ("OMN", [(office, "2026-01-20")])
    ]


def test_the_owner_of_an_office_may_stand_before_it_with_its_field(read: Reader) -> None:
    _, found = read("en", "Turkey's energy minister and the Iraqi oil minister spoke.")
    told = {found.actors[n].key: [role.title for role in roles] for n, roles in found.offices.items()}
    assert told == {"TUR": ["Turkey's energy minister"], "IRQ": ["Iraqi oil minister"]}


def test_an_office_whose_holder_is_named_elsewhere_is_a_mention_of_that_person(read: Reader) -> None:
    text, found = read("en", "Foreign Minister Arin Kawa of Iraq spoke. The Iraqi foreign minister then left.")
    person = next(actor for actor in found.actors if actor.kind == "person")
    told = [(text.words(m.first, m.last), m.form) for m in person.mentions]
    assert told == [("Arin Kawa", "name"), ("Iraqi foreign minister", "title")]
    assert not found.offices


def test_two_holders_of_one_office_leave_it_open_which_is_meant(read: Reader) -> None:
    words = "Iraqi adviser Arin Kawa and Iraqi adviser Saman Rustgar met. The Iraqi adviser spoke."
    text, found = read("en", words)
    people = [actor for actor in found.actors if actor.kind == "person"]
    assert all(text.words(m.first, m.last) != "Iraqi adviser" for actor in people for m in actor.mentions)
    assert [role.title for roles in found.offices.values() for role in roles] == ["Iraqi adviser"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The minister returned to Baghdad."),
        ("kmr", "Wezîr vegeriya Bexdayê."),
        ("ckb", "وەزیرەکە گەڕایەوە بەغدا."),
        ("ar", "عاد الوزير إلى العراق."),
        ("en", "The foreign minister discussed Peru’s war on smuggling."),
        ("en", "The envoy praised Chile for its patience."),
    ],
)
def test_a_place_or_state_behind_a_verb_is_not_what_an_office_is_of(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert not found.offices


def test_an_office_says_whether_it_is_held_for_a_time_or_no_longer(read: Reader) -> None:
    text, found = read("en", "The former Iranian president spoke. The acting Iraqi defence minister listened.")
    actors, _, _ = to_models(found, text, "2026-01-20")
    told = {role.title: (role.standing, role.date) for actor in actors for role in actor.roles}
    assert told == {
        "former Iranian president": ("former", "../2026-01-20"),
        "acting Iraqi defence minister": ("acting", "2026-01-20"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "ثمن رئيس مجلس السيادة جهود قطر في الوساطة.",
        "أشاد رئيس الوزراء بدور قطر في المنطقة.",
        "نقل نائب الرئيس تحيات قطر إلى الحضور.",
    ],
)
def test_a_noun_without_the_article_goes_on_with_no_office_that_the_article_closes(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    assert not found.offices


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("التقى نائب رئيس الوزراء وزير دفاع قطر نظيره.", "نائب رئيس الوزراء وزير دفاع قطر"),
        ("قال المتحدث الرسمي باسم الحكومة القطرية إن الموعد تغير.", "المتحدث الرسمي باسم الحكومة القطرية"),
    ],
)
def test_another_office_and_a_word_for_speaking_go_on_with_it(read: Reader, words: str, office: str) -> None:
    _, found = read("ar", words)
    assert [role.title for roles in found.offices.values() for role in roles] == [office]


@pytest.mark.parametrize(
    ("words", "party", "title"),
    [
        ("Oman's minister praised the work in Muscat of Kenyan President Farid Rahmonov.", "KEN", "Kenyan President"),
        (
            "Oman's minister gave a dinner on Friday in honour of Kenya's President Farid Rahmonov.",
            "KEN",
            "Kenya's President",
        ),
        ("The Omani minister spoke in defence of Kenyan President Farid Rahmonov.", "KEN", "Kenyan President"),
    ],
)
def test_an_office_with_its_owner_reaches_no_farther_back(read: Reader, words: str, party: str, title: str) -> None:
    _, found = read("en", words)
    people = [actor for actor in found.actors if actor.kind == "person"]
    assert [(actor.party, [role.title for role in actor.roles]) for actor in people] == [(party, [title])]


def test_an_office_of_an_office_goes_on_before_its_owner(read: Reader) -> None:
    _, found = read(
        "en", "The spokesman of the Kenyan President, Farid Rahmonov, spoke to the envoy of the UN Secretary-General."
    )
    people = [actor for actor in found.actors if actor.kind == "person"]
    assert [[role.title for role in actor.roles] for actor in people] == [["spokesman of the Kenyan President"]]


def test_an_office_by_another_name_is_that_of_its_holder(read: Reader) -> None:
    _, found = read(
        "ar",
        "قال وزير الخارجية الكيني سامر الحلبي إن التعاون مستمر. وأشار رئيس الدبلوماسية الكينية إلى أن كينيا ستشارك.",
    )
    (person,) = (actor for actor in found.actors if actor.kind == "person")
    assert [mention.form for mention in person.mentions] == ["name", "title"]
