"""Who undertakes where several are named: the subject of the clause, whoever speaks, both who agree with each other."""

from __future__ import annotations

import pytest

from peyman.reading.clauses.subjects import subject_of
from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument


def _undertaking(text: str, language: str) -> list[set[str]]:
    """Whose the undertakings of a text are, in order."""
    reading = read_text(text, source="x", published="2025-03-10", language=language)
    return [set(c.by) for c in reading.commitments]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenya's president William Ruto said on Monday his country has agreed with Ethiopia to build a power line.",
        ),
        ("fa", "ویلیام روتو رئیس جمهور کنیا روز دوشنبه گفت کشورش با اتیوپی بر سر ساخت یک خط برق تازه توافق کرده است."),
        ("ar", "قال رئيس كينيا وليام روتو يوم الاثنين إن بلاده اتفقت مع إثيوبيا على مد خط كهرباء جديد."),
        (
            "ckb",
            "ویلیام روتۆ، سەرۆکی کینیا ڕۆژی دووشەممە گوتی وڵاتەکەی لەگەڵ ئیتیۆپیا ڕێککەوتووە لەسەر ڕاکێشانی "
            "هێڵێکی نوێی کارەبا.",
        ),
        (
            "kmr",
            "Serokê Kenyayê William Ruto roja duşemê got ku welatê wî bi Etiyopyayê re li hev kir ku xeteke nû ya "
            "elektrîkê çêkin.",
        ),
    ],
)
def test_agreed_with_somebody_binds_him_too(language: str, text: str) -> None:
    assert _undertaking(text, language) == [{"KEN", "ETH"}]


def test_to_sign_an_agreement_with_somebody_is_of_one() -> None:
    text = (
        "Konsulê Hollandayê bi parêzgarê Silêmaniyê re civiya. Wî got ku welatê wî dê piştî pejirandina parlamentoyê "
        "lihevkirinekê bi Herêma Kurdistanê re îmze bike."
    )
    assert _undertaking(text, "kmr") == [{"NLD"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            'The Turkish foreign minister Hakan Fidan said on Monday: "We and Iraq will open a second border gate by '
            'the end of the year."',
        ),
        (
            "fa",
            "هاکان فیدان وزیر خارجه ترکیه روز دوشنبه گفت: «ما و عراق تا پایان سال گذرگاه مرزی دوم را باز خواهیم کرد.»",
        ),
        (
            "ar",
            'قال وزير الخارجية التركي هاكان فيدان يوم الاثنين: "نحن والعراق سنفتح معبرا حدوديا ثانيا قبل نهاية العام".',
        ),
        (
            "ckb",
            'هاکان فیدان وەزیری دەرەوەی تورکیا ڕۆژی دووشەممە گوتی: "ئێمە و عێراق تا کۆتایی ساڵ دەروازەی سنووریی '
            'دووەم دەکەینەوە."',
        ),
        (
            "kmr",
            'Wezîrê Derve yê Tirkiyeyê Hakan Fidan roja duşemê got: "Em û Iraq dê heta dawiya salê deriyê sînor ê '
            'duyem vekin."',
        ),
    ],
)
def test_we_and_somebody_are_whoever_speaks_and_that_one(language: str, text: str) -> None:
    assert _undertaking(text, language) == [{"TUR", "IRQ"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fa",
            "وزیر کشاورزی اقلیم کردستان با سفیر دانمارک دیدار کرد. سفیر گفت که کشورش کارشناسان لبنیات به اربیل "
            "خواهد فرستاد.",
        ),
        (
            "ckb",
            "وەزیری کشتوکاڵی هەرێمی کوردستان پێشوازیی لە باڵیۆزی دانمارک کرد. باڵیۆز ئاماژەی بەوە دا کە وڵاتەکەی "
            "پسپۆڕانی شیرەمەنی دەنێرێتە هەولێر.",
        ),
    ],
)
def test_his_country_is_the_speakers(language: str, text: str) -> None:
    assert _undertaking(text, language) == [{"DNK"}]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("fa", "کنیا پاسگاه را باز کرد و سومالی گشت‌ها را دو برابر می‌کند.", "SOM"),
        ("fa", "کنیا پاسگاه را باز کرد و دو برابر می‌کند.", "KEN"),
        ("ckb", "کینیا دەروازەکەی کردەوە، سۆماڵ پاسەوانەکان زیاد دەکات.", "SOM"),
    ],
)
def test_a_subject_behind_the_verb_of_another_clause_is_that_of_the_next(
    language: str, text: str, parties: str
) -> None:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-10")
    context = prepare(source).context
    sentence = context.sentences[0]
    subject = subject_of(context, sentence, sentence.having("present")[-1])
    assert subject is not None
    assert subject.parties == (parties,)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fa", "وزیر خارجه کنیا به «احمد فقی»، وزیر خارجه سومالی اطمینان داد.", "to"),
        ("fa", "وزیر خارجه کنیا با وزیر خارجه سومالی «احمد فقی» دیدار کرد.", "with"),
        ("en", 'The Kenyan minister met with "Ahmed Fiqi", the foreign minister of Somalia.', "with"),
    ],
)
def test_a_preposition_governs_a_name_in_quotation_marks(language: str, text: str, role: str) -> None:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-10")
    agents = [a for a in prepare(source).context.agents() if "SOM" in a.parties]
    assert [(a.role, a.free) for a in agents] == [(role, False)]


def test_the_month_of_may_is_no_doubt() -> None:
    text = "Kenya promised to open the border post by the end of May."
    source = SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-10")
    assert not prepare(source).context.sentences[0].having("no-undertaking")


def test_a_pronoun_behind_several_who_speak_is_all_of_them() -> None:
    text = "Wezîrên Derve yên Iraq û Îranê li Bexdayê civiyan. Iraq û Îranê got ku ew ê şêwirînên xwe bidomînin."
    source = SourceDocument("0" * 64, "-", text.encode(), text, language="kmr", published="2025-03-10")
    pronoun = next(a for a in prepare(source).context.agents() if a.reference == "he")
    assert set(pronoun.parties) == {"IRQ", "IRN"}
