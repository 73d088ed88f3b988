"""Whole texts: who and what is found, and how it becomes the entries of a reading."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.actors import recognise
from peyman.actors.bodies.short_forms import NoBodies
from peyman.actors.found import Found
from peyman.actors.known.tagger import NameSpan
from peyman.actors.recognise import find_actors, to_models
from peyman.text.analysis import analyse

from .conftest import Reader

# One report of ours in five languages: the defence ministry of one state, the embassy of another, talks in a capital.
REPORTS = {
    "fa": (
        "وزارت دفاع ارمنستان روز سه‌شنبه اعلام کرد که مقامات ارشد فرانسه و ارمنستان در ایروان با حضور آرام سرکیسیان، "
        "رئیس ستاد ارتش ارمنستان، رایزنی کردند.\nهم‌زمان سفارت فرانسه در ایروان بیانیه‌ای منتشر کرد. "
        "وزارت دفاع گفت رایزنی‌ها ادامه خواهد یافت."
    ),
    "ar": (
        "أعلنت وزارة الدفاع الأرمينية يوم الثلاثاء أن مسؤولين من فرنسا وأرمينيا تشاوروا في يريفان بحضور آرام سركيسيان، "
        "رئيس أركان الجيش الأرميني.\nوأصدرت سفارة فرنسا في يريفان بياناً. وقالت وزارة الدفاع إن المشاورات ستستمر."
    ),
    "ckb": (
        "وەزارەتی بەرگریی ئەرمینیا ڕایگەیاند کە بەرپرسانی باڵای فەرەنسا و ئەرمینیا لە یەریڤان بە ئامادەبوونی "
        "ئارام سەرکیسیان، سەرۆکی ئەرکانی سوپای ئەرمینیا، ڕاوێژیان کرد.\nباڵیۆزخانەی فەرەنسا لە یەریڤان بەیاننامەیەکی "
        "بڵاو کردەوە. وەزارەتی بەرگری گوتی ڕاوێژەکان بەردەوام دەبن."
    ),
    "kmr": (
        "Wezareta Parastinê ya Ermenistanê ragihand ku berpirsên Fransayê û Ermenistanê li Yêrêvanê bi amadebûna "
        "Aram Sarkîsyan, serokê erkanê artêşa Ermenistanê, şêwir kirin.\nBalyozxaneya Fransayê ya li Yêrêvanê "
        "daxuyaniyek belav kir. Wezareta Parastinê got ku şêwir dê berdewam bike."
    ),
    "en": (
        "The Armenian Ministry of Defence said that senior officials of France and Armenia consulted in Yerevan "
        "in the presence of Aram Sarkisyan, Chief of Staff of the Armenian Army.\nThe Embassy of France in Yerevan "
        "published a statement. The Ministry of Defence said that the consultations would go on."
    ),
}


def _keys(found: Found) -> set[str]:
    return {entry.key for entry in found.actors}


@pytest.mark.parametrize("code", REPORTS)
def test_states_and_bodies_have_the_same_keys_in_every_language(read: Reader, code: str) -> None:
    _, found = read(code, REPORTS[code])
    assert {"FRA", "ARM", "ARM:ministry:defence", "FRA:embassy:yerevan"} <= _keys(found)


@pytest.mark.parametrize("code", REPORTS)
def test_a_body_named_without_its_state_is_the_one_named_before(read: Reader, code: str) -> None:
    _, found = read(code, REPORTS[code])
    ministry = next(entry for entry in found.actors if entry.key == "ARM:ministry:defence")
    assert len(ministry.mentions) == 2
    assert ministry.party == "ARM"
    assert ministry.names["en"] == "Ministry of Defence of Armenia"


@pytest.mark.parametrize("code", REPORTS)
def test_a_person_has_a_name_an_office_and_a_party(read: Reader, code: str) -> None:
    text, found = read(code, REPORTS[code])
    people = [entry for entry in found.actors if entry.kind == "person"]
    assert len(people) == 1
    assert people[0].party == "ARM"
    assert people[0].roles
    role = people[0].roles[0]
    assert role.title == text.words(role.first, role.last)


@pytest.mark.parametrize("code", REPORTS)
def test_the_capital_is_a_place_where_something_happens_in_it(read: Reader, code: str) -> None:
    _, found = read(code, REPORTS[code])
    assert [(place.key, place.country) for place in found.places] == [("ARM:yerevan", "ARM")]


@pytest.mark.parametrize("code", REPORTS)
def test_models_point_at_the_published_words(read: Reader, code: str) -> None:
    text, found = read(code, REPORTS[code])
    actors, places, agreements = to_models(found, text)
    assert [actor.id for actor in actors] == [f"a{n + 1}" for n in range(len(found.actors))]
    assert len(places) == len(found.places)
    assert len(agreements) == len(found.agreements)
    for actor in actors:
        start, end = actor.evidence[0]
        assert text.published[start:end] == actor.name
        assert actor.mentions == sorted(actor.mentions)


@pytest.mark.parametrize("code", REPORTS)
def test_mentions_of_actors_do_not_overlap(read: Reader, code: str) -> None:
    text, found = read(code, REPORTS[code])
    mentions = found.mentions_in(0, len(text.tokens))
    assert all(a.last <= b.first for a, b in pairwise(mentions))


@pytest.mark.parametrize("code", REPORTS)
def test_a_text_about_nobody_names_nobody(read: Reader, code: str) -> None:
    nothing = {
        "fa": "باران از دیشب می‌بارد و هوا سرد است.",
        "ar": "المطر يهطل منذ الليل والجو بارد.",
        "ckb": "باران لە شەوەوە دەبارێت و هەوا ساردە.",
        "kmr": "Baran ji şevê ve dibare û hewa sar e.",
        "en": "It has been raining since last night and it is cold.",
    }
    _, found = read(code, nothing[code])
    assert not [entry for entry in found.actors if entry.kind != "person"]
    assert not found.agreements


def test_an_empty_text_has_no_actors(read: Reader) -> None:
    _, found = read("en", "")
    assert (found.actors, found.places, found.agreements) == ([], [], [])


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("en", "The UN Security Council met on Friday.", "Q37470"),
        ("fa", "شورای امنیت روز جمعه تشکیل جلسه داد.", "Q37470"),
        ("ar", "اجتمع مجلس الأمن يوم الجمعة.", "Q37470"),
        ("ckb", "ئەنجوومەنی ئاسایش ڕۆژی هەینی کۆ بووەوە.", "Q37470"),
        ("kmr", "Encûmena Ewlehiyê roja Înê civiya.", "Q37470"),
        ("en", "The Houthis accepted the offer.", "HOUTHI"),
        ("fa", "انصارالله این پیشنهاد را پذیرفت.", "HOUTHI"),
        ("ar", "قبلت جماعة الحوثي العرض.", "HOUTHI"),
        ("ckb", "حوسییەکان پێشنیازەکەیان قبووڵ کرد.", "HOUTHI"),
        ("kmr", "Hûsiyan pêşniyar qebûl kir.", "HOUTHI"),
    ],
)
def test_known_bodies_are_one_in_every_language(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert [entry.key for entry in found.actors] == [key]
    assert found.actors[0].kind == "body"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fa", "ایسنا: گفت‌وگوها ادامه دارد."),
        ("ar", "المحادثات مستمرة (كونا)"),
        ("ckb", "ڕووداو – گفتوگۆکان بەردەوامن."),
        ("kmr", "Rûdaw – Danûstandin berdewam in."),
        ("en", "Talks go on, Reuters reported."),
        ("en", "Talks go on, the National Iraqi News Agency reported."),
        ("en", "Talks go on, Tehran Times reported."),
        ("ar", "أفادت وكالة المعلومة بأن المحادثات مستمرة."),
        ("ar", "أفادت الوكالة الوطنية العراقية للأنباء بأن المحادثات مستمرة."),
        ("fa", "خبرگزاری پژواک: گفت‌وگوها ادامه دارد."),
        ("fa", "به گزارش عصرایران، گفت‌وگوها ادامه دارد."),
    ],
)
def test_outlets_are_bodies_of_no_party(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    outlets = [entry for entry in found.actors if entry.outlet]
    assert len(outlets) == 1
    assert outlets[0].party is None


def test_small_letters_make_no_abbreviation(read: Reader) -> None:
    _, found = read("en", "They told us who they are.")
    assert found.actors == []


WORDS = st.sampled_from([word for report in REPORTS.values() for word in report.split()])
SEPARATORS = st.sampled_from(["\n", ".", "(", "«", "–", "2008"])
PIECES = st.lists(st.one_of(WORDS, st.text(max_size=6), SEPARATORS), max_size=40)


@given(st.sampled_from(sorted(REPORTS)), PIECES)
@settings(max_examples=60, deadline=None)
def test_any_text_gives_entries_that_point_into_it(code: str, pieces: list[str]) -> None:
    text = analyse(" ".join(pieces), languages.load(code))
    actors, places, agreements = to_models(find_actors(text), text)
    found: list[list[tuple[int, int]]] = [entry.mentions for entry in actors]
    found += [entry.mentions for entry in places]
    found += [entry.mentions for entry in agreements]
    for mentions in found:
        assert mentions
        assert all(0 <= start < end <= len(text.published) for start, end in mentions)


def parties_in(found: Found) -> set[str]:
    return {entry.party for entry in found.actors if entry.kind == "party" and entry.party}


@pytest.mark.parametrize(
    ("home", "words", "expected"),
    [
        ("JOR", "وصل الوزير إلى المملكة مساء الأحد.", {"JOR"}),
        ("SAU", "وصل الوزير إلى المملكة مساء الأحد.", {"SAU"}),
        (None, "أكد المغرب موقفه، وغادر الضيف المملكة.", {"MAR"}),
        (None, "غادر الضيف المملكة مساء الأحد.", set()),
        (None, "وصل وزير خارجية مملكة هولندا.", {"NLD"}),
    ],
)
def test_the_kingdom_is_the_one_at_home_or_the_one_named(
    read: Reader, home: str | None, words: str, expected: set[str]
) -> None:
    _, found = read("ar", words, home)
    assert parties_in(found) == expected


def test_a_region_is_the_kurdistan_region_only_where_something_tells_so(read: Reader) -> None:
    _, elsewhere = read("ar", "زار الوفد الإثيوبي عاصمة الإقليم.")
    assert parties_in(elsewhere) == {"ETH"}
    _, there = read("ar", "زار وفد كردستان العراق بغداد، ثم عاد إلى الإقليم.")
    assert "IRQ-KRD" in parties_in(there)


def test_marks_tell_oman_from_amman(read: Reader) -> None:
    _, state = read("ar", "أكدت عُمان وقطر مواصلة التنسيق مع الأردن.")
    assert parties_in(state) == {"OMN", "QAT", "JOR"}
    _, city = read("ar", "وصل الوزير القطري إلى عمّان.")
    assert parties_in(city) == {"QAT"}
    assert [place.country for place in city.places] == ["JOR"]


def test_amman_is_a_city_to_a_jordanian_publisher(read: Reader) -> None:
    _, found = read("ar", "وصل الوزير القطري إلى عمان.", "JOR")
    assert parties_in(found) == {"QAT"}


def test_a_ministry_is_that_of_the_known_person_who_holds_an_office_in_it(read: Reader) -> None:
    words = (
        "امیرخان متقی، سرپرست وزارت خارجه، با نماینده ویژه چین دیدار کرد. سفیر چین هم در این دیدار بود و از "
        "روابط چین سخن گفت. سخنگوی وزارت خارجه این خبر را تأیید کرد."
    )
    _, found = read("fa", words)
    assert [entry.party for entry in found.actors if entry.kind == "body"] == ["AFG"]


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("هیئت از کندز به کابل برگشت.", "AFG"),
        ("والی بامیان در بامیان با مردم سخن گفت.", "AFG"),
        ("او در باتومی درگذشت.", "GEO"),
    ],
)
def test_towns_and_provinces_of_afghanistan_and_its_neighbours_are_places(
    read: Reader, words: str, country: str
) -> None:
    _, found = read("fa", words)
    assert country in {place.country for place in found.places}


def test_a_tagged_agency_is_an_outlet_that_speaks_for_no_party(read: Reader) -> None:
    _, found = read("fa", "خبرگزاری بامدادان: سفیر چین با وزیر خارجه قطر دیدار کرد. خبرگزاری بامدادان نوشت که او رفت.")
    assert all(entry.outlet and entry.party is None for entry in found.actors if entry.kind == "body")


def test_an_agency_that_no_table_lists_is_written_as_an_outlet(read: Reader) -> None:
    text, found = read("fa", "خبرگزاری بامدادان: سفیر چین با وزیر قطر دیدار کرد. خبرگزاری بامدادان نوشت که رفت.")
    actors, _, _ = to_models(found, text)
    assert {(actor.outlet, actor.party) for actor in actors if actor.kind == "body"} <= {(True, None)}


def test_the_supreme_leader_s_title_is_no_name(read: Reader) -> None:
    _, found = read("fa", "عراقچی پیام مکتوب مقام معظم رهبری را به رئیس‌جمهور روسیه داد.")
    assert [entry.name for entry in found.actors if entry.kind == "person"] == ["عراقچی"]


def test_a_state_before_a_word_is_no_given_name(monkeypatch: pytest.MonkeyPatch) -> None:
    text = analyse("وەزیری دەرەوەی ئوردن بڵاوی کردەوە کە دانیشتنەکە دوا خرا.", languages.load("ckb"))
    monkeypatch.setattr(recognise, "tag", lambda _: [NameSpan(2, 4, "person")])
    assert [(entry.kind, entry.key) for entry in recognise.find_actors(text).actors] == [("party", "JOR")]


def test_a_surname_with_its_article_is_the_person_named_before_and_no_body(read: Reader) -> None:
    words = "Kuwait's Foreign Minister Abdullah Al-Yahya arrived in Muscat. Speaking there, Al-Yahya said it was late."
    text, found = read("en", words)
    person = next(entry for entry in found.actors if entry.kind == "person")
    named = [words[text.tokens[m.first].start : text.tokens[m.last - 1].end] for m in person.mentions]
    assert [name for name in named if "Yahya" in name] == ["Abdullah Al-Yahya", "Al-Yahya"]
    assert not [entry for entry in found.actors if entry.kind == "body"]


def test_an_article_and_a_common_word_name_no_body(monkeypatch: pytest.MonkeyPatch) -> None:
    text = analyse("The ministry said in a statement that the visit was over.", languages.load("en"))
    monkeypatch.setattr(recognise, "tag", lambda _: [NameSpan(0, 2, "body")])
    assert not recognise.find_actors(text).actors


def test_a_common_word_with_endings_is_no_surname(read: Reader) -> None:
    words = "ترأس وكيل وزارة الخارجية سالم حسين بحر العلوم وفد بلاده في اجتماع لجنة ترسيم الحدود البحرية."
    text, found = read("ar", words)
    named = [text.words(m.first, m.last) for entry in found.actors if entry.kind == "person" for m in entry.mentions]
    assert not any("البحرية" in name for name in named)


@pytest.mark.parametrize(
    ("code", "words", "party"),
    [
        ("en", "The President of the Islamic Republic of Afghanistan spoke.", "AFG"),
        ("en", "The Islamic Republic spoke.", "IRN"),
        ("fa", "وزیر خارجه جمهوری اسلامی پاکستان سخن گفت.", "PAK"),
        ("fa", "جمهوری اسلامی سخن گفت.", "IRN"),
        ("ar", "تحدث رئيس الجمهورية الإسلامية الموريتانية.", "MRT"),
        ("ckb", "سەرۆکی کۆماری ئیسلامیی ئەفغانستان قسەی کرد.", "AFG"),
        ("kmr", "Serokê Komara Îslamî ya Pakistanê axivî.", "PAK"),
    ],
)
def test_the_style_of_a_state_is_part_of_the_name_that_follows_it(
    read: Reader, code: str, words: str, party: str
) -> None:
    _, found = read(code, words)
    assert [actor.key for actor in found.actors if actor.kind == "party"] == [party]
    assert not [actor for actor in found.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    "words",
    ["ئەحمەد حەسەن سەردانی کرد لە پارتی", "ئەحمەد حەسەن و یەکێتی"],
)
def test_a_text_may_end_in_the_short_name_of_a_party(read: Reader, words: str) -> None:
    text, found = read("ckb", words)
    last = [m for entry in found.actors for m in entry.mentions if m.last == len(text.tokens)]
    assert [found.actors[m.entry].kind for m in last] == ["body"]


def test_an_ordinary_word_in_small_letters_before_a_tagged_body_is_no_part_of_its_name() -> None:
    text = analyse("the mission Togo Forward left", languages.load("en"))
    assert NoBodies.of(text.language).cut(text, NameSpan(1, 4, "body")) == NameSpan(2, 4, "body")
