"""Scores: what counts as a hit, and that the figures are those of the shared scorer."""

import json
import random
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest

from dragoman.core.errors import DataError
from dragoman.quality.names import folded, overlaps, same_name
from dragoman.quality.page import misses_page, sentence_around
from dragoman.quality.score import compare, load_gold, report, right_records, score_all, total
from dragoman.quality.tally import LAYERS, Tally

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def test_a_reading_that_says_what_the_gold_says_is_perfect(samples, as_reading):
    for gold in samples:
        score = compare(gold.record, as_reading(gold), gold.raw)
        assert score.f1() == dict.fromkeys(LAYERS, 1.0), score.misses
        assert score.leaks == 0


def test_a_document_without_a_reading_misses_everything(samples):
    scores = score_all(samples, {})
    overall = total(scores.values())
    assert overall.absent == len(samples)
    assert overall.layers["stories"].f1 == 0
    assert overall.layers["events"].hit == 0


def test_scores_are_kept_apart_by_language(samples, as_reading):
    whole = {gold.text.name: as_reading(gold) for gold in samples if gold.language != "en"}
    scores = score_all(samples, whole)
    assert list(scores) == sorted(scores)
    assert scores["ar"].layers["engagements"].f1 == 1.0
    assert scores["en"].layers["engagements"].hit == 0


def test_optional_records_are_neither_asked_for_nor_punished(samples, as_reading):
    gold = next(g for g in samples if g.text.name.startswith("cairo"))
    reading = as_reading(gold)
    optional = {
        e["key"] for s in gold.record["stories"] for e in s["engagements"] if "optional" in e
    }
    assert optional
    reading["engagements"] = [e for e in reading["engagements"] if e["key"] not in optional]
    assert compare(gold.record, reading, gold.raw).layers["engagements"].f1 == 1.0


def test_a_planned_event_is_no_event(samples, as_reading):
    gold = samples[0]
    reading = as_reading(gold)
    for event in reading["events"]:
        event["status"] = "planned"
    assert compare(gold.record, reading, gold.raw).layers["events"].hit == 0


def test_what_was_not_asked_for_costs_precision(samples, as_reading):
    gold = samples[0]
    reading = as_reading(gold)
    reading["events"].append(
        {"story": "s0", "type": "ASSAULT", "source": "ISL", "target": "LUX", "evidence": []}
    )
    tally = compare(gold.record, reading, gold.raw).layers["events"]
    assert tally.spurious == 1
    assert tally.precision < 1
    assert tally.recall == 1


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (["Aleksandr Petrov"], ["Petrov"], True),
        (["Aleksandr Petrov"], ["Aleksandr Ivanov"], False),
        (["يوسف بن علويّ"], ["يوسف بن علوى"], True),
        (["سامي الحداد", "Sami Haddad"], ["Sami Haddad"], True),
        (["Li Wu"], ["Li Na"], False),
        ([None, ""], ["Petrov"], False),
    ],
)
def test_names(gold, found, same):
    assert same_name(gold, found) is same


def test_folding_and_overlap():
    assert folded("  Élysée—Palace! ") == "elysee palace"
    assert folded("إِسْطَنْبول، أنقرة") == folded("اسطنبول انقرة")
    assert overlaps([{"start": 5, "end": 9}], "they met twice", "met")
    assert not overlaps([{"start": 8, "end": 9}], "they met twice", "met")
    assert not overlaps(None, "they met twice", "met")


def test_a_tally_of_nothing_is_no_failure():
    assert Tally().f1 == 1.0
    assert Tally(missed=1).f1 == 0.0


def test_the_report_has_a_line_for_each_layer_and_a_column_for_each_language(samples):
    lines = report(score_all(samples, {})).splitlines()
    assert lines[0].split()[:3] == ["layer", "ar", "en"]
    assert [line.split()[0] for line in lines[1 : len(LAYERS) + 1]] == list(LAYERS)


def test_the_page_of_misses_quotes_the_sentence_and_both_sides(samples, as_reading):
    gold = next(g for g in samples if g.text.name.startswith("cairo"))
    reading = as_reading(gold)
    lost = reading["events"].pop(0)
    reading["events"].append(
        {"story": "s0", "type": "ASSAULT", "source": "ISL", "target": "<b>", "evidence": []}
    )
    scores = score_all([gold], {gold.text.name: reading})
    page = misses_page("a set", scores, {gold.text.name: gold.raw})
    assert f"{lost['type']} {lost['source']} -&gt; {lost['target']}" in page
    assert f"<mark>{escape(lost['evidence'][0]['text'])}</mark>" in page
    assert "ASSAULT ISL -&gt; &lt;b&gt;" in page
    assert page.count("<tr><td>") == 2


def test_records_that_the_gold_has_or_allows_are_right(samples, as_reading):
    gold = next(g for g in samples if g.text.name.startswith("cairo"))
    reading = as_reading(gold)
    for key in ("engagements", "events"):
        for number, record in enumerate(reading[key]):
            record["id"] = f"{key}{number}"
    ids = {r["id"] for key in ("engagements", "events") for r in reading[key]}
    assert right_records(gold.record, reading, gold.raw) == ids
    reading["events"][0]["type"] = "ASSAULT"
    assert right_records(gold.record, reading, gold.raw) == ids - {"events0"}


def test_a_sentence_is_cut_at_its_ends():
    raw = "One came. Two met, and\nthree left! Four slept"
    at = raw.index("three")
    assert sentence_around(raw, at, at + 5) == ("", "three", " left!")
    at = raw.index("slept")
    assert sentence_around(raw, at, at + 5) == ("Four ", "slept", "")


def test_documents_are_found_around_their_records(tmp_path):
    folder = tmp_path / "gold" / "set"
    folder.mkdir(parents=True)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("They met.")
    (folder / "a.json").write_text('{"document": "texts/a.txt"}')
    assert load_gold(folder)[0].raw == "They met."


def test_errors_name_the_file_and_the_next_step(tmp_path):
    with pytest.raises(DataError, match="no gold records"):
        load_gold(tmp_path, tmp_path)
    (tmp_path / "a.json").write_text('{"document": "absent.txt"}')
    with pytest.raises(DataError, match="--texts"):
        load_gold(tmp_path, tmp_path)
    (tmp_path / "a.json").write_text("no json")
    with pytest.raises(DataError, match=r"a\.json"):
        load_gold(tmp_path, tmp_path)


@pytest.mark.parametrize("name", ["seeds", "dev", "samples"])
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_figures_are_those_of_the_shared_scorer(name, seed, samples, tmp_path, as_reading):
    scorer = SHARED / "score.py"
    if not scorer.is_file():
        pytest.skip("the shared scorer is not on this machine")
    golds = samples if name == "samples" else load_gold(SHARED / "gold" / name, SHARED)
    texts = golds[0].path.parents[2] if name == "samples" else SHARED
    chance = None if seed is None else random.Random(seed)
    readings = {g.text.name: as_reading(g, chance) for g in golds}
    file = tmp_path / "readings.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in readings.values()), encoding="utf-8")
    command = [sys.executable, str(scorer), "--gold", str(golds[0].path.parent)]
    done = subprocess.run(
        [*command, "--texts", str(texts), str(file)], capture_output=True, text=True, check=True
    )
    ours = total(score_all(golds, readings).values())
    lines = done.stdout.splitlines()
    for line, (layer, tally) in zip(lines, ours.layers.items(), strict=False):
        assert line == (
            f"{layer:<14} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
            f"   hit {tally.hit} missed {tally.missed} spurious {tally.spurious}"
        )
    assert lines[-2].split() == ["noise", "leaked", str(ours.leaks)]
    assert lines[-1].split() == ["no", "reading", str(ours.absent)]
