"""What every reading promises: offsets, ids, codes, intervals, the same bytes the same answer."""

import json
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest

from dragoman.core.document import Document, Incoming, Story
from dragoman.core.reading import Engagement, Event, JsonObject, Outcome, Reading, Statement
from dragoman.core.stage import Stage
from dragoman.knowledge.ontology import load_ontology
from dragoman.knowledge.world import World
from dragoman.pipeline import Reader
from dragoman.text.read import ReadText
from tests.extract.reading import read

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
_KINDS = """
meeting call visit consultations summit conference letter signing ceremony
"""
KINDS = set(_KINDS.split())
_STATUSES = """
happened planned cancelled denied
"""
STATUSES = set(_STATUSES.split())
_EVENT_STATUSES = """
happened planned denied hypothetical historical
"""
EVENT_STATUSES = set(_EVENT_STATUSES.split())
_OUTCOMES = """
instrument agreement pledge invitation plan
"""
OUTCOMES = set(_OUTCOMES.split())
_OFFICES = """
head_of_state head_of_government deputy_head_of_government crown_prince foreign_minister
deputy_foreign_minister assistant_foreign_minister defence_minister interior_minister
finance_minister trade_minister energy_minister other_minister national_security_adviser
ambassador envoy spokesperson military_chief intelligence_chief legislator org_head royal
official private
"""
OFFICES = set(_OFFICES.split())
_TOPICS = """
trade_investment finance energy health education_culture science_technology space
defence_security counter_terrorism cyber nuclear_nonproliferation conflict_ceasefire
humanitarian_refugees human_rights climate_environment agriculture_food water
migration_consular transport_infrastructure tourism_sport development_aid sanctions maritime
multilateral_un elections_governance crime_justice media religion
"""
TOPICS = set(_TOPICS.split())
BASES = {"explicit", "relative", "inferred"}
_TYPES = """
AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST
SANCTION MOBILIZE COERCE ASSAULT
"""
TYPES = set(_TYPES.split())

Record = Engagement | Statement | Outcome | Event
POLITIES = set(World.default().polities)

OWN = {
    "visit.en": "ACCRA, Jan 9 - Ghana's foreign minister, Shirley Ayorkor Botchwey, began a visit "
    "to Togo on Monday and held talks with President Faure Gnassingbe in Lome.\n\nThe two sides "
    "signed a memorandum of understanding on fishing, and Togo thanked Ghana for its support.\n",
    "quarrel.en": "Peru condemned Venezuela over the arrest of opposition leaders.\n\nVenezuela "
    "rejected the criticism and accused Peru of meddling. “We will not be lectured,” said its "
    "foreign minister.\n\nBrazil urged the two neighbours to hold talks.\n",
    "plans.en": "The Danish prime minister will visit Vietnam on 20 January to sign an agreement "
    "on wind energy, her office said on Tuesday. A meeting with the Thai premier was cancelled.\n",
    "war.en": "Azerbaijan shelled Armenia near the border on Tuesday, Armenia's defence minister "
    "said. France called on Azerbaijan to withdraw its troops, and threatened sanctions.\n",
    "lists.en": "Leaders of Kenya, Uganda, Rwanda, Burundi and Tanzania met in Arusha on Saturday. "
    "The African Union and the European Union pledged to support the summit's plan.\n",
    "accents.en": "Côte d’Ivoire’s president, Alassane Ouattara, met São Tomé officials and "
    "Türkiye’s foreign minister Hakan Fidan in Abidjan — the first such talks in years.\n",
    "shouted.en": "KUWAIT AND JAPAN HOLD TALKS ON ENERGY\n\nKuwait's foreign minister met the "
    "Japanese ambassador on Sunday.\n",
    "visit.ar": "أبوظبي - وصل رئيس الوزراء الهندي ناريندرا مودي إلى أبوظبي يوم الثلاثاء في زيارة "
    "رسمية، والتقى رئيس دولة الإمارات الشيخ محمد بن زايد آل نهيان.\n\nووقع الجانبان مذكرة تفاهم "
    "في مجال الطاقة، وأشاد مودي بدور الإمارات.\n",
    "quarrel.ar": "أدانت بيرو فنزويلا بسبب اعتقال قادة المعارضة.\n\nورفضت فنزويلا الانتقادات "
    "واتهمت بيرو بالتدخل في شؤونها. ودعت البرازيل البلدين إلى الحوار.\n",
    "plans.ar": "ستزور رئيسة الوزراء الدنماركية فيتنام في 20 يناير لتوقيع اتفاقية، وقالت "
    "الحكومة إن «الزيارة مهمة». وألغي اجتماع مع رئيس الوزراء التايلاندي.\n",
    "marks.ar": "اِلتَقَى وَزيرُ الخارجيّةِ الأُرْدُنيُّ أيمن الصفدي نَظيرَه القَطَريَّ في الدوحة "
    "يوم الإثنين ٨ يناير ٢٠٢٤.\n",
    "mixed.ar": "قال وزير الخارجية الأردني أيمن الصفدي (Ayman Safadi) على منصة X إنه التقى نظيره "
    "القطري في \u200fالدوحة\u200e يوم 8/1/2024.\n",
    "mixed.en": "The Kuwaiti minister (وزير الخارجية الكويتي) met his Omani\u200b counterpart in "
    "Mus\u00adcat, where \u202bاستقبل السلطان\u202c the guests on Monday.\n",
}
TEXTS = [pytest.param(path.read_text(encoding="utf-8"), id=path.stem) for path in SAMPLES]
TEXTS += [pytest.param(text, id=name) for name, text in OWN.items()]
FOREIGN = {
    "fr": "Le ministre français des Affaires étrangères a rencontré lundi à Dakar son homologue "
    "sénégalais. Les deux ministres ont évoqué la coopération entre leurs pays et la situation au "
    "Sahel, où plusieurs attaques ont eu lieu ces dernières semaines.",
    "ru": "Министр иностранных дел Казахстана встретился в понедельник в Астане со своим "
    "узбекским коллегой. Стороны обсудили торговлю, водные ресурсы и подготовку визита "
    "президента, который намечен на весну этого года.",
}


def objects(value: object) -> Iterator[JsonObject]:
    """Every JSON object inside a value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from objects(item)


def records(reading: Reading) -> list[Record]:
    return [*reading.engagements, *reading.statements, *reading.outcomes, *reading.events]


@pytest.mark.parametrize("text", TEXTS)
def test_every_claim_points_at_its_words(text: str) -> None:
    reading = read(text)
    stories = {s.id for s in reading.stories}
    spans = [o for o in objects(reading.to_json()) if set(o) == {"story", "start", "end", "text"}]
    for span in spans:
        assert span["text"]
        assert text[span["start"] : span["end"]] == span["text"]
        assert span["story"] in stories
    assert all(record.evidence for record in records(reading))


def test_the_texts_tell_of_every_sort_of_record() -> None:
    found = [read(text) for text in OWN.values()]
    assert all(any(records(reading)) for reading in found)
    for sort in ("engagements", "statements", "outcomes", "events"):
        assert any(getattr(reading, sort) for reading in found)


@pytest.mark.parametrize("text", TEXTS)
def test_stories_are_stretches_of_the_raw_text(text: str) -> None:
    for story in read(text).stories:
        at = 0
        for start, end in story.spans:
            assert at <= start < end <= len(text)
            at = end
        assert story.text == "\n".join(text[a:b] for a, b in story.spans)


@pytest.mark.parametrize("text", TEXTS)
def test_ids_are_unique_and_point_at_each_other(text: str) -> None:
    reading = read(text)
    for ids in (
        [story.id for story in reading.stories],
        [entity.id for entity in reading.entities],
        [record.id for record in records(reading)],
    ):
        assert len(ids) == len(set(ids))
    entities = {e.id for e in reading.entities}
    engagements = {e.id for e in reading.engagements}
    statements = {s.id for s in reading.statements}
    for engagement in reading.engagements:
        assert {p.entity for p in engagement.participants} | set(engagement.sides) <= entities
    for event in reading.events:
        named = {event.source, event.target, event.source_entity, event.target_entity}
        assert named - {None} <= entities
        assert event.engagement in engagements | {None}
        assert event.statement in statements | {None}
    for statement in reading.statements:
        assert {statement.speaker, statement.target} - {None} <= entities
        assert statement.engagement in engagements | {None}
    for outcome in reading.outcomes:
        assert outcome.engagement in engagements | {None}
        assert {*outcome.parties, *outcome.to} & POLITIES <= entities


@pytest.mark.parametrize("text", TEXTS)
def test_codes_are_those_of_the_contract(text: str) -> None:
    reading = read(text)
    for engagement in reading.engagements:
        assert engagement.kind in KINDS
        assert engagement.status in STATUSES
        assert list(engagement.sides) == sorted(set(engagement.sides))
        assert len(engagement.sides) >= 2
        assert set(engagement.topics) <= TOPICS
        for person in engagement.participants:
            assert person.office in OFFICES | {None}
            assert person.side in engagement.sides
    for event in reading.events:
        assert event.type in TYPES
        assert event.status in EVENT_STATUSES
        assert event.source != event.target
        assert event.rule
    for outcome in reading.outcomes:
        assert outcome.kind in OUTCOMES
        assert list(outcome.parties) == sorted(set(outcome.parties))
    for record in records(reading):
        assert 0 < record.confidence <= 1


@pytest.mark.parametrize("text", TEXTS)
def test_intervals_run_forward_with_basis_and_reason(text: str) -> None:
    found = [o for o in objects(read(text).to_json()) if "basis" in o]
    assert found
    for interval in found:
        assert interval["earliest"] <= interval["latest"]
        assert interval["basis"] in BASES
        assert interval["because"].strip()


def test_types_are_those_of_the_ontology() -> None:
    ontology = load_ontology()
    assert all(ontology.quad(name, "happened") for name in TYPES)


def told(reader: Reader, text: str) -> str:
    digest = sha256(text.encode()).hexdigest()
    return json.dumps(reader.read(Incoming("own", text, digest)).to_json(), ensure_ascii=False)


def test_same_bytes_same_reading_in_any_order() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES] + list(OWN.values())
    first, second = Reader.default(), Reader.default()
    there = {text: told(first, text) for text in texts}
    back = {text: told(second, text) for text in reversed(texts)}
    assert there == back
    assert there == {text: told(first, text) for text in texts}


@pytest.mark.parametrize("language", sorted(FOREIGN))
def test_languages_without_a_pack_give_stories_and_a_note(language: str) -> None:
    reading = read(FOREIGN[language])
    (story,) = reading.stories
    assert story.language == language
    assert story.text == FOREIGN[language]
    assert not records(reading)
    assert "no-pack" in {note.code for note in reading.notes}


def test_a_paragraph_without_a_pack_does_not_hide_the_rest() -> None:
    text = f"{OWN['visit.en']}\n{FOREIGN['fr']}\n"
    assert {e.kind for e in read(text).engagements} >= {"visit"}


@pytest.mark.parametrize("text", ["", " \n\t ", "...", "\u200f\u200e", "x", "؟", "\ufeff"])
def test_hardly_any_text_is_no_error(text: str) -> None:
    assert not records(read(text))


SIGNS = ["\u200f", "\u200e", "\u200b", "\u2060", "\ufeff"]


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_without_width_keep_the_offsets(sign: str) -> None:
    english = (
        f"{sign}Jordan's{sign} foreign minister met his Qatari{sign} counterpart in {sign}Doha."
    )
    arabic = f"التقى{sign} وزير الخارجية الأردني{sign} نظيره القطري في {sign}الدوحة."
    for text, language in ((english, "en"), (arabic, "ar")):
        reading = read(text, language)
        assert [e.sides for e in reading.engagements] == [("JOR", "QAT")]
        for span in reading.engagements[0].evidence:
            assert text[span.start : span.end] == span.text


STEP: Stage = ReadText()


@pytest.mark.parametrize("text", TEXTS)
def test_the_step_is_a_pure_function(text: str) -> None:
    doc = Document(id="own", uri="own", raw=text)
    result = STEP(doc)
    assert result == STEP(doc) == ReadText()(doc)
    assert doc == Document(id="own", uri="own", raw=text)
    assert (result.id, result.uri, result.raw) == (doc.id, doc.uri, doc.raw)


def test_the_step_gives_what_it_says() -> None:
    spec = STEP.spec
    names = {field.name for field in fields(Document)}
    assert spec.name
    assert spec.version >= 1
    assert spec.gives <= names
    assert spec.needs <= names
    doc = STEP(Document(id="own", uri="own", raw=OWN["visit.en"]))
    assert all(getattr(doc, name) for name in spec.gives)
    assert isinstance(doc.stories[0], Story)
    assert {s.story for s in doc.sentences} == {s.id for s in doc.stories}
