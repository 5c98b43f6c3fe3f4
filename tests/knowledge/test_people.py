"""People in public office: the tables and what can be asked of them."""

import csv
import re
import time
from collections import defaultdict
from datetime import date
from importlib.resources import files

import pytest

from dragoman.core.fold import fold
from dragoman.knowledge.offices import load_offices
from dragoman.knowledge.people import (
    Tenure,
    all_tenures,
    holders,
    load_people,
    load_tenures,
    read_bounds,
)

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
PLACES = files("dragoman")


def table(path):
    return list(csv.DictReader(PLACES.joinpath(path).read_text(encoding="utf-8").splitlines()))


def test_format_of_people():
    people = load_people()
    assert len(people) > 3000
    for person in people.values():
        assert re.fullmatch(r"Q\d+|p-[a-z0-9-]+", person.id), person
        assert person.gender in {"f", "m", ""}
        assert person.wikidata in {"", person.id}
        assert not person.polity or re.fullmatch(r"[A-Z]{3}", person.polity), person


def test_format_of_tenures():
    people, offices = load_people(), load_offices()
    sides = {row["code"] for row in table("knowledge/data/polities.csv")}
    sides |= {row["side"] for row in table("knowledge/data/organizations.csv")}
    keys = set()
    for row in table("knowledge/data/tenures.csv"):
        assert row["person"] in people, row
        assert row["office"] in offices, row
        assert row["side"] in sides, row
        assert row["title"]
        assert row["sources"]
        for part in [*row["from"].split("/"), *row["to"].split("/")]:
            assert part in {"", ".."} or DATE.fullmatch(part), row
        assert tuple(row.values()) not in keys
        keys.add(tuple(row.values()))
    assert len(keys) > 4000


def test_no_tenure_ends_before_it_starts():
    for tenure in load_tenures():
        if tenure.from_earliest and tenure.to_latest:
            assert tenure.from_earliest <= tenure.to_latest, tenure


def time_to_load():
    for loader in (load_people, load_tenures, all_tenures):
        loader.cache_clear()
    start = time.process_time()
    load_people()
    all_tenures()
    return time.process_time() - start


def test_loads_fast():
    # The best of three, in processor time: a busy machine must not fail it. Quiet: under 0.1.
    assert min(time_to_load() for _ in range(3)) < 1


def test_bounds_of_dates():
    assert read_bounds("2023-09-13") == (date(2023, 9, 13), date(2023, 9, 13))
    assert read_bounds("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert read_bounds("2023") == (date(2023, 1, 1), date(2023, 12, 31))
    assert read_bounds("../2019-05") == (None, date(2019, 5, 31))
    assert read_bounds("2022-11/..") == (date(2022, 11, 1), None)
    assert read_bounds("2022-11/2023-06") == (date(2022, 11, 1), date(2023, 6, 30))
    assert read_bounds("") == (None, None)


def made(person, start, end, title="Minister"):
    return Tenure(
        person, "AAA", "foreign_minister", title, *read_bounds(start), *read_bounds(end), ("own",)
    )


def test_holders_prefers_the_sure_one_to_an_unknown_end():
    old, new = made("old", "2015", "2019-02/.."), made("new", "2021-03-01", "")
    assert holders([old, new], "AAA", "foreign_minister", date(2018, 1, 1)) == (old,)
    assert holders([old, new], "AAA", "foreign_minister", date(2020, 1, 1)) == (old,)
    assert holders([old, new], "AAA", "foreign_minister", date(2022, 1, 1)) == (new,)
    assert holders([old, new], "AAA", "foreign_minister", None) == (old, new)
    assert holders([old, new], "BBB", "foreign_minister", date(2022, 1, 1)) == ()


def test_a_year_of_change_leaves_both():
    one, two = made("one", "2010", "2015"), made("two", "2015", "")
    assert holders([one, two], "AAA", "foreign_minister", date(2015, 6, 1)) == (one, two)
    assert not one.surely(date(2015, 6, 1))
    assert two.current


SPOTS = [
    ("JPN", "foreign_minister", "2023-12-14", "Yoko Kamikawa"),
    ("JPN", "head_of_government", "2011-05-01", "Naoto Kan"),
    ("JPN", "defence_minister", "2006-03-01", "Fukushiro Nukaga"),
    ("KWT", "foreign_minister", "2015-06-01", "Sabah Al-Khalid Al-Sabah"),
    ("KWT", "head_of_state", "2021-02-01", "Nawaf Al-Ahmad Al-Jaber Al-Sabah"),
    ("SAU", "foreign_minister", "2012-01-01", "Saud al-Faisal"),
    ("SAU", "crown_prince", "2013-01-01", "Salman bin Abdulaziz"),
    ("SAU", "energy_minister", "2018-06-01", "Khalid al-Falih"),
    ("OMN", "foreign_minister", "2019-09-01", "Yusuf bin Alawi"),
    ("EGY", "foreign_minister", "2024-09-01", "Badr Abdelatty"),
    ("EGY", "head_of_state", "2012-10-01", "Mohamed Morsi"),
    ("MAR", "foreign_minister", "2014-05-01", "Salaheddine Mezouar"),
    ("DZA", "foreign_minister", "2022-01-15", "Ramtane Lamamra"),
    ("TUN", "head_of_government", "2016-03-01", "Habib Essid"),
    ("LBN", "foreign_minister", "2016-01-01", "Gebran Bassil"),
    ("YEM", "foreign_minister", "2017-01-01", "Abdulmalik al-Mekhlafi"),
    ("SDN", "foreign_minister", "2016-06-01", "Ibrahim Ghandour"),
    ("SYR", "foreign_minister", "2019-01-01", "Walid Muallem"),
    ("IRN", "foreign_minister", "2022-05-05", "Hossein Amir-Abdollahian"),
    ("TUR", "foreign_minister", "2010-01-01", "Ahmet Davutoğlu"),
    ("ISR", "defence_minister", "2014-07-15", "Moshe Ya'alon"),
    ("USA", "foreign_minister", "2014-01-01", "John Kerry"),
    ("USA", "national_security_adviser", "2018-10-01", "John Bolton"),
    ("GBR", "foreign_minister", "2024-01-10", "David Cameron"),
    ("FRA", "foreign_minister", "2011-05-01", "Alain Juppé"),
    ("CHN", "foreign_minister", "2023-03-01", "Qin Gang"),
    ("RUS", "defence_minister", "2022-02-24", "Sergei Shoigu"),
    ("KOR", "foreign_minister", "2019-05-01", "Kang Kyung-wha"),
    ("PAK", "foreign_minister", "2012-09-01", "Hina Rabbani Khar"),
    ("IDN", "foreign_minister", "2016-01-01", "Retno Marsudi"),
    ("MYS", "head_of_government", "2019-01-01", "Mahathir Mohamad"),
    ("KAZ", "foreign_minister", "2021-01-01", "Mukhtar Tleuberdi"),
    ("ETH", "foreign_minister", "2014-01-01", "Tedros Adhanom Ghebreyesus"),
    ("NGA", "head_of_state", "2016-01-01", "Muhammadu Buhari"),
    ("ZAF", "foreign_minister", "2021-01-01", "Naledi Pandor"),
    ("BRA", "foreign_minister", "2017-09-01", "Aloysio Nunes"),
    ("ARG", "head_of_state", "2000-06-01", "Fernando de la Rúa"),
    ("MEX", "foreign_minister", "2020-01-01", "Marcelo Ebrard"),
    ("NZL", "foreign_minister", "2021-06-01", "Nanaia Mahuta"),
    ("NOR", "foreign_minister", "2015-01-01", "Børge Brende"),
    ("GRC", "head_of_government", "2013-01-01", "Antonis Samaras"),
    ("UKR", "foreign_minister", "2016-01-01", "Pavlo Klimkin"),
    ("EUR", "foreign_minister", "2013-06-01", "Catherine Ashton"),
    ("NAT", "org_head", "2012-05-20", "Anders Fogh Rasmussen"),
    ("LAS", "org_head", "2014-01-01", "Nabil Elaraby"),
    ("GCC", "org_head", "2021-06-01", "Nayef Al-Hajraf"),
    ("IAE", "org_head", "2015-07-14", "Yukiya Amano"),
    ("AFU", "org_head", "2018-01-01", "Moussa Faki Mahamat"),
    ("EGY", "finance_minister", "2020-01-01", "Mohamed Maait"),
    ("IRQ", "interior_minister", "2021-06-01", "Othman al-Ghanmi"),
    ("JOR", "energy_minister", "2019-03-01", "Hala Zawati"),
    ("LBN", "interior_minister", "2018-01-01", "Nohad Machnouk"),
    ("DZA", "finance_minister", "2021-01-01", "Aymen Benabderrahmane"),
    ("TUN", "defence_minister", "2023-05-01", "Imed Memmich"),
    ("KWT", "interior_minister", "2025-01-01", "Fahad Yousef Saud Al-Sabah"),
    ("SDN", "finance_minister", "2022-01-01", "Gibril Ibrahim"),
    ("EBR", "org_head", "2022-01-01", "Odile Renaud-Basso"),
    ("AFD", "org_head", "2018-01-01", "Akinwumi Adesina"),
    ("GEC", "org_head", "2023-01-01", "Mohamed Hamel"),
    ("ISR", "trade_minister", "2022-03-01", "Orna Barbivay"),
    ("TUR", "finance_minister", "2021-06-01", "Lütfi Elvan"),
    ("ITA", "interior_minister", "2020-05-01", "Luciana Lamorgese"),
    ("IND", "trade_minister", "2016-05-01", "Nirmala Sitharaman"),
    ("PAK", "finance_minister", "2023-01-01", "Ishaq Dar"),
    ("KEN", "defence_minister", "2023-06-01", "Aden Duale"),
    ("NLD", "defence_minister", "2023-01-01", "Kajsa Ollongren"),
    ("ZAF", "finance_minister", "2019-06-01", "Tito Mboweni"),
    ("ARM", "defence_minister", "2019-06-01", "Davit Tonoyan"),
    ("UKR", "interior_minister", "2022-02-24", "Denys Monastyrsky"),
    ("IRN", "finance_minister", "2016-01-01", "Ali Tayebnia"),
]


@pytest.mark.parametrize(("side", "office", "day", "name"), SPOTS)
def test_who_held_it(side, office, day, name):
    people = load_people()
    found = all_tenures().holders(side, office, date.fromisoformat(day))
    sure = [people[t.person].name for t in found if t.surely(date.fromisoformat(day))]
    assert sure == [name]


def test_several_envoys_at_once():
    day = date(2013, 6, 1)
    names = {load_people()[t.person].name for t in all_tenures().holders("UNO", "envoy", day)}
    assert {"Lakhdar Brahimi", "Jamal Benomar", "Christopher Ross", "Tarek Mitri"} <= names


def test_offices_of_a_person():
    day = date(2016, 1, 1)
    tenures = all_tenures()
    by_name = {person.name: key for key, person in load_people().items()}
    offices = {t.office for t in tenures.of_person_on(by_name["Mohammed bin Salman"], day)}
    assert offices == {"crown_prince", "defence_minister"}
    assert tenures.of_person("p-nobody") == ()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_forms_of_names(code):
    people = load_people()
    seen = set()
    for row in table(f"lang/packs/{code}/people.csv"):
        assert row["id"] in people, row
        assert row["form"].strip() == row["form"]
        assert (row["id"], row["form"]) not in seen
        seen.add((row["id"], row["form"]))


NAMESAKES = {fold("أمينة محمد"), fold("محمد بوسعيد")}
"""Forms that two people share: the UN's deputy head and a minister of Kenya, two ministers."""


def test_one_arabic_form_means_one_person():
    owners = defaultdict(set)
    for row in table("lang/packs/ar/people.csv"):
        owners[fold(row["form"])].add(row["id"])
    assert {form for form, ids in owners.items() if len(ids) > 1} == NAMESAKES


def test_variants_of_names():
    by_form = {row["form"]: row["id"] for row in table("lang/packs/ar/people.csv")}
    assert by_form["محمد بن سلمان بن عبدالعزيز"] == by_form["محمد بن سلمان"]
    assert by_form["أنطوني بلينكن"] == by_form["أنتوني بلينكن"]
    by_form = {row["form"]: row["id"] for row in table("lang/packs/en/people.csv")}
    assert by_form["Kamikawa Yoko"] == by_form["Yoko Kamikawa"]
