"""People who gather and stand for nobody meet no party, whatever states their clause names."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ckb", "چالاکوانان لە شاری نەیرۆبیی کینیا کۆبوونەوە و هێرشەکانی سۆماڵیان شەرمەزار کرد."),
        ("ckb", "دانیشتووانی شاری نەیرۆبیی کینیا لە دژی هێرشەکانی سۆماڵ کۆبوونەوە."),
        ("ckb", "دەستەیەک لە گەنجانی شارەکە لە نەیرۆبیی کینیا کۆبوونەوە و هێرشەکانی سۆماڵیان شەرمەزار کرد."),
        ("kmr", "Xelkê bajarê Naîrobiyê yê Kenyayê kom bûn û êrîşên Somalyayê şermezar kirin."),
        ("fa", "فعالان در شهر نایروبی کنیا گرد هم آمدند و حملات سومالی را محکوم کردند."),
        ("ar", "اجتمع أهالي مدينة نيروبي الكينية ونددوا بهجمات الصومال."),
        ("en", "Residents of Nairobi in Kenya met and condemned the attacks of Somalia."),
    ],
)
def test_people_who_gather_stand_for_nobody(code: str, text: str) -> None:
    assert not read_text(text, language=code, published="2019-07-02").meetings


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ckb", "نوێنەرانی حکومەتی کینیا و وەزیری دەرەوەی سۆماڵ کۆبوونەوە و هێرشەکانیان شەرمەزار کرد."),
        ("en", "The ministers of Kenya and Somalia met and condemned the attacks on residents of Nairobi."),
        ("ar", "اجتمع وزير خارجية كينيا مع نظيره الصومالي ونددا بالهجمات على الأهالي."),
    ],
)
def test_officials_who_meet_are_there_still(code: str, text: str) -> None:
    (meeting,) = read_text(text, language=code, published="2019-07-02").meetings
    assert set(meeting.parties) == {"KEN", "SOM"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A delegation of traders from Oman visited Nairobi."),
        ("en", "A Kenyan football delegation arrived in Muscat on Monday."),
        ("fa", "هیئت تجار عمان به نایروبی سفر کرد."),
        ("ar", "زار وفد من تجار عمان نيروبي."),
        ("ckb", "شاندێکی بازرگانانی عومان سەردانی نایرۆبی کرد."),
        ("kmr", "Şandeke bazirganên Omanê serdana Nayrobiyê kir."),
    ],
)
def test_a_delegation_of_a_trade_or_a_sport_travels_for_no_state(code: str, text: str) -> None:
    assert not read_text(text, language=code, published="2019-07-02").meetings
