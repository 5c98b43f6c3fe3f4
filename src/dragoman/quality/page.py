"""A page of misses: the sentence, what was read, and what the gold record says."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby
from string import Template

from dragoman.quality.tally import LAYERS, Miss, Score

_ENDS = ".!?؟\n"
_FARTHEST = 400
"""The most characters of a sentence shown on each side of the evidence."""

_PAGE = Template("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dragoman: $title</title>
<style>
body { font: 1rem/1.5 system-ui, "Noto Naskh Arabic", sans-serif; margin: 2rem auto;
  max-width: 75rem; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; margin-block: 0 2rem; }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: start;
  vertical-align: top; }
td.figure, th.figure { text-align: end; font-variant-numeric: tabular-nums; }
mark { background: #fd06; color: inherit; }
h3 { font-size: 1rem; margin-block: 1.5rem .3rem; }
</style>
<h1>$title</h1>
<table>
<caption>F1 by layer and language, and precision, recall and F1 over all</caption>
$figures
</table>
$misses
</html>
""")


def misses_page(title: str, scores: Mapping[str, Score], texts: Mapping[str, str]) -> str:
    """A whole HTML page: figures by layer and language, then the misses of each document.

    Args:
        title: what was scored, shown on top.
        scores: by language, as `score_all` gives them.
        texts: the raw texts by base name of the document.
    """
    figures = _head(scores) + "".join(_layer(name, scores) for name in LAYERS)
    parts = []
    for code, score in scores.items():
        parts.append(f"<h2>{escape(code)}: {len(score.misses)} misses</h2>\n")
        for name, misses in groupby(score.misses, key=lambda m: m.document):
            parts.append(_document(name, misses, texts.get(name, "")))
    return _PAGE.substitute(title=escape(title), figures=figures, misses="".join(parts))


def sentence_around(raw: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence that holds a stretch of text, cut into before, the stretch, and behind."""
    first = max((raw.rfind(mark, 0, start) for mark in _ENDS), default=-1) + 1
    stops = [at for mark in _ENDS if (at := raw.find(mark, max(start, end - 1))) >= 0]
    last = max(end, min(stops, default=len(raw) - 1) + 1)
    before = raw[max(first, start - _FARTHEST) : start].lstrip()
    return before, raw[start:end], raw[end : min(last, end + _FARTHEST)].rstrip()


def _head(scores: Mapping[str, Score]) -> str:
    names = [*scores, "P", "R", "F1"]
    cells = "".join(f'<th class="figure" scope="col">{escape(name)}</th>' for name in names)
    return f'<tr><th scope="col">layer</th>{cells}</tr>\n'


def _layer(name: str, scores: Mapping[str, Score]) -> str:
    whole = Score()
    for score in scores.values():
        whole.add(score)
    tally = whole.layers[name]
    figures = [score.layers[name].f1 for score in scores.values()]
    figures += [tally.precision, tally.recall, tally.f1]
    cells = "".join(f'<td class="figure">{figure:.3f}</td>' for figure in figures)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>\n'


def _document(name: str, misses: Iterable[Miss], raw: str) -> str:
    heads = "".join(f'<th scope="col">{h}</th>' for h in ("what", "read", "gold", "sentence"))
    rows = "".join(
        f"<tr><td>{escape(miss.label)}</td><td dir=auto>{escape(miss.found)}</td>"
        f"<td dir=auto>{escape(miss.gold)}</td><td dir=auto>{_sentence(miss, raw)}</td></tr>\n"
        for miss in misses
    )
    return f"<h3>{escape(name)}</h3>\n<table>\n<tr>{heads}</tr>\n{rows}</table>\n"


def _sentence(miss: Miss, raw: str) -> str:
    if miss.start is None or not raw:
        return escape(miss.words)
    end = miss.start + _length(raw, miss.start, miss.words)
    before, words, behind = map(escape, sentence_around(raw, miss.start, end))
    return f"{before}<mark>{words}</mark>{behind}"


def _length(raw: str, start: int, words: str) -> int:
    """How far words, kept with single spaces, reach in the raw text."""
    at = start
    for sign in words:
        if sign.isspace():
            while at < len(raw) and raw[at].isspace():
                at += 1
        else:
            at += 1
    return at - start
