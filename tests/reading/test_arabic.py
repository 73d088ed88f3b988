"""Arabic reports of talks: what a careful reader takes from them, and what not."""

from __future__ import annotations

import pytest
from tests.reading.entries import only_commitment, only_meeting

from peyman.model import Reading
from peyman.reading.reader import read_text

PUBLISHED = "2024-05-16"


def read(text: str, published: str = PUBLISHED) -> Reading:
    return read_text(text, language="ar", published=published)


def test_a_ministry_announces_talks_in_a_statement() -> None:
    reading = read(
        "محادثات بين تونس وإيطاليا\n"
        "أعلنت وزارة الخارجية التونسية في بيان أن تونس وإيطاليا عقدتا محادثات في روما يوم 14 مايو 2024."
    )
    statement = reading.statements[0]
    assert len(reading.statements) == 1
    assert (statement.kind, statement.parties) == ("statement", ["TUN"])
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("held", "2024-05-14")
    assert set(meeting.parties) == {"TUN", "ITA"}
    assert meeting.said_in == [statement.id]


def test_a_meeting_told_twice_is_one_meeting_with_its_date_and_its_place() -> None:
    reading = read(
        "لقاء مغربي إسباني\n"
        "التقى وزير الخارجية المغربي نظيره الإسباني يوم 15 مايو 2024.\n"
        "وعقد اللقاء بين المغرب وإسبانيا في مدريد."
    )
    meeting = only_meeting(reading)
    assert (meeting.status, meeting.date) == ("held", "2024-05-15")
    assert set(meeting.parties) == {"MAR", "ESP"}
    assert next(p.name for p in reading.places if p.id == meeting.place) == "مدريد"


def test_a_continuing_commitment_of_the_participants_binds_those_at_the_table() -> None:
    reading = read(
        "مشاورات عسكرية\n"
        "عقدت الأردن وألمانيا مشاورات عسكرية في عمّان يوم 15 مايو 2024.\n"
        "وجدد المشاركون التزامهم المستمر بالتعاون في أمن الحدود."
    )
    commitment = only_commitment(reading)
    assert set(commitment.by) == {"JOR", "DEU"}
    assert (commitment.class_, commitment.strength, commitment.window) == ("cooperate", "reaffirmed", None)


def test_the_coming_months_are_an_open_window() -> None:
    reading = read(
        "مباحثات\n"
        "التقى وزير خارجية عُمان نظيره القطري يوم 14 مايو 2024.\n"
        "وقال البلدان إن كبار المسؤولين في البلدين سيواصلون مشاوراتهم خلال الأشهر المقبلة."
    )
    commitment = only_commitment(reading)
    assert set(commitment.by) == {"OMN", "QAT"}
    assert (commitment.class_, commitment.strength, commitment.window) == ("consult", "will", "2024-05/..")


def test_a_joint_statement_that_an_embassy_publishes_is_of_both() -> None:
    reading = read(
        "فرنسا ولبنان\n"
        "نشرت السفارة الفرنسية في بيروت بياناً مشتركاً لفرنسا ولبنان. "
        "وجاء في البيان المشترك أن فرنسا تعهدت بمواصلة تدريب الجيش اللبناني."
    )
    joint = [s for s in reading.statements if s.joint]
    assert len(joint) == 1
    assert joint[0].kind == "joint-statement"
    assert set(joint[0].parties) == {"FRA", "LBN"}
    commitment = only_commitment(reading)
    assert (commitment.by, commitment.class_, commitment.strength) == (["FRA"], "support", "committed")
    assert commitment.said_in == [joint[0].id]


def test_a_refusal_is_told_from_an_undertaking() -> None:
    reading = read("ليبيا ومصر\nقال المتحدث باسم الحكومة الليبية إن ليبيا لن تسحب قواتها من الحدود مع مصر.")
    commitment = only_commitment(reading)
    assert (commitment.by, commitment.class_, commitment.polarity) == (["LBY"], "withdraw", "refused")


def test_an_undertaking_on_a_condition() -> None:
    reading = read("السودان وتشاد\nتعهدت تشاد بفتح المعبر أمام قوافل السودان إذا توقف القتال.")
    commitment = only_commitment(reading)
    assert (commitment.by, commitment.strength) == (["TCD"], "conditional")
    assert commitment.condition is not None


def test_a_postponed_meeting_is_neither_held_nor_planned() -> None:
    reading = read("تأجيل\nتقرر تأجيل الاجتماع الذي كان مقررا بين الجزائر ومالي يوم 20 مايو 2024 إلى موعد لاحق.")
    meeting = only_meeting(reading)
    assert meeting.status == "postponed"
    assert set(meeting.parties) == {"DZA", "MLI"}


def test_a_cancelled_visit() -> None:
    reading = read("إلغاء زيارة\nألغى وزير خارجية اليونان زيارته إلى تركيا التي كانت مقررة يوم 21 مايو 2024.")
    meeting = only_meeting(reading)
    assert (meeting.kind, meeting.status) == ("visit", "cancelled")
    assert set(meeting.parties) == {"GRC", "TUR"}


def test_a_denied_meeting_is_kept_as_denied() -> None:
    reading = read("نفي\nنفت وزارة الخارجية الكويتية عقد أي اجتماع بين الكويت وإيران في مسقط.")
    assert only_meeting(reading).status == "denied"
    assert set(only_meeting(reading).parties) == {"KWT", "IRN"}


def test_each_thing_agreed_in_coordinated_clauses_is_an_undertaking() -> None:
    reading = read("كينيا وأوغندا\nاتفقت كينيا وأوغندا على أن تدرب كينيا حرس الحدود، وأن تفتح أوغندا المعبر.")
    assert [(c.class_, c.strength) for c in reading.commitments] == [("support", "agreed"), ("implement", "agreed")]


def test_the_items_of_a_list_are_undertakings_or_refusals_of_those_who_agreed() -> None:
    reading = read(
        "اجتماع أردني سوري\n"
        "اختتم الوفدان الأردني والسوري اجتماعهما في عمّان يوم 14 مايو 2024 بعد يومين من المناقشات المطولة بين الخبراء.\n"
        "واتفق الجانبان على ما يأتي:\n"
        "- فتح المعبر على مدار الساعة\n"
        "- تبادل المعلومات عن التهريب\n"
        "- رفض أي وجود مسلح على الحدود"
    )
    assert [set(c.by) for c in reading.commitments] == [{"JOR", "SYR"}] * 3
    assert [(c.class_, c.polarity) for c in reading.commitments][:2] == [
        ("implement", "undertaken"),
        ("cooperate", "undertaken"),
    ]
    assert reading.commitments[2].polarity == "refused"


@pytest.mark.parametrize(
    "sentence",
    [
        "أعرب الوزير القطري عن أمله في أن تتوصل سوريا ولبنان إلى اتفاق.",
        "دعت مصر السودان وإثيوبيا إلى استئناف التعاون.",
        "من المتوقع أن يؤدي الاتفاق بين العراق والأردن إلى زيادة التجارة.",
        "شدد الوزيران على ضرورة دعم التعاون بين العراق والأردن.",
    ],
)
def test_hopes_appeals_forecasts_and_needs_are_no_undertakings(sentence: str) -> None:
    assert read(f"العراق والأردن ومصر\n{sentence}").commitments == []


def test_seats_and_rooms_of_talks_are_no_encounters() -> None:
    reading = read("الأطراف\nدعت النرويج حكومة كولومبيا وحكومة فنزويلا إلى العودة إلى طاولة المفاوضات.")
    assert reading.meetings == []


def test_words_that_begin_like_a_future_are_none() -> None:
    reading = read(
        "العراق وتركيا\nأكد العراق وتركيا أن سيادة البلدين وسياسة حسن الجوار أساس العلاقات. والعراق سيد قراره."
    )
    assert [c for c in reading.commitments if c.strength == "will"] == []


def test_whom_a_minister_discusses_with_may_stand_far_behind_the_verb() -> None:
    meeting = only_meeting(
        read("بحث وزير الخارجية المصري، يوم 14 مايو 2024، مع نظيره التونسي سبل تعزيز العلاقات بين البلدين.")
    )
    assert meeting.date == "2024-05-14"
    assert set(meeting.parties) == {"EGY", "TUN"}


def test_a_name_behind_the_host_of_an_ambassador_is_not_the_hosts() -> None:
    reading = read(
        "بحث وزير الخارجية الكويتي سالم الصباح يوم 14 مايو 2024 مع سفير إيطاليا لدى دولة الكويت كارلو بالدوتشي."
    )
    assert set(only_meeting(reading).parties) == {"KWT", "ITA"}


def test_whom_somebody_met_next_is_another_encounter() -> None:
    reading = read(
        "التقى وزير الخارجية المصري يوم 14 مايو 2024 نظيره التونسي في القاهرة، ثم التقى وزير الخارجية الفرنسي."
    )
    tables = [set(meeting.parties) for meeting in reading.meetings]
    assert {"EGY", "TUN"} in tables
    assert {"EGY", "TUN", "FRA"} not in tables


@pytest.mark.parametrize(
    "sentence",
    [
        "ويرى وزير الخارجية التونسي نبيل عمار أن الحرب طالت.",
        "ووصفت وزارة الخارجية التونسية الاتهامات بأنها باطلة.",
        "وطالب وزير الخارجية المصري سامح شكري المجتمع الدولي بوقف الحرب.",
        "وشدد رئيس الوزراء اللبناني نجيب ميقاتي على أن الحدود خط أحمر.",
    ],
)
def test_who_judges_describes_demands_or_insists_says_something(sentence: str) -> None:
    assert len(read(sentence).statements) == 1


def test_whole_is_no_gathering_though_it_is_written_almost_alike() -> None:
    told = "الأطراف\nالتأم وزيرا خارجية كولومبيا وفنزويلا يوم الاثنين في النرويج."
    assert [set(m.parties) for m in read(told).meetings] == [{"COL", "VEN"}]
    assert read("الأطراف\nتوعدت كولومبيا بالرفض التام لما أعلنته فنزويلا يوم الاثنين.").meetings == []


def test_a_number_within_the_name_of_a_month_numbers_no_round() -> None:
    text = "زار وزير الدفاع التركي بغداد في 20 تشرين الثاني 2025 للقاء نظيره العراقي ثابت العباسي."
    meetings = read(text).meetings
    assert meetings and {meeting.round for meeting in meetings} == {None}


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("التقى وزير الخارجية البيروفي نظيره القرغيزستاني في الدوحة يوم 14 مايو 2024.", {"PER", "KGZ"}),
        ("التقى الرئيس الإيفواري الرئيس الهنغاري في الدوحة يوم 14 مايو 2024.", {"CIV", "HUN"}),
        ("أجرت بيرو وتوغو محادثات في الدوحة يوم 14 مايو 2024.", {"PER", "TGO"}),
    ],
)
def test_adjectives_and_names_of_states_have_more_than_one_spelling(sentence: str, parties: set[str]) -> None:
    assert set(only_meeting(read(sentence)).parties) == parties


def test_teams_that_meet_hold_no_talks() -> None:
    assert read("يلتقي منتخب جورجيا نظيره الإندونيسي يوم 20 مايو 2024 في القاهرة.").meetings == []


def test_what_somebody_sends_is_no_part_of_his_name() -> None:
    reading = read("بعث أمير قطر دانيال مبيكي برقية تهنئة إلى رئيس كينيا.")
    assert [a.name for a in reading.actors if a.kind == "person"] == ["دانيال مبيكي"]


@pytest.mark.parametrize(
    "sentence",
    [
        "تعهد وزير خارجية أرمينيا دانيال مبيكي يوم الاثنين بأن تواصل بلاده دعم قطر.",
        "تعهدت حكومة أرمينيا يوم الاثنين بأنها ستواصل دعم قطر.",
    ],
)
def test_what_is_pledged_stands_behind_who_pledges_and_when(sentence: str) -> None:
    commitment = only_commitment(read(sentence))
    assert (commitment.by, commitment.strength) == (["ARM"], "committed")


@pytest.mark.parametrize(
    "sentence",
    [
        "رفضت جورجيا يوم الاثنين التفاوض مع صربيا.",
        "رفض الرئيس الجورجي يوم الاثنين إجراء محادثات مباشرة مع صربيا.",
    ],
)
def test_the_day_on_which_talks_are_refused_is_no_day_of_talks(sentence: str) -> None:
    reading = read(sentence)
    assert reading.meetings == []
    assert [c.by for c in reading.commitments] == [["GEO"]]


def test_what_is_rejected_at_talks_leaves_the_talks_held() -> None:
    assert only_meeting(read("رفضت جورجيا الخطة خلال محادثات مع صربيا في الدوحة يوم الاثنين.")).status == "held"


@pytest.mark.parametrize(
    "words",
    [
        "ومن المنتظر أن يوقع وزيرا خارجية كينيا وغانا اتفاقية للتعاون الثقافي.",
        "وينتظر أن يلتقي وزيرا خارجية كينيا وغانا.",
        "ومن المقرر أن يجري الوزيران الكيني والغاني محادثات.",
    ],
)
def test_what_is_expected_is_still_to_come(words: str) -> None:
    meeting = only_meeting(read(words))
    assert (meeting.status, set(meeting.parties)) == ("planned", {"KEN", "GHA"})


@pytest.mark.parametrize("verb", ["أجل", "أرجأ"])
def test_whoever_puts_a_journey_off_has_not_gone(verb: str) -> None:
    meeting = only_meeting(read(f"{verb} رئيس الوزراء الكيني زيارته إلى أكرا التي كانت مقررة الأسبوع المقبل."))
    assert meeting.status == "postponed"


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("التقى الرئيس المالي نظيره السنغالي.", {"MLI", "SEN"}),
        ("التقى الرئيس الكيني رئيس المجلس الانتقالي الهايتي في نيروبي.", {"KEN", "HTI"}),
        ("اجتمع الحزب الديمقراطي الكردستاني والاتحاد الوطني الكردستاني في أربيل.", {"KDP", "PUK"}),
    ],
)
def test_names_that_are_other_words_or_run_into_the_next_are_told_apart(words: str, parties: set[str]) -> None:
    assert set(only_meeting(read(words)).parties) == parties


def test_a_capital_before_a_number_of_something_is_no_dateline() -> None:
    commitment = only_commitment(read("وبموجب المذكرة، ستقدم الدوحة 50 مليون دولار لكينيا."))
    assert commitment.by == ["QAT"]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (
            "قال الوزير الكيني فريد رحمانوف إن بلاده ترفض الضغط. وأضاف في مقابلة مع قناة الجزيرة أن المحادثات توقفت.",
            ["interview"],
        ),
        ("وصل الرئيس الكيني وليام روتو إلى الدوحة. وقال في مؤتمر صحفي إن الحوار مستمر.", ["press-conference"]),
        ("التقى الوزير الكيني نظيره الغاني. وقال الوزير الكيني في حديث إن المحادثات توقفت.", ["interview"]),
    ],
)
def test_a_verb_without_a_subject_is_said_of_whoever_spoke_or_acted_before(words: str, kinds: list[str]) -> None:
    statements = read(words).statements
    assert [(s.kind, s.parties) for s in statements] == [(kind, ["KEN"]) for kind in kinds]


@pytest.mark.parametrize(
    "words",
    [
        "استقبل وزير الخارجية الكيني دانيال مبيكي نظيره الغاني. وأكد أن بلاده ستدعم السلام.",
        "التقى الرئيس الكيني وفدا من غانا. وأوضح أن بلاده ستفتح سفارة في أكرا.",
    ],
)
def test_his_country_is_that_of_whoever_met_somebody(words: str) -> None:
    assert only_commitment(read(words)).by == ["KEN"]


def test_each_signs_for_the_side_that_is_named_before() -> None:
    reading = read("ووقع عن الجانب المصري وزير الخارجية بدر عبد العاطي وعن الجانب الكيني موساليا مودافادي.")
    assert {a.name: a.party for a in reading.actors if a.kind == "person"}["موساليا مودافادي"] == "KEN"


@pytest.mark.parametrize(
    "words",
    [
        "رئيسة الوزراء التونسية تشيد بمتانة الصلات مع الجزائر",
        "كانت اللغة دوما سبب خصام بين كينيا وغانا عاما بعد عام.",
    ],
)
def test_common_words_are_no_names_and_no_dates(words: str) -> None:
    reading = read(words)
    assert not [actor for actor in reading.actors if actor.kind in ("person", "body")]
    assert not reading.dates


def test_the_duma_is_one_with_its_article() -> None:
    reading = read("وافق مجلس الدوما أمس على الاتفاق، وقال رئيس الدوما إنه مهم.")
    assert [actor.key for actor in reading.actors if actor.kind == "body"] == ["RUS:duma"]


def test_what_an_office_holder_does_in_a_headline_is_nobodys_name() -> None:
    reading = read("رئيس الجمهورية يتسلم أوراق اعتماد سفير تشاد\nتسلم رئيس الجمهورية أوراق اعتماد السفير محمد ساليف.")
    assert [a.names["ar"] for a in reading.actors if a.kind == "person"] == ["محمد ساليف"]


@pytest.mark.parametrize(
    "words",
    [
        "استقبل أمير قطر وزير الخارجية العماني سالم الحارثي. حضر المقابلة رئيس الديوان خالد الكعبي.",
        "استقبل ملك الأردن السفير الياباني كينجي ساتو، وبعد المقابلة غادر السفير القصر.",
    ],
)
def test_an_audience_is_no_interview(words: str) -> None:
    assert "interview" not in {statement.kind for statement in read(words).statements}


def test_who_attends_an_audience_takes_part_in_it() -> None:
    reading = read(
        "استقبل أمير قطر في الدوحة وزير الخارجية العماني سالم الحارثي. وحضر المقابلة رئيس الديوان خالد الكعبي."
    )
    names = {actor.id: actor.names["ar"] for actor in reading.actors}
    assert "خالد الكعبي" in {names.get(p.actor or "") for p in only_meeting(reading).participants}


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت الجماعة الكينية على القرية عبر هجمات لبعض المقاتلين.",
        "كما كشف تحقيقان لصحيفة كينية أن القوات العمانية أطلقت النار.",
        "عقد مجلس الأمن الدولي جلسة دعت إليها كينيا.",
    ],
)
def test_nobody_speaks_through_something_in_an_inquiry_or_where_a_session_was_called_for(text: str) -> None:
    assert read_text(text, language="ar").statements == []


@pytest.mark.parametrize(
    "text",
    [
        "عبر عدد من النواب الكينيين، أمس الثلاثاء، عن استيائهم لأن عمان ردت وفدا برلمانيا.",
        "عبر الوزير الكيني سالم الحداد عن قلقه من الوضع في السودان.",
    ],
)
def test_who_expresses_something_speaks(text: str) -> None:
    assert [s.parties for s in read_text(text, language="ar").statements] == [["KEN"]]
