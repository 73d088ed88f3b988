"""Persian words that are like names: of states, of places, of people; and how the clergy is addressed."""

from __future__ import annotations

import pytest

from .conftest import Reader


@pytest.mark.parametrize(
    "words",
    [
        "کاهش درآمد و ترک تحصیل دانش‌آموزان نگرانی اصلی انجمن است.",
        "کارمندان پس از تعطیلی کارخانه ناچار به ترک شهر شدند.",
        "کسی غنای پنج درصد نخواسته است و این میزان غنا بس است.",
        "مدیران کم و کیف کار این کارخانه را می‌دانند.",
        "مساله اصلی نویسنده با مغرب زمین است.",
    ],
)
def test_a_word_that_is_called_like_a_state_is_that_word(read: Reader, words: str) -> None:
    assert [a for a in read("fa", words)[1].actors if a.kind == "party"] == []


def test_dealings_in_money_with_a_state_are_none_of_mali(read: Reader) -> None:
    found = read("fa", "دو طرف درباره تسهیل تبادلات مالی با ارمنستان گفت‌وگو کردند.")[1]
    assert {a.key for a in found.actors if a.kind == "party"} == {"ARM"}


@pytest.mark.parametrize(
    "words", ["رئیس‌جمهور مالی با وزیر خارجه غنا دیدار کرد.", "سفیران غنا و مالی با هم دیدار کردند."]
)
def test_a_state_that_is_called_like_a_word_is_found_behind_an_office_and_in_a_list(read: Reader, words: str) -> None:
    assert {a.key for a in read("fa", words)[1].actors if a.kind == "party"} == {"MLI", "GHA"}


@pytest.mark.parametrize(
    "words",
    [
        "این پیام در باطن امیدبخش است و در چهارچوب قانون نوشته شده است.",
        "این سخنان در کالبد جامعه روح تازه‌ای دمید.",
        "جوانان باید تشکل‌های خود را به میدان بیاورند.",
    ],
)
def test_no_place_is_called_by_ordinary_words(read: Reader, words: str) -> None:
    assert read("fa", words)[1].places == []


def test_a_sea_that_is_known_is_called_by_no_verb_behind_it(read: Reader) -> None:
    found = read("fa", "وزیر خارجه با همسایگان خلیج فارس رایزنی خواهد کرد.")[1]
    assert [p.key for p in found.places] == ["persian-gulf"]


@pytest.mark.parametrize(
    "address",
    [
        "حجت الاسلام والمسلمین",
        "حجت الاسلام و المسلمین",
        "حجت‌الاسلام و المسلمین",
        "حجت‌الاسلام‌والمسلمین",
        "آیت الله العظمی",
    ],
)
def test_how_a_cleric_is_addressed_is_no_part_of_the_name(read: Reader, address: str) -> None:
    found = read("fa", f"به گزارش خبرنگاران، {address} کمال فراهانی صبح امروز از دادسرا بازدید کرد.")[1]
    assert [(a.kind, a.name) for a in found.actors if a.kind != "party"] == [("person", "کمال فراهانی")]


def test_the_ministry_of_foreign_affairs_may_lose_a_space(read: Reader) -> None:
    found = read("fa", "وزارت امورخارجه ارمنستان بیانیه‌ای صادر کرد.")[1]
    assert "ARM:ministry:foreign-affairs" in {a.key for a in found.actors}


@pytest.mark.parametrize(
    "words",
    [
        "امید آفرینی برای شکست محاصره باید ادامه یابد.",
        "ژئوپلیتیک این سرزمین پیچیده است.",
        "با هوشیاری و برنامه‌ریزی همه مدیران شهر گره‌ها باز می‌شود.",
    ],
)
def test_ordinary_words_are_nobody(read: Reader, words: str) -> None:
    assert [a.name for a in read("fa", words)[1].actors if a.kind == "person"] == []
