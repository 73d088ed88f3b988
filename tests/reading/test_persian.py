"""A Persian report of a round of talks, with and without its joiners, about several parties, places and days."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.reading.entries import only_meeting

from peyman.model import Commitment, Reading
from peyman.reading.reader import read_text

JOINER = "\u200c"


@dataclass(frozen=True)
class Round:
    """What a report tells: two parties that meet, a third that is present, and where, when and who."""

    header: str
    first: str
    second: str
    third: str
    third_body: str
    embassy: str
    capital: str
    person: str
    office: str
    published: str
    held: str
    year: str
    keys: tuple[str, str, str]
    published_on: str
    held_on: str


ROUNDS = [
    Round(
        "2024-05-18", "آلمان", "لبنان", "قبرس", "وزارت دفاع قبرس", "سفارت آلمان در بیروت", "بیروت",
        "پانیکوس لوکا", "رئیس ستاد نیروهای قبرس",
        "روز شنبه، ۱۸ مه ۲۰۲۴ (۲۹ اردیبهشت ۱۴۰۳)", "۱۷ مه ۲۰۲۴ (۲۸ اردیبهشت ۱۴۰۳)", "۲۰۱۹",
        ("DEU", "LBN", "CYP"), "2024-05-18", "2024-05-17",
    ),
    Round(
        "2023-02-09", "فرانسه", "ازبکستان", "مصر", "وزارت خارجه مصر", "سفارت فرانسه در تاشکند", "تاشکند",
        "شریف منصور", "معاون وزیر خارجه مصر",
        "روز پنجشنبه، ۹ فوریه ۲۰۲۳ (۲۰ بهمن ۱۴۰۱)", "۸ فوریه ۲۰۲۳ (۱۹ بهمن ۱۴۰۱)", "۲۰۱۵",
        ("FRA", "UZB", "EGY"), "2023-02-09", "2023-02-08",
    ),
    Round(
        "2025-09-03", "ایتالیا", "عراق", "اقلیم کوردستان", "وزارت پیشمرگه‌ی کوردستان", "سفارت ایتالیا در بغداد", "بغداد",
        "ریبوار سامان", "معاون وزیر پیشمرگه",
        "روز چهارشنبه، ۳ سپتامبر ۲۰۲۵ (۱۲ شهریور ۱۴۰۴)", "۲ سپتامبر ۲۰۲۵ (۱۱ شهریور ۱۴۰۴)", "۲۰۱۲",
        ("ITA", "IRQ", "IRQ-KRD"), "2025-09-03", "2025-09-02",
    ),
]  # fmt: skip


def report(of: Round) -> str:
    return (
        f" date {of.header} گفت‌وگوهای سه‌جانبه {of.first}، {of.third} و {of.second} درباره امنیت مرزها از سر گرفته شد\n"
        f"{of.third_body} اعلام کرد که مذاکرات میان {of.first} و {of.second} با حضور {of.office} ازسرگرفته شده است\n"
        f"{of.third_body} {of.published}، با انتشار بیانیه‌ای از ازسرگیری دور تازه مذاکرات میان {of.first} و "
        f"{of.second} خبر داد.\n"
        f"در همین چارچوب، نمایندگان ارشد دو کشور در تاریخ {of.held} یک رایزنی نظامی درباره‌ی آینده‌ی مأموریت مشترک "
        f"با حضور {of.person}، {of.office}، برگزار کردند.\n"
        "همکاری‌های مرزی\n"
        f"در این بیانیه آمده است که نمایندگان {of.third} و {of.second} در ماه‌های آتی به گسترش همکاری‌های مرزی خود "
        "ادامه خواهند داد. این همکاری‌ها با هدف مبارزه با قاچاق و ارتقای آمادگی نیروهای مرزی صورت می‌گیرد. این روند به "
        "ثبات منطقه کمک خواهد کرد.\n"
        "بیانیه مشترک به نقل از سفارت\n"
        f"همزمان، {of.embassy} نیز بیانیه‌ی مشترکی درباره‌ی رایزنی‌های دوجانبه میان {of.first} و {of.second} منتشر کرد. "
        f"در این بیانیه آمده است که در تاریخ {of.held} در {of.capital}، مقامات ارشد {of.first} و {of.second}، با "
        f"استناد به توافق چارچوب راهبردی سال {of.year}، رایزنی نظامی انجام دادند.\n"
        "شرکت‌کنندگان در این رایزنی، تعهد مستمر خود را برای پایه‌گذاری مرحله‌ای تازه از هماهنگی امنیتی ابراز داشتند.\n"
        "در ادامه‌ی بیانیه ذکر شده است که مقامات ارشد طی ماه‌های آینده، با هدف مقابله با تروریسم، به رایزنی‌های خود "
        "ادامه خواهند داد. این تلاش‌ها به تقویت ثبات منجر خواهد شد."
    )


@pytest.fixture(params=[(r, lost) for r in ROUNDS for lost in (True, False)], ids=lambda p: f"{p[0].header}-{p[1]}")
def told(request: pytest.FixtureRequest) -> tuple[Round, Reading]:
    of, joiners_lost = request.param
    text = report(of)
    return of, read_text(text.replace(JOINER, "") if joiners_lost else text)


def test_the_document_is_dated_by_its_header_which_is_not_text_proper(told: tuple[Round, Reading]) -> None:
    of, reading = told
    document = reading.document
    assert document.language == "fa"
    assert (document.published, document.published_from) == (of.header, "byline")
    assert document.title is not None and document.title.startswith("گفت")
    assert len(document.sections) == 2
    for word in ("سه‌جانبه", "بیانیه‌ای", "همکاری‌های", "شرکت‌کنندگان", "پایه‌گذاری", "ماه‌های"):
        assert word in document.repaired


def test_dates_in_two_calendars_are_one_entry_each(told: tuple[Round, Reading]) -> None:
    of, reading = told
    days = [d for d in reading.dates if d.edtf in (of.published_on, of.held_on)]
    assert [d.edtf for d in days] == [of.published_on, of.held_on, of.held_on]
    assert all(set(d.calendars) == {"gregorian", "persian"} and d.conflict is None for d in days)
    vague = [d for d in reading.dates if d.vague]
    assert [d.edtf for d in vague] == [f"{of.header[:7]}/.."] * 2
    assert of.year.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")) in {d.edtf for d in reading.dates}


def test_a_meeting_told_twice_is_one_meeting(told: tuple[Round, Reading]) -> None:
    of, reading = told
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status, meeting.date) == ("consultation", "held", of.held_on)
    assert set(meeting.parties) == set(of.keys[:2])
    assert meeting.round in ("resumed", "new")
    place = next(p for p in reading.places if p.id == meeting.place)
    assert place.name == of.capital


def test_who_was_present_takes_part_without_becoming_a_party(told: tuple[Round, Reading]) -> None:
    of, reading = told
    actors = {a.id: a for a in reading.actors}
    present = {(actors[p.actor].name, p.party) for p in only_meeting(reading).participants}
    assert (of.person, of.keys[2]) in present


def test_what_the_headline_and_the_body_call_the_talks_is_kept(told: tuple[Round, Reading]) -> None:
    _, reading = told
    assert {d.format for d in only_meeting(reading).designations} >= {"trilateral", "bilateral"}


def test_the_basis_is_an_agreement_with_its_year(told: tuple[Round, Reading]) -> None:
    of, reading = told
    basis = [g for g in reading.agreements if g.id in only_meeting(reading).basis]
    assert len(basis) == 1
    assert of.year in basis[0].name


def test_two_statements_and_no_third(told: tuple[Round, Reading]) -> None:
    of, reading = told
    assert [(s.kind, s.joint) for s in reading.statements] == [("statement", False), ("joint-statement", True)]
    first, second = reading.statements
    assert (first.parties, first.date) == ([of.keys[2]], of.published_on)
    assert set(second.parties) == set(of.keys[:2])


def by_window(reading: Reading) -> list[Commitment]:
    return [c for c in reading.commitments if c.window is not None]


def test_undertakings_and_no_forecasts(told: tuple[Round, Reading]) -> None:
    of, reading = told
    first, second, third = reading.commitments
    assert set(first.by) == {of.keys[2], of.keys[1]}
    assert (first.class_, first.strength, first.window) == ("cooperate", "will", f"{of.header[:7]}/..")
    assert first.said_in == [reading.statements[0].id]
    assert first.objectives
    assert set(second.by) == set(of.keys[:2])
    assert (second.class_, second.strength, second.window) == ("cooperate", "reaffirmed", None)
    assert set(third.by) == set(of.keys[:2])
    assert (third.class_, third.strength, third.window) == ("consult", "will", f"{of.header[:7]}/..")
    assert second.said_in == third.said_in == [reading.statements[1].id]
    assert third.objectives


def test_a_changed_day_in_one_calendar_is_a_conflict() -> None:
    of = ROUNDS[0]
    text = report(of).replace("۲۸ اردیبهشت", "۲۵ اردیبهشت")
    conflicts = [d.conflict for d in read_text(text).dates if d.conflict is not None]
    assert conflicts
    assert all(set(c.between) == {"gregorian", "persian"} for c in conflicts)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("سخنگوی وزارت خارجه ترکیه گفت که آنکارا تا پایان تحریم‌ها در نشست سوریه شرکت نخواهد کرد.", "refused"),
        ("وزیر خارجه قطر گفت که دوحه به میانجیگری میان لبنان و سوریه ادامه خواهد داد.", "undertaken"),
    ],
)
def test_a_refusal_is_told_from_an_undertaking(sentence: str, polarity: str) -> None:
    reading = read_text(f"موضع تازه در دیدار لبنان و سوریه\n{sentence}", published="2024-03-02", language="fa")
    assert [c.polarity for c in reading.commitments] == [polarity]


def test_a_hope_and_an_appeal_are_no_undertakings() -> None:
    reading = read_text(
        "پایان دیدار\nوزیر خارجه عمان ابراز امیدواری کرد که یمن و عربستان به توافق خواهند رسید. او از دو طرف خواست که "
        "آتش‌بس را حفظ کنند.",
        published="2024-03-09",
        language="fa",
    )
    assert reading.commitments == []


def read(text: str, published: str) -> Reading:
    return read_text(text, published=published, language="fa")


def test_a_telephone_call_is_a_call() -> None:
    reading = read(
        "خبر دیپلماسی\nوزیر خارجه ژاپن روز ۴ مارس ۲۰۲۴ با وزیر خارجه هند تلفنی گفت‌وگو کرد.",
        "2024-03-05",
    )
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status, meeting.date) == ("call", "held", "2024-03-04")
    assert set(meeting.parties) == {"JPN", "IND"}


def test_a_promise_that_hangs_on_something_is_conditional() -> None:
    reading = read(
        "نشست دو کشور\nوزیر انرژی گرجستان و همتای ارمنستانی او روز ۲ آوریل ۲۰۲۴ دیدار کردند.\n"
        "گرجستان متعهد شد که صادرات برق به ارمنستان را از سر بگیرد، به شرط آنکه بدهی سال گذشته پرداخت شود.",
        "2024-04-03",
    )
    assert len(reading.commitments) == 1
    commitment = reading.commitments[0]
    assert commitment.by == ["GEO"]
    assert (commitment.strength, commitment.polarity) == ("conditional", "undertaken")
    assert commitment.condition is not None


def test_what_was_agreed_binds_both_and_is_cut_at_its_verbs() -> None:
    reading = read(
        "رایزنی در کیتو\nنمایندگان بولیوی و اکوادور روز ۶ مه ۲۰۲۴ در کیتو مذاکره کردند.\n"
        "دو طرف توافق کردند که گشت‌های مشترک مرزی را آغاز کنند و زندانیان یکدیگر را آزاد کنند.",
        "2024-05-07",
    )
    assert [set(c.by) for c in reading.commitments] == [{"BOL", "ECU"}] * 2
    assert [c.class_ for c in reading.commitments] == ["cooperate", "release"]
    assert {c.strength for c in reading.commitments} == {"agreed"}


def test_an_afghan_ministry_writes_in_its_own_words() -> None:
    reading = read(
        "وزارت زراعت افغانستان در یک خبرنامه گفته است که هیأت تخنیکی این وزارت روز ۷ جولای ۲۰۲۴ در دوشنبه با مقام‌های "
        "وزارت زراعت تاجیکستان ملاقات نمود.\n"
        "در این ملاقات فیصله شد که دو جانب در بخش آفات نباتی همکاری نمایند.",
        "2024-07-08",
    )
    assert [(s.kind, s.parties) for s in reading.statements] == [("statement", ["AFG"])]
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("held", "2024-07-07")
    assert set(meeting.parties) == {"AFG", "TJK"}
    assert len(reading.commitments) == 1
    commitment = reading.commitments[0]
    assert set(commitment.by) == {"AFG", "TJK"}
    assert (commitment.class_, commitment.strength) == ("cooperate", "agreed")


def test_a_present_tense_that_somebody_says_is_an_undertaking() -> None:
    reading = read(
        "دیدار در زاگرب\nوزیر دفاع کرواسی با همتای مونته‌نگرویی خود دیدار کرد. او گفت که کرواسی آموزش نیروهای مونته‌نگرو "
        "را ادامه می‌دهد.",
        "2024-02-12",
    )
    assert [(c.by, c.class_, c.strength) for c in reading.commitments] == [(["HRV"], "support", "will")]


@pytest.mark.parametrize(
    "sentence",
    [
        "دو طرف بر لزوم گسترش همکاری‌های مرزی تأکید کردند.",
        "به نظر می‌رسد دو کشور به گفت‌وگوها ادامه خواهند داد.",
        "وزیر خارجه مصر از دو کشور خواست که مذاکرات را از سر بگیرند.",
        "انتظار می‌رود که سودان و چاد توافق را اجرا کنند.",
    ],
)
def test_needs_forecasts_and_appeals_are_no_undertakings(sentence: str) -> None:
    reading = read(f"دیدار در انجامنا\nنمایندگان سودان و چاد روز ۳ ژوئن ۲۰۲۴ دیدار کردند. {sentence}", "2024-06-04")
    assert reading.commitments == []


@pytest.mark.parametrize(
    "text",
    [
        "گفت‌وگو با شهروندان درباره پارک شهر\nمدیر پارک به خبرنگاران گفت که نشست خبری فردا لغو شد.",
        "میز مذاکره در خانه\nاو می‌گوید هر خانواده باید پیش از خرید با هم مشورت کند.",
    ],
)
def test_everyday_talk_is_no_encounter_of_parties(text: str) -> None:
    reading = read(text, "2024-06-04")
    assert (reading.meetings, reading.commitments) == ([], [])


def test_our_country_in_an_outlet_s_own_voice_is_that_of_the_outlet() -> None:
    told = "وزیر امور خارجه کشورمان روز یکشنبه در بغداد با همتای عراقی خود دیدار و درباره گذرگاه مهران گفت‌وگو کرد."
    reading = read_text(told, published="2024-05-13", publisher="IRNA")
    assert set(only_meeting(reading).parties) == {"IRN", "IRQ"}


def test_our_country_in_a_quotation_is_the_speaker_s() -> None:
    told = (
        "وزیر آبیاری مصر روز یکشنبه در قاهره با وزیر نیروی ایران دیدار کرد. "
        "وزیر آبیاری مصر گفت: «کشورمان تا پایان سال دو ایستگاه پایش خواهد ساخت.»"
    )
    reading = read_text(told, published="2024-05-13", publisher="IRNA")
    assert [c.by for c in reading.commitments] == [["EGY"]]


@pytest.mark.parametrize(
    ("name", "key"),
    [("ازبیکستان", "UZB"), ("جرمنی", "DEU"), ("هالند", "NLD"), ("جاپان", "JPN"), ("کوریای جنوبی", "KOR")],
)
def test_states_are_known_by_their_dari_names(name: str, key: str) -> None:
    told = f"معین وزارت تجارت افغانستان روز یک‌شنبه در کابل با سفیر {name} ملاقات کرد."
    reading = read_text(told, published="2024-05-13", publisher="Bakhtar")
    assert set(only_meeting(reading).parties) == {"AFG", key}


def test_an_ambassador_who_presents_his_letters_of_credence_is_received() -> None:
    told = "سفیر جدید اسلواکی در تهران روز یکشنبه استوارنامه خود را تقدیم رئیس‌جمهور ایران کرد."
    reading = read_text(told, published="2024-05-13", publisher="IRNA")
    assert set(only_meeting(reading).parties) == {"SVK", "IRN"}


def test_a_person_named_behind_the_outlet_does_not_speak_for_it() -> None:
    told = "به گزارش اعتماد به نقل از ایلنا، محمود رستگار که امروز به کویت رفته است با نخست‌وزیر این کشور دیدار کرد."
    reading = read_text(told, published="2024-05-13", publisher="IRNA")
    assert reading.statements == []


def test_several_ambassadors_present_their_letters_of_credence() -> None:
    told = "سفیران جدید عراق و سریلانکا روز یکشنبه استوارنامه‌هایشان را به وزیر امور خارجه کشورمان تسلیم کردند."
    reading = read_text(told, published="2024-05-13", publisher="IRNA")
    assert {p for m in reading.meetings for p in m.parties} >= {"IRQ", "LKA"}


def test_the_powers_of_the_nuclear_talks_are_each_at_the_table() -> None:
    told = "دور دوم مذاکرات ایران و گروه ۱+۵ روز یکشنبه در بغداد برگزار شد."
    reading = read_text(told, published="2012-05-28", publisher="Mehr")
    assert set(only_meeting(reading).parties) >= {"IRN", "USA", "GBR", "FRA", "DEU", "RUS", "CHN"}


def test_guests_named_in_passing_are_not_the_two_countries() -> None:
    told = (
        "گفت‌وگوهای مرزی اکوادور و پرو\n\n"
        "وزیران دفاع اکوادور و پرو روز یکشنبه در لیما با یکدیگر دیدار کردند. پرو میزبان این دیدار بود و "
        "به گفته وزیر دفاع اکوادور، کیتو از آن خشنود است. سفیران اسپانیا و برزیل نیز در سالن بودند. "
        "دو کشور متعهد شدند نیروی تازه به مرز نفرستند."
    )
    reading = read_text(told, published="2024-05-13", publisher="ISNA")
    assert [set(c.by) for c in reading.commitments] == [{"ECU", "PER"}]


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        (
            "وزیر امور خارجه قطر روز یکشنبه با وزیر امور خارجه ایران ملاقات و گفتگو نمود.",
            {"QAT", "IRN"},
            "held",
        ),
        ("هیأت‌های دولت افغانستان و طالبان قرار است فردا با هم ببینند.", {"AFG", "TALIBAN"}, "planned"),
        ("حزب دموکرات کردستان ایران و کومله دیروز در اربیل دور هم جمع شدند.", {"KDPI", "KOMALA"}, "held"),
        ("دبیرکل اکو امروز با وزیر امور خارجه ایران خداحافظی کرد.", {"ECO", "IRN"}, "held"),
        ("دیداری میان پوتین و اردوغان فعلا برنامه‌ریزی نشده است.", {"RUS", "TUR"}, "denied"),
    ],
)
def test_courtesies_and_dari_words_tell_encounters(text: str, parties: set[str], status: str) -> None:
    meeting = only_meeting(read_text(text, published="2024-05-13", publisher="IRNA"))
    assert (set(meeting.parties), meeting.status) == (parties, status)


@pytest.mark.parametrize(
    "text",
    [
        "آدرس: تهران، میدان امام خمینی، سفارت عراق | نقشه سایت | تماس با ما",
        "نمایندگان ایران در نشست علنی امروز مجلس درباره پارلمان اروپا سخن گفتند.",
        "در دوره نخست ریاست‌جمهوری ترامپ، صادرات نفت ایران به چین کاهش یافت.",
    ],
)
def test_an_address_a_sitting_and_a_term_of_office_are_no_encounters(text: str) -> None:
    assert read_text(text, published="2024-05-13", publisher="IRNA").meetings == []


def test_a_joint_commission_of_two_seats_both() -> None:
    text = "پنجمین نشست کمیسیون مشترک اقتصادی تاجیکستان و ارمنستان روز دوشنبه در ایروان به کار خود پایان داد."
    meeting = only_meeting(read_text(text, published="2024-05-16"))
    assert (set(meeting.parties), meeting.kind, meeting.date) == ({"TJK", "ARM"}, "committee", "2024-05-13")


def test_an_office_before_a_colon_speaks() -> None:
    reading = read_text("رئیس جمهور عمان: به سنگال اجازه نخواهیم داد به مرزهای ما تجاوز کند.", published="2024-05-16")
    assert [statement.parties for statement in reading.statements] == [["OMN"]]


@pytest.mark.parametrize(
    "text",
    [
        "کنیا روز دوشنبه از اختصاص ۵۰ میلیون دلار کمک بشردوستانه به ارمنستان خبر داد.",
        "کنیا ۵۰ میلیون دلار کمک به ارمنستان اختصاص داد.",
    ],
)
def test_money_that_is_allotted_to_another_is_pledged(text: str) -> None:
    assert [c.by for c in read_text(text, published="2024-05-16").commitments] == [["KEN"]]


@pytest.mark.parametrize(
    "text",
    [
        "رئیس جمهور عمان روز دوشنبه مسقط را به مقصد تهران ترک کرد.",
        "وزیر خارجه عمان پیش از ترک تهران با خبرنگاران سخن گفت.",
        "هیئت عمان تهران را ترک می‌کند.",
    ],
)
def test_whoever_leaves_is_no_turk(text: str) -> None:
    assert "TUR" not in {actor.party for actor in read_text(text, published="2024-05-16").actors}


def test_a_turkish_minister_is_turkeys() -> None:
    reading = read_text("وزیر خارجه عمان با همتای ترک خود دیدار کرد.", published="2024-05-16")
    assert set(only_meeting(reading).parties) == {"OMN", "TUR"}


def test_an_envoy_is_called_in_whose_protest_follows_at_once() -> None:
    text = "کنیا روز دوشنبه سفیر سنگال را احضار و اعتراض خود را به او ابلاغ کرد."
    meeting = only_meeting(read_text(text, published="2024-05-16"))
    assert set(meeting.parties) == {"KEN", "SEN"}


def test_the_opposite_number_whom_a_minister_hosts_is_of_his_own_country() -> None:
    text = "میلان یوویچ وزیر خارجه صربستان روز دوشنبه میزبان همتای عراقی خود فرید رحمانوف بود."
    people = {
        actor.name: actor.party for actor in read_text(text, published="2024-05-16").actors if actor.kind == "person"
    }
    assert people == {"میلان یوویچ": "SRB", "فرید رحمانوف": "IRQ"}


def test_an_opposite_number_is_not_of_the_country_of_the_one_whom_he_meets() -> None:
    text = "میلان یوویچ وزیر خارجه صربستان روز دوشنبه در نایروبی با همتای خود ماریا کیسپه دیدار و گفت‌وگو نمود."
    people = {
        actor.name: actor.party for actor in read_text(text, published="2024-05-16").actors if actor.kind == "person"
    }
    assert people == {"میلان یوویچ": "SRB", "ماریا کیسپه": "KEN"}


@pytest.mark.parametrize(
    "text",
    [
        "رئیس‌جمهور کنیا روز دوشنبه تلفنی با نخست‌وزیر ارمنستان گفت‌وگو کرد.",
        "نخست‌وزیران کنیا و ارمنستان روز دوشنبه تلفنی با هم صحبت کردند.",
        "رئیس‌جمهور کنیا و نخست‌وزیر ارمنستان دوشنبه شب به صورت تلفنی با یکدیگر صحبت کردند.",
        "رئیس جمهور کنیا روز دوشنبه در یک صحبت تیلفونی با صدراعظم ارمنستان روی تجارت بحث نمود.",
    ],
)
def test_who_speaks_by_telephone_makes_a_call(text: str) -> None:
    meeting = only_meeting(read_text(text, language="fa", published="2026-01-14"))
    assert (meeting.kind, set(meeting.parties)) == ("call", {"KEN", "ARM"})


@pytest.mark.parametrize("office", ["رئیس‌جمهور", "نخست‌وزیر", "سفیر"])
def test_a_state_called_like_another_word_is_meant_behind_what_only_a_state_has(office: str) -> None:
    text = f"{office} پرو روز دوشنبه با وزیر خارجه ارمنستان دیدار کرد."
    assert set(only_meeting(read_text(text, language="fa", published="2026-01-14")).parties) == {"PER", "ARM"}


@pytest.mark.parametrize(
    ("adjective", "party"),
    [("تانزانیایی", "TZA"), ("پاراگوئه‌ای", "PRY"), ("پاراگوئه ای", "PRY"), ("پرویی", "PER"), ("شیلیایی", "CHL")],
)
def test_adjectives_of_states_whose_names_end_in_a_vowel(adjective: str, party: str) -> None:
    text = f"وزیر خارجه ارمنستان روز دوشنبه با هیئت {adjective} دیدار کرد."
    assert set(only_meeting(read_text(text, language="fa", published="2026-01-14")).parties) == {"ARM", party}


def test_what_is_issued_at_the_end_of_talks_is_of_those_who_met() -> None:
    text = (
        "وزرای امور خارجه کنیا و عمان روز دوشنبه در مسقط نشستی برگزار کردند."
        " در پایان این جلسه بیانیه‌ای صادر شد که بر صلح تأکید دارد."
    )
    statements = read_text(text, language="fa", published="2026-01-14").statements
    assert [(one.joint, set(one.parties)) for one in statements] == [(True, {"KEN", "OMN"})]


def test_the_session_of_a_commission_is_told_again_as_a_session() -> None:
    text = (
        "هجدهمین اجلاس کمیسیون مشترک اقتصادی موریتانی و اندونزی در نواکشوت آغاز به کار کرد.\n\n"
        "این اجلاس که روز دوشنبه آغاز شد، فردا به کار خود پایان می‌دهد."
    )
    meeting = only_meeting(read_text(text, language="fa", published="2026-01-14"))
    assert set(meeting.parties) == {"MRT", "IDN"}
