"""What is undertaken behind a lead in which two parties meet and one of them promises something."""

from __future__ import annotations

from peyman.reading.reader import read_text

DAY = "2024-06-04"
#: Since something is promised, the document is no mere report of encounters.
LEADS = {
    "en": "Kenya and Somalia held talks in Nairobi on Monday. Kenya promised to pay for the bridge.",
    "fa": "ایران و عراق روز دوشنبه در بغداد گفت‌وگو کردند. عراق قول داد زندانیان را آزاد کند.",
    "ar": "عقد العراق والأردن محادثات في عمان يوم الاثنين. وتعهد العراق بإرسال الوقود إلى الأردن.",
    "ckb": "عێراق و تورکیا دووشەممە لە بەغدا گفتوگۆیان کرد. تورکیا بەڵێنی دا دیلەکان ئازاد بکات.",
}


def beyond_the_lead(language: str, sentence: str) -> int:
    """How many undertakings are read behind the lead."""
    lead = LEADS[language]
    reading = read_text(f"{lead} {sentence}", published=DAY, language=language)
    return sum(c.evidence[0][0] > len(lead) for c in reading.commitments)
