"""Everything wrong with a language pack, all at once, with file and line."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.core.fold import fold
from dragoman.lang.rules import RULE_FILES, rule_faults

TOML_FILES = (
    *RULE_FILES, "clitics.toml", "dates.toml", "families.toml", "frameworks.toml",
    "furniture.toml", "labels.toml", "lexicon.toml", "modes.toml", "names.toml", "search.toml",
    "segments.toml", "topics.toml",
)  # fmt: skip
TABLES = (
    "frameworks.csv", "milestones.csv", "offices.csv", "organizations.csv", "people.csv",
    "places.csv", "polities.csv", "verbs.csv", "words.csv",
)  # fmt: skip
_STATED_BY_ALL = ("classes", "factuality", "hours", "prepositions", "stages", "subjects", "turns")
_CUT = re.compile(r"line (\d+)")


def pack_problems(packs: Mapping[str, Traversable]) -> Iterator[str]:
    """What is wrong with packs, given by code: "file:line: message", one a problem.

    Files that are missing or cannot be read, rows of the wrong width, rules that break their
    promise or name unknown verbs, patterns that are no regular expressions, and parts of the
    lexicon that one pack states and another does not.
    """
    stated: dict[str, dict[str, set[str]]] = {}
    labelled: dict[str, dict[str, set[str]]] = {}
    for code, folder in sorted(packs.items()):
        files = {name: folder.joinpath(name) for name in (*TOML_FILES, *TABLES, "hooks.py")}
        for name, file in files.items():
            if not file.is_file():
                yield f"packs/{code}/{name}:1: the file is missing"
        for name in TABLES:
            if files[name].is_file():
                yield from _table_problems(f"packs/{code}/{name}", files[name])
        data = {}
        for name in TOML_FILES:
            if files[name].is_file():
                text = files[name].read_text(encoding="utf-8")
                try:
                    data[name] = tomllib.loads(text)
                except tomllib.TOMLDecodeError as error:
                    line = _CUT.search(str(error))
                    yield f"packs/{code}/{name}:{line[1] if line else 1}: {error}"
        for name in RULE_FILES:
            yield from _rule_problems(code, name, data, files)
        yield from _pattern_problems(code, data, files)
        stated[code] = {
            part: {k.partition(".")[0] for k in data.get("lexicon.toml", {}).get(part, {})}
            for part in _STATED_BY_ALL
        }
        labelled[code] = {k: set(v) for k, v in data.get("labels.toml", {}).items()}
    yield from _unstated(stated, "lexicon.toml")
    yield from _unstated(labelled, "labels.toml")


def _table_problems(where: str, file: Traversable) -> Iterator[str]:
    """Rows of another width than the header's, and rows that stand twice."""
    reader = csv.reader(file.read_text(encoding="utf-8").splitlines())
    header = next(reader, [])
    seen: set[tuple[str, ...]] = set()
    for row in reader:
        if len(row) != len(header):
            yield f"{where}:{reader.line_num}: {len(row)} fields where the header has {len(header)}"
        if tuple(row) in seen:
            yield f"{where}:{reader.line_num}: the row stands twice"
        seen.add(tuple(row))


def line_of(text: str, needle: str) -> int:
    """The line on which some words first stand, 1 where they do not."""
    at = text.find(needle)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1


def _rule_problems(
    code: str, file: str, data: Mapping[str, Any], files: Mapping[str, Traversable]
) -> Iterator[str]:
    if file not in data:
        return
    text = files[file].read_text(encoding="utf-8")
    known: set[str] = set()
    if files["verbs.csv"].is_file():
        rows = csv.DictReader(files["verbs.csv"].read_text(encoding="utf-8").splitlines())
        known = {fold(row.get("lemma") or "") for row in rows}
    for name, rule in data[file].items():
        line = line_of(text, f'["{name}"]')
        faults = list(rule_faults(rule))
        faults += [
            f"no verb {verb!r} in verbs.csv"
            for verb in _spelled(rule.get("verb", ()), data.get("families.toml", {}))
            if known and fold(verb) not in known
        ]
        for fault in faults:
            yield f"packs/{code}/{file}:{line}: [{name}] {fault}"


def _spelled(words: Iterable[str], families: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Words with those of a family in the place of its name; a name of none stays as it is."""
    for word in words:
        yield from families.get(word[1:], (word,)) if word.startswith("@") else (word,)


def _pattern_problems(
    code: str, data: Mapping[str, Any], files: Mapping[str, Traversable]
) -> Iterator[str]:
    for name in ("names.toml", "frameworks.toml"):
        for pattern in data.get(name, {}).get("pattern", ()):
            try:
                re.compile(pattern["regex"])
            except re.error as error:
                text = files[name].read_text(encoding="utf-8")
                line = line_of(text, f'name = "{pattern["name"]}"')
                yield f"packs/{code}/{name}:{line}: {pattern['name']!r}: {error}"


def _unstated(stated: Mapping[str, Mapping[str, set[str]]], name: str) -> Iterator[str]:
    """Parts of a file that one pack states and another leaves out, even as an empty list."""
    for part in sorted({part for parts in stated.values() for part in parts}):
        everything = set().union(*(s.get(part, ()) for s in stated.values()))
        for code, parts in stated.items():
            for key in sorted(everything - parts.get(part, set())):
                yield f"packs/{code}/{name}:1: [{part}] does not state {key!r}"
