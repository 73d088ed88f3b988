"""Places told by their kind, and what is none."""

from __future__ import annotations

import pytest
from tests.actors.conftest import Reader


@pytest.mark.parametrize(
    ("code", "words", "name", "country"),
    [
        ("en", "The delegation landed at Basra Airport.", "Basra Airport", "IRQ"),
        ("fa", "هیئت در فرودگاه بصره فرود آمد.", "فرودگاه بصره", "IRQ"),
        ("ar", "هبط الوفد في مطار البصرة.", "مطار البصرة", "IRQ"),
        ("ckb", "شاندەکە لە فڕۆکەخانەی بەسرە نیشتەوە.", "فڕۆکەخانەی بەسرە", "IRQ"),
        ("kmr", "Şande li balafirgeha Besrayê danî.", "balafirgeha Besrayê", "IRQ"),
    ],
)
def test_a_kind_and_a_name_are_one_place(read: Reader, code: str, words: str, name: str, country: str) -> None:
    _, found = read(code, words)
    assert (name, country) in [(place.name, place.country) for place in found.places]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The envoys met at the Omani embassy in Rome."),
        ("fa", "نمایندگان در سفارت عمان در رم گفت‌وگو کردند."),
        ("ar", "التقى المبعوثان في سفارة سلطنة عُمان في روما."),
        ("ckb", "نێردراوەکان لە باڵیۆزخانەی عومان لە ڕۆما کۆبوونەوە."),
        ("kmr", "Nûner li balyozxaneya Umanê ya li Romayê civiyan."),
    ],
)
def test_a_mission_in_which_something_happens_is_a_place(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert "place:OMN:embassy:rome" in {place.key for place in found.places}
    assert not [actor for actor in found.actors if actor.kind == "body"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They talked at the residence of the Omani ambassador."),
        ("fa", "در اقامتگاه سفیر عمان گفت‌وگو کردند."),
        ("ar", "جرت المحادثات في مقر إقامة سفير سلطنة عُمان."),
        ("kmr", "Ew li mala balyozê Umanê civiyan."),
    ],
)
def test_the_residence_of_an_office_holder_is_a_place(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == ["place:residence:OMN"]


def test_a_mission_that_speaks_is_a_body(read: Reader) -> None:
    _, found = read("en", "The Omani Embassy in Rome said that it knew of no talks.")
    assert [actor.key for actor in found.actors if actor.kind == "body"] == ["OMN:embassy:rome"]


def test_a_town_that_a_person_is_called_after_is_no_place(read: Reader) -> None:
    _, found = read("fa", "فوزی حریری گفت آماده است. حریری افزود تصمیم نهایی است.")
    assert found.places == []


@pytest.mark.parametrize(
    ("words", "keys"),
    [("هر دو در آستانه انتخابات‌اند.", []), ("مذاکرات در آستانه، پایتخت قزاقستان، برگزار شد.", ["KAZ:astana"])],
)
def test_a_place_that_is_also_a_word_needs_its_country(read: Reader, words: str, keys: list[str]) -> None:
    _, found = read("fa", words)
    assert [place.key for place in found.places] == keys


@pytest.mark.parametrize("words", ["The river floods the fields.", "Any dam costs much.", "The crossing was shut."])
def test_the_capital_of_a_sentence_makes_no_name_of_a_place(read: Reader, words: str) -> None:
    _, found = read("en", words)
    assert found.places == []


def test_an_arena_is_no_square(read: Reader) -> None:
    _, found = read("ar", "ناقشا القضايا المطروحة على الساحة القارية، وتظاهر المئات في ساحة التحرير.")
    assert [place.name for place in found.places] == ["ساحة التحرير"]


@pytest.mark.parametrize("words", ["غاب الوفد عن المشهد.", "التقى الوزير المبعوث باراك."])
def test_a_word_with_an_article_or_a_preposition_is_no_foreign_town(read: Reader, words: str) -> None:
    _, found = read("ar", words)
    assert [place.key for place in found.places] == []


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("kmr", "Kampa Ced'eyê hat girtin.", "IRQ:jada-camp"),
        ("kmr", "Ew li Ebû Zebî civiyan.", "ARE:abu-dhabi"),
        ("kmr", "Civîn li Til Temirê bû.", "SYR:tell-tamer"),
        ("ckb", "لە دەباشان کۆبوونەوە.", "IRQ:dabashan"),
        ("ckb", "هێرشەکە لە کۆرمۆر بوو.", "IRQ:khor-mor"),
    ],
)
def test_towns_and_camps_that_kurdish_pages_name_are_known(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert key in [place.key for place in found.places]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "The minister landed at Basra airport in Iraq."),
        ("fa", "وزیر در فرودگاه بصره فرود آمد."),
        ("ar", "هبط الوزير في مطار البصرة."),
        ("ckb", "وەزیر لە فڕۆکەخانەی بەسرە دابەزی."),
        ("kmr", "Wezîr li balafirgeha Besrayê dahat."),
    ],
)
def test_a_place_told_by_its_town_and_its_kind_is_one_in_every_language(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert [(place.key, place.names["en"]) for place in found.places] == [("place:IRQ:basra:airport", "Basra airport")]


def test_the_residence_of_an_ambassador_lies_where_it_is_said_to_lie(read: Reader) -> None:
    _, found = read("en", "They met at the residence of the Omani ambassador in Rome.")
    residence = next(place for place in found.places if place.key == "place:residence:OMN")
    assert (residence.names["en"], residence.country) == ("Residence of the ambassador of Oman", "ITA")
    assert [mention.party for actor in found.actors if actor.key == "OMN" for mention in actor.mentions] == [None]


@pytest.mark.parametrize(
    ("code", "words", "key"),
    [
        ("kmr", "Wezîr çû Rihayê.", "TUR:urfa"),
        ("kmr", "Şande li Dêrsimê ye.", "TUR:tunceli"),
        ("kmr", "Şer li Xezzeyê berdewam e.", "PSE:gaza"),
        ("kmr", "Wezîr li Munichê bû.", "DEU:munich"),
        ("ckb", "وەزیر لە ڕۆم بوو.", "ITA:rome"),
        ("ckb", "شاند لە ڕەمادی دانیشت.", "IRQ:ramadi"),
    ],
)
def test_a_town_is_known_inflected_and_as_its_outlets_spell_it(read: Reader, code: str, words: str, key: str) -> None:
    _, found = read(code, words)
    assert [place.key for place in found.places] == [key]


@pytest.mark.parametrize("form", ["ئێرانییەکەی", "تورکەکەی", "عێراقییەکەی"])
def test_the_definite_adjective_of_a_counterpart_tells_the_party(read: Reader, form: str) -> None:
    _, found = read("ckb", f"وەزیری دەرەوەی ئوردن لەگەڵ هاوتا {form} کۆبووەوە.")
    assert len([actor for actor in found.actors if actor.kind == "party"]) == 2


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kmr", "Li bakurê Herêma Kurdistanê rewş aram e."),
        ("kmr", "Heman şande li ser sînorê bû. Şertên wan hene. Çekên xwe danîn. Hola civînê tijî bû."),
        ("ckb", "ڕێگا نادات و دەکا وا بزانن."),
        ("ckb", "کوڕی ئەو لە وانەکان بوو، لەوان دووکانی هەبوو."),
    ],
)
def test_common_words_that_towns_and_states_are_called_like_are_none(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert not [place.key for place in found.places]
    assert {actor.key for actor in found.actors} <= {"IRQ-KRD"}


@pytest.mark.parametrize(
    ("code", "words", "name"),
    [
        ("en", "The fighting in the town of Vorsheim went on.", "town of Vorsheim"),
        ("en", "They asked for a visit to the Tolkar barrage.", "Tolkar barrage"),
        ("en", "He met the elders in Vorsheim town.", "Vorsheim town"),
        ("fa", "وی در شهر «کوربادو» سخن گفت.", "شهر «کوربادو"),
        ("fa", "حادثه در جاده گورتاس رخ داد.", "جاده گورتاس"),
        ("ar", "قصف طال قرى بالكورتي.", "قرى بالكورتي"),
        ("ar", "افتتحت بمدينة الكاف التونسية جلسة جديدة.", "بمدينة الكاف"),
        ("ckb", "لە شاری #کۆربادۆ# کۆبوونەوە.", "شاری #کۆربادۆ"),
        ("kmr", "Li bajarê “Korbado” civiyan.", "bajarê “Korbado"),
    ],
)
def test_a_town_that_no_table_knows_is_told_by_its_kind(read: Reader, code: str, words: str, name: str) -> None:
    _, found = read(code, words)
    assert [place.name for place in found.places] == [name]


def test_a_town_with_the_word_for_it_behind_is_the_town_itself(read: Reader) -> None:
    _, found = read("en", "They met in Basra city on Monday.")
    assert [place.key for place in found.places] == ["IRQ:basra"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "They met in an Iraqi village."),
        ("en", "The talks moved to this town Monday."),
        ("fa", "درباره دزدی دریایی تبادل نظر کردند."),
        ("fa", "خواستند که به این شهر بیاورندشان."),
        ("ar", "بحث الطرفان تشغيل المدينة الصناعية."),
        ("ar", "نفى تعيين مدينة للحوار."),
        ("ar", "لن تصبح البلاد ساحة حرب."),
        ("ar", "اجتمعت دول الخليج الست."),
        ("ar", "منع الحوادث المتصلة بحركة المركبات في العراق."),
        ("fa", "این خبر را در تلگرام نوشت."),
    ],
)
def test_a_word_for_a_kind_with_no_name_is_no_place(read: Reader, code: str, words: str) -> None:
    _, found = read(code, words)
    assert found.places == []


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        ("en", "A source at the Iranian Embassy said the delegation had arrived.", "body"),
        ("en", "The two ministers met at the Iranian Embassy.", "place"),
        ("fa", "یک منبع آگاه در سفارت ایران گفت هیئت رسید.", "body"),
        ("fa", "دو وزیر در سفارت ایران دیدار کردند.", "place"),
        ("ar", "قال مصدر رسمي في السفارة الإيرانية إن الوفد وصل.", "body"),
        ("ckb", "سەرچاوەیەک لە باڵیۆزخانەی ئێران وتی شاندەکە گەیشت.", "body"),
        ("kmr", "Çavkaniyek li Balyozxaneya Îranê got ku şande gihîşt.", "body"),
    ],
)
def test_whoever_works_in_an_embassy_is_of_it_and_nothing_takes_place_there(
    read: Reader, code: str, words: str, kind: str
) -> None:
    _, found = read(code, words)
    bodies = [actor.party for actor in found.actors if actor.kind == "body"]
    assert (bodies, len(found.places)) == ((["IRN"], 0) if kind == "body" else ([], 1))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Civîn li Zarnogê hat lidarxistin.", "Zarnog"),
        ("Ew ji Belnoyê vegeriya.", "Belno"),
        ("Şer li gundên Tarvikê didome.", "Tarvik"),
    ],
)
def test_a_town_that_no_table_knows_is_called_without_the_ending_of_its_case(
    read: Reader, words: str, name: str
) -> None:
    _, found = read("kmr", words)
    assert [place.name for place in found.places] == [name]


def test_whoever_comes_to_a_capital_comes_to_the_town(read: Reader) -> None:
    _, found = read("kmr", "Ez ji bo vê yekê hatim Kuala Lumpûrê.")
    assert [place.key for place in found.places] == ["MYS:kuala-lumpur"]


def test_an_office_behind_a_preposition_is_no_place(read: Reader) -> None:
    _, found = read("kmr", "Li balafirgehê Siltanê Omanê Heysem bin Tarîq pêşwaziya wî kir.")
    assert not found.places


@pytest.mark.parametrize("before", ["وارد", "راهی", "عازم", "مردم", "در حومه", "شهردار", "به سوی"])
def test_small_persian_towns_are_told_by_the_word_before_them(read: Reader, before: str) -> None:
    _, found = read("fa", f"معاون نخست‌وزیر روز یکشنبه {before} داریا شد.")
    assert [(place.key, place.country) for place in found.places] == [("SYR:darayya", "SYR")]


@pytest.mark.parametrize("words", ["کودکان را شبانه به مرز نمی‌فرستند.", "کاروان‌های غذا باید به شهرها برسند."])
def test_a_verb_behind_a_kind_of_place_is_no_name(read: Reader, words: str) -> None:
    _, found = read("fa", words)
    assert found.places == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("استقبل الرئيس الضيف بقصر الزهور اليوم.", "قصر الزهور"),
        ("تسلم الرئيس الأوراق بالقصر الرئاسي اليوم.", "القصر الرئاسي"),
    ],
)
def test_a_preposition_written_to_the_kind_of_a_place_is_no_part_of_its_name(
    read: Reader, words: str, name: str
) -> None:
    _, found = read("ar", words)
    assert [place.name for place in found.places] == [name]


def test_whoever_is_named_right_behind_a_place_is_no_part_of_its_name(read: Reader) -> None:
    _, found = read("ar", "استقبل الرئيس بقصر الزهور محمد علي النفطي وزير الخارجية.")
    assert [place.name for place in found.places] == ["قصر الزهور"]


@pytest.mark.parametrize(
    "words",
    [
        "يعمل نصف السكان في القطاع الزراعي.",
        "يرى الخبراء من الناحية القانونية أن الاتفاق ملزم.",
        "اتفق الطرفان على سد الثغرات.",
        "حكمت المحكمة عليه بالسجن المشدد.",
        "تلك محطة ستجعل التعاون أقوى.",
        "يمتد النشاط في عدة دول إفريقية.",
        "ينتهي العمل به في الولاية التشريعية الحالية.",
        "ستقيم البلاد قاعدة عسكرية على أراضيها.",
    ],
)
def test_sectors_aspects_and_gaps_are_no_places(read: Reader, words: str) -> None:
    assert not read("ar", words)[1].places
