"""Positions that somebody takes, in the news or at a table: who takes them, and whose words they are none of."""

from __future__ import annotations

import pytest

from peyman.reading.reader import prepare, read_text
from peyman.reading.statements.attribution import StatementDraft
from peyman.reading.statements.entries import find_statements, shipped
from peyman.sources import SourceDocument


def source_of(text: str) -> SourceDocument:
    """Return a text as it would come in."""
    return SourceDocument(id="x", source="x", original=b"", text=text, published="2024-05-06")


def proposed(text: str) -> list[StatementDraft]:
    """Return what may be a statement, before it is judged."""
    return find_statements(prepare(source_of(text)).context, shipped().speaker)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kenya's president William Ruto on Thursday called for joint work with Somalia.", "KEN"),
        ("Iraq has praised the decision of Iran to open the crossing.", "IRQ"),
        ("كذّب الناطق باسم وزارة الخارجية العراقية تعيين أي موعد للمحادثات مع إيران.", "IRQ"),
        ("واشترط رئيس الوفد العراقي أحمد الجبوري فتح المعبر قبل توقيع الاتفاق مع إيران.", "IRQ"),
        ("Kenya's foreign ministry made it clear that the crossing will stay closed.", "KEN"),
        ("ورفضت كينيا في حينه المقترح المتعلق بالمعبر.", "KEN"),
        ("سفارت کنیا در تهران از بازگشایی گذرگاه استقبال کرد.", "KEN"),
        ("رئیس جمهور کنیا خواستار بازگشایی فوری گذرگاه شد.", "KEN"),
        ("وەزارەتی دەرەوەی کینیا داوای لە هەردوو لا کرد دەروازەکە بکەنەوە.", "KEN"),
        ("Wezîrê Derve yê Kenyayê James Otieno behsa vekirina deriyê sînor kir.", "KEN"),
    ],
)
def test_whoever_takes_a_position_may_make_a_statement(text: str, party: str) -> None:
    assert [d.parties for d in proposed(text)] == [(party,)]


def test_a_position_within_what_somebody_says_is_none_of_its_own() -> None:
    drafts = proposed("The Iraqi foreign minister said that Iran has praised the decision.")
    assert [d.parties for d in drafts] == [("IRQ",)]


def test_a_position_of_both_sides_is_nobodys_statement() -> None:
    assert not proposed("Iraq and Iran held talks in Baghdad. The two sides stressed the role of trade.")


def test_officials_who_say_in_the_present_speak() -> None:
    assert [d.parties for d in proposed("Iraqi authorities say three border guards have been killed.")] == [("IRQ",)]


@pytest.mark.parametrize("words", ["It is too early to say whether Iraq will attend.", "Iraq will have a say in it."])
def test_to_say_is_not_to_have_said(words: str) -> None:
    assert not proposed(words)


def test_whoever_stands_behind_a_possessive_speaks() -> None:
    text = "Kenya's president William Ruto called for talks with Somalia."
    context = prepare(source_of(text)).context
    (draft,) = find_statements(context, shipped().speaker)
    assert [context.found.actors[e].name for e in draft.entries] == ["William Ruto"]


@pytest.mark.parametrize("stance", ["praised the progress made", "called for a truce", "said the progress was good"])
def test_whoever_takes_a_position_beside_a_counterpart_at_a_press_conference_is_the_one_who_speaks(stance: str) -> None:
    text = (
        "Speaking at a joint press conference with his Kenyan counterpart Joseph Otieno in Jakarta on Monday, "
        f"Indonesian Foreign Minister Maria Quispe {stance}."
    )
    reading = read_text(text, language="en", published="2026-01-14")
    assert [(one.kind, one.parties) for one in reading.statements] == [("press-conference", ["IDN"])]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("أعلن أمس عن فتح المعبر.\n\nوزير الخارجية الكيني جوزيف أوتيينو:\n\n“نحن ماضون في الحوار مع الصومال”.", "KEN"),
        ("گذرگاه باز شد.\n\nوزیر خارجه کنیا، جوزف اوتینو:\n\n«ما گفت‌وگو با سومالی را ادامه می‌دهیم.»", "KEN"),
        ("المتحدث باسم الخارجية الكينية جوزيف أوتيينو للصحفيين: لم نأت إلى هنا للاستماع إلى الإملاءات.", "KEN"),
    ],
)
def test_whoever_stands_before_a_colon_says_what_stands_behind_or_below_it(text: str, party: str) -> None:
    assert (party,) in [d.parties for d in proposed(text)]


def test_a_name_before_a_colon_with_no_quotation_below_says_nothing() -> None:
    assert not proposed("گذرگاه باز شد.\n\nوزیر خارجه کنیا، جوزف اوتینو:\n\nگذرگاه دوباره بسته شد.")


def test_a_source_is_not_the_outlet_that_it_tells_something() -> None:
    (draft,) = proposed("كشف مصدر دبلوماسي لصحيفة الرأي أن رئيس الوزراء الكندي سيزور نيروبي.")
    assert (draft.kind, draft.parties, draft.entries) == ("interview", (), ())


def test_what_states_announce_in_one_breath_is_of_all_of_them() -> None:
    (draft,) = proposed("Kenya and Ethiopia announced on Monday the exchange of prisoners.")
    assert (draft.kind, draft.parties, draft.joint) == ("joint-statement", ("KEN", "ETH"), True)


def test_those_between_whom_a_meeting_is_announced_do_not_announce_it() -> None:
    drafts = proposed("أعلن في نيروبي عن لقاء جديد بين السودان والصومال هذا الأسبوع.")
    assert not [d for d in drafts if set(d.parties) & {"SDN", "SOM"}]


def test_what_stands_on_the_page_of_a_ministry_is_its_statement() -> None:
    (draft,) = proposed("Li ser malpera Wezareta Derve ya Kenyayê hat nivîsîn ku name gihîştiye destê wezîr.")
    assert (draft.kind, draft.parties) == ("statement", ("KEN",))


@pytest.mark.parametrize(
    "text", ["وأفادت وزارة الخارجية الكينية بأن المعبر مغلق.", "Wezareta Derve ya Kenyayê eşkere kir ku derî girtî ye."]
)
def test_what_a_ministry_makes_known_is_a_statement(text: str) -> None:
    assert [(d.kind, d.parties) for d in proposed(text)] == [("statement", ("KEN",))]
