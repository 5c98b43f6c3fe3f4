"""Readings against gold records: hits, misses and what was not asked for, layer by layer.

A gold record says what a careful reader would enter after reading one document; `compare`
pairs it with a reading in the shape of the public contract. Records marked `optional` are
neither rewarded nor punished.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.core.errors import DataError
from dragoman.quality.engagements import judge_engagements, paired
from dragoman.quality.records import (
    event_forms,
    event_key,
    judge_events,
    judge_frameworks,
    judge_outcomes,
    judge_published,
    judge_stories,
)
from dragoman.quality.tally import Judge, Miss, Record, Score


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold record, the file it comes from and the raw text it speaks of."""

    path: Path
    record: Record
    text: Path
    raw: str

    @property
    def language(self) -> str:
        """The document's main language."""
        return str(self.record["language"])


def load_gold(folder: Path, texts: Path | None = None) -> list[Gold]:
    """The gold records of a folder, by file name.

    Documents are looked for from `texts`; without it, from the nearest folder around the
    records in which the first record's document stands.

    Raises:
        DataError: where the folder holds none, a record is no JSON object with a `document`,
            or that document is not under `texts`.
    """
    found: list[Gold] = []
    for path in sorted(folder.glob("*.json")):
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            texts = texts or _folder_of(record["document"], path)
            text = texts / record["document"]
        except (ValueError, KeyError, TypeError) as error:
            raise DataError(f"{path}: no gold record ({error}): see CONTRIBUTING.md") from error
        try:
            raw = text.read_text(encoding="utf-8")
        except OSError as error:
            raise DataError(
                f"{path}: its document {text} cannot be read: give the folder that documents "
                f"start from with --texts"
            ) from error
        found.append(Gold(path, record, text, raw))
    if not found:
        raise DataError(f"{folder}: no gold records (*.json) here: give a folder that holds some")
    return found


def _folder_of(document: str, record: Path) -> Path:
    """The nearest folder around a gold record that its document's path can start from."""
    around = record.resolve().parents
    return next((folder for folder in around if (folder / document).is_file()), Path())


def score_all(golds: Iterable[Gold], readings: Mapping[str, Record]) -> dict[str, Score]:
    """Scores by language of the document; `readings` are keyed by the base name of their uri."""
    scores: dict[str, Score] = {}
    for gold in golds:
        reading = readings.get(gold.text.name)
        score = compare(gold.record, reading or {"document": {}, "stories": []}, gold.raw)
        if reading is None:
            score.absent += 1
            score.misses.insert(0, Miss(gold.text.name, "stories", "NO READING"))
        scores.setdefault(gold.language, Score()).add(score)
    return dict(sorted(scores.items()))


def total(scores: Iterable[Score]) -> Score:
    """All scores as one."""
    out = Score()
    for score in scores:
        out.add(score)
    return out


def compare(gold: Record, reading: Record, raw: str) -> Score:
    """The score of one reading against its gold record; `raw` is the document's text."""
    judge = Judge(Path(gold["document"]).name, reading, raw)
    pairs = judge_stories(judge, gold)
    judge_published(judge, gold)
    for told, found in pairs:
        story = found["id"] if found is not None else None
        judge_engagements(judge, told, judge.records("engagements", story))
        judge_outcomes(judge, told, judge.records("outcomes", story))
        judge_events(judge, told, judge.records("events", story))
        judge_frameworks(judge, told, judge.records("outcomes", story))
    return judge.score


def right_records(gold: Record, reading: Record, raw: str) -> set[str]:
    """The ids of the engagements and events of a reading that its gold record has, or allows."""
    judge = Judge(Path(gold["document"]).name, reading, raw)
    right: set[str] = set()
    for told, found in judge_stories(judge, gold):
        story = found["id"] if found is not None else None
        engagements = judge.records("engagements", story)
        pairs = paired(judge, told["engagements"], engagements)
        right |= {engagements[j]["id"] for j in pairs.values()}
        forms = {key for want in told["events"] for key in event_forms(want)}
        events = judge.records("events", story)
        right |= {e["id"] for e in events if event_key(e) in forms}
    return right


def report(scores: Mapping[str, Score]) -> str:
    """A score as lines: F1 by language, and precision, recall, F1 and counts over all."""
    overall = total(scores.values())
    languages = list(scores)
    head = "".join(f"{code:>8}" for code in languages)
    lines = [f"{'layer':<14}{head}{'P':>9}{'R':>8}{'F1':>8}   hit  missed  spurious"]
    for name, tally in overall.layers.items():
        by = "".join(f"{scores[code].layers[name].f1:>8.3f}" for code in languages)
        counts = f"{tally.hit:>6}{tally.missed:>8}{tally.spurious:>10}"
        whole = f"{tally.precision:>9.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
        lines.append(f"{name:<14}{by}{whole}{counts}")
    lines += [f"noise leaked   {overall.leaks}", f"no reading     {overall.absent}"]
    return "\n".join(lines)
