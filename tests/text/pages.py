"""What the text proper of made-up pages says, and their titles, in five languages."""

from __future__ import annotations

PARAGRAPHS = {
    "fa": "هیئت‌های دو کشور روز سه‌شنبه در مسقط دیدار کردند و درباره‌ی ادامه‌ی گفت‌وگوهای فنی به توافق رسیدند.",
    "ar": "التقى وفدا البلدين يوم الثلاثاء في مسقط واتفقا على مواصلة المشاورات الفنية خلال الأشهر المقبلة.",
    "ckb": "شاندی هەردوو وڵات ڕۆژی سێشەممە لە مەسقەت کۆبوونەوە و لەسەر بەردەوامبوونی گفتوگۆ تەکنیکییەکان ڕێککەوتن.",
    "kmr": "Şandên her du welatan roja Sêşemê li Maskatê civiyan û biryar dan ku danûstandinên teknîkî bidomînin.",
    "en": "Delegations of the two countries met in Muscat on Tuesday and agreed to continue their technical talks.",
}
TITLES = {
    "fa": "دور تازه‌ی گفت‌وگوها در مسقط برگزار شد",
    "ar": "جولة جديدة من المشاورات في مسقط",
    "ckb": "خولێکی نوێی گفتوگۆکان لە مەسقەت بەڕێوە چوو",
    "kmr": "Gereke nû ya danûstandinan li Maskatê pêk hat",
    "en": "New round of talks held in Muscat",
}
