"""The tables of the newest schema, for building statements; the steps in SQL make them."""

from sqlalchemy import TableClause, column, table


def _table(name: str, columns: str) -> TableClause:
    return table(name, *(column(c) for c in columns.split()))


RUNS = _table("runs", "n started finished command dragoman reader resolver documents failed")
DOCUMENTS = _table(
    "documents",
    "n id uri url outlet agency language title published_earliest published_latest"
    " published_basis published_because retrieved raw signature report day recorded",
)
SIGHTINGS = _table("sightings", "document uri outlet run")
READINGS = _table("readings", "document reader run recorded notes")
STORIES = _table("stories", "document id position role language title spans published")
ENTITIES = _table("entities", "n id kind name names country wikidata")
ENTITY_NAMES = _table("entity_names", "folded entity whole")
ENTRIES = _table(
    "entries",
    "n id family type status day earliest latest first_report last_report reports sources"
    " conflicts confidence score quad level country city engagement standing body",
)
CLAIMS = _table("claims", "n id family document story entry origin record matching")
CLAIM_ALIASES = _table("claim_aliases", "id claim")
BLOCKS = _table("blocks", "key claim")
TEXT_KEYS = _table("text_keys", "key document")
JUDGEMENTS = _table(
    "judgements", "n left_id right_id verdict score reason decided_by made run correction"
)
CORRECTIONS = _table(
    "corrections", "n id action family target content snapshot who made why undoes"
)
ENTRY_SIDES = _table("entry_sides", "side family day entry role")
ENTRY_PAIRS = _table("entry_pairs", "a b family day entry")
ENTRY_PEOPLE = _table("entry_people", "entity day entry side office")
ENTRY_TOPICS = _table("entry_topics", "topic day entry")
ENTRY_REPORTS = _table("entry_reports", "entry document")
ENTRY_WORDS = _table("entry_words", "rowid words")
DOCUMENT_WORDS = _table("document_words", "rowid words")
MEANINGS = _table("meanings", "n entry vector")
MEANINGS_DUE = _table("meanings_due", "entry")

FAMILIES = ("engagement", "statement", "outcome", "event")
"""Kinds of entry, in the order in which they are shown."""


def dated(day: str, n: int) -> int:
    """The key of an entry's words: first by its day, ISO or "", then by the entry's own key."""
    return int(day.replace("-", "") or 0) << 32 | n
