"""People of note are known by name, by sound, and by a surname alone."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The Georgian Foreign Minister Giorgi Beridze spoke. Beridze left on Friday."),
        ("kmr", "Wezîrê Derve yê Gurcistanê Giorgi Beridze axivî. Beridze roja Înê çû."),
    ],
)
def test_a_surname_is_the_person_named_before(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    (person,) = [entry for entry in found.actors if entry.kind == "person"]
    assert person.party == "GEO"
    assert len(person.mentions) == 2


def test_a_surname_that_is_a_common_word_of_the_news_is_the_known_person_named_before(read: Reader) -> None:
    _, found = read("ckb", "مەسرور بارزانی گەیشتە پاریس. بارزانی گوتی کۆبوونەوەکە باش بوو.")
    (person,) = [entry for entry in found.actors if entry.kind == "person"]
    assert len(person.mentions) == 2


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Hakan Fidan arrived."),
        ("fa", "هاکان فیدان وارد شد."),
        ("ar", "وصل هاكان فيدان."),
        ("ckb", "هاکان فیدان گەیشت."),
        ("kmr", "Hakan Fîdan hat."),
    ],
)
def test_a_known_office_holder_has_one_key_and_a_party(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    (person,) = [entry for entry in found.actors if entry.kind == "person"]
    assert (person.key, person.party) == ("person:hakan-fidan", "TUR")
    assert person.names["en"] == "Hakan Fidan"


@pytest.mark.parametrize("name", ["Ebdulfettah Burhan", "Abdelfattah Burhane", "Abd al-Fattah al-Burhan"])
def test_a_known_person_is_known_by_the_sound_of_the_full_name(read: Reader, name: str) -> None:
    _, found = read("en", f"General {name} spoke in Port Sudan.")
    assert [(a.key, a.party) for a in found.actors if a.kind == "person"] == [("person:abdel-fattah-al-burhan", "SDN")]


def test_a_name_that_only_resembles_a_known_one_stays_unknown(read: Reader) -> None:
    _, found = read("en", "Minister Masrour Barazi spoke in Erbil.")
    assert [a.key for a in found.actors if a.kind == "person"] == ["person:msr-brz"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Erdogan said that it would go on."),
        ("fa", "اردوغان گفت ادامه دارد."),
        ("ar", "قال أردوغان إن ذلك مستمر."),
        ("ckb", "ئەردۆغان گوتی بەردەوام دەبێت."),
        ("kmr", "Erdogan got ku dê berdewam be."),
    ],
)
def test_a_surname_that_only_one_person_of_note_has_names_that_person(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [entry.key for entry in found.actors if entry.kind == "person"] == ["Q39259"]


@pytest.mark.parametrize(
    ("code", "words"),
    [("fa", "ترامپ گفت ادامه دارد."), ("ar", "قال ترامب إن ذلك مستمر."), ("ckb", "ترەمپ وتی بەردەوام دەبێت.")],
)
def test_a_known_surname_may_be_a_frequent_word_of_the_news(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [entry.key for entry in found.actors if entry.kind == "person"] == ["Q22686"]


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("fa", "روز سه‌شنبه لاوروف به تهران سفر کرد.", ["لاوروف"]),
        ("fa", "میان پوتین و اردوغان دیداری برنامه‌ریزی نشده است.", ["پوتین", "اردوغان"]),
        ("en", "On Tuesday Lavrov flew to Tehran.", ["Lavrov"]),
        ("fa", 'آقای "بهرام صادق‌پور" رئیس مجلس ملی پاکستان به تهران آمد.', ["بهرام صادق‌پور"]),
        ("fa", "«ایاز صادق» رئیس مجلس ملی پاکستان به تهران آمد.", ["ایاز صادق"]),
        ("fa", "ابنا ـ امیر خان متقی به هند سفر می‌کند.", ["امیر خان متقی"]),
    ],
)
def test_a_person_is_named_by_a_well_known_surname_in_quotation_marks_or_behind_a_stroke(
    read: Reader, code: str, words: str, expected: list[str]
) -> None:
    _, found = read(code, words)
    assert [entry.name for entry in found.actors if entry.kind == "person"] == expected


def test_a_known_person_is_known_wherever_the_name_is_parted(read: Reader) -> None:
    for name in ("Badr Abdul Ati", "Badr Abdel-Ati", "Badr Abdelatty"):
        _, found = read("en", f"Foreign Minister {name} spoke on Monday.")
        assert [entry.party for entry in found.actors] == ["EGY"]


def test_and_or_a_preposition_written_to_a_known_surname_hides_nobody(read: Reader) -> None:
    _, found = read("ar", "زيلينسكي وبوتين يلتقيان في إسطنبول، وسلم الوفد رسالة لعراقجي.")
    assert {entry.party for entry in found.actors if entry.kind == "person"} == {"UKR", "RUS", "IRN"}


def test_a_surname_made_from_a_town_is_not_the_town(read: Reader) -> None:
    _, found = read("ar", "التقى السفير السعودي وليد البخاري الرئيس.")
    assert "وليد البخاري" in [entry.name for entry in found.actors if entry.kind == "person"]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("ckb", "فواد حسێن، وەزیری دەرەوەی عێراق، گەیشت.", "Q56704276"),
        ("ckb", "تۆم بەڕاک گوتی ئەمریکا خۆشحاڵە.", "person:tom-barrack"),
        ("kmr", "Wezîrê Derve Fuad Husein axivî.", "Q56704276"),
        ("kmr", "Tom Barak li Şamê bû.", "person:tom-barrack"),
    ],
)
def test_short_names_are_known_as_kurdish_outlets_spell_them(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [entry.key for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The governor of Ranyah, Sultan bin Nasser al-Shaibani, visited a farm."),
        ("fa", "سلطان بن ناصر الشیبانی، فرماندار رنیه، از مزرعه‌ای دیدن کرد."),
        ("ar", "زار محافظ رنية سلطان بن ناصر الشيباني مزرعة."),
        ("ckb", "سوڵتان بن ناسر شەیبانی، پارێزگاری ڕەنیە، سەردانی کێڵگەیەکی کرد."),
        ("kmr", "Waliyê Ranyayê Siltan bin Nasir Şeybanî serdana zeviyekê kir."),
    ],
)
def test_a_full_name_with_the_surname_of_somebody_known_is_another(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert "person:asaad-al-shaibani" not in [entry.key for entry in found.actors]


def test_an_initial_before_a_known_surname_is_of_the_known_person(read: Reader) -> None:
    _, found = read("en", "President J. Erdogan spoke in Ankara.")
    assert [entry.key for entry in found.actors if entry.kind == "person"] == ["Q39259"]


@pytest.mark.parametrize(("code", "words"), [("fa", "طیب اردوغان آمد."), ("ckb", "تەیب ئەردۆغان هات.")])
def test_whoever_has_two_given_names_goes_by_the_second_too(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [entry.key for entry in found.actors if entry.kind == "person"] == ["Q39259"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed Shia al-Sudani", "Muhammad S. al-Sudani"),
        ("Bafel Talabani", "Bafal Talabani"),
        ("Ahmed al-Sharaa", "Ahmad al-Shara"),
        ("Badr Abdelatty", "Badr Abdel Ati"),
        ("Mohammad Kazem Al-e Sadegh", "Mohammad Kazem Al Sadeq"),
    ],
)
def test_spellings_of_one_name_are_one_person(read: Reader, one: str, other: str) -> None:
    _, found = read("en", f"{one} spoke. On Friday {other} left.")
    assert len([entry for entry in found.actors if entry.kind == "person"]) == 1


@pytest.mark.parametrize("words", ["قال الدكتور محمد علي بشر إن الحوار مستمر.", "قال محمد حسن بشر إن الحوار مستمر."])
def test_one_more_name_and_another_surname_make_another_person(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    assert "mohammed-al-bashir" not in [entry.key for entry in found.actors]
