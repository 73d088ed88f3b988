"""Whoever is named in a clause that is put in between does not say what the sentence says."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare, read_document
from peyman.reading.statements.asides import speaker_around
from peyman.sources.model import SourceDocument


def _speakers(language: str, text: str) -> set[str | None]:
    context = prepare(SourceDocument("0" * 64, "-", text.encode(), text, language=language)).context
    found: set[str | None] = set()
    for sentence in context.sentences:
        for cue in sentence.having("say", "publish"):
            agent = speaker_around(context, sentence, cue)
            found.add(context.text.words(agent.first, agent.last) if agent is not None else None)
    return found


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fa", "وزیر خارجه عمان یک روز پس از آنکه کنیا تعرفه‌های جدیدی وضع کرد، در پیامی گفت.", "وزیر خارجه عمان"),
        ("fa", "ماریا وگا با بیان اینکه کنیا توافق را اجرا می‌کند، گفت: صبر لازم است.", "ماریا وگا"),
        ("fa", "وی با تاکید بر این‌که دولت پرو از توافق خارج شد، تصریح کرد: صبر لازم است.", "وی"),
        ("ckb", "وەزیری دەرەوەی عومان دوای ئەوەی کینیا ڕێککەوتنەکەی جێبەجێ کرد، گوتی.", "وەزیری دەرەوەی عومان"),
    ],
)
def test_whoever_stands_before_the_clause_speaks(language: str, text: str, speaker: str) -> None:
    assert _speakers(language, text) == {speaker}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "وزیر خارجه عمان گفت که پس از آنکه کنیا توافق را اجرا کرد، پرو نیز همین را اعلام کرد."),
        ("fa", "وزیر خارجه عمان در نشست امروز گفت که صبر لازم است."),
        ("en", "Oman's minister, after Kenya had left the accord, said that patience was needed."),
    ],
)
def test_where_no_clause_is_put_in_nothing_is_told_by_it(language: str, text: str) -> None:
    assert _speakers(language, text) == {None}


def _issuers(text: str) -> list[tuple[str, ...]]:
    reading = read_document(SourceDocument("0" * 64, "-", text.encode(), text, language="fa"))
    names = {actor.id: actor.name for actor in reading.actors}
    return [tuple(names[issuer] for issuer in statement.issuers) for statement in reading.statements]


@pytest.mark.parametrize(
    "text",
    [
        "یک استاد تاریخ با اشاره به پیام تازه رجب طیب اردوغان گفت: این پیام مهم بود.",
        "باشگاه کوهنوردان در پاسخ به نامه رجب طیب اردوغان اعلام کرد که صعود لغو نمی‌شود.",
        "جامعه پزشکان با تأکید بر اینکه تحریم رجب طیب اردوغان توهین به مردم است، اعلام کرد که صبر باید کرد.",
    ],
)
def test_whoever_is_named_in_passing_does_not_speak_where_nobody_knows_who_does(text: str) -> None:
    assert not any("اردوغان" in name for issuers in _issuers(text) for name in issuers)


def test_a_clause_put_in_may_end_at_its_verb_without_a_comma() -> None:
    text = "وزیر خارجه عمان با بیان این ادعا که کنیا پیمان را پنهانی زیر پا گذاشته گفت که صبر لازم است."
    assert _speakers("fa", text) == {"وزیر خارجه عمان"}


@pytest.mark.parametrize(
    "text",
    [
        "در واکنش به این گزارش، رجب طیب اردوغان گفت: صبر لازم است.",
        "روز یکشنبه در پاسخ به خبرنگاران رجب طیب اردوغان گفت: صبر لازم است.",
    ],
)
def test_behind_what_opens_the_sentence_whoever_is_named_last_speaks(text: str) -> None:
    assert any("اردوغان" in name for issuers in _issuers(text) for name in issuers)
