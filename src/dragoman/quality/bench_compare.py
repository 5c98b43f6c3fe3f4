"""The same English articles read by Dragoman, by spaCy and by `batch`, side by side.

spaCy (M. Honnibal and others, "spaCy: Industrial-strength Natural Language Processing in Python",
2020) parses and finds names, which is the least that reading needs; it makes no records.
"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

BEGIN, END = "<!-- bench: written by make bench -->", "<!-- bench: end -->"
ARTICLES = "en_news.jsonl"
TIMES = 3
"""How often `batch` is given the articles, each time with another last line."""
# By processor time, so that what else the machine does counts little; `batch` goes by the clock.
_READS = """
import json, resource, sys, time
begun = time.process_time()
{load}
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
read(texts[0])
started = time.process_time()
for text in texts:
    read(text)
ended = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
print(json.dumps([len(texts) / (ended - started), started - begun, peak]))
"""
_DRAGOMAN = "from dragoman import read"
_SPACY = """
import os, spacy
model = os.environ.get("SPACY_MODEL", "en_core_web_sm")
read = spacy.load(model, exclude=["tagger", "attribute_ruler", "lemmatizer"])
"""
_READ = re.compile(r"\((\d+) now, in ([\d.]+) s, (\d+) MB a worker\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One way of reading: documents a second, seconds to start, megabytes; or why there is none."""

    name: str
    rate: float = 0.0
    start: float | None = None
    peak: float = 0.0
    skipped: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        if self.skipped:
            return self.name, f"skipped: {self.skipped}", "", ""
        start = "" if self.start is None else f"{self.start:.1f}"
        return self.name, f"{self.rate:.1f}", start, f"{self.peak:.0f}"


def comparison(folder: Path, cores: Collection[int]) -> list[str]:
    """The lines of a table in Markdown; `cores` are those that `batch` may use.

    What calls this stays on the core it is bound to.
    """
    texts = articles(folder)
    if not texts:
        return [f"no {ARTICLES} in {folder}: nothing to compare"]
    with tempfile.TemporaryDirectory() as place:
        rows = list(_rows(Path(place), texts, cores))
    size = sum(map(len, texts)) // len(texts)
    return [
        f"{len(texts)} English articles of {size:,} characters on average; {machine()}.",
        "",
        "Single readings by processor time of one core, batch by the clock.",
        "",
        "| reading | documents a second | start, s | memory, MB |",
        "|---|---|---|---|",
        *(f"| {' | '.join(row.cells())} |" for row in rows),
    ]


def articles(folder: Path) -> list[str]:
    """The texts of the English articles of a folder, those of the samples where it has none."""
    place = folder / ARTICLES
    if not place.is_file():
        return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.en.txt"))]
    lines = place.read_text(encoding="utf-8").splitlines()
    return [text for line in lines if (text := json.loads(line).get("text"))]


def machine() -> str:
    """The processor, how many cores it shows, and the version of Python."""
    name = platform.processor() or platform.machine()
    try:
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    except OSError:
        found = None
    model = found[1] if found else name
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def write_between(page: Path, lines: Collection[str]) -> None:
    """Puts lines between the marks of a page."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n{chr(10).join(lines)}\n{END}{after}", encoding="utf-8")


def _rows(place: Path, texts: list[str], cores: Collection[int]) -> Iterator[Row]:
    one, many = place / "one.jsonl", place / "many.jsonl"
    _write(one, texts)
    _write(many, [f"{text}\n\nEdition {k}." for k in range(TIMES) for text in texts])
    yield _reading("`dragoman.read`", _DRAGOMAN, one)
    yield _reading("spaCy small, parse and names", _SPACY, one)
    for workers in (1, 2):
        yield _batch(place / f"out{workers}", many, workers, cores)


def _write(path: Path, texts: Collection[str]) -> None:
    lines = (json.dumps({"id": k, "text": text}) for k, text in enumerate(texts))
    path.write_text("\n".join(lines), encoding="utf-8")


def _reading(name: str, load: str, path: Path) -> Row:
    done = subprocess.run(
        [sys.executable, "-c", _READS.format(load=load), str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        return Row(name, skipped=done.stderr.strip().splitlines()[-1][:120].replace("|", "/"))
    rate, start, peak = json.loads(done.stdout.splitlines()[-1])
    return Row(name, rate, start, peak)


def _batch(output: Path, path: Path, workers: int, cores: Collection[int]) -> Row:
    name = f"`batch`, {workers} worker{'s' * (workers > 1)}"
    size = str(max(1000, path.stat().st_size // 16))
    done = subprocess.run(
        [sys.executable, "-m", "dragoman.cli", "batch", str(path), "-o", str(output), "--workers",
         str(workers), "--no-merge", "--shard-bytes", size],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, cores) if cores else None,
    )  # fmt: skip
    found = _READ.search(done.stderr)
    if found is None:
        return Row(name, skipped=(done.stderr.strip().splitlines() or ["no output"])[-1][:120])
    return Row(name, int(found[1]) / float(found[2]), None, float(found[3]))
