"""Reports of an encounter that are none deny it; what is called untrue at an encounter does not."""

from __future__ import annotations

import pytest

from peyman.reading.reader import read_text

DENIED = [
    ("en", "Reports of a meeting between Kenya and Somalia in Nairobi are baseless, the ministry said."),
    ("en", "The ministry said that what was published about talks between Kenya and Somalia in Nairobi is untrue."),
    ("ar", "قالت الوزارة إن الأنباء عن اجتماع كينيا والصومال في نيروبي لا أساس لها من الصحة."),
    ("ar", "الأنباء عن لقاء بين وزيري خارجية كينيا والصومال غير صحيحة."),
    ("fa", "وزارت خارجه کنیا گفت خبر دیدار وزیران خارجه کنیا و سومالی در نایروبی صحت ندارد."),
    ("ckb", "وەزارەت گوتی هەواڵی کۆبوونەوەی کینیا و سۆماڵ لە نایرۆبی راست نییە."),
    ("kmr", "Wezaretê got nûçeya hevdîtina Kenya û Somaliyê li Nairobiyê ne rast e."),
]
HELD = [
    (
        "en",
        "At a meeting with his Somali counterpart in Nairobi, the Kenyan minister said the accusations of smuggling "
        "are baseless.",
    ),
    ("fa", "وزیر خارجه کنیا در دیدار با همتای سومالیایی خود در نایروبی این اتهام‌ها را بی‌اساس خواند."),
    ("fa", "وزیر خارجه کنیا در دیدار با همتای سومالیایی خود گفت اتهام‌ها علیه کنیا صحت ندارد."),
    ("ar", "أكد وزير خارجية كينيا في اجتماع مع نظيره الصومالي أن الاتهامات الموجهة إلى بلاده عارية عن الصحة."),
    ("ar", "وقال وزير خارجية كينيا خلال لقائه نظيره الصومالي إن التقارير عن انسحاب القوات غير صحيحة."),
]


@pytest.mark.parametrize(
    ("language", "text", "status"), [*((*d, "denied") for d in DENIED), *((*h, "held") for h in HELD)]
)
def test_what_is_called_untrue_is_the_report_and_not_where_it_is_said(language: str, text: str, status: str) -> None:
    meetings = read_text(text, published="2026-01-17", language=language).meetings
    assert [meeting.status for meeting in meetings] == [status]
