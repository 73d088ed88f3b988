"""Whoever is named in a clause that is put in between does not say what the sentence says."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare
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
