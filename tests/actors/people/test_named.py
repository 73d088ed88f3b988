"""People: their names, offices, parties and later mentions."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader

from peyman import languages
from peyman.actors.recognise import find_actors
from peyman.dates import find_dates
from peyman.text.analysis import analyse


def roles_of(read: Reader, code: str, words: str) -> dict[str, list[str]]:
    _, found = read(code, words)
    return {a.name: [role.title for role in a.roles] for a in found.actors if a.kind == "person"}


def test_offices_in_a_list_of_quoted_names_stand_behind_them(read: Reader) -> None:
    words = "با «محمد کاویانی» نخست‌وزیر، «سامان رستگار» رئیس پارلمان و «بهروز نادر» رئیس‌جمهور عراق دیدار کرد."
    assert roles_of(read, "fa", words) == {
        "محمد کاویانی": ["نخست‌وزیر"],
        "سامان رستگار": ["رئیس پارلمان"],
        "بهروز نادر": ["رئیس‌جمهور عراق"],
    }


def test_an_office_does_not_reach_over_a_preposition_to_the_next_name(read: Reader) -> None:
    roles = roles_of(read, "fa", "وزیر امور خارجه ایران در دیدار با مصطفی الکاظمی درباره روابط گفت‌وگو کرد.")
    assert roles == {"مصطفی الکاظمی": []}


def test_an_office_between_two_names_is_of_the_one_behind_it(read: Reader) -> None:
    roles = roles_of(read, "en", "President Arin Kawa, the Prime Minister, Saman Rustgar, and the Speaker met.")
    assert roles == {"Arin Kawa": ["President"], "Saman Rustgar": ["Prime Minister"]}


def test_a_form_of_address_is_no_part_of_the_office_before_it(read: Reader) -> None:
    roles = roles_of(read, "en", "The Minister of Foreign Affairs of Qatar, Mr Arin Kawa, spoke.")
    assert roles == {"Arin Kawa": ["Minister of Foreign Affairs of Qatar"]}


@pytest.mark.parametrize(
    ("code", "words"),
    [("ckb", "سەرۆک بارزانی و مەسرور بارزانی کۆبوونەوە."), ("kmr", "Serok Barzanî û Mesrûr Barzanî civiyan.")],
)
def test_two_of_one_family_stay_two(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert {a.key for a in found.actors if a.kind == "person"} == {"Q315927", "person:masrour-barzani"}


@pytest.mark.parametrize(
    "words", ["الوزيران يبحثان هاتفيا التطورات.", "استعرضا مجمل العلاقات.", "الجانبان يتبادلان وجهات النظر."]
)
def test_verbs_are_no_people(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    assert [a.name for a in found.actors if a.kind == "person"] == []


def test_an_office_does_not_reach_over_a_verb_of_receiving_to_the_guest(read: Reader) -> None:
    words = "یاشار گولەر، وەزیری بەرگریی تورکیا لە ئەنقەرە پێشوازی لە نوورەدین نەعسان، سوپاسالاری سووریا کرد."
    _, found = read("ckb", words)
    guest = next(entry for entry in found.actors if entry.kind == "person" and entry.name.startswith("نوورەدین"))
    assert guest.party == "SYR"
    assert [role.title for role in guest.roles] == ["سوپاسالاری سووریا"]


def test_a_word_of_time_before_a_surname_is_no_given_name(read: Reader) -> None:
    _, found = read("ckb", "سەرچاوەیەک گوتی، ئەمشەو سوودانی لە سەردانەکەی دەگەڕێتەوە.")
    assert all("ئەمشەو" not in entry.name for entry in found.actors)


def test_an_office_behind_a_name_without_a_comma_is_no_part_of_it(read: Reader) -> None:
    _, found = read("kmr", "Serok bi Carl Winston Wezîrê Enerjiyê yê Kanadayê re civiya.")
    (person,) = [entry for entry in found.actors if entry.kind == "person"]
    assert (person.name, person.party) == ("Carl Winston", "CAN")


def test_an_office_before_the_next_name_is_not_of_the_name_before_it(read: Reader) -> None:
    _, found = read("kmr", "Carl Winston û Wezîrê Derve yê Misirê Bedir Ebdulatî civiyan.")
    assert [a.party for a in found.actors if a.kind == "person" and "Bedir" in a.name] == ["EGY"]


def test_leadership_is_no_office(read: Reader) -> None:
    _, found = read("fa", "هیئت طالبان به رهبری ذبیح‌الله مجاهد وارد دوحه شد.")
    (person,) = [entry for entry in found.actors if entry.kind == "person"]
    assert (person.name, person.roles) == ("ذبیح‌الله مجاهد", [])


def test_a_month_in_a_date_is_no_agency_of_its_name(read: Reader) -> None:
    text = analyse("او از ۹ تا ۱۶ اکتبر (۱۷ تا ۲۴ مهر) در هند است.", languages.load("fa"))
    found = find_actors(text, dates=find_dates(text, "2025-10-04"))
    assert [entry.key for entry in found.actors if entry.kind == "body"] == []


def test_a_surname_written_as_one_word_and_as_two_is_one_person(read: Reader) -> None:
    words = "سعید خطیب‌زاده، سخنگوی وزارت امور خارجه ایران، سخن گفت. به گفته خطیب زاده، سفیر ایران هم آمد."
    _, found = read("fa", words)
    assert [len(entry.mentions) for entry in found.actors if entry.kind == "person"] == [2]


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("ar", "وصرح المتحدث باسم القائد العام للقوات المسلحة صباح النعمان بأن العملية انتهت.", "صباح النعمان"),
        ("fa", "فرمانده کل ارتش سرلشکر امیر حاتمی از یگان‌ها بازدید کرد.", "امیر حاتمی"),
        ("en", "Cabinet Secretary Hamid al-Ghazi attended the meeting in Baghdad.", "Hamid al-Ghazi"),
    ],
)
def test_a_name_behind_an_office_stands_apart_from_the_body(read: Reader, code: str, words: str, name: str) -> None:
    _, found = read(code, words)
    assert [entry.name for entry in found.actors if entry.kind == "person"] == [name]
    assert not any(name.split()[-1] in entry.name for entry in found.actors if entry.kind == "body")


def test_a_ruler_without_a_name_is_no_person(read: Reader) -> None:
    _, found = read("fa", "امیر قطر با وزیر خارجه ایران دیدار کرد.")
    assert [entry.kind for entry in found.actors] == ["party", "party"]


def test_the_governor_of_a_place_is_no_body(read: Reader) -> None:
    _, found = read("ckb", "پارێزگاری دهۆک، عەلی تەتەر، گوتی ئاوارەکان دەگەڕێنەوە.")
    assert [entry.kind for entry in found.actors] == ["person"]
    assert [place.key for place in found.places] == ["IRQ:duhok"]


def test_a_name_between_commas_is_whose_office_stands_before_it(read: Reader) -> None:
    _, found = read("ar", "رحب سفير فرنسا لدى العراق، باتريك دوريل، بالاتفاقية الموقعة.")
    assert [(entry.name, entry.party) for entry in found.actors if entry.kind == "person"] == [("باتريك دوريل", "FRA")]
    _, found = read("ar", "أعلن وزير خارجية قطر، ردا على سؤال، أن الوساطة مستمرة.")
    assert not [entry for entry in found.actors if entry.kind == "person"]


def test_an_office_before_another_name_is_no_person(read: Reader) -> None:
    _, found = read("en", "The acting Afghan Prime Minister, Mullah Muhammad Hassan Akhund, received him.")
    assert [entry.name for entry in found.actors if entry.kind == "person"] == ["Muhammad Hassan Akhund"]


def test_a_word_for_a_leader_is_a_given_name_before_a_surname_alone(read: Reader) -> None:
    _, found = read("ckb", "(ڕابەر سدیق) بریکاری وەزارەتی دارایی بەشدار بوو.")
    assert [entry.name for entry in found.actors if entry.kind == "person"] == ["ڕابەر سدیق"]


def test_a_name_ends_before_a_preposition_that_is_written_to_the_next_word(read: Reader) -> None:
    _, found = read("ar", "رحب السفير جون سميث بالقرار.")
    assert [entry.name for entry in found.actors] == ["جون سميث"]


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("ar", "أكد مستشار رئيس الوزراء للشؤون السياسية فادي الشمري ذلك.", "فادي الشمري"),
        ("ar", "وقع رئيس الهيئة العامة للمنافذ قتيبة بدوي اتفاقية مع الجانب التركي.", "قتيبة بدوي"),
        ("ckb", "هاوسەرۆکی مەسەدە لەیلا قەرەمان لەگەڵ شاندەکە کۆبووەوە.", "لەیلا قەرەمان"),
    ],
)
def test_a_name_behind_a_long_office_is_found_and_ends_where_it_ends(
    read: Reader, code: str, words: str, name: str
) -> None:
    _, found = read(code, words)
    assert [entry.name for entry in found.actors if entry.kind == "person"] == [name]


@pytest.mark.parametrize("words", ["در محل اقامت پزشکیان دیدار کردند.", "در مقر پزشکیان دیدار کردند."])
def test_where_somebody_stays_is_no_part_of_the_name(read: Reader, words: str) -> None:
    _, found = read("fa", words)
    assert {entry.name for entry in found.actors if entry.kind == "person"} <= {"پزشکیان"}


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("Lebanese PM Saad Hariri arrived.", "Saad Hariri", "LBN"),
        (
            "High Representative of the Union for Foreign Affairs and Security Policy Federica Mogherini arrived.",
            "Federica Mogherini",
            "EUR",
        ),
    ],
)
def test_offices_in_short_and_at_length(read: Reader, words: str, name: str, party: str) -> None:
    _, found = read("en", words)
    assert {entry.name: entry.party for entry in found.actors if entry.kind == "person"}[name] == party


def test_an_hour_of_the_afternoon_is_no_office(read: Reader) -> None:
    _, found = read("en", "The session begins at 5 PM Sunday and ends at 8 PM.")
    assert [entry.name for entry in found.actors if entry.kind == "person"] == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Serokwezîrê Iraqê çû Enqereyê. Mesrûr Barzanî û Sûdanî li wir rûniştin."),
        ("kmr", "Serokwezîrê Iraqê Mihemed Şiya Sûdanî hat. Barzanî bi Sûdanî re axivî."),
        ("ckb", "محەممەد شیاع سوودانییەوە پێشوازیی کرد. دواتر لەگەڵ سوودانی دانیشتن."),
        ("ckb", "حکوومەتی عێراق کۆبووەوە. سوودانی گوتی کۆبوونەوەکە باش بوو."),
        ("ar", "وصل رئيس الوزراء محمد شياع السوداني إلى أنقرة. وأكد السوداني أهمية المياه."),
        ("fa", "محمد شیاع السودانی وارد شد. دولت عراق گفت سودانی در آنکارا است."),
    ],
)
def test_a_surname_like_a_states_adjective_is_the_person(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert "SDN" not in [entry.key for entry in found.actors]
    assert "Q3700793" in [entry.key for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Serokwezîrê Iraqê Mihemed Şiya Sûdanî bi wezîrê Sûdanê re civiya. Aliyê Sûdanî spas kir."),
        ("ckb", "وەزیری دەرەوەی عێراق لەگەڵ هاوتا سوودانییەکەی کۆبووەوە."),
        ("ar", "استقبل وزير الخارجية العراقي نظيره السوداني في بغداد."),
    ],
)
def test_an_adjective_of_a_state_stays_one_where_the_state_is_meant(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert "SDN" in [entry.key for entry in found.actors]


@pytest.mark.parametrize(
    ("code", "words", "named"),
    [
        ("en", "He met Nepal Foreign Minister NP Rustgar there.", {"NP Rustgar": ["Nepal Foreign Minister"]}),
        ("en", "External Affairs Minister S Jaishankar spoke.", {"Jaishankar": ["External Affairs Minister"]}),
        ("ar", "وزير الخارجية يعقد لقاءً ثنائيًا مع نظيره السعودي", {}),
    ],
)
def test_offices_and_verbs_of_headlines_are_no_names(
    read: Reader, code: str, words: str, named: dict[str, list[str]]
) -> None:
    _, found = read(code, words)
    assert {a.name: [role.title for role in a.roles] for a in found.actors if a.kind == "person"} == named


@pytest.mark.parametrize(
    ("code", "words", "name", "party"),
    [
        ("en", "French Ambassador to Baghdad Patrick Durel met the minister.", "Patrick Durel", "FRA"),
        ("en", "The Indian ambassador to Kathmandu Ravi Menon left.", "Ravi Menon", "IND"),
        ("ar", "قال وزير خارجية قطر دانيال مبيكي للصحفيين إن الوفد وصل.", "دانيال مبيكي", "QAT"),
        ("ar", "استقبل وزير دفاع كينيا ماريا كيسبي في مكتبه.", "ماريا كيسبي", "KEN"),
        ("ar", "تلقى وزير خارجية قطر سامر المصري رسالة.", "سامر المصري", "QAT"),
        ("fa", "وزیر با دانیل مبکی همتای خود از کنیا گفت‌وگو کرد.", "دانیل مبکی", "KEN"),
    ],
)
def test_a_name_that_nobody_knows_is_read_beside_its_office(
    read: Reader, code: str, words: str, name: str, party: str
) -> None:
    assert (name, party) in [(a.name, a.party) for a in read(code, words)[1].actors if a.kind == "person"]


@pytest.mark.parametrize(
    ("code", "words", "parties"),
    [
        ("ar", "وصل وزير خارجية بيرو إلى الدوحة.", {"PER"}),
        ("ar", "وقعت بيرو وإندونيسيا مذكرة تفاهم.", {"PER", "IDN"}),
        ("ar", "التقى مستشار مالي بالعملاء.", set()),
        ("fa", "رئیس جمهور مالی به پاریس رفت.", {"MLI"}),
        ("fa", "وی معاون مالی شرکت بود.", set()),
    ],
)
def test_a_state_called_like_another_word_is_meant_behind_an_office_of_states(
    read: Reader, code: str, words: str, parties: set[str]
) -> None:
    assert {a.party for a in read(code, words)[1].actors if a.kind == "party"} == parties


def test_the_state_behind_a_name_is_none_of_it(read: Reader) -> None:
    _, found = read("en", "Foreign Minister Nguyen Van Hai of Oman met his Senegal counterpart on Monday.")
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [("Nguyen Van Hai", "OMN")]


def test_what_a_minister_is_for_is_no_name_behind_a_form_of_address(read: Reader) -> None:
    _, found = read("ar", "استقبل معالي وزير التشغيل والتكوين، السيد محمد سالم ولد مرزوك، الوفد.")
    assert [a.name for a in found.actors if a.kind == "person"] == ["محمد سالم ولد مرزوك"]


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Serokwezîrê Ozbekistanê Yûsif Warsame roja Duşemê çû Limayê.", "Yûsif Warsame", "UZB"),
        ("Nûnerê taybet ê Gurcistanê bo Morîtanyayê Maria Quispe got.", "Maria Quispe", "GEO"),
        ("Nûnerê Gurcistanê yê bo Morîtanyayê Maria Quispe got.", "Maria Quispe", "GEO"),
    ],
)
def test_whose_an_office_is_and_where_its_holder_is_sent_are_no_part_of_the_name(
    read: Reader, text: str, name: str, party: str
) -> None:
    _, found = read("kmr", text)
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [(name, party)]


def test_the_last_word_of_a_capitalised_field_begins_no_name(read: Reader) -> None:
    words = "Alîkarê Wezîrê Derve yê Gurcistanê yê Karûbarên Siyasî Saman Qadir gihîşte Nuwakşotê."
    _, found = read("kmr", words)
    assert [a.name for a in found.actors if a.kind == "person"] == ["Saman Qadir"]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        # A town, a form of address, and two names that the tagger does not know for names of persons.
        ("سەرەتای ٢٠٢٥ سەلاحەدین ڕەحمانۆڤ سکرتێری حزب چووە هەولێر.", ["سەلاحەدین ڕەحمانۆڤ"]),
        ("هەڤاڵ زێباری، بەرپرسی میدیای حکوومەت، گوتی کۆبوونەوەکە دواخرا.", ["هەڤاڵ زێباری"]),
        ("وەزیرەکە لەگەڵ جەلال شێخ نوری سەرپەرشتیاری ئیدارەکە دانیشت.", ["جەلال شێخ نوری"]),
        (
            "کاوە مەحموود سکرتێری حزب و هەندرێن ئەحمەد بەرپرسی پەیوەندییەکان چوونە هەولێر.",
            ["کاوە مەحموود", "هەندرێن ئەحمەد"],
        ),
    ],
)
def test_a_name_right_before_an_office_is_a_persons(read: Reader, words: str, people: list[str]) -> None:
    _, found = read("ckb", words)
    assert [a.name for a in found.actors if a.kind == "person"] == people
    assert not any(p.name == people[0].split(" ")[0] for p in found.places)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("وقال المبعوث الكيني إلى غانا ماريا كيسبي لقناة تلفزيونية إن المحادثات بدأت.", ["ماريا كيسبي"]),
        ("استدعت الوزارة القائم بأعمال سفارة كينيا دانيال مبيكي وسلمته مذكرة.", ["دانيال مبيكي"]),
        ("ناقش الوزير مع سفيرة كينيا دانيال مبيكي آفاق التعاون.", ["دانيال مبيكي"]),
        ("يرافق رئيس الوزراء وفد يضم وزير المالية سامر الحلبي.", ["سامر الحلبي"]),
        ("ويجري الوزيران الآن محادثات موسعة يُنتظر أن تطول.", []),
    ],
)
def test_what_stands_behind_a_name_in_arabic_is_none_of_it(read: Reader, words: str, named: list[str]) -> None:
    _, found = read("ar", words)
    assert [entry.name for entry in found.actors if entry.kind == "person"] == named


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("حضر الحفل سفير الأرجنتين بتونس خورخي مولينا.", "ARG"),
        ("ذكر سفير كينيا في موزمبيق ويزي كايرا أن اللقاء بدأ.", "KEN"),
        ("وترأس الوفد الأرميني دانيال مبيكي.", "ARM"),
    ],
)
def test_a_name_of_which_a_short_word_is_part_by_accident_is_one(read: Reader, words: str, party: str) -> None:
    _, found = read("ar", words)
    assert [entry.party for entry in found.actors if entry.kind == "person"] == [party]


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Goran Demirov wezîrê karên derve yê Vîetnamê roja Duşemê li Limayê bi balyoz re civiya.", ["VNM"]),
        ("Di civîna duyem da Ramiz Kasimov wezîrê karên hundir ê Tacîkistanê axivî.", ["TJK"]),
        ("Selma Barzî balyoza Perûyê li Tehranê duh axivî.", ["PER"]),
        ("Ferhad Kasimov wezîrê parastinê yê Omanê û Mila Joviç wezîra derve ya Sirbistanê civiyan.", ["OMN", "SRB"]),
    ],
)
def test_an_office_right_behind_a_name_ends_with_whose_it_is(read: Reader, words: str, parties: list[str]) -> None:
    _, found = read("kmr", words)
    people = [entry for entry in found.actors if entry.kind == "person"]
    assert [person.party for person in people] == parties
    assert all(person.roles for person in people)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Wezîrê Derve yê Qirqîzistanê Azad Beyan axivî.", "KGZ"),
        ("Wezîrê Derve yê Îsveçê Azad Beyan axivî.", "SWE"),
        ("Wezîrê Kosovayî Azad Beyan axivî.", "XKX"),
        ("Balyozê Mîrgehên Yekbûyî yên Erebî Azad Beyan axivî.", "ARE"),
    ],
)
def test_states_have_more_than_one_spelling_in_kurmanji(read: Reader, words: str, party: str) -> None:
    _, found = read("kmr", words)
    assert [entry.party for entry in found.actors if entry.kind == "person"] == [party]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("وزیر خارجه قطر با ونسا فرازیه وزیر امور خارجه هائیتی دیدار کرد.", {"ونسا فرازیه": "HTI"}),
        ("نخست‌وزیر عمان مورد استقبال دانیل مبکی وزیر امور خارجه سنگال قرار گرفت.", {"دانیل مبکی": "SEN"}),
        ("با تلاش مضاعف وزیر نیرو آب وصل شد.", {}),
        ("فرستاده آمریکا به دیدار پل کاگامه رئیس‌جمهور رواندا رفت.", {"پل کاگامه": "RWA"}),
    ],
)
def test_unknown_words_between_a_preposition_and_an_office_are_a_name(
    read: Reader, words: str, named: dict[str, str]
) -> None:
    _, found = read("fa", words)
    assert {entry.name: entry.party for entry in found.actors if entry.kind == "person"} == named
    assert not found.places


@pytest.mark.parametrize("name", ["حزب دمکرات کوردستان ایران", "حزب دموکرات کردستان ایران", "حزب دمکرات کردستان ایران"])
def test_spellings_of_one_party(read: Reader, name: str) -> None:
    _, found = read("fa", f"هیأتی از {name} وارد اربیل شد.")
    assert [entry.party for entry in found.actors if entry.kind == "body"] == ["KDPI"]


def test_words_for_regions_are_no_people(read: Reader) -> None:
    _, found = read("kmr", "Piraniya welatên Asyaya Navîn bêdeng in.")
    assert not [entry for entry in found.actors if entry.kind == "person"]


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        ("وەزیری دەرەوەی کەنەدا ڕێناس تەیفوور وتی دۆخەکە ئارامە.", "ڕێناس تەیفوور", "CAN"),
        ("شاندەکە لەگەڵ جێگری سەرۆکوەزیرانی سوید گۆردان گرلیچ ڕادمان کۆبووەوە.", "گۆردان گرلیچ ڕادمان", "SWE"),
        ("ڕۆژی دووشەممە، بیڤان هاوژار وەزیری دەرەوەی میسر گەیشتە فڕۆکەخانە.", "بیڤان هاوژار", "EGY"),
        ("لەگەڵ سیرۆجید موهریدین وەزیری بەرگریی ژاپۆن کۆبووەوە.", "سیرۆجید موهریدین", "JPN"),
        ("وەزیری کۆچ و کۆچبەرانی یەمەن ڕێناس تەیفوور وتی دۆخەکە ئارامە.", "ڕێناس تەیفوور", "YEM"),
        ("سەرۆکی ئەنجوومەنی نوێنەرانی سوید، ڕێناس تەیفوور، وتی دۆخەکە ئارامە.", "ڕێناس تەیفوور", "SWE"),
    ],
)
def test_a_bare_name_beside_an_office_is_found_by_the_ending_that_its_owner_lacks(
    read: Reader, words: str, name: str, party: str
) -> None:
    _, found = read("ckb", words)
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [(name, party)]


@pytest.mark.parametrize(
    "words",
    [
        "وەزیری دەرەوەی کەنەدا خەڵاتی نۆبڵ وەردەگرێت.",
        "سەرۆکی ژاپۆن یاساکەی پەسەند کرد.",
        "سەرۆکی یەمەن هێرشێکی توند دەکات.",
        "بڕیارە لەسەر داوای سەرۆکی حکوومەتی عێراق شاندێك بچێته تۆکیۆ.",
    ],
)
def test_what_an_officeholder_does_is_no_name(read: Reader, words: str) -> None:
    _, found = read("ckb", words)
    assert [a.name for a in found.actors if a.kind == "person"] == []


@pytest.mark.parametrize("field", ["دارایی و ئابووری", "سەرچاوەکانی ئاو", "خوێندنی باڵا و توێژینەوەی زانستی"])
def test_a_long_field_parts_no_office_of_this_country_from_its_holder(read: Reader, field: str) -> None:
    _, found = read("ckb", f"شاندی یەمەن گەیشت. وەزیری {field}ی ئەو وڵاتە، ڕێناس تەیفوور، وتی دۆخەکە ئارامە.")
    person = next(a for a in found.actors if a.kind == "person")
    assert (person.party, [role.title for role in person.roles]) == ("YEM", [f"وەزیری {field}ی ئەو وڵاتە"])


@pytest.mark.parametrize(
    "office",
    [
        "سخنگوی وزارت خارجه", "سخنگوی دولت", "رئیس مجلس", "وزیر خارجه سابق", "کفیل وزارت کشور", "وزیر معارف",
        "رئیس بانک مرکزی", "نخست‌وزیر موقت",
    ],
)  # fmt: skip
def test_names_that_nobody_knows_stand_behind_persian_offices(read: Reader, office: str) -> None:
    _, found = read("fa", f"{office} قرقیزستان هنریک یوهانسن روز دوشنبه گفت که وضع بهتر شده است.")
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [("هنریک یوهانسن", "KGZ")]


def test_a_name_in_brackets_stands_behind_its_office(read: Reader) -> None:
    _, found = read("fa", "وزیر خارجه قرقیزستان (رستم نورعلی‌زاده) روز دوشنبه گفت که وضع بهتر شده است.")
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [("رستم نورعلی‌زاده", "KGZ")]


def test_an_unknown_name_opens_a_persian_sentence_before_its_office(read: Reader) -> None:
    _, found = read("fa", "گلناره کریمووا وزیر کشاورزی قرقیزستان روز دوشنبه سخن گفت.")
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [("گلناره کریمووا", "KGZ")]


def test_who_leads_a_delegation_is_named_behind_the_leadership(read: Reader) -> None:
    _, found = read("ckb", "شاندێکی ژاپۆن بە سەرۆکایەتیی تۆماس ڤایدل گەیشتە بەغدا.")
    assert [(a.name, a.party) for a in found.actors if a.kind == "person"] == [("تۆماس ڤایدل", "JPN")]


@pytest.mark.parametrize("address", ["Madam Minister", "Madam Secretary", "Your Majesty", "Your Excellency"])
def test_a_form_of_address_is_nobody(read: Reader, address: str) -> None:
    _, found = read("en", f"Foreign Minister Juma Otieno of Kenya said: Thank you, {address}, for having me.")
    assert [a.name for a in found.actors if a.kind == "person"] == ["Juma Otieno"]


def test_a_room_called_after_somebody_is_a_place(read: Reader) -> None:
    _, found = read("en", "Foreign Minister Juma Otieno of Kenya spoke to reporters in the Grace Hopper Room.")
    assert [a.name for a in found.actors if a.kind == "person"] == ["Juma Otieno"]
    assert [p.name for p in found.places] == ["Grace Hopper Room"]


@pytest.mark.parametrize("name", ["Robert Hall", "Robert Street", "Robert Bridge"])
def test_a_surname_that_is_a_word_for_a_place_stays_one(read: Reader, name: str) -> None:
    _, found = read("en", f"British ambassador {name} met Omani officials in Muscat.")
    assert name not in [p.name for p in found.places]
    assert name in [a.name for a in found.actors if a.kind == "person"]
