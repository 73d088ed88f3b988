"""Bodies that only the tagger finds: where their names end, and what they are called."""

from __future__ import annotations

from tests.actors.conftest import Reader

from peyman.actors.bodies.short_forms import NoBodies, slug, without_preposition
from peyman.actors.known.tagger import NameSpan


def test_a_noun_behind_a_word_with_the_article_is_no_part_of_a_name(read: Reader) -> None:
    text, _ = read("ar", "دعت النقابة الزراعية الحكومة إلى الحوار.")
    assert NoBodies.of(text.language).cut(text, NameSpan(1, 4, "body")) == NameSpan(1, 3, "body")


def test_a_preposition_that_has_taken_the_article_is_no_part_of_a_name(read: Reader) -> None:
    text, _ = read("ar", "انتخب أمينا عاما للاتحاد الكيني للصيادين.")
    name = NameSpan(3, 6, "body")
    assert without_preposition(text, name) == {"ar": "الاتحاد الكيني للصيادين"}
    assert slug(text, name.first, name.last) == "الاتحاد-الکینی-للصیادین"


def test_a_letter_that_the_article_has_taken_in_comes_back(read: Reader) -> None:
    text, _ = read("ar", "قدم الطلب للجنة المشرفة على السدود.")
    assert without_preposition(text, NameSpan(2, 6, "body")) == {"ar": "اللجنة المشرفة على السدود"}


def test_a_name_that_is_written_by_itself_stays(read: Reader) -> None:
    text, _ = read("ar", "قال الاتحاد الكيني للصيادين إنه موافق.")
    assert without_preposition(text, NameSpan(1, 4, "body")) == {}
