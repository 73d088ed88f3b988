"""What makes two encounters of two tellings, and who sits at the table where a text leaves that unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reading.entries import only_meeting

from peyman.reading.attendance.course import Course
from peyman.reading.clauses.context import Context
from peyman.reading.judges.judgement import Judge
from peyman.reading.meetings.entries import read_meetings, shipped_judges
from peyman.reading.meetings.survey import survey
from peyman.reading.reader import prepare, read_text
from peyman.sources.model import SourceDocument


def _tables(text: str, publisher: str | None = None) -> list[set[str]]:
    reading = read_text(text, language="en", published="2025-03-04", publisher=publisher)
    return [set(meeting.parties) for meeting in reading.meetings]


def _context(text: str) -> Context:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language="en", published="2025-03-04")
    return prepare(source).context


def test_people_of_one_party_met_in_turn_make_an_encounter_each() -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met Iraqi President Abdul Latif Rashid and then Iraqi Prime Minister "
        "Mohammed Shia al-Sudani in Baghdad on Monday."
    )
    assert _tables(text) == [{"TUR", "IRQ"}, {"TUR", "IRQ"}]


def test_one_person_met_is_one_encounter_however_often_it_is_told() -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met Iraqi President Abdul Latif Rashid in Baghdad on Monday.\n\n"
        "During the meeting on Monday, Fidan and Abdul Latif Rashid discussed water."
    )
    assert _tables(text) == [{"TUR", "IRQ"}]


def test_the_party_that_publishes_meets_the_only_one_that_its_page_names() -> None:
    text = (
        "The Minister of Foreign Affairs received the Ambassador of France today at the Ministry.\n\n"
        "During the meeting they discussed cooperation in education."
    )
    assert _tables(text, "Ministry of Foreign Affairs of Oman") == [{"OMN", "FRA"}]


def test_a_text_that_names_one_party_and_has_no_publisher_tells_of_no_encounter() -> None:
    assert _tables("The minister received the Ambassador of France today at the ministry.") == []


def test_a_noun_without_a_name_repeats_whoever_it_was_used_of() -> None:
    context = _context(
        "The French delegation arrived in Baghdad on Sunday. The President of Iraq gave a speech. "
        "On Monday the delegation met the President of Iraq."
    )
    found = survey(context)
    course = Course(context, found.mentions)
    mention = found.mentions[-1]
    assert set(course.echoes(mention)) == {"FRA"}
    assert course.features(mention, "IRQ")["about_last"] == 1.0
    assert course.features(mention, "FRA")["about_last"] == 0.0


@pytest.mark.parametrize("count", [1, 2, 5])
def test_chances_of_candidates_make_one_and_keep_their_order(count: int) -> None:
    judge = Judge(("x",), 0.0, (((0, 1.5, 1, 2), (-1, -1.0, 0, 0), (-1, 2.0, 0, 0)),))
    chances = judge.chances([{"x": float(n)} for n in range(count)])
    assert sum(chances) == pytest.approx(1.0)
    assert chances == sorted(chances)


def test_no_candidates_have_no_chances() -> None:
    assert Judge(("x",), 0.0, ()).chances([]) == []


@pytest.mark.parametrize(("start", "count"), [(0.2, 1), (1.5, 2)])
def test_by_rule_parties_told_to_meet_meet_again_only_if_that_is_likely_or_dated(start: float, count: int) -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan met Iraqi Foreign Minister Fuad Hussein in Baghdad on Monday.\n\n"
        "Talks between Turkey, Iraq and Iran were held in a good spirit."
    )
    judges = replace(shipped_judges(), telling=Judge((), start, (), 0.4), again=None)
    context = _context(text)
    assert len(read_meetings(context, judges)) == count
    dated = _context(text.replace("were held", "were held on 1 March 2025"))
    assert len(read_meetings(dated, judges)) == 2


def test_teams_that_met_at_a_stadium_held_no_meeting() -> None:
    text = (
        "Ghana and Egypt met in Abidjan on Thursday in the second round of the Cup of Nations. The striker scored in "
        "the first half and the goalkeeper saved a penalty. Egypt's coach met the press after the match. The referee "
        "had sent a defender off. The two sides meet again in the league in May, the coach said at the stadium."
    )
    assert _tables(text) == []


def test_journeys_of_teams_to_their_matches_are_no_visits() -> None:
    text = (
        "Kenyan athletes visited Ghana on 12 January 2026. The national team of Egypt visited Morocco on 13 January "
        "2026, scored a goal in the match and won the cup of the league. The goalkeeper saved a penalty. The French "
        "team visited Spain. Senegal met Mali in the stadium. Mali met Togo in the final match."
    )
    assert _tables(text) == []


def test_the_day_of_an_encounter_is_no_topic_of_it() -> None:
    text = "The Prime Minister of Qatar received the Omani foreign minister in Doha on Wednesday."
    reading = read_text(text, language="en", published="2025-03-04")
    (meeting,) = reading.meetings
    assert meeting.date == "2025-02-26"
    assert meeting.topics == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministers of Iraq and Oman have held talks in Doha, Iraq's foreign ministry said Friday."),
        (
            "ckb",
            "وەزارەتی دەرەوەی عێراق ئەمڕۆ لە ڕاگەیەندراوێکدا بڵاوی کردەوە، "
            "وەزیری دەرەوە پێشوازی لە وەزیری دەرەوەی عومان کرد.",
        ),
    ],
)
def test_a_day_beside_the_verb_of_saying_is_when_it_was_said(language: str, text: str) -> None:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-08")
    assert [m.date for m in survey(prepare(source).context).mentions if m.cue.role == "meeting-verb"] == [None]


def test_the_day_of_meeting_stays_where_somebody_only_speaks_of_it() -> None:
    context = _context("On Monday Iraqi Foreign Minister Fuad Hussein met Turkey's ambassador, the ministry said.")
    dates = [m.date.edtf for m in survey(context).mentions if m.date is not None]
    assert dates == ["2025-03-03"]


def test_the_day_in_a_byline_is_when_the_page_was_published() -> None:
    text = (
        "Iraqi and Turkish ministers discuss water\n\n4-3-2025\n\n"
        "Iraqi Foreign Minister Fuad Hussein met Turkish Foreign Minister Hakan Fidan in Baghdad to discuss water."
    )
    assert [(set(m.parties), m.date) for m in read_text(text, language="en").meetings] == [({"IRQ", "TUR"}, None)]


def test_a_journey_to_a_third_country_is_no_visit_to_those_who_were_met_there() -> None:
    text = (
        "Visiting Doha on Monday, Iraqi Foreign Minister Fuad Hussein held a bilateral meeting with Turkish Foreign "
        "Minister Hakan Fidan."
    )
    reading = read_text(text, language="en", published="2025-03-04")
    assert [(m.kind, set(m.parties)) for m in reading.meetings] == [("meeting", {"IRQ", "TUR"})]


def test_what_is_denied_and_what_others_tell_of_it_stay_two() -> None:
    text = (
        "Iran denied on Monday that a meeting with the United States took place in Doha.\n\n"
        "Iran met the United States in Doha on Monday, officials of Qatar said."
    )
    statuses = [m.status for m in read_text(text, language="en", published="2025-03-04").meetings]
    assert len(statuses) == len(set(statuses))


def test_the_next_meeting_of_a_committee_is_a_committees() -> None:
    text = (
        "The joint committee of Iraq and Kuwait held its fifth session in Kuwait on Monday.\n\n"
        "The next meeting of Iraq and Kuwait will be held in Baghdad on 10 May."
    )
    reading = read_text(text, language="en", published="2025-03-04")
    assert [m.kind for m in reading.meetings] == ["committee", "committee"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ckb",
            "شاندێکی پارتی دیموکراتی کوردستان ئەمڕۆ سەردانی بارەگای مەکتەبی سیاسیی یەکێتیی نیشتمانیی کوردستانی کرد.",
        ),
        ("kmr", "Şandeke PDKê îro serdana baregeha Mekteba Siyasî ya YNKê li Silêmaniyê kir."),
        (
            "ar",
            "زار وفد من الحزب الديمقراطي الكردستاني اليوم مقر المكتب السياسي للاتحاد الوطني الكردستاني في السليمانية.",
        ),
    ],
)
def test_whoever_goes_to_the_seat_of_a_party_goes_to_that_party(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2025-03-04")
    assert [(m.kind, set(m.parties)) for m in reading.meetings] == [("visit", {"KDP", "PUK"})]


def test_a_gathering_in_whose_margins_two_met_is_not_given_their_table() -> None:
    text = (
        "سلمان الحمود وزير خارجية الكويت التقى اليوم الأحد في الرياض وزير خارجية العراق فؤاد حسين. "
        "وعُقد اللقاء على هامش الاجتماع الوزاري التحضيري للقمة المقرر انعقادها غدا في الرياض."
    )
    reading = read_text(text, language="ar", published="2024-11-10")
    assert [(set(m.parties), m.date) for m in reading.meetings] == [({"KWT", "IRQ"}, "2024-11-10")]


def test_all_of_a_list_are_present_where_its_verb_comes_last() -> None:
    text = (
        "The second meeting of the heads of delegation of the transit talks was held in Baku from 1 to 3 March 2025. "
        "Mr Elnur Mammadov, Deputy Minister of Foreign Affairs of Azerbaijan; Ms Dana Abilova, Vice Minister of "
        "Transport of Kazakhstan; and Mr Toyly Rejepov, Deputy Chairman of the Agency of Transport of Turkmenistan, "
        "attended it."
    )
    assert _tables(text) == [{"AZE", "KAZ", "TKM"}]


def test_a_meeting_that_took_place_is_held_though_the_visit_goes_on() -> None:
    text = (
        "وزیر خارجه عمان که از دیروز در سفری رسمی در تهران به سر می‌برد، پیش از ظهر امروز با علی باقری "
        "سرپرست وزارت امور خارجه ایران دیدار و گفت‌وگو کرد."
    )
    meetings = read_text(text, language="fa", published="2025-03-04").meetings
    assert {m.status for m in meetings if m.kind == "meeting"} == {"held"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Third round of Kenya-Somalia talks on Saturday\n\n"
            "The third round of talks between Kenya and Somalia will be held in Doha on Saturday, a spokesman said.\n\n"
            "In a post on Tuesday, Somalia's foreign minister announced that the next round would be held on 8 March.",
        ),
        (
            "fa",
            "دور سوم مذاکرات کنیا و سومالی شنبه برگزار می‌شود\n\n"
            "دور سوم مذاکرات کنیا و سومالی روز شنبه در دوحه برگزار خواهد شد.\n\n"
            "وزیر خارجه سومالی روز دوشنبه نوشت که دور بعدی گفت‌وگوها ۱۸ اسفند برگزار می‌شود.",
        ),
        (
            "ar",
            "الجولة الثالثة من المحادثات بين كينيا والصومال السبت في الدوحة\n\n"
            "تعقد الجولة الثالثة من المحادثات بين كينيا والصومال في الدوحة يوم السبت.\n\n"
            "وكان وزير الخارجية الصومالي أعلن الاثنين أن الجولة المقبلة ستعقد في 8 مارس.",
        ),
        (
            "ckb",
            "گەڕی سێیەمی گفتوگۆکانی کینیا و سۆماڵ ڕۆژی شەممە دەبێت\n\n"
            "گەڕی سێیەمی گفتوگۆکانی نێوان کینیا و سۆماڵ ڕۆژی شەممە لە دەوحە بەڕێوەدەچێت.\n\n"
            "وەزیری دەرەوەی سۆماڵ ڕۆژی دووشەممە نووسی کە گەڕی داهاتوو لە ٨ی ئازار دەبێت.",
        ),
        (
            "kmr",
            "Gera sêyem a danûstandinên Kenya û Somalyayê dê roja Şemiyê be\n\n"
            "Gera sêyem a danûstandinên di navbera Kenya û Somalyayê de dê roja Şemiyê li Dohayê pêk were.\n\n"
            "Wezîrê Derve yê Somalyayê roja Duşemê nivîsî ku gera bê dê di 8ê Adarê de be.",
        ),
    ],
)
def test_a_round_that_is_counted_and_called_the_next_elsewhere_is_one(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2025-03-05"))
    assert (meeting.status, meeting.date, set(meeting.parties)) == ("planned", "2025-03-08", {"KEN", "SOM"})
    assert len(meeting.evidence) == len(set(meeting.evidence)) > 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenyan Foreign Minister Salim Juma, who has been on an official visit to Mogadishu since Monday, "
            "was received by the Somali president today.",
        ),
        (
            "fa",
            "وزیر خارجه کنیا که از دوشنبه در سفر به موگادیشو به سر می‌برد، روز چهارشنبه با رئیس‌جمهور سومالی دیدار کرد.",
        ),
    ],
)
def test_a_visit_since_a_day_is_one_visit_of_that_day(language: str, text: str) -> None:
    reading = read_text(text, language=language, published="2025-03-05")
    assert [(m.date, set(m.parties)) for m in reading.meetings if m.kind == "visit"] == [("2025-03-03", {"KEN", "SOM"})]


@pytest.mark.parametrize(
    ("language", "text", "kind", "parties"),
    [
        (
            "en",
            "Armenian envoy Armen Grigoryan contacted Azerbaijani aide Hikmet Hajiyev on Monday.",
            "call",
            "ARM AZE",
        ),
        ("en", "Turkish and Iraqi officials are meeting in Baghdad to discuss water.", "meeting", "TUR IRQ"),
        ("fa", "وزیر خارجه عراق در تماس با همتای ترکیه‌ای خود درباره آب گفت‌وگو کرد.", "call", "IRQ TUR"),
        (
            "fa",
            "رئیس‌جمهور یونان این سخنان را در جریان استقبالش از وزیر خارجه مصر در آتن بیان کرد.",
            "meeting",
            "GRC EGY",
        ),
        (
            "ar",
            "استدعت وزارة الخارجية العراقية يوم الأحد السفير التركي في بغداد وسلمته مذكرة احتجاج.",
            "meeting",
            "IRQ TUR",
        ),
        ("ar", "حلت رئيسة الحكومة التونسية يوم الأحد بالجزائر في زيارة عمل.", "visit", "TUN DZA"),
        ("ckb", "سەرۆکی هەرێمی کوردستان ئەمڕۆ باڵیۆزی فەڕەنسا لە عێراقی قبووڵ کرد.", "meeting", "IRQ-KRD FRA"),
        (
            "kmr",
            "Balyozê Çînê duh ji aliyê Wezareta Derve ya Hindistanê ve hatiye xwestin bo wezaretê.",
            "meeting",
            "CHN IND",
        ),
        ("kmr", 'Wezîrê Derve yê Iraqê got: "Ez duh çûm cem Balyozê Tirkiyeyê."', "meeting", "IRQ TUR"),
    ],
)
def test_an_encounter_may_be_told_in_plain_words(language: str, text: str, kind: str, parties: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2025-06-10"))
    assert meeting.kind == kind
    assert set(meeting.parties) == set(parties.split())


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "The Albanian foreign minister landed in Mitrovica on Monday.", ("ALB", "XKX")),
        ("fa", "وزیر کشور ایران روز دوشنبه وارد استانبول شد.", ("IRN", "TUR")),
        ("ar", "وصل وزير الخارجية الجزائري يوم الاثنين إلى البصرة على رأس وفد.", ("DZA", "IRQ")),
        ("ckb", "وەزیری دەرەوەی تورکیا دوێنێ گەیشتە بەسرە.", ("TUR", "IRQ")),
        ("kmr", "Wezîrê Derve yê Iraqê duh gihîşt Stenbolê.", ("IRQ", "TUR")),
    ],
)
def test_whoever_goes_to_a_town_goes_to_its_country(language: str, text: str, parties: tuple[str, str]) -> None:
    source = SourceDocument("0" * 64, "-", text.encode(), text, language=language, published="2025-03-04")
    (mention,) = survey(prepare(source).context).mentions
    assert mention.own_parties == parties


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Georgia's foreign ministry denied on Monday that its minister had met officials of Egypt.", "denied"),
        ("en", "Georgia's foreign ministry said on Monday that its minister had met officials of Egypt.", "held"),
        ("kmr", "Wezareta Derve ya Gurcistanê derewand ku wezîrê wê bi berpirsên Misirê re civiyaye.", "denied"),
        ("kmr", "Danûstandinên navbera Misirê û Kenyayê hatin paşxistin.", "postponed"),
        ("ckb", "گفتوگۆکانی نێوان میسر و کینیا دواخران.", "postponed"),
        ("ckb", "کۆبوونەوەکانی نێوان میسر و کینیا هەڵوەشێنرانەوە.", "cancelled"),
    ],
)
def test_what_became_of_an_encounter_is_told_by_verbs_in_any_number_and_place(
    language: str, text: str, status: str
) -> None:
    reading = read_text(text, language=language, published="2026-01-14")
    assert [meeting.status for meeting in reading.meetings] == [status]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "The president of Kenya invited the president of Oman to visit Nairobi.", "planned"),
        ("en", "The president of Oman visited Nairobi on Monday at the invitation of the president of Kenya.", "held"),
        ("fa", "وزیر خارجه تاجیکستان با دعوت از همتای عمانی خود برای سفر به دوشنبه بر همکاری تاکید کرد.", "planned"),
        ("fa", "وزیر خارجه عمان به دعوت همتای تاجیک خود روز دوشنبه به تاجیکستان سفر کرد.", "held"),
        ("ar", "ووجه رئيس كينيا دعوة إلى سلطان عمان لزيارة نيروبي.", "planned"),
        ("ar", "زار وزير خارجية عمان نيروبي يوم الاثنين بدعوة من نظيره الكيني.", "held"),
    ],
)
def test_a_journey_that_somebody_is_invited_to_is_to_come(language: str, text: str, status: str) -> None:
    reading = read_text(text, language=language, published="2026-01-14")
    assert [(meeting.kind, meeting.status) for meeting in reading.meetings] == [("visit", status)]


def test_the_year_in_the_name_of_an_agreement_dates_neither_an_encounter_nor_an_undertaking() -> None:
    text = (
        "The foreign ministers of Oman and Kenya met in Muscat. "
        "Kenya reaffirmed its commitment to implement the 2019 agreement on transit with Oman."
    )
    reading = read_text(text, language="en", published="2026-01-14")
    assert [(m.kind, m.date) for m in reading.meetings] == [("meeting", None)]
    assert [c.window for c in reading.commitments] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Monday in Muscat the president of Oman held talks with Kenya, Peru and Vietnam."),
        ("fa", "هیئت عمانی پیش از آغاز گفت‌وگوها با نمایندگان کنیا، پرو و ویتنام دیدار کرد."),
        ("ckb", "شاندی عومان بەر لە دانوستانەکان لەگەڵ نوێنەرانی کینیا، پیرۆ و ڤێتنام کۆبووەوە."),
        ("kmr", "Şandeya Omanê berî danûstandinan bi nûnerên Kenya, Perû û Vîetnamê re civiya."),
    ],
)
def test_whoever_is_listed_behind_one_preposition_sits_there_with_all_of_the_list(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2026-01-14"))
    assert set(meeting.parties) == {"OMN", "KEN", "PER", "VNM"}


def test_a_comma_behind_a_source_begins_no_list() -> None:
    text = "According to Oman, Kenya and Peru will meet on Monday."
    assert _tables(text) == [{"KEN", "PER"}]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Qatar's minister was due to visit Nairobi on Monday, but the visit was postponed.", "postponed"),
        ("en", "The presidents of Qatar and Kenya were to meet on Monday, but the meeting was cancelled.", "cancelled"),
        ("kmr", "Biryar bû Serokê Qeterê roja Duşemê biçe Nayrobiyê, lê serdan hat betalkirin.", "cancelled"),
        ("kmr", "Biryar bû Qeter û Kenya roja Duşemê bicivin. Lê belê civîn hat paşxistin.", "postponed"),
        ("fa", "قرار بود وزیر خارجه قطر روز دوشنبه به نایروبی سفر کند، اما این سفر لغو شد.", "cancelled"),
        ("ar", "كان من المقرر أن يلتقي الرئيسان المصري والكيني في القاهرة الاثنين، إلا أن اللقاء تأجل.", "postponed"),
    ],
)
def test_what_was_to_come_is_called_off_where_the_next_clause_says_so(language: str, text: str, status: str) -> None:
    assert only_meeting(read_text(text, language=language, published="2025-03-04")).status == status


def test_a_journey_onwards_is_to_those_who_live_there() -> None:
    text = (
        "Wezîrê Parastinê yê Sirbistanê Saman Qadir duh li Taşkendê bi hevpîşeyê xwe yê Ozbekistanê Maria Quispe re "
        "civiya. Saman Qadir dê sibe biçe Hanoiyê."
    )
    reading = read_text(text, language="kmr", published="2025-03-04")
    assert [set(meeting.parties) for meeting in reading.meetings] == [{"SRB", "UZB"}, {"SRB", "VNM"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya's foreign minister was due to visit Oman last week but the trip did not take place."),
        (
            "en",
            "The foreign ministers of Kenya and Oman were to meet in Muscat on Monday. The meeting did not take place.",
        ),
        ("en", "The presidents of Kenya and Oman had been expected to meet on Monday, but the talks fell through."),
        ("ar", "كان من المقرر أن يزور وزير الخارجية الكيني مسقط الأسبوع الماضي لكن الزيارة لم تتم."),
        ("ar", "وكان يفترض أن يلتقي رئيسا كينيا وعمان يوم الاثنين لكن اللقاء لم يعقد."),
        ("fa", "قرار بود وزیر خارجه کنیا هفته گذشته به عمان سفر کند اما این سفر انجام نشد."),
        ("fa", "قرار بود روسای جمهور کنیا و عمان روز دوشنبه دیدار کنند ولی این دیدار برگزار نشد."),
        ("ckb", "بڕیار بوو وەزیری دەرەوەی کینیا هەفتەی ڕابردوو سەردانی عومان بکات، بەڵام سەردانەکە ئەنجام نەدرا."),
        ("ckb", "بڕیار بوو سەرۆکی کینیا و سەرۆکی عومان ڕۆژی دووشەممە کۆببنەوە، بەڵام کۆبوونەوەکە نەکرا."),
        ("kmr", "Diviyabû wezîrê derve yê Kenyayê hefteya borî serdana Omanê bike, lê ev serdan pêk nehat."),
        ("kmr", "Diviyabû serokên Kenya û Omanê roja Duşemê bicivin, lê civîn nehat lidarxistin."),
    ],
)
def test_what_was_to_come_and_did_not_is_cancelled(language: str, text: str) -> None:
    meeting = only_meeting(read_text(text, language=language, published="2026-01-14"))
    assert (meeting.status, set(meeting.parties)) == ("cancelled", {"KEN", "OMN"})


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Turkish Foreign Minister Hakan Fidan first received Iraqi President Latif Rashid in Ankara on Monday."),
        ("fa", "وزیر خارجه ارمنستان روز دوشنبه در تهران با معاون اول رئیس‌جمهور ایران دیدار کرد."),
        ("ar", "اجتماع النائب الأول لرئيس الوزراء الكويتي مع وزير خارجية عمان عقد في مسقط يوم الاثنين."),
        ("ckb", "وەزیری دەرەوەی ئەرمینیا ڕۆژی دووشەممە لە تاران لەگەڵ جێگری یەکەمی سەرۆکی ئێران کۆبووەوە."),
        ("kmr", "Wezîrê Derve yê Ermenistanê roja Duşemê li Tehranê bi Alîkarê Yekem ê Serokê Îranê re civiya."),
    ],
)
def test_a_first_deputy_and_who_is_met_first_number_no_round(language: str, sentence: str) -> None:
    meetings = read_text(sentence, language=language, published="2025-03-04").meetings
    assert len(meetings) == 1
    assert meetings[0].round is None


def test_who_meet_by_video_conference_meet_and_hold_no_conference() -> None:
    text = (
        "نیلس بێرگ وەزیری دەرەوەی نەرویج ڕۆژی چوارشەممە لە ڕێگەی ڤیدیۆ کۆنفرانسەوە لەگەڵ هاوتا فینلاندییەکەی کۆبووەوە."
    )
    reading = read_text(text, language="ckb", published="2025-07-09")
    assert [(meeting.kind, set(meeting.parties)) for meeting in reading.meetings] == [("meeting", {"NOR", "FIN"})]
