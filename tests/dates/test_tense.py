from __future__ import annotations

import pytest

from peyman import languages
from peyman.dates.tense import FUTURE, PAST, UNKNOWN, tense_cues
from peyman.text.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "text", "tense"),
    [
        ("fa", "هیئت X به بغداد خواهد رفت", FUTURE),
        ("fa", "هیئت X به بغداد رفت", PAST),
        ("ar", "سيغادر الوفد X إلى بغداد", FUTURE),
        ("ar", "غادر الوفد X إلى بغداد", PAST),
        ("ckb", "شاندەکە X دەچێتە بەغدا", FUTURE),
        ("ckb", "شاندەکە X گەیشتە بەغدا", PAST),
        ("ckb", "پرسەکەی X لە مزگەوتی گەورە دائەنرێت", FUTURE),
        ("ckb", "تەرمەکەی X ئەگەڕێنرێتەوە بۆ سلێمانی", FUTURE),
        ("ckb", "هێزەکە X هێرشێکی نوێی کردە سەر بەنداوەکە", PAST),
        ("kmr", "Şande dê X biçe Bexdayê", FUTURE),
        ("kmr", "Şande X çû Bexdayê", PAST),
        ("kmr", "Roja X hikûmetê mêvandariya gereke nû ya gotûbêjên navbera herdu aliyan kir", PAST),
        ("kmr", "Serok dê X serdana Hanoiyê bike", FUTURE),  # a town in the oblique is no participle in -iye
        ("kmr", "Her du aliyan dê X civîneke din li dar bixin", FUTURE),
        ("kmr", "Wê di vê serdanê da X bi serok re bicive", FUTURE),  # "in this visit", and not "gave"
        ("kmr", "Şandeya ji deh kesan pêk tê X gihîşt Tehranê", PAST),
        ("en", "The delegation will leave X for Baghdad", FUTURE),
        ("en", "The delegation arrived X in Baghdad", PAST),
        ("en", "Delegation X Baghdad", UNKNOWN),
        ("en", "On Saturday he will visit the one, the jailed former chair, and X another", FUTURE),
        ("en", "He met both heads of delegation X", PAST),
        ("en", "He will meet the king today, his office said, and the queen X", FUTURE),  # said in passing
        ("kmr", "Ew dê îro biçe Dihokê, wî got, û X biçe Zaxoyê", FUTURE),
        ("en", "The envoy paid a farewell call on Powell X", PAST),
        ("en", "They'll sign it X", FUTURE),
        ("en", "Theyll sign it X", FUTURE),
        ("en", "The two signed a memorandum on the plan X", PAST),
        ("en", "The truce was first agreed on X", PAST),
        ("en", "well below the growth foreseen X", PAST),
        ("ar", "وصرح سيرغي لافروف X", PAST),
        ("ar", "المذكرة التي وقعتها أديس أبابا X", PAST),
        ("ar", "الإشارة X", UNKNOWN),
    ],
)
def test_the_verb_tells_the_tense(language: str, text: str, tense: int) -> None:
    tokens = tokenise(text)
    cues = tense_cues(languages.load(language), language == "kmr")
    place = next(index for index, token in enumerate(tokens) if token.text == "X")
    assert cues.nearest(cues.find(tokens, 0, len(tokens)), place, place + 1) == tense


def test_the_verb_of_another_clause_counts_less() -> None:
    tokens = tokenise("قالت الوزيرة للصحافيين مساء X إن الوفد سيصل")
    cues = tense_cues(languages.load("ar"))
    place = next(index for index, token in enumerate(tokens) if token.text == "X")
    assert cues.nearest(cues.find(tokens, 0, len(tokens)), place, place + 1) == PAST


@pytest.mark.parametrize(
    ("language", "text", "tense"),
    [
        ("en", "The minister, who arrived on X, will meet her guest", PAST),
        ("en", "The minister, who arrived yesterday, will meet her on X", FUTURE),
        ("en", "The minister, who will travel soon, met her guest on X", PAST),
        ("ar", "وصل الوزير، الذي سيزور ليما قريبا، يوم X", PAST),
        ("fa", "وزیر که دیروز به لیما رسید، روز X دیدار می‌کند", FUTURE),
    ],
)
def test_a_clause_that_commas_set_off_has_a_tense_of_its_own(language: str, text: str, tense: int) -> None:
    tokens = tokenise(text)
    cues = tense_cues(languages.load(language))
    place = next(index for index, token in enumerate(tokens) if token.text == "X")
    assert cues.nearest(cues.find(tokens, 0, len(tokens)), place, place + 1) == tense
