"""The codebook pages, made from the columns themselves so that neither can be wrong alone."""

from collections.abc import Iterable

from dragoman.export.columns import TABLES
from dragoman.export.events import CAMEO, PLOVER
from dragoman.export.linked import CONTEXT

_CODES = "Codes are explained in [the glossary](../glossary.md)."
_INTROS = {
    "tables": "`dragoman export --format csv` writes one file a table with a header line, lists "
    'joined by "; "; `--format parquet` writes the same columns with lists and days as such. '
    "Empty (in Parquet null) is what no report says.",
    "jsonl": "`dragoman export --format jsonl` writes one entry a line, in the shape of a reading, "
    "with what only a ledger knows. Offsets count code points of the raw text of the document that "
    "a span names, half open.",
    "plover": "`dragoman export --format plover` writes `plover.csv`, one event a row, with the "
    "column names of POLECAT's files as far as the ledger knows what belongs there, and three of "
    "its own: `Status`, `Confidence`, `Rule`.",
    "cameo": "`dragoman export --format cameo` writes `cameo.tsv`, one event a row, with the "
    "columns of GDELT's event table in its order and a header line. Where this project codes in "
    "PLOVER, CAMEO codes are the nearest.",
    "jsonld": "`dragoman export --format jsonld` writes `ledger.jsonld`: documents, entities and "
    "entries as nodes of one graph. Each entry says with "
    "[PROV](https://www.w3.org/TR/prov-o/) which documents it was derived from, and quotes the "
    "words with their positions.",
    "ftm": "`dragoman export --format ftm` writes `entities.ftm.json`, people and organisations as "
    "[FollowTheMoney](https://followthemoney.tech/) entities, one a line.",
}
_TITLES = {
    "tables": "Tables: CSV and Parquet", "jsonl": "JSON Lines", "plover": "PLOVER event table",
    "cameo": "CAMEO event table", "jsonld": "JSON-LD", "ftm": "FollowTheMoney",
}  # fmt: skip
_JSONL = (
    ("reports", "One object a document that tells it: document, uri, outlet, language, published"),
    ("sources", "Independent sources: copies, one outlet, one agency count once"),
    ("first_report, last_report", "Days of the first and last report"),
    ("conflicts", "Fields on which reports disagree: each value with the documents that give it"),
    ("confidence", "One less the chance that all independent sources err"),
    ("standing", "read, or accepted, edited, added by people; what was rejected is not exported"),
    ("corrections", "Who corrected what, when and why"),
    ("evidence", "Spans, each with the id of its document"),
    ("claims", "Ids of the records of single documents that make the entry"),
    ("engagement, statement, part_of", "Ids of other entries"),
)
_FTM = (
    ("id", "Wikidata id, or `dragoman-` and the ledger's id"),
    ("schema", "Person or Organization"),
    ("properties.name", "The usual name, then names in other languages"),
    ("properties.country", "ISO 3166-1 alpha-2 code in small letters"),
    ("properties.wikidataId", "Wikidata id"),
    ("properties.position", "Titles as reports give them, or offices"),
    ("datasets", "Always dragoman"),
)


def pages() -> dict[str, str]:
    """The text of each codebook page, by the name of its file."""
    bodies = {
        "tables": "\n".join(
            f"## {name}\n\n" + _table(((f"`{c.name}`", c.kind, c.about) for c in columns), 3)
            for name, columns in TABLES.items()
        ),
        "jsonl": _table(((f"`{key}`", about) for key, about in _JSONL), 2),
        "plover": _table(((f"`{name}`", about) for name, (_, about) in PLOVER.items()), 2),
        "cameo": _table(((f"`{name}`", about) for name, (_, about) in CAMEO.items()), 2),
        "jsonld": _table(((f"`{key}`", f"`{_term(v)}`") for key, v in CONTEXT.items()), 2),
        "ftm": _table(((f"`{key}`", about) for key, about in _FTM), 2),
    }
    return {
        f"{key}.md": f"# {_TITLES[key]}\n\n{_INTROS[key]} {_CODES}\n\n{body}"
        for key, body in bodies.items()
    }


def _term(value: object) -> str:
    if isinstance(value, dict):
        return " as ".join(str(part) for part in value.values())
    return str(value)


def _table(rows: Iterable[tuple[str, ...]], width: int) -> str:
    heads = ("name", "kind", "what it holds")[: width - 1] if width > 2 else ("name",)
    head = " | ".join((*heads, "what it holds")[:width])
    lines = [f"| {head} |", "|" + "---|" * width]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"
