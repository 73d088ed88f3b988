"""Short reports in five languages as JSON Lines: ``python benchmarks/generated_documents.py COUNT > reports.jsonl``.

Made up by a seeded random generator for measuring `peyman bulk` and `peyman load` on any number of documents. Meetings
follow each other over thirty years, each told by one to four reports in different languages; parties, cities and
undertakings are drawn from lists, so that most reports share a party and few share a meeting, as in real archives. The
first reports are the same however many are asked for.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import sys
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.dates import format_date

_PARTIES = [
    *(
        [
            "IR",
            "IQ",
            "US",
            "TR",
            "SY",
            "JO",
            "SA",
            "EG",
            "QA",
            "OM",
            "RU",
            "UA",
            "FR",
            "DE",
            "GB",
            "IL",
            "LB",
            "SD",
            "YE",
            "AE",
            "KW",
            "BH",
            "PK",
            "AF",
            "CN",
            "IN",
            "JP",
            "IT",
            "ES",
            "NL",
            "NO",
            "SE",
            "CH",
            "AT",
            "PL",
            "GR",
        ]
    ),
    *(
        [
            "BR",
            "AR",
            "MX",
            "CL",
            "CO",
            "PE",
            "VE",
            "CU",
            "CA",
            "AU",
            "NZ",
            "ZA",
            "NG",
            "KE",
            "ET",
            "SO",
            "LY",
            "TN",
            "DZ",
            "MA",
            "GE",
            "AM",
            "AZ",
            "KZ",
            "UZ",
            "TM",
            "TJ",
            "KG",
            "RS",
            "HR",
            "BA",
            "AL",
            "MK",
            "BG",
            "RO",
            "HU",
        ]
    ),
]
_CITIES = [
    "Muscat",
    "Geneva",
    "Vienna",
    "Doha",
    "Baghdad",
    "Tehran",
    "Ankara",
    "Cairo",
    "Riyadh",
    "Amman",
    "Moscow",
    "Paris",
]
_TEXTS = {
    "en": (
        "Delegations of {a} and {b} met in {city} on {day}. The two sides agreed to {deed} by {due}. Report {n}.",
        ("exchange prisoners", "open the border crossing", "resume the talks", "withdraw their forces"),
    ),
    "fa": (
        "هیئت‌های {a} و {b} در {day} دیدار کردند. دو طرف توافق کردند تا {due} {deed}. گزارش {n}.",
        ("گذرگاه مرزی را باز کنند", "اسیران را مبادله کنند", "گفت‌وگوها را از سر بگیرند"),
    ),
    "ar": (
        "التقى وفدا {a} و{b} في {day}. واتفق الجانبان على {deed} قبل {due}. التقرير {n}.",
        ("فتح المعبر الحدودي", "تبادل الأسرى", "استئناف المحادثات"),
    ),
    "ckb": (
        "شاندەکانی {a} و {b} لە {day} کۆبوونەوە. هەردوو لا ڕێککەوتن {deed}. ڕاپۆرتی {n}.",
        ("سنوورەکە بکەنەوە", "دیلەکان ئاڵوگۆڕ بکەن", "گفتوگۆکان دەست پێ بکەنەوە"),
    ),
    "kmr": (
        "Şandên {a} û {b} di {day} de civiyan. Her du alî li hev kirin ku {deed}. Rapora {n}.",
        ("sînor vekin", "dîlan biguherin", "gotûbêjan ji nû ve dest pê bikin"),
    ),
}
#: What CLDR calls a language, and the one that it borrows from where CLDR has too few names of countries.
_CLDR = {"en": "en", "fa": "fa", "ar": "ar", "ckb": "ckb", "kmr": "ku"}


@cache
def _country(code: str, language: str) -> str:
    names = Locale.parse(_CLDR[language]).territories
    return str(names.get(code) or Locale.parse("fa" if language == "ckb" else "en").territories[code])


def _day(day: datetime.date, language: str) -> str:
    if language == "kmr":
        return day.strftime("%d.%m.%Y")
    return format_date(day, "d MMMM y", locale="ar" if language == "ar" else "en" if language == "ckb" else language)


def generate(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield documents as `peyman bulk` takes them."""
    chance = random.Random(seed)
    day, made = datetime.date(1990, 1, 1), 0
    while made < count:
        # Some ten meetings a day: a million reports fill a good hundred years, and the calendar begins anew.
        day += datetime.timedelta(days=chance.random() < 0.1)
        if day.year > 2024:
            day = datetime.date(1990, 1, 1)
        parties, city = chance.sample(_PARTIES, 2), chance.choice(_CITIES)
        for publisher in range(min(chance.choice((1, 1, 2, 3, 4)), count - made)):
            language = chance.choice(list(_TEXTS))
            form, deeds = _TEXTS[language]
            due = day + datetime.timedelta(days=chance.randrange(20, 200))
            text = form.format(
                a=_country(parties[0], language),
                b=_country(parties[1], language),
                city=city,
                day=_day(day, language),
                due=_day(due, language),
                deed=chance.choice(deeds),
                n=made,
            )
            yield {
                "id": f"report-{made}",
                "publisher": f"Publisher {publisher}",
                "published": (day + datetime.timedelta(days=1)).isoformat(),
                "text": text,
            }
            made += 1


def main(words: list[str]) -> int:
    """Write the documents."""
    parser = argparse.ArgumentParser(description="Write short reports in five languages as JSON Lines.")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(words)
    for document in generate(options.count, options.seed):
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
