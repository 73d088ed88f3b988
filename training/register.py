"""Build the register of parties, places, bodies, outlets and agreements from its sources.

    python training/register.py                 writes the tables of the package from training/register/*.tsv
    python training/register.py --extract DATA  first takes names anew from the open data in DATA (names/territories,
                                                names/places-wof), into training/register/{territories,gazetteer}.tsv

The sources are small tables that people keep by hand (``states``, ``states_names``, ``dependencies``,
``organisations``, ``designations``, ``outlets``, ``cities``, ``agreements``, ``people``) and three that are extracted:
``territories.tsv`` (names of states and territories from Unicode CLDR, Unicode License v3, and their Wikidata ids from
rigour, MIT), ``gazetteer.tsv`` (places of Iraq, Iran, Syria and Türkiye from Who's On First,
https://whosonfirst.org/docs/licenses/) and ``towns.tsv`` (towns of other countries from GeoNames, CC BY 4.0, by
``register_towns.py``). What is written: facts, without words of any language, into
``src/peyman/actors/register/``; names into ``names.tsv`` of each language's folder. Nothing is random: the same sources
give the same bytes.
"""

from __future__ import annotations

import csv
import lzma
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from peyman.actors.known.people_by_sound import heard

SOURCES = Path(__file__).parent / "register"
PACKAGE = Path(__file__).parents[1] / "src" / "peyman"
KURMANJI_WORDS = PACKAGE / "languages" / "kmr" / "words.txt.xz"
LANGUAGES = ("en", "fa", "ar", "ckb", "kmr")
#: Columns of CLDR and Who's On First for our codes.
CLDR = {"en": "cldr_en", "fa": "cldr_fa", "ar": "cldr_ar", "ckb": "cldr_ckb", "kmr": "cldr_ku"}
#: States of ISO 3166-1 that belong to another one.
PART_OF = {"HKG": "CHN", "GRL": "DNK"}
#: Cities whose name speech lets stand for the government of a region.
REGIONAL_CAPITALS = {"IRQ-KRD": "IRQ:erbil"}
#: A territory's name of one word and at most so many letters may be another word: it is matched as it stands.
LONGEST_DOUBTFUL = 6
#: States, unions and movements whose people bear names in which غ is the letter of the name itself.
ARAB = frozenset(
    "ARE BHR COM DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM ARL GCC OIC".split()  # noqa: SIM905
) | {"ENNAHDA", "HAMAS", "HOUTHI", "POLIS", "SYR-OPP"}
COUNTRIES = {"iq": "IRQ", "ir": "IRN", "sy": "SYR", "tr": "TUR"}
#: Places of the gazetteer with fewer people than this, and no Wikidata id, are left out: their names are common words.
FEWEST_PEOPLE = 20_000
#: Countries whose districts are all taken: there their people are not counted.
COUNTED_BY_DISTRICT = frozenset({"IRQ", "IRN"})
#: Languages of English's script, in which names from elsewhere are often written as English writes them.
AS_IN_ENGLISH = frozenset({"kmr"})
#: An English name of a place that is shorter than this may be another word there; so may these words in one be.
SHORTEST_ENGLISH = 5
ENGLISH_WORDS = frozenset(
    {"the", "Strait", "Province", "Palace", "crossing", "Corridor", "Islands", "Sahel", "Gulf", "Sea", "Bergen"}
    | {"Dinar"}
)

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Return the rows of a source: lines that begin with # are comments, missing cells are empty."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    head = next(reader)
    return [dict(zip(head, [*row, *[""] * (len(head) - len(row))], strict=False)) for row in reader]


def forms(cell: str) -> list[str]:
    """Return the forms of a cell, those between bars, in order and once each."""
    return list(dict.fromkeys(form.strip() for form in cell.split("|") if form.strip()))


def slug(text: str) -> str:
    """Return a key made of a name: small ASCII letters and hyphens."""
    kept = "".join(c.lower() if c.isascii() and c.isalnum() else "-" for c in text.replace("'", "").replace("’", ""))
    return "-".join(part for part in kept.split("-") if part)


def extract(data: Path) -> None:
    """Take the names of states and places from the open data."""
    listed = [*read(SOURCES / "states.tsv"), *read(SOURCES / "dependencies.tsv")]
    states = {row["alpha2"]: row["alpha3"] for row in listed}
    with (data / "names" / "territories" / "territories.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["code"] in states]
    lines = [
        "# Names of states: Unicode CLDR (Unicode License v3); ids: rigour (MIT). Extracted by training/register.py."
    ]
    lines.append("\t".join(("key", "qid", *LANGUAGES)))
    for row in rows:
        names = [row[CLDR[code]] for code in LANGUAGES]
        names[0] = "|".join(forms(f"{row['name_en']}|{names[0]}"))
        lines.append("\t".join((states[row["code"]], row["wikidata"], *names)))
    (SOURCES / "territories.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    lines = ["# Places: Who's On First (https://whosonfirst.org/docs/licenses/). Extracted by training/register.py."]
    lines.append("\t".join(("country", "kind", "qid", *LANGUAGES)))
    lines += sorted(_places(data))
    (SOURCES / "gazetteer.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _places(data: Path) -> Iterator[str]:
    for code, country in COUNTRIES.items():
        path = data / "names" / "places-wof" / f"{code}.tsv.xz"
        text = lzma.decompress(path.read_bytes()).decode("utf-8")
        for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            people = int(float(row["population"] or 0))
            if row["placetype"] not in ("region", "county", "locality") or not row["name_en"]:
                continue
            small = people < FEWEST_PEOPLE or (row["placetype"] != "region" and not row["wikidata"] and people < 60_000)
            if small and not (row["placetype"] == "county" and country in COUNTED_BY_DISTRICT):
                continue
            kind = "city" if row["placetype"] == "locality" else "region"
            named = {"en": "name_en", "fa": "name_fa", "ar": "name_ar", "ckb": "name_ckb", "kmr": "name_kmr"}
            names = ["|".join(_plain(forms(row[named[code]])[:2])) for code in LANGUAGES]
            yield "\t".join((country, kind, row["wikidata"], *names))


def _plain(names: Iterable[str]) -> Iterator[str]:
    """Names without the words for province and district, which the reader knows itself; short ones left out."""
    for name in names:
        if len(name) >= 4 and not any(c in name for c in "()/,،‘"):
            yield name


# -- adjectives -------------------------------------------------------------------------------------------------
def persian_adjective(name: str) -> str | None:
    """The regular adjective of a Persian name: with ی, which a final vowel parts from the name."""
    if " " in name:
        return None
    endings = {"ا": "یی", "و": "یی", "ی": "ایی", "ه": "\u200cای"}
    return None if name[-1] == "ٔ" else f"{name}{endings.get(name[-1], 'ی')}"


def persian_spellings(names: Sequence[str]) -> list[str]:
    """Names with the spellings that Persian pages write beside each other: کردستان and کوردستان, دموکرات and دمکرات.

    Not a name of one word: کردستان is a province of Iran too.
    """
    spelt = list(names)
    for one, other in (("کوردستان", "کردستان"), ("دموکرات", "دمکرات")):
        for form, instead in ((one, other), (other, one)):
            spelt += [name.replace(form, instead) for name in spelt if form in name and " " in name]
    return list(dict.fromkeys(spelt))


#: Beginnings of words that Arabic pages spell either way.
_BESIDE_EACH_OTHER = (
    ("كردستان", "كوردستان"),
    ("كردي", "كوردي"),
    ("ديمقراط", "ديموقراط"),
    ("أميرك", "أمريك"),
    ("أوروب", "أورب"),
)
#: Letters for the g of foreign names: غ in most places, ج in Egypt, where it is spoken so.
_FOREIGN_G = ("غ", "ج")
#: A surname alone takes the other letter too if it has at least so many: a shorter one may be another word then.
SHORTEST_RESPELT = 6


def arabic_spellings(names: Sequence[str]) -> list[str]:
    """Names with the spellings that Arabic pages write beside each other: كردستان and كوردستان, أمريكي and أميركي.

    Not a name of one word: what a state is called has its own table.
    """
    spelt = list(names)
    for one, other in _BESIDE_EACH_OTHER:
        for form, instead in ((one, other), (other, one)):
            respelt = (
                re.sub(rf"(?<!\w)((?:[وبل]?ال|لل)?){form}", rf"\g<1>{instead}", name) for name in spelt if " " in name
            )
            spelt = list(dict.fromkeys([*spelt, *respelt]))
    return spelt


def arabic_people(names: Sequence[str]) -> list[str]:
    """Names of people from abroad with both letters for a foreign g: غريفيث and جريفيث."""
    spelt = list(names)
    one, other = _FOREIGN_G
    spelt += [
        form.replace(one, other) for form in names if one in form and (" " in form or len(form) >= SHORTEST_RESPELT)
    ]
    return list(dict.fromkeys(spelt))


def arabic_adjective(name: str) -> str | None:
    """The regular adjective (nisba) of an Arabic name: the article and a final vowel go, ي comes."""
    stem = name.removeprefix("ال")
    for ending in ("يا", "ية", "ا", "ة"):
        stem = stem.removesuffix(ending) if len(stem) > len(ending) + 2 else stem
    return f"{stem}ي" if " " not in name and len(stem) > 2 else None


def sorani_adjective(name: str) -> str | None:
    """The regular adjective of a Sorani name: with ی, which ends a final یا or ا, too."""
    if " " in name or len(name) <= 4 or name[-1] in "یە":
        return None
    stem = name.removesuffix("یا").removesuffix("ا")
    adjective = f"{stem}{'یی' if stem[-1] in 'ۆوێ' else 'ی'}"
    # A shorter one is another word: کۆریا has no کۆری, a gathering.
    return adjective if len(stem) >= SHORTEST_STEM and adjective not in OTHER_WORDS else None


def sorani_spellings(names: Sequence[str]) -> list[str]:
    """Names with the spellings that Sorani pages write beside each other: یەکێتیی and یەکێتی before what it is of."""
    spelt = (re.sub(r"(?<=\w\w)یی(?= )", "ی", name) for name in names)
    return list(dict.fromkeys([*names, *spelt]))


#: Letters of a Sorani name, without its last vowel, of which an adjective is made.
SHORTEST_STEM = 4
#: Adjectives that are other words, too: a novel.
OTHER_WORDS = {"ڕۆمانی", "رۆمانی", "ڕومانی", "سەربی"}


def kurmanji_adjective(name: str) -> str | None:
    """The regular adjective of a Kurmanji name: with î, after a vowel with yî; after î none is made."""
    if " " in name or len(name) < 4 or name[-1] in "iî":
        return None
    return f"{name}yî" if name[-1] in "aeêouû" else f"{name}î"


def kurmanji_spelling(name: str) -> str:
    """An English name as Kurmanji spells it: Chitral is Çitral, Jalalabad Calalabad.

    Vowels are left, since what marks theirs is not looked at where names are looked up.
    """
    for english, kurmanji in _KURMANJI_LETTERS:
        name = name.replace(english, kurmanji)
    return name


#: Letters of English, and those of Kurmanji for the same sound; pairs before the letters that they are made of.
_KURMANJI_LETTERS = (
    *(("Sh", "Ş"), ("sh", "ş"), ("Ch", "Ç"), ("ch", "ç"), ("J", "C"), ("j", "c"), ("Zh", "J"), ("zh", "j")),
    *(("Kh", "X"), ("kh", "x"), ("Ph", "F"), ("ph", "f"), ("ck", "k"), ("oo", "û"), ("Al ", "El "), ("Al-", "El-")),
)


ADJECTIVES = {
    "fa": persian_adjective,
    "ar": arabic_adjective,
    "ckb": sorani_adjective,
    "kmr": kurmanji_adjective,
}


#: Languages in which pages make the regular adjective of every spelling of a state's name: ڤیەتنام and ڤێتنام, whose
#: minister is هاوتا ڤیەتنامییەکەی or هاوتا ڤێتنامییەکەی. Elsewhere what is listed by hand is all there is.
EVERY_NAME = {"ckb"}

SPELLINGS = {"fa": persian_spellings, "ar": arabic_spellings, "ckb": sorani_spellings}


# -- building ---------------------------------------------------------------------------------------------------
class Tables:
    """What is being written: facts by table, names by language."""

    def __init__(self) -> None:
        self.facts: dict[str, list[tuple[str, ...]]] = {name: [] for name in FACTS}
        self.names: dict[str, list[tuple[str, str, str]]] = {code: [] for code in LANGUAGES}

    def name(self, code: str, category: str, key: str, listed: Iterable[str]) -> None:
        """Add the names of one entry in one language, the one to show first."""
        kept = list(dict.fromkeys(listed))
        if kept:
            self.names[code].append((category, key, "|".join(kept)))

    def also(self, code: str, key: str, listed: Iterable[str]) -> None:
        """Add further names of a party that is there already.

        Raises:
            ValueError: No party has the key.
        """
        places = [n for n, row in enumerate(self.names[code]) if row[0] in ("party", "body") and row[1] == key]
        if not places:
            raise ValueError(f"designations.tsv: there is no party {key!r} with a name in {code}")
        category, _, known = self.names[code][places[0]]
        self.names[code][places[0]] = (category, key, "|".join(dict.fromkeys([*known.split("|"), *listed])))

    def write(self) -> None:
        """Write all tables."""
        folder = PACKAGE / "actors" / "register"
        folder.mkdir(exist_ok=True)
        for name, rows in self.facts.items():
            lines = ["# Built by training/register.py; change its sources, not this.", "\t".join(FACTS[name])]
            lines += ["\t".join(row) for row in rows]
            (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
        for code, names in self.names.items():
            lines = ["# Built by training/register.py; change its sources, not this."]
            lines += ["\t".join(row) for row in names]
            (PACKAGE / "languages" / code / "names.tsv").write_text("\n".join(lines) + "\n", "utf-8")


FACTS = {
    "parties": ("key", "kind", "qid", "capital", "part_of"),
    "bodies": ("key", "kind", "party", "country", "qid"),
    "places": ("key", "kind", "country", "qid"),
    "agreements": ("key", "kind", "date", "parties"),
    "people": ("key", "party", "sounds", "given"),
    "designations": ("key", "whose", "language", "names"),
}


def build() -> Tables:
    """Put the sources together."""
    tables = Tables()
    _states(tables)
    _dependencies(tables)
    _organisations(tables)
    _designations(tables)
    _outlets(tables)
    _cities(tables)
    _agreements(tables)
    _people(tables)
    return tables


def _states(tables: Tables) -> None:
    additions = {row["alpha3"]: row for row in read(SOURCES / "states_names.tsv")}
    names = {row["key"]: row for row in read(SOURCES / "territories.tsv")}
    places = {forms(row["en"])[0] for row in read(SOURCES / "cities.tsv")}
    for row in read(SOURCES / "states.tsv"):
        key = row["alpha3"]
        capital = _place_key(key, row["capital"]) if row["capital"] in places else ""
        tables.facts["parties"].append((key, "state", names[key]["qid"], capital, PART_OF.get(key, "")))
        for code in LANGUAGES:
            own = forms(additions.get(key, {}).get(code, ""))
            listed = [*forms(names[key][code]), *(form for form in own if not form.startswith("~"))]
            adjectives = [form[1:] for form in own if form.startswith("~")]
            if code == "en":
                adjectives += forms(row["adjectives"])
            elif not adjectives or code in EVERY_NAME:
                derived = [a for form in listed for a in [ADJECTIVES[code](form)] if a and a not in listed]
                adjectives = list(dict.fromkeys([*adjectives, *derived]))
            tables.name(code, "party", key, listed)
            tables.name(code, "adjective", key, adjectives)


def _dependencies(tables: Tables) -> None:
    """Territories that are no states: a name of one short word is matched as it stands, for it may be another word."""
    additions = {row["alpha3"]: row for row in read(SOURCES / "states_names.tsv")}
    names = {row["key"]: row for row in read(SOURCES / "territories.tsv")}
    places = {form for row in read(SOURCES / "cities.tsv") for form in forms(row["en"])}
    for row in read(SOURCES / "dependencies.tsv"):
        key = row["alpha3"]
        tables.facts["parties"].append((key, "territory", names[key]["qid"], "", row["part_of"]))
        for code in LANGUAGES:
            own = forms(additions.get(key, {}).get(code, ""))
            # What is listed among the places is a place; its party is called by the names that are given by hand.
            known = [] if forms(names[key]["en"])[0] in places else forms(names[key][code])
            known = [form for form in known if f"-{form}" not in own]
            listed = [form if " " in form or len(form) > LONGEST_DOUBTFUL else f"={form}" for form in known]
            tables.name(code, "party", key, [*listed, *(form for form in own if form[0] not in "~-")])
            adjectives = forms(row["adjectives"]) if code == "en" else [form[1:] for form in own if form[0] == "~"]
            tables.name(code, "adjective", key, adjectives)


def _organisations(tables: Tables) -> None:
    for row in read(SOURCES / "organisations.tsv"):
        if row["kind"] == "region":
            capital = REGIONAL_CAPITALS.get(row["key"], "")
            tables.facts["parties"].append((row["key"], "region", row["qid"], capital, row["part_of"]))
        else:
            tables.facts["bodies"].append((row["key"], row["kind"], row["party"], row["part_of"], row["qid"]))
        for code in LANGUAGES:
            listed = SPELLINGS.get(code, list)(forms(row[code]))
            category = "party" if row["kind"] == "region" else "body"
            tables.name(code, category, row["key"], [form for form in listed if not form.startswith("~")])
            adjectives = [form[1:] for form in listed if form.startswith("~")]
            tables.name(code, "adjective", row["key"], adjectives)


def _designations(tables: Tables) -> None:
    """What parties call themselves, and what others call them: names like all others, and noted as whose they are."""
    for row in read(SOURCES / "designations.tsv"):
        for code in LANGUAGES:
            listed = forms(row[code])
            if listed:
                tables.facts["designations"].append((row["key"], row["whose"], code, "|".join(listed)))
                tables.also(code, row["key"], listed)


def _outlets(tables: Tables) -> None:
    for row in read(SOURCES / "outlets.tsv"):
        key = f"outlet:{slug(forms(row['en'])[0])}"
        tables.facts["bodies"].append((key, "outlet", row["owner"], row["country"], ""))
        for code in LANGUAGES:
            tables.name(code, "outlet", key, forms(row[code]))


def _place_key(country: str, english: str) -> str:
    return f"{country}:{slug(english)}" if country else slug(english)


def _cities(tables: Tables) -> None:
    known: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for row in read(SOURCES / "cities.tsv"):
        key = _place_key(row["country"], forms(row["en"])[0])
        tables.facts["places"].append((key, row["kind"] or "city", row["country"], ""))
        for code in LANGUAGES:
            listed = forms(row[code])
            if code in AS_IN_ENGLISH and (row["kind"] or "city") == "city":
                listed += [form for form in _as_in_english(row) if form not in listed]
            known[code] |= {form.lstrip("=") for form in listed}
            tables.name(code, "place", key, listed)
    seen: set[str] = set()
    for row in [*read(SOURCES / "gazetteer.tsv"), *read(SOURCES / "towns.tsv")]:
        english = forms(row["en"])
        key = _place_key(row["country"], english[0]) if english else ""
        if not key or key in seen or any(form in known[code] for code in LANGUAGES for form in forms(row[code])):
            continue
        seen.add(key)
        tables.facts["places"].append((key, "minor", row["country"], row["qid"]))
        for code in LANGUAGES:
            listed = forms(row[code])
            if code in AS_IN_ENGLISH and not listed:
                listed = [form for form in _as_in_english(row) if _unmarked(form) not in kurmanji_words()]
            tables.name(code, "place", key, [f"={form}" for form in listed])


def _as_in_english(row: Row) -> list[str]:
    """The English names of a place that another language of the same script writes too, and as it spells them."""
    native = [form for form in forms(row["en"]) if _could_be_native(form)]
    spelt = [form for form in map(kurmanji_spelling, native) if _unmarked(form) not in kurmanji_words()]
    return list(dict.fromkeys([*native, *spelt]))


@cache
def kurmanji_words() -> frozenset[str]:
    """The commonest words of Kurmanji and those of names, without marks: a town that is called so is seldom meant."""
    text = lzma.decompress(KURMANJI_WORDS.read_bytes()).decode("utf-8")
    words = [line.split("\t")[0] for line in text.splitlines()]
    people = [word for row in read(SOURCES / "people.tsv") for form in forms(row["kmr"]) for word in form.split()]
    return frozenset(map(_unmarked, [*words, *people]))


def _unmarked(word: str) -> str:
    """A word in small letters without their marks."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _could_be_native(form: str) -> bool:
    """Whether an English name may stand in another language as it is: long enough, and without English words."""
    return len(form) >= SHORTEST_ENGLISH and ENGLISH_WORDS.isdisjoint(form.split(" ")) and form[0] != "="


def _agreements(tables: Tables) -> None:
    for row in read(SOURCES / "agreements.tsv"):
        tables.facts["agreements"].append((row["key"], row["kind"], row["date"], row["parties"]))
        for code in LANGUAGES:
            tables.name(code, "agreement", row["key"], forms(row[code]))


def _people(tables: Tables) -> None:
    for row in read(SOURCES / "people.tsv"):
        key = row["key"] if row["key"][1:].isdigit() else f"person:{row['key']}"
        sounds = heard(form for code in LANGUAGES for form in forms(row[code]))
        tables.facts["people"].append(
            (key, row["party"], " ".join(sorted(sounds.names)), " ".join(sorted(sounds.given)))
        )
        for code in LANGUAGES:
            # A surname alone is matched as it stands: with endings cut off it would be too many other words.
            own = forms(row[code])
            if code in AS_IN_ENGLISH:
                native = [form for form in forms(row["en"]) if " " in form]
                own = list(dict.fromkeys([*own, *native, *map(kurmanji_spelling, native)]))
            if code == "ar" and row["party"] not in ARAB:
                own = arabic_people(own)
            listed = [form if " " in form or "-" in form else f"={form}" for form in own]
            tables.name(code, "person", key, listed)


def main(arguments: Sequence[str]) -> None:
    """Build, after extracting anew if asked."""
    if arguments[:1] == ["--extract"]:
        extract(Path(arguments[1]))
    tables = build()
    tables.write()
    for name, rows in tables.facts.items():
        print(f"{name}: {len(rows)}")
    for code, names in tables.names.items():
        print(f"{code}: {sum(len(forms(listed)) for _, _, listed in names)} names")


if __name__ == "__main__":
    main(sys.argv[1:])
