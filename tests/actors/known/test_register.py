"""The register: its tables agree with each other and with their sources."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from tests.actors.conftest import Reader

from peyman import languages
from peyman.actors.known import register
from peyman.text.tokens import tokenise

ROOT = Path(__file__).parents[3]


def _training_script() -> Any:
    spec = importlib.util.spec_from_file_location("training_register", ROOT / "training" / "register.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_built_tables_are_those_that_the_sources_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    building = _training_script()
    for code in building.LANGUAGES:
        (tmp_path / "languages" / code).mkdir(parents=True)
    (tmp_path / "actors").mkdir()
    monkeypatch.setattr(building, "PACKAGE", tmp_path)
    building.build().write()
    built = [p.relative_to(tmp_path) for p in tmp_path.rglob("*.tsv")]
    assert len(built) == len(building.FACTS) + len(building.LANGUAGES)
    for path in built:
        assert (register.FOLDER.parents[1] / path).read_bytes() == (tmp_path / path).read_bytes(), path


def test_bodies_and_people_belong_to_known_parties() -> None:
    parties = {*register.parties(), *(body.party for body in register.bodies().values() if body.party)}
    for facts in register.bodies().values():
        assert facts.party is None or facts.party in parties, facts.key
        assert facts.country is None or facts.country in parties, facts.key
    assert set(register.people().values()) <= parties


def test_what_a_party_calls_itself_and_what_others_call_it_are_names_of_it_kept_apart() -> None:
    own, others = (
        {
            (each.language, name)
            for each in register.designations("HOUTHI")
            if each.whose == whose
            for name in each.names
        }
        for whose in ("own", "others")
    )
    assert ("en", "Ansar Allah") in own and ("ar", "الحوثيون") in others
    assert not own & others
    assert register.designations("OMN") == ()


@pytest.mark.parametrize("language", languages.all_languages(), ids=lambda each: each.code)
def test_every_designation_is_a_name_by_which_its_party_is_found(language: languages.Language) -> None:
    names = {(key, form) for category, key, forms in register.names_of(language) for form in forms}
    rows = (register.FOLDER / "designations.tsv").read_text("utf-8").splitlines()[2:]
    told = [row.split("\t") for row in rows]
    mine = [(key, form) for key, _, code, forms in told if code == language.code for form in forms.split("|")]
    assert mine and set(mine) <= names


def test_every_capital_is_a_known_place_of_its_country() -> None:
    for facts in register.parties().values():
        if facts.capital:
            place = register.places()[facts.capital]
            assert place.capital_of == facts.key
            assert facts.kind != "state" or place.country in (facts.key, None), facts.key


def test_parties_of_agreements_are_known() -> None:
    parties = {*register.parties(), *(body.party for body in register.bodies().values())}
    for facts in register.agreements().values():
        assert set(facts.parties) <= parties, facts.key


@pytest.mark.parametrize("language", languages.all_languages(), ids=lambda language: language.code)
def test_every_state_is_known_in_every_language(language: languages.Language) -> None:
    lexicon = register.name_lexicon(language)
    for key in ("IRQ", "IRN", "TUR", "SYR", "USA", "SAU", "QAT", "RUS", "UKR", "FRA", "DEU", "CHN"):
        name = register.display_names("party", key)[language.code]
        tokens = tuple(tokenise(name))
        assert (0, len(tokens), register.Known("party", key)) in lexicon.find(tokens, 0, len(tokens)), name


@pytest.mark.parametrize(
    ("code", "form", "key"),
    [
        ("ar", "للعراق", "IRQ"),
        ("ar", "وبالعراق", "IRQ"),
        ("ckb", "عێراقیش", "IRQ"),
        ("ckb", "لەعێراق", "IRQ"),
        ("kmr", "Iraqê", "IRQ"),
        ("kmr", "Tirkiyeyê", "TUR"),
        ("fa", "ترکیه‌ی", "TUR"),
        ("ar", "لليمن", "YEM"),
        ("ar", "وللهند", "IND"),
        ("ar", "للصين", "CHN"),
        ("ar", "والتشاد", "TCD"),
        ("ar", "الأوبك", "OPEC"),
        ("ar", "الكوملة", "KOMALA"),
        ("ar", "لوكالة الطاقة الدولية", "IEA"),
        ("kmr", "Partiya Çep a Swêdê", "VANSTER"),
        ("kmr", "Şîliyê", "CHL"),
        ("kmr", "Jamaykayê", "JAM"),
        ("kmr", "Gostîvarê", "MKD:gostivar"),
        ("kmr", "Çîtralê", "PAK:chitral"),
        ("kmr", "Moskowayê", "RUS:moscow"),
        ("kmr", "Geverê", "TUR:yuksekova"),
        ("kmr", "Ozgur Ozel", "person:ozgur-ozel"),
        ("ckb", "نایجیریا", "NGA"),
        ("ckb", "لە ئەسیووپیا", "ETH"),
        ("fa", "ایتیوپیا", "ETH"),
        ("en", "Korean", "KOR"),
        ("en", "North Korean", "PRK"),
    ],
)
def test_inflected_and_fused_forms_are_found(code: str, form: str, key: str) -> None:
    tokens = tuple(tokenise(form))
    found = register.name_lexicon(languages.load(code)).find(tokens, 0, len(tokens))
    assert key in [known.key for _, _, known in found]


@pytest.mark.parametrize("word", ["السيول", "الكابل", "السوسة", "الكوادر", "يمن", "هند"])
def test_an_arabic_word_with_an_article_is_no_name_that_has_none(word: str) -> None:
    tokens = tuple(tokenise(word))
    assert not register.name_lexicon(languages.load("ar")).find(tokens, 0, len(tokens))


@pytest.mark.parametrize("word", ["Jinan", "Xwestin", "Xizan", "Rast"])
def test_a_kurmanji_word_is_no_small_town_that_is_spelt_alike(word: str) -> None:
    tokens = tuple(tokenise(word))
    assert not register.name_lexicon(languages.load("kmr")).find(tokens, 0, len(tokens))


def test_a_territory_is_a_party_that_says_what_it_is_part_of() -> None:
    territories = {key: facts.part_of for key, facts in register.parties().items() if facts.kind == "territory"}
    assert len(territories) > 45
    assert (territories["GIB"], territories["PRI"], territories["NCL"]) == ("GBR", "USA", "FRA")
    assert all(not part or part in register.parties() for part in territories.values())
    assert register.parties()["IRQ-KRD"].part_of == "IRQ"


def test_new_jersey_is_no_territory(read: Reader) -> None:
    _, found = read("en", "The talks were held in New Jersey. Jersey City hosted them. Iraq and Gibraltar attended.")
    assert [actor.key for actor in found.actors if actor.kind == "party"] == ["IRQ", "GIB"]


def test_a_key_that_begins_like_a_state_tells_no_state() -> None:
    told = {party: register.state_of(party) for party in ("PAK-KRD", "IRQ-KRD", "SYR-SDF", "GEO-ABK", "ANP-PAK", "IRQ")}
    assert told == {
        "PAK-KRD": "PAK-KRD",
        "IRQ-KRD": "IRQ",
        "SYR-SDF": "SYR",
        "GEO-ABK": "GEO",
        "ANP-PAK": "ANP-PAK",
        "IRQ": "IRQ",
    }


def test_what_is_part_of_a_state_is_part_of_one_that_is_known() -> None:
    keys = {*register.parties(), *(body.party for body in register.bodies().values() if body.party)}
    within = {key: register.state_of(key) for key in keys if register.state_of(key) != key}
    assert len(within) > 30
    assert all(register.parties()[state].kind == "state" for state in within.values())


@pytest.mark.parametrize(
    ("code", "words", "land", "state"),
    [
        ("en", "A strong earthquake struck {} on Tuesday.", "Abkhazia", "Armenia"),
        ("en", "The ministers met in {} on Tuesday.", "Puntland", "Armenia"),
        ("en", "{} and Russia signed an agreement.", "Abkhazia", "Armenia"),
        ("en", "The government of {} rejected the offer.", "Puntland", "Armenia"),
        ("ar", "وقع زلزال في {} صباح الثلاثاء.", "أبخازيا", "أرمينيا"),
        ("fa", "وزیران روز سه‌شنبه در {} دیدار کردند.", "آبخازیا", "ارمنستان"),
        ("ckb", "وەزیرەکان لە {} کۆبوونەوە.", "ئەبخازیا", "ئەرمەنستان"),
        ("kmr", "Wezîr li {} civiyan.", "Abxazya", "Ermenistan"),
    ],
)
def test_a_land_that_is_no_state_is_read_as_a_state_is(
    read: Reader, code: str, words: str, land: str, state: str
) -> None:
    def told(name: str) -> tuple[list[str], list[str | None]]:
        _, found = read(code, words.format(name))
        own = [str(actor.kind) for actor in found.actors if actor.party not in (None, "RUS")]
        return own, [place.country and "here" for place in found.places]

    assert told(land) == told(state)


def test_towns_that_a_region_governs_are_in_their_country_and_under_its_authorities() -> None:
    places = register.places()
    assert (places["IRQ:duhok"].country, places["IRQ:duhok"].authority) == ("IRQ", "IRQ-KRD")
    assert (places["IRQ:basra"].country, places["IRQ:basra"].authority) == ("IRQ", "IRQ")
    assert places["IRQ:erbil"].authority == "IRQ-KRD"


@pytest.mark.parametrize(
    ("code", "agency"),
    [
        ("fa", "آژانس بین‌المللی انرژی اتمی"),
        ("ar", "الوكالة الدولية للطاقة الذرية"),
        ("ckb", "ئاژانسی نێودەوڵەتیی وزەی ئەتۆم"),
    ],
)
def test_the_agency_for_atomic_energy_is_not_that_for_energy(read: Reader, code: str, agency: str) -> None:
    _, found = read(code, f"{agency}.")
    assert [actor.key for actor in found.actors] == ["IAEA"]


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("حزب بستان الكردستاني", "حزب بستان الكوردستاني"),
        ("حزب بستان الديمقراطي", "حزب بستان الديموقراطي"),
        ("مكتب بستان الأمريكي", "مكتب بستان الأميركي"),
    ],
)
def test_arabic_names_of_bodies_are_known_in_the_spellings_that_stand_beside_each_other(name: str, spelt: str) -> None:
    building = _training_script()
    assert building.arabic_spellings([name]) == [name, spelt]
    assert building.arabic_spellings([spelt])[1:] == [name]


def test_a_name_of_one_word_keeps_its_spelling() -> None:
    assert _training_script().arabic_spellings(["كردستان"]) == ["كردستان"]


def test_a_foreign_g_is_written_in_two_ways_in_arabic() -> None:
    respelt = _training_script().arabic_people
    assert respelt(["غاري غولد"]) == ["غاري غولد", "جاري جولد"]
    assert respelt(["غريفنز", "غولد"]) == ["غريفنز", "غولد", "جريفنز"]


@pytest.mark.parametrize(("name", "other"), [("غازي حمد", "جازي حمد"), ("راشد الغنوشي", "راشد الجنوشي")])
def test_people_of_arab_movements_keep_the_letter_of_their_names(name: str, other: str) -> None:
    lexicon = register.name_lexicon(languages.load("ar"))
    assert lexicon.find(tuple(tokenise(name)), 0, 2)
    assert not lexicon.find(tuple(tokenise(other)), 0, 2)


def test_no_two_people_of_the_sources_have_a_full_name_in_common_within_one_language() -> None:
    building = _training_script()
    seen: dict[tuple[str, str], str] = {}
    for row in building.read(building.SOURCES / "people.tsv"):
        for code in building.LANGUAGES:
            for form in building.forms(row[code]):
                if " " in form:
                    assert seen.setdefault((code, form), row["key"]) == row["key"], f"{form}: two rows"
