"""What a document tells beside its undertakings says how dense in them it is, in every language, in any form."""

from __future__ import annotations

from math import log
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyman.reading.commitments.density import (
    BELOW,
    DENSE_TRACE,
    SPARSE_TRACE,
    Density,
    density_of,
    expected_from,
    measures,
    shipped,
)
from peyman.reading.commitments.pledges import ruled_commitments
from peyman.reading.explanation import read_and_explain
from peyman.reading.meetings.entries import read_meetings
from peyman.reading.reader import prepare, read_text
from peyman.reading.statements.entries import read_statements
from peyman.sources.model import SourceDocument

#: A long report with one undertaking and a short communiqué with five, each with a title in its first line.
NEWS, COMMUNIQUES = (
    {
        "en": (
            "Fishermen on the lake wait for rain\n"
            "The market by the lake opens at five. Buyers from three towns used to stand in line here; today most "
            "stalls are empty, and the traders blame the drought, the price of diesel and a border that nobody wants "
            "to talk about. The lake has lost a third of its surface since 2015, hydrologists say. Villages on the "
            "Jordanian shore have moved their pumps twice. In Syria wells have gone dry. The two countries have argued "
            "over the water for decades. Analysts believe that elections make compromise harder. Jordan's water "
            "minister told a radio station on Monday that his ministry would send a team to the shore in April. He did "
            "not say whether Syria had been asked. Prices of fish rose by 12 percent. Schools near the lake "
            "have lost a fifth of their pupils. At the harbour an old ferry "
            "lies on dry mud."
        ),
        "fa": (
            "ماهیگیران در انتظار باران\n"
            "بازار کنار دریاچه ساعت پنج صبح باز می‌شود. امروز بیشتر دکه‌ها خالی است و فروشندگان خشکسالی و قیمت سوخت را "
            "مقصر می‌دانند. دریاچه از سال ۲۰۱۵ یک سوم سطح خود را از دست داده است. روستاهای ساحل اردن پمپ‌های خود را "
            "جابه‌جا کرده‌اند. در سوریه چاه‌ها خشک شده است. دو کشور ده‌ها سال بر سر آب اختلاف داشته‌اند. تحلیلگران "
            "معتقدند انتخابات سازش را دشوارتر می‌کند. وزیر آب اردن به یک رادیو گفت که وزارتخانه‌اش گروهی را به ساحل "
            "اعزام خواهد کرد. قیمت ماهی ۱۲ درصد بالا رفت. مدارس یک پنجم دانش‌آموزان خود را از دست داده‌اند. در بندر یک "
            "کشتی قدیمی روی گل خشک مانده است."
        ),
        "ar": (
            "صيادو البحيرة في انتظار المطر\n"
            "يفتح السوق قرب البحيرة عند الخامسة صباحا. معظم الأكشاك فارغة، والتجار يلومون الجفاف وسعر الوقود. فقدت "
            "البحيرة ثلث مساحتها منذ عام 2015. ونقلت القرى على الشاطئ الأردني مضخاتها مرتين. وفي سوريا جفت الآبار. "
            "اختلف البلدان على المياه عقودا. ويرى محللون أن الانتخابات تجعل التسوية أصعب. وقال وزير المياه الأردني "
            "لإذاعة إن وزارته سترسل فريقا إلى الشاطئ. وارتفعت أسعار السمك 12 في المئة. وفقدت المدارس خمس تلاميذها. وفي "
            "الميناء عبارة قديمة على الطين الجاف."
        ),
        "ckb": (
            "ماسیگرەکان چاوەڕێی باران دەکەن\n"
            "بازاڕی کەناری دەریاچەکە کاتژمێر پێنجی بەیانی دەکرێتەوە. ئەمڕۆ زۆربەی دوکانەکان بەتاڵن. دەریاچەکە سێیەکی "
            "ڕووبەرەکەی لەدەست داوە. گوندەکانی کەناری ئوردن پەمپەکانیان گواستووەتەوە. لە سووریا بیرەکان وشک بوون. دوو "
            "وڵاتەکە دەیان ساڵە لەسەر ئاو ناکۆکن. شرۆڤەکاران پێیان وایە هیچ لایەک توانای کێشەی نییە. وەزیری ئاوی ئوردن "
            "بە ڕادیۆیەکی گوت کە وەزارەتەکەی تیمێک دەنێرێتە کەنارەکە. نرخی ماسی بەرز بووەوە. قوتابخانەکان قوتابییان "
            "لەدەست داوە. منداڵان لە تەنیشت کەشتییەکی کۆن یاری دەکەن."
        ),
        "kmr": (
            "Masîgir li benda baranê ne\n"
            "Bazara li ber golê saet pêncê sibehê vedibe. Îro piraniya dikanan vala ne û firoşkar zuhayê sûcdar dikin. "
            "Golê sêyeka rûyê xwe winda kiriye. Gundên li perava Urdinê pompeyên xwe guhastine. Li Sûriyeyê bîr ziwa "
            "bûne. Her du welat bi dehsalan li ser avê li hev nakin. Wezîrê Avê yê Urdinê ji radyoyekê re got ku "
            "wezareta wî dê tîmekê bişîne peravê. Bihayê masiyan zêde bû. Dibistanan xwendekarên xwe winda kirine. "
            "Zarok li kêleka keştiyeke kevn bi topê dilîzin."
        ),
    },
    {
        "en": (
            "Joint communiqué\n"
            "The foreign ministers of Jordan and Syria met in Amman on 4 March 2024. The two sides agreed to reopen "
            "the crossing at Nasib within thirty days. Jordan will supply 20 megawatts of electricity from June. Syria "
            "undertook to release the detained drivers by the end of the month. Both ministers committed themselves to "
            "exchange hydrological data every week. They agreed to meet again in Damascus in May."
        ),
        "fa": (
            "بیانیه مشترک\n"
            "وزیران خارجه اردن و سوریه روز ۴ مارس ۲۰۲۴ در امان دیدار کردند. دو طرف توافق کردند گذرگاه نصیب را ظرف سی "
            "روز بازگشایی کنند. اردن از ماه ژوئن ۲۰ مگاوات برق تامین خواهد کرد. سوریه متعهد شد رانندگان بازداشت‌شده را "
            "تا پایان ماه آزاد کند. دو وزیر متعهد شدند هر هفته داده‌های آب را مبادله کنند. آنها توافق کردند در ماه مه "
            "در دمشق دوباره دیدار کنند."
        ),
        "ar": (
            "بيان مشترك\n"
            "التقى وزيرا خارجية الأردن وسوريا في عمان في 4 آذار 2024. واتفق الجانبان على إعادة فتح معبر نصيب خلال "
            "ثلاثين يوما. وسيزود الأردن سوريا بعشرين ميغاواط من الكهرباء اعتبارا من حزيران. وتعهدت سوريا بالإفراج عن "
            "السائقين الموقوفين قبل نهاية الشهر. والتزم الوزيران بتبادل بيانات المياه كل أسبوع. واتفقا على الاجتماع "
            "مجددا في دمشق في أيار."
        ),
        "ckb": (
            "ڕاگەیەندراوی هاوبەش\n"
            "وەزیرانی دەرەوەی ئوردن و سووریا لە ٤ی ئاداری ٢٠٢٤ لە عەممان کۆبوونەوە. هەردوولا ڕێککەوتن لەسەر کردنەوەی "
            "دەروازەی نەسیب لە ماوەی سی ڕۆژدا. ئوردن لە مانگی حوزەیرانەوە ٢٠ مێگاوات کارەبا دابین دەکات. سووریا بەڵێنی "
            "دا شۆفێرە دەستبەسەرکراوەکان تا کۆتایی مانگ ئازاد بکات. هەردوو وەزیر پابەند بوون بە ئاڵوگۆڕی زانیاری ئاو "
            "هەموو هەفتەیەک. ئەوان ڕێککەوتن لە مانگی ئایاردا لە دیمەشق کۆببنەوە."
        ),
        "kmr": (
            "Daxuyaniya hevpar\n"
            "Wezîrên Derve yên Urdin û Sûriyeyê di 4ê adara 2024an de li Emanê civiyan. Her du aliyan li hev kirin ku "
            "deriyê Nesîbê di nav sî rojan de vekin. Urdin dê ji meha hezîranê 20 megawat elektrîk bide Sûriyeyê. "
            "Sûriyeyê soz da ku şofêrên girtî heta dawiya mehê berde. Her du wezîran soz dan ku her hefte daneyên avê "
            "bi hev re parve bikin. Wan li hev kir ku di gulanê de li Şamê dîsa bicivin."
        ),
    },
)
#: News in which the rules see more than the model does.
ARGUED = (
    "Kenya and Somalia argue over fish. Kenya's officials said boats would return to port before the rains. "
    "Somalia's harbour office is to publish figures. The ministry in Nairobi intends to look into the matter. "
    "Fishermen say Somalia will pay for the nets. Kenya is prepared to talk. Somali officials promised nothing. "
    "Kenya has pledged such help before, and in 2011 it promised to build a pier."
)


def density(text: str, language: str) -> Density:
    context = prepare(
        SourceDocument(id="0", source="0", original=b"", text=text, published="2024-03-05", language=language)
    ).context
    attribution, meetings = read_statements(context), read_meetings(context)
    return density_of(context, attribution, meetings, len(ruled_commitments(context, attribution, meetings)))


@pytest.mark.parametrize("language", sorted(NEWS))
def test_a_communique_is_dense_and_long_news_is_sparse(language: str) -> None:
    dense, sparse = density(COMMUNIQUES[language], language), density(NEWS[language], language)
    assert dense.expected > 3 * sparse.expected
    assert dense.trace == pytest.approx(DENSE_TRACE, abs=0.01)
    assert sparse.trace > dense.trace + 0.05


@pytest.mark.parametrize("language", sorted(NEWS))
def test_a_missing_title_makes_little_difference(language: str) -> None:
    for text in (NEWS[language], COMMUNIQUES[language]):
        assert density(text.partition("\n")[2], language).sparse == pytest.approx(
            density(text, language).sparse, abs=0.15
        )


@pytest.mark.parametrize("language", sorted(COMMUNIQUES))
def test_a_communique_is_read_in_full(language: str) -> None:
    assert len(read_text(COMMUNIQUES[language], published="2024-03-05", language=language).commitments) == 5


def test_the_one_undertaking_of_long_news_is_found() -> None:
    reading = read_text(NEWS["en"], published="2024-03-05", language="en")
    assert [c.by for c in reading.commitments] == [["JOR"]]


def test_rules_are_believed_less_in_sparse_documents() -> None:
    def told(sparse: float) -> str:
        with mock.patch("peyman.reading.commitments.entries.density_of", lambda *_: Density(0.1, sparse)):
            reading = read_text(ARGUED, published="2024-03-05", language="en")
        return " ".join(ARGUED[a:b] for c in reading.commitments for a, b in c.evidence)

    assert "to build a pier" in told(0.0)
    assert "to build a pier" not in told(1.0)


def test_what_only_the_rules_see_is_explained_by_the_density() -> None:
    with mock.patch("peyman.reading.commitments.entries.density_of", lambda *_: Density(0.1, 0.0)):
        explained = read_and_explain(
            SourceDocument(id="0", source="0", original=b"", text=ARGUED, published="2024-03-05", language="en")
        )
    reasons = [r for entry in explained.reading.commitments for r in explained.reasons[entry.id]]
    assert {r.answer for r in reasons if r.question == "density"} == {"0.10 expected a sentence"}


def test_a_text_without_sentences_is_measured() -> None:
    context = prepare(SourceDocument(id="0", source="0", original=b"", text="", language="en")).context
    measured = measures(context, read_statements(context), [], 0)
    assert measured.keys() | {"start"} == shipped().keys()
    assert set(measured.values()) == {0.0}


@given(
    value=st.floats(-100, 100),
    more=st.floats(0, 100),
    weight=st.floats(0, 2),
    middle=st.floats(-3, 3),
)
def test_more_of_what_speaks_for_undertakings_never_makes_a_document_sparser(
    value: float, more: float, weight: float, middle: float
) -> None:
    weights = {"start": (middle, middle), "ruled": (0.0, 1.0, weight)}
    less, dense = (expected_from({"ruled": v}, weights) for v in (value, value + more))
    assert dense.expected >= less.expected
    assert dense.sparse <= less.sparse
    assert DENSE_TRACE <= dense.trace <= less.trace <= SPARSE_TRACE + 1e-12


def test_below_the_median_a_document_becomes_sparse() -> None:
    found = expected_from({"ruled": 2.0}, {"start": (log(0.2), log(0.2) + BELOW), "ruled": (2.0, 1.0, 0.5)})
    assert found.expected == pytest.approx(0.2)
    assert found.sparse == pytest.approx(0.5)


@given(value=st.floats(-3, 3), more=st.floats(0, 3))
def test_the_denser_a_document_the_less_is_it_like_a_page_of_news(value: float, more: float) -> None:
    weights = {"start": (-2.0, -2.0), "ruled": (0.0, 1.0, 0.8)}
    less, dense = (expected_from({"ruled": v}, weights) for v in (value, value + more))
    assert 0 <= dense.like_pages <= less.like_pages <= 1


def test_what_is_explained_of_a_page_names_the_model_of_pages() -> None:
    def questions(like_pages: float) -> set[str]:
        with mock.patch("peyman.reading.commitments.entries.density_of", lambda *_: Density(0.1, 0.0, like_pages)):
            source = SourceDocument(
                id="0", source="0", original=b"", text=NEWS["en"], published="2024-03-05", language="en"
            )
            explained = read_and_explain(source)
        assert explained.reading.commitments
        return {r.question for entry in explained.reading.commitments for r in explained.reasons[entry.id]}

    assert "model of pages" in questions(1.0)
    assert "model of pages" not in questions(0.0)
