"""The five languages are told from each other and from their neighbours, damaged or not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peyman import languages
from peyman.text.identify import UNDETERMINED, identify
from peyman.text.repair import repair

SENTENCES = {
    "fa": [
        "پدربزرگم هر روز صبح در حیاط خانه چای می‌نوشید و روزنامه می‌خواند.",
        "سفیر پس از دیدار با نخست‌وزیر گفت که توافق تازه‌ای در راه است.",
        "باران دیشب جاده‌های کوهستانی را بست.",
    ],
    "ar": [
        "كان جدي يشرب الشاي كل صباح في فناء البيت ويقرأ الصحيفة.",
        "قال السفير بعد لقائه رئيس الوزراء إن اتفاقا جديدا بات قريبا.",
        "أغلقت أمطار الليلة الماضية الطرق الجبلية.",
    ],
    "ckb": [
        "باپیرم هەموو بەیانییەک لە حەوشەی ماڵەکەدا چای دەخواردەوە و ڕۆژنامەی دەخوێندەوە.",
        "باڵیۆزەکە دوای دیداری سەرۆکوەزیران گوتی ڕێککەوتنێکی نوێ بەڕێوەیە.",
        "بارانی شەوی ڕابردوو ڕێگا شاخاوییەکانی داخست.",
    ],
    "kmr": [
        "Bapîrê min her sibe li hewşa malê çay vedixwar û rojname dixwend.",
        "Balyoz piştî hevdîtina bi serokwezîr re got ku lihevkirineke nû nêzîk e.",
        "Barana şeva borî rêyên çiyayî girtin.",
    ],
    "en": [
        "My grandfather drank his tea in the yard every morning and read the newspaper.",
        "After meeting the prime minister the ambassador said that a new agreement was near.",
        "Last night's rain closed the mountain roads.",
    ],
}
NEIGHBOURS = {
    "Urdu": "میرے دادا ہر صبح صحن میں چائے پیتے اور اخبار پڑھتے تھے۔",
    "Turkish": "Dedem her sabah avluda çayını içer ve gazetesini okurdu, sonra da işe giderdi.",
    "Azerbaijani": "Babam hər səhər həyətdə çay içər və qəzet oxuyardı, sonra işə gedərdi.",
    "South Azerbaijani": "ددم هر گون صبح حیطده چای ایچیب قزئت اوخویاردی و سونرا ایشه گئدردی.",
    "Hebrew": "סבי שתה תה בחצר כל בוקר וקרא את העיתון.",
    "French": "Mon grand-père buvait son thé dans la cour chaque matin et lisait le journal.",
    "German": "Mein Großvater trank jeden Morgen im Hof seinen Tee und las die Zeitung.",
    "Spanish": "Mi abuelo tomaba el té en el patio todas las mañanas y leía el periódico.",
    "Russian": "Мой дед каждое утро пил чай во дворе и читал газету.",
    "Azerbaijani without its marks": "Babam her seher heyetde cay icer ve qezet oxuyardi, sonra ise gederdi.",
    "Hawrami": "باپیرم گرد سەباێ جە حەوشەو یانەینە چایی ماردێ و ڕۆژنامەش وانێوە، چوون فرە وەشش ئامێ.",
    "Zazaki": "Kalikê mi her siba hewşa keyeyî de çay şimitêne û rojname wendêne, dima şîyêne karê xo.",
    "Gilaki": "می پیله پئر هر صوب خانه حياط مئن چایی خوردی ؤ روزنامه خاندی.",
    "Kurmanji in Arabic script with he": "باپیرێ من ههر سپێده ل حهوشا مالێ چای ڤهدخوار و رۆژنامه دخواند.",
    "Kurmanji in Arabic script": "باپیرێ من هەر سپێدە ل حەوشا مالێ چای ڤەدخوار و رۆژنامە دخواند.",
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts])
def test_a_sentence_is_told(code: str, text: str) -> None:
    assert identify(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "تێکۆشانی ئازادی و خۆڕاگریی گەریلا لە چیاکاندا فاشیزم و داگیرکاری تێکدەشکێنێت. بانگەوازی گەلی وڵاتپارێز و "
        "ژنانی شۆڕشگێڕ دەکەین خاوەنداری لە شەهیدان بکەن.",
        "ئێمە وەک بزووتنەوەیەکی کرێکاری بانگەوازی ئاڕاستەی ژنان و گەنجان دەکەین تێکۆشانیان لە دژی فاشیزم و داگیرکاری "
        "بەرفراوان بکەن و ئەم قۆناغە مێژووییە بە یەکێتی نەتەوەیی تێپەڕێنن.",
    ],
)
def test_what_a_sorani_text_is_about_does_not_make_it_hawrami(text: str) -> None:
    assert identify(text).code == "ckb"


@pytest.mark.parametrize("text", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_a_language_that_is_not_read_is_undetermined(text: str) -> None:
    assert identify(text).code == UNDETERMINED


def test_a_persian_page_with_names_of_the_north_is_not_taken_for_gilaki() -> None:
    # Its joiners are gone, and the towns and people of one region recur, as they do in texts in the region's language.
    page = (
        "استاندار گیلان در دیدار خدا حافظی سرکنسول روسیه در رشت ضمن قدردانی از کوششهای وی در گسترش مناسبات دو کشور، "
        "خواستار تسریع طرف روس در رسمیت بخشیدن به خط کشتیرانی انزلی و آستراخان شد. هادی حقشناس در این دیدار که در محل "
        "استانداری گیلان انجام شد افزود: گیلان به دلیل موقعیت ساحلی و همسایگی دریایی با روسیه آمادگی دارد در زمینه "
        "تحقق خواست روسای دو کشور برای افزایش ترانزیت نقش آفرینی کند. وی خطاب به سرکنسول روسیه در رشت گفت: امیدوارم با "
        "خاطره خوبی رشت را ترک کنید و در ماموریتهای جدید خود در توسعه مناسبات دو کشور و استان ما همچنان اثرگذار باشید."
    )
    assert identify(page).code == "fa"


DAMAGE = [
    ("fa", str.maketrans({"\u200c": None})),
    ("fa", str.maketrans({"ی": "ي", "ک": "ك", "\u200c": " "})),
    ("ckb", str.maketrans({"ە": "ه"})),
    ("ckb", str.maketrans({"ە": "ه", "ی": "ي", "ک": "ك", "ێ": "ی", "ۆ": "و", "ڕ": "ر", "ڵ": "ل"})),
    ("kmr", str.maketrans("êîûşç", "eiusc")),
    ("ar", str.maketrans({"أ": "ا", "إ": "ا", "ة": "ه", "ي": "ى"})),
]


@pytest.mark.parametrize(("code", "damage"), DAMAGE)
def test_a_damaged_text_is_told(code: str, damage: dict[int, str]) -> None:
    assert identify(" ".join(SENTENCES[code]).translate(damage)).code == code


@pytest.mark.parametrize("text", ["", " ", "…", "12/05/2024", "؟!", "a"])
def test_what_says_nothing_is_undetermined(text: str) -> None:
    assert identify(text).code == UNDETERMINED


def test_names_in_the_other_script_do_not_mislead() -> None:
    assert identify("قال متحدث باسم United Nations Assistance Mission إن الوفد وصل أمس إلى بغداد.").code == "ar"


def test_a_long_text_is_told_as_surely_as_a_short_one() -> None:
    for code, texts in SENTENCES.items():
        told = identify(" ".join(texts) * 400)
        assert told.code == code
        assert told.confidence > 0.9


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_a_code_and_a_probability(text: str) -> None:
    told = identify(text)
    assert told.code in (*languages.codes(), UNDETERMINED)
    assert 0.0 <= told.confidence <= 1.0


KURMANJI = (
    "Wezîrê derve duh bi balyozê welatê cîran re civiya û her du alî li hev kirin ku guftûgoyên li ser ewlehiya sînor "
    "meha bê jî bidomînin. Hikûmetê got ku peyman dê heya dawiya salê were îmzekirin û ev yek ji bo me pir giring e."
)
THROUGH_THE_BALTIC_PAGE = str.maketrans("êîûşçÊÎÛŞÇ", "źīūžēŹĪŪŽĒ")


def test_kurmanji_seen_through_the_baltic_code_page_is_read() -> None:
    damaged = KURMANJI.translate(THROUGH_THE_BALTIC_PAGE)
    assert identify(damaged).code == "kmr"
    repaired, _ = repair(damaged, languages.load("kmr"))
    assert repaired == KURMANJI


@pytest.mark.parametrize(
    "text",
    [
        "Ārlietu ministrs vakar tikās ar kaimiņvalsts vēstnieku, un abas puses vienojās turpināt sarunas par robežas "
        "drošību nākamajā mēnesī. Valdība paziņoja, ka līgums tiks parakstīts Rīgā līdz gada beigām.",
        "Užsienio reikalų ministras vakar susitiko su kaimyninės šalies ambasadoriumi, ir abi pusės sutarė tęsti "
        "derybas dėl sienos saugumo kitą mėnesį. Vyriausybė pranešė, kad sutartis bus pasirašyta iki metų pabaigos.",
        "Minister spraw zagranicznych spotkał się wczoraj z ambasadorem i obie strony zgodziły się kontynuować rozmowy "
        "o źródłach finansowania. Późnym wieczorem rząd ogłosił, że umowa zostanie podpisana w Łodzi.",
        "I tūtaki te minita ki te māngai o te motu tata inanahi, ā, i whakaae ngā taha e rua ki te haere tonu i ngā "
        "kōrero mō te rohe. I kī te kāwanatanga ka hainatia te kirimana ki Pōneke i mua i te mutunga o te tau.",
        "Lēgātus herī cum vīcīnae cīvitātis prīncipe convēnit, et utraque pars dē fīnium sēcūritāte colloquia "
        "prōdūcere cōnstituit. Senātus dīxit foedus ante annī fīnem Rōmae ictum īrī.",
    ],
    ids=["Latvian", "Lithuanian", "Polish", "Maori", "Latin"],
)
def test_what_has_such_letters_of_its_own_is_not_taken_for_kurmanji(text: str) -> None:
    assert identify(text).code == UNDETERMINED


def test_kurmanji_of_a_wrong_keyboard_is_kurmanji() -> None:
    words = "Șandeya Tirkiyeyė serdana Bexdayė kir û li gor daxuyanîyė li ser bar û kėșa ava Dıcle rûniștin."
    assert identify(words).code == "kmr"


@pytest.mark.parametrize(
    "words",
    [
        "Ministrul de externe s-a întâlnit cu omologul său și a discutat situația din regiune după ședință.",
        "Dışişleri Bakanı, mevkidaşı ile bir araya geldi ve bölgedeki güvenlik konularını ele aldı.",
    ],
)
def test_languages_whose_letters_damaged_kurmanji_shares_are_not_kurmanji(words: str) -> None:
    assert identify(words).code == UNDETERMINED


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "وصل وزير الخارجية العراقي إلى مسقط حيث يستقبله سلطان عمان ويبحثان التعاون بين البلدين."),
        ("fa", "وزیر امور خارجه عراق امروز وارد مسقط شد و با سلطان عمان درباره همکاری دو کشور گفت‌وگو کرد."),
    ],
)
def test_letters_in_the_shapes_of_a_printing_house_tell_the_same_language(code: str, text: str) -> None:
    shapes: dict[int, str] = {}
    for point in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        kind, _, letter = unicodedata.decomposition(chr(point)).partition(" ")
        if kind == "<isolated>" and len(letter) == 4:
            shapes.setdefault(int(letter, 16), chr(point))
    assert identify(text.translate(shapes)).code == identify(text).code == code


def test_an_afghan_page_full_of_names_of_districts_is_persian() -> None:
    text = (
        'در باره تقسیم آب دریای خلم جلسه یی دایر گردید\n\nجلسه با اشتراک محترم الحاج محمد امین " صدیقی"، '
        "والی سمنگان و محترم انجنیر سید رحیم کریمی، رئیس حوزه فرعی دریای خلم و وکلای 4 ولسوالی در تالار ولایت "
        "دایر شد. فیصله به عمل آمد که آب دریا به مدت 5 شبانه روز به ولسوالی های خلم و فیروز نخچیر، به تعقیب "
        "آن به مدت 2 شبانه روز به حضرت سلطان و دره صوف داده شود. والی به باشنده گان گفت جوی ها پاک می گردد."
    )
    assert identify(text).code == "fa"


@pytest.mark.parametrize(
    "text",
    [
        "عين موانغا تولوكا جوديث كابيلي ندونغو سفيرة لدى موزمبيق وزيمبابوي.",
        "زار كواسي مينساه نيوزيلندا وأستراليا وفيجي وساموا وتونغا وفانواتو.",
        "التقى كواسي مينساه أموندسن وهيلغا بيورنسون وإنغريد ستورم في أوسلو.",
    ],
)
def test_a_short_arabic_text_of_foreign_names_is_arabic(text: str) -> None:
    assert identify(text).code == "ar"


@pytest.mark.parametrize(
    "text",
    [
        (
            "پیام تسلیت فرمانده کل سپاه به سردار سرتیپ پاسدار حاج رستم گودرزی\n"
            "سردار سرلشکر پاسدار کاووس بهرامی در پیامی درگذشت والده مکرمه سردار سرتیپ رستم گودرزی را تسلیت "
            "گفت.\n"
            "متن پیام سرلشکر بهرامی به شرح زیر است:\n"
            "بسم الله الرحمن الرحیم\n"
            "برادر گرامی سردار سرتیپ پاسدار حاج رستم گودرزی\n"
            "رحلت والده مکرمه موجب تاثر و تالم گردید. این مصیبت را به جنابعالی، برادران ارجمند و بیت شریف "
            "گودرزی تسلیت عرض نموده و علو درجات آن مرحومه و صبر و اجر بازماندگان را از درگاه خداوند متعال "
            "مسئلت دارم.\n"
        ),
        (
            "پیام تبریک امیر دریادار سیاوش طالقانی به سرتیپ دوم ستاد بابک صفوی\n"
            "امیر دریادار سیاوش طالقانی جانشین فرمانده کل ارتش انتصاب امیر سرتیپ دوم بابک صفوی به سمت معاون "
            "عملیات نیروی زمینی ارتش را تبریک گفت.\n"
            "انتصاب شایسته جنابعالی به سمت معاون عملیات نیروی زمینی ارتش جمهوری اسلامی ایران را تبریک عرض "
            "نموده، توفیقات روزافزون حضرتعالی در خدمت به نظام مقدس جمهوری اسلامی و ملت شریف ایران اسلامی را "
            "از خداوند متعال مسئلت می‌نمایم.\n"
        ),
        (
            "مراسم گرامیداشت سردار شهید حاج فریدون کریمی در گلزار شهدای بروجرد برگزار شد\n"
            "مراسم گرامیداشت سردار شهید حاج فریدون کریمی با حضور امام جمعه بروجرد، فرمانده سپاه ناحیه "
            "بروجرد، اعضای شورای اسلامی شهر و جمعی از خانواده معظم شهدا و ایثارگران در مسجد جامع شهر بروجرد "
            "برگزار شد.\n"
        ),
    ],
    ids=["condolences", "congratulations", "a ceremony"],
)
def test_persian_full_of_names_and_honours_is_persian_and_no_neighbour(text: str) -> None:
    assert identify(text).code == "fa"
