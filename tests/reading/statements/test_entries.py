"""Who says something: unnamed speakers, chains of reports, pages of a party, and where a statement is told best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.clauses.context import Context
from peyman.reading.reader import prepare, read_text
from peyman.reading.statements.attribution import StatementDraft, mentions_in_order
from peyman.reading.statements.entries import find_statements, shipped
from peyman.reading.statements.voices import _owners
from peyman.sources import SourceDocument


def proposed(text: str, publisher: str | None = None) -> tuple[Context, list[StatementDraft]]:
    """Return what may be a statement, before it is judged."""
    source = SourceDocument(id="x", source="x", original=b"", text=text, publisher=publisher, published="2024-05-06")
    context = prepare(source).context
    return context, find_statements(context, shipped().speaker)


def test_two_unnamed_sources_are_two_statements() -> None:
    _, drafts = proposed(
        "A source said that the crossing between Iraq and Iran will open in June. "
        "The works are finished. An officer at the crossing said that the date is not known."
    )
    assert len([d for d in drafts if not d.entries]) == 2


def test_the_same_unnamed_source_told_twice_is_one_statement() -> None:
    _, drafts = proposed(
        "ونفى مصدر حكومي عقد لقاء بين العراق وإيران. وقال المصدر إن الموعد لم يحدد.",
    )
    assert len(drafts) == 1
    assert len(drafts[0].mentions) == 2


def test_a_statement_reported_in_another_names_it() -> None:
    reading = read_text(
        "وزارت خارجه ایران در بیانیه‌ای اعلام کرد که وزیر خارجه عراق گفته است بغداد به تعهد خود پایبند است.",
        published="2024-05-06",
    )
    outer, inner = reading.statements
    assert (outer.parties, outer.via) == (["IRN"], None)
    assert (inner.parties, inner.via) == (["IRQ"], outer.id)


def test_a_page_of_a_ministry_is_proposed_as_its_statement_though_it_announces_nothing() -> None:
    text = "Minister receives Ambassador of Somalia\nThe Minister received the Ambassador of Somalia on Monday."
    _, drafts = proposed(text, "Ministry of Foreign Affairs of Kenya")
    assert [(d.parties, d.unannounced, d.date) for d in drafts] == [(("KEN",), True, "2024-05-06")]
    assert not any(d.unannounced for d in proposed(text, "Reuters")[1])


def test_a_title_and_its_release_are_one_joint_statement() -> None:
    _, drafts = proposed(
        "Joint Statement on the Border Crossing\n"
        "The text of the following statement was released by the Governments of Kenya and Somalia.\n"
        "We will open the crossing in June.",
        "Ministry of Foreign Affairs of Kenya",
    )
    joint = [d for d in drafts if d.joint]
    assert [set(d.parties) for d in joint] == [{"KEN", "SOM"}]


def test_a_verb_without_subject_goes_on_with_whoever_spoke() -> None:
    _, drafts = proposed(
        "قال وزير الخارجية العراقي فؤاد حسين إن بلاده ستستضيف المحادثات. وأضاف أن الوفد الإيراني سيصل غداً."
    )
    assert [d.parties for d in drafts] == [("IRQ",)]
    assert len(drafts[0].mentions) == 2


def test_the_telling_that_says_most_comes_first() -> None:
    context, drafts = proposed("Iraq said no. Iraq said in a statement that it will attend the talks with Iran.")
    (draft,) = drafts
    draft.main = draft.mentions[-1][2]
    assert mentions_in_order(context, draft)[0][2] == draft.main


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 9)), max_size=12))
def test_a_token_in_several_stretches_belongs_to_the_one_told_last(stretches: list[tuple[int, int, int]]) -> None:
    expected: dict[int, int] = {}
    for begin, end, number in stretches:
        expected.update(dict.fromkeys(range(begin, end), number))
    assert _owners(stretches) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Ministry spokesman gives a date\n"
        "Ismail Baghaei, spokesman of the Iranian Foreign Ministry, said that talks with Oman will resume. "
        "The Foreign Ministry spokesman said that the date is not known.",
        "اسماعیل بقائی سخنگوی وزارت امور خارجه ایران گفت که گفت‌وگو با عمان ادامه دارد. "
        "سخنگوی وزارت خارجه گفت: زمان آن معلوم نیست. سخنگوی دستگاه دیپلماسی افزود که خبر تازه‌ای نیست.",
        "صرح المتحدث باسم وزارة الخارجية المصرية أحمد حافظ بأن الوزيرين بحثا العلاقات مع عمان. "
        "وأوضح المتحدث باسم وزارة الخارجية أن الموعد لم يحدد.",
        "وتەبێژی وەزارەتی دەرەوەی ئێران، ئیسماعیل بەقایی، ڕایگەیاند کە دانوستان لەگەڵ عومان دەکرێت. "
        "وتەبێژی وەزارەتی دەرەوە گوتی کاتەکەی دیار نییە.",
        "Berdevkê Wezareta Derve ya Îranê Îsmaîl Beqayî ragihand ku dê bi Umanê re biaxivin. "
        "Berdevkê Wezareta Derve got ku dem ne diyar e.",
    ],
)
def test_who_is_told_by_office_again_is_the_one_named_with_that_office(text: str) -> None:
    context, drafts = proposed(text)
    people = [{e for e in d.entries if context.found.actors[e].kind == "person"} for d in drafts]
    assert len(drafts) == 1
    assert len(people[0]) == 1
    assert len(drafts[0].mentions) >= 2


def test_an_office_that_two_people_hold_names_neither() -> None:
    context, drafts = proposed(
        "Iraqi officials spoke. Ali Hadi, spokesman of the Iraqi Foreign Ministry, said no. "
        "Omar Zaki, spokesman of the Iraqi Foreign Ministry, said yes. "
        "The Iraqi Foreign Ministry spokesman said that talks with Iran will go on."
    )
    unnamed = [d for d in drafts if not any(context.found.actors[e].kind == "person" for e in d.entries)]
    assert len(unnamed) == 1


def test_whoever_acts_behind_a_comma_is_not_the_source() -> None:
    _, drafts = proposed("به نقل از مهر، عباس عراقچی وزیر امور خارجه ایران با وزیر خارجه عراق دیدار کرد.")
    assert not drafts
    _, drafts = proposed("According to two officials, Iraq will hold talks with Iran in May.")
    assert [d.entries for d in drafts] == [()]


def test_at_a_joint_press_conference_each_speaks_for_himself() -> None:
    _, drafts = proposed(
        "Iraqi Foreign Minister Fuad Hussein said at a joint press conference with his Turkish counterpart Hakan Fidan "
        "that work begins in May. Hussein said that the water will be shared."
    )
    assert [(d.parties, d.joint) for d in drafts] == [(("IRQ",), False)]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Li gorî daxuyaniya Wezareta Derve ya Iraqê, balyozê Fransayê spasiya Bexdayê kir.", ("IRQ",)),
        ("بر پایه بیانیه وزارت امور خارجه عراق، سفیر فرانسه از بغداد تشکر کرد.", ("IRQ",)),
        ("According to the Iraqi government's press release, the ambassador of France thanked Baghdad.", ("IRQ",)),
    ],
)
def test_whose_statement_it_is_stands_beside_its_noun(text: str, issuer: tuple[str, ...]) -> None:
    _, drafts = proposed(text)
    assert [(d.kind, d.parties) for d in drafts if not d.weak] == [("statement", issuer)]


def test_what_the_minister_says_according_to_his_ministry_is_its_statement() -> None:
    _, drafts = proposed("بر پایه بیانیه وزارت امور خارجه عراق، فواد حسین گفت که بغداد میزبان گفت‌وگوها خواهد بود.")
    assert [d.parties for d in drafts] == [("IRQ",)]


def test_a_source_ends_at_its_comma() -> None:
    context, drafts = proposed("According to the US State Department, Blinken said the talks with Iraq will go on.")
    (draft,) = drafts
    assert [context.found.actors[e].kind for e in draft.entries] == ["body"]


def test_a_party_behind_a_colon_is_not_who_speaks() -> None:
    _, drafts = proposed(
        "سەرچاوەیەک بە ڕۆژنامەنووسانی گوت شاندەکە دێتە بەغدا. ئاماژەی بەوەش کرد: حکوومەتی هەرێمی کوردستان ئامادەیە."
    )
    assert [d.parties for d in drafts] == [()]


def test_a_news_outlet_that_says_is_no_statement_of_the_state_named_beside_it() -> None:
    _, drafts = proposed("Ajansa nêzî hikûmeta Îranê Tesnîm diyar kir ku civîna Îran û Iraqê li Tehranê hat kirin.")
    assert drafts == []


def test_an_office_told_in_other_words_is_the_same_one() -> None:
    _, drafts = proposed(
        "عباس عراقچی وزیر امور خارجه ایران در بدو ورود به بغداد گفت که سفر دو روزه است. "
        "وزیر خارجه ایران گفت که با عراق گفت‌وگو می‌کند."
    )
    assert len(drafts) == 1


def test_this_morning_is_no_statement_in_sorani() -> None:
    _, drafts = proposed("بەیانی ئەمڕۆ نێچیرڤان بارزانی، سەرۆکی هەرێمی کوردستان، پێشوازی لە باڵیۆزی سویسرا کرد.")
    assert drafts == []


def test_the_caption_of_a_picture_in_the_news_signs_nothing() -> None:
    _, drafts = proposed(
        "Talks in Accra\n\nMinistry of Foreign Affairs of Ghana\n\n"
        "The foreign minister of Togo told reporters in Accra that the talks with Ghana will go on in June.",
        "Reuters",
    )
    assert [d.parties for d in drafts] == [("TGO",)]


def test_whom_the_words_said_point_back_to_does_not_say_them() -> None:
    context, drafts = proposed(
        "Iraq's Foreign Minister Fuad Hussein met Sultan Haitham bin Tarik of Oman. "
        "The ministry said in a statement that the minister would go on to Doha."
    )
    assert [context.words(*draft.speaker) for draft in drafts] == ["The ministry"]
    assert [draft.parties for draft in drafts] == [("IRQ",)]


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("en", 'The Kenyan minister said at 10:30: "We think that they were frank."', "We think that they were frank."),
        ("fa", "وزیر خارجه کنیا گفت: «ما معتقدیم که گفت‌وگوها جدی بود.»", "ما معتقدیم که گفت‌وگوها جدی بود."),
        ("ar", "قال وزير خارجية كينيا: «نعتقد أن المحادثات كانت جدية».", "نعتقد أن المحادثات كانت جدية"),
        ("ckb", "وەزیری دەرەوەی کینیا گوتی: «پێمان وایە کە گفتوگۆکان باش بوون».", "پێمان وایە کە گفتوگۆکان باش بوون"),
        (
            "kmr",
            "Wezîrê Derve yê Kenyayê got: «Em bawer dikin ku hevdîtin baş bûn».",
            "Em bawer dikin ku hevdîtin baş bûn",
        ),
        ("fa", "وزیر خارجه کنیا گفت، دور بعدی در نایروبی برگزار می‌شود.", "دور بعدی در نایروبی برگزار می‌شود."),
        ("kmr", "Wezîrê Derve yê Kenyayê got, gera din dê li Naîrobiyê be.", "gera din dê li Naîrobiyê be."),
    ],
)
def test_what_is_said_begins_behind_the_marks_that_lead_up_to_it(code: str, text: str, said: str) -> None:
    (statement,) = read_text(text, published="2024-05-06", language=code).statements
    assert [text[start:end] for start, end in statement.content] == [said]


def test_marks_around_a_part_of_what_is_said_stay() -> None:
    text = "The Kenyan minister said “we agreed”, and “we shall meet again” in June."
    (statement,) = read_text(text, published="2024-05-06", language="en").statements
    assert [text[start:end] for start, end in statement.content] == ["“we agreed”, and “we shall meet again” in June."]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Governments of Kenya, Somalia and Qatar issued a joint statement on Sunday."),
        ("fa", "حکومت‌های کنیا، سومالی و قطر روز یکشنبه بیانیه مشترکی منتشر کردند."),
        ("ar", "أصدرت حكومات كينيا والصومال وقطر بيانا مشتركا يوم الأحد."),
        ("ckb", "حکوومەتەکانی کینیا و سۆماڵ و قەتەر ڕاگەیەندراوێکی هاوبەشیان بڵاوکردەوە."),
        ("kmr", "Hikûmetên Kenya, Somalî û Qeterê daxuyaniyeke hevbeş belav kirin."),
    ],
)
def test_the_governments_of_several_issue_their_joint_statement(code: str, text: str) -> None:
    reading = read_text(text, published="2024-05-06", language=code)
    (statement,) = reading.statements
    keys = {actor.id: actor.key for actor in reading.actors}
    assert statement.parties == [keys[issuer] for issuer in statement.issuers] == ["KEN", "SOM", "QAT"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Turkish Foreign Minister Hakan Fidan and Iraqi Foreign Minister Fuad Hussein held a press conference in "
            "Baghdad. Fidan said Turkey would support Iraq. Hussein said Iraq would allow no attacks.",
        ),
        (
            "fa",
            "هاکان فیدان وزیر خارجه ترکیه و فواد حسین وزیر خارجه عراق در نشست خبری مشترک سخن گفتند. "
            "فیدان گفت ترکیه از عراق حمایت می‌کند. حسین نیز گفت عراق اجازه حمله نمی‌دهد.",
        ),
        (
            "ar",
            "عقد وزير الخارجية التركي هاكان فيدان ونظيره العراقي فؤاد حسين مؤتمرا صحفيا مشتركا في بغداد. "
            "وقال فيدان إن تركيا ستدعم العراق. من جانبه قال حسين إن العراق لن يسمح بالهجوم على جيرانه.",
        ),
        (
            "ckb",
            "هاکان فیدان، وەزیری دەرەوەی تورکیا و فوئاد حوسێن، وەزیری دەرەوەی عێراق، "
            "لە کۆنگرەیەکی ڕۆژنامەوانیی هاوبەشدا قسەیان کرد. فیدان گوتی کە تورکیا پشتیوانیی عێراق دەکات. "
            "حوسێنیش ڕایگەیاند کە عێراق ڕێگە نادات هێرش بکرێتە سەر دراوسێکانی.",
        ),
        (
            "kmr",
            "Wezîrê Derve yê Iraqê Fuad Huseyn û Wezîrê Derve yê Tirkiyeyê Hakan Fîdan di konferansa rojnamevanî ya "
            "hevbeş de axivîn. Huseyn got ku wan li ser avê gotûbêj kir. Fîdan got ku dê şandeyek biçe Bexdayê.",
        ),
    ],
)
def test_of_two_who_speak_at_one_press_conference_each_has_his_words(code: str, text: str) -> None:
    reading = read_text(text, published="2024-05-06", language=code)
    single = [s.parties for s in reading.statements if len(s.parties) == 1]
    assert sorted(single) == [["IRQ"], ["TUR"]]


AHEAD = "The foreign ministers of Mauritania and Senegal met in Nouakchott on 8 November 2026. "


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            '"We have a text that all can live with," said Moctar Ould Djay, the Mauritanian prime minister, who came.',
            ["We have a text that all can live with"],
        ),
        (
            "“We have a text that all can live with,” Moctar Ould Djay, Mauritania's prime minister, told us.",
            ["We have a text that all can live with"],
        ),
        (
            "“We have a text,” the Mauritanian prime minister said, adding that work would begin in March.",
            ["We have a text", "work would begin in March."],
        ),
        (
            "Mauritania will reopen the crossing in March, its prime minister, Moctar Ould Djay, said on Monday.",
            ["Mauritania will reopen the crossing in March"],
        ),
        (
            "In the morning, the Mauritanian prime minister said that the crossing would reopen.",
            ["the crossing would reopen."],
        ),
    ],
)
def test_what_stands_before_its_speaker_is_what_was_said(words: str, said: list[str]) -> None:
    text = AHEAD + words
    [statement] = read_text(text, published="2026-11-09", language="en").statements
    assert [text[slice(*span)] for span in statement.content] == said


def test_what_is_undertaken_before_its_speaker_is_said_by_that_one() -> None:
    text = AHEAD + "“We will reopen the crossing in March,” said the Senegalese prime minister, Ousmane Sonko."
    reading = read_text(text, published="2026-11-09", language="en")
    assert [(one.by, one.said_in) for one in reading.commitments] == [(["SEN"], [reading.statements[0].id])]


ONE_STATEMENT = {
    "en": "The Foreign Ministry of Oman said in a statement on Monday that the foreign ministers of Oman and Iran had "
    "met in Muscat on 7 November 2026. According to the statement, the two sides agreed to reopen "
    "the ferry line by March.",
    "fa": "وزارت خارجه عمان روز دوشنبه در بیانیه‌ای اعلام کرد که وزیران خارجه عمان و ایران در ۱۶ آبان ۱۴۰۵ در مسقط "
    "دیدار کردند. بر اساس بیانیه، دو طرف توافق کردند خط کشتیرانی تا فروردین بازگشایی شود.",
    "ar": "قالت وزارة الخارجية العمانية في بيان يوم الاثنين إن وزيري خارجية عمان وإيران التقيا في مسقط في 7 تشرين "
    "الثاني 2026. ووفقا للبيان، اتفق الجانبان على إعادة فتح خط العبارات بحلول آذار.",
    "ckb": "وەزارەتی دەرەوەی عومان ڕۆژی دووشەممە لە ڕاگەیەندراوێکدا ڕایگەیاند کە وەزیرانی دەرەوەی عومان و ئێران لە ٧ی "
    "تشرینی دووەمی ٢٠٢٦ لە مەسقەت کۆبوونەوە. بەپێی ڕاگەیەندراوەکە، هەردوولا ڕێککەوتن هێڵی کەشتی تا مانگی ٣ بکرێتەوە.",
    "kmr": "Wezareta Derve ya Omanê roja Duşemê di daxuyaniyekê de got ku wezîrên derve yên Oman û Îranê di 7ê Mijdara "
    "2026an de li Mesqetê civiyan. Li gorî daxuyaniyê, her du alî li hev kirin ku xeta keştiyê heta Adarê bê vekirin.",
}


@pytest.mark.parametrize("language", ONE_STATEMENT)
def test_according_to_the_statement_means_the_one_told_before_and_not_one_of_whoever_agreed(language: str) -> None:
    reading = read_text(ONE_STATEMENT[language], published="2026-11-09", language=language)
    assert [statement.parties for statement in reading.statements] == [["OMN"]]
    assert reading.commitments and all(one.said_in == [reading.statements[0].id] for one in reading.commitments)


def test_a_heading_that_only_names_a_statement_says_nothing_of_it() -> None:
    heading = "بیانیه مشترک سفارت عمان در تهران"
    text = (
        "رایزنی عمان و ایران درباره آب\n\n"
        "وزارت خارجه ایران روز دوشنبه در بیانیه‌ای از برگزاری رایزنی عمان و ایران خبر داد.\n"
        f"{heading}\n"
        "همزمان، سفارت عمان در تهران نیز بیانیه‌ی مشترکی درباره رایزنی عمان و ایران منتشر کرد. "
        "در این بیانیه آمده است که مقامات عمان و ایران در ۷ نوامبر ۲۰۲۶ در تهران رایزنی کردند."
    )
    contents = [
        text[slice(*span)] for one in read_text(text, published="2026-11-09").statements for span in one.content
    ]
    assert contents and "سفارت عمان در تهران" not in contents


def test_the_statement_of_a_meeting_is_not_that_of_the_town_where_it_met() -> None:
    text = (
        "بیانیه پایانی نشست سه‌جانبه تهران\n\nتهران – ۲۸ آبان ۱۴۰۵\n\nوزیران خارجه ایران، روسیه و ترکیه امروز در تهران "
        "دیدار کردند. آنان توافق کردند نشست بعدی در سه‌ماهه نخست سال ۲۰۲۷ در آنکارا برگزار شود.\n"
    )
    [statement] = read_text(text, language="fa").statements
    assert (statement.joint, statement.issuers) == (True, [])
    assert set(statement.parties) == {"IRN", "RUS", "TUR"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fa", "وزرای خارجه کنیا و اتیوپی روز دوشنبه در بیانیه‌ای اعلام کردند که مرزها باز می‌ماند."),
        ("en", "The foreign ministers of Kenya and Ethiopia said in a statement on Monday that the borders stay open."),
        ("en", "Kenya and Ethiopia issued a statement on Monday."),
        ("fa", "بیانیه مشترک نشست نایروبی\n\nوزرای خارجه کنیا و اتیوپی در بیانیه مشترکی خواستار صلح شدند."),
    ],
)
def test_what_several_who_are_named_in_a_row_issue_is_one_statement_of_them_all(code: str, text: str) -> None:
    statements = read_text(text, language=code, published="2026-01-14").statements
    assert [(one.kind, one.joint, set(one.parties)) for one in statements] == [
        ("joint-statement", True, {"KEN", "ETH"})
    ]
