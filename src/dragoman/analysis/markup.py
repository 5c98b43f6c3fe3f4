"""A briefing as Markdown and as one HTML page that needs nothing else."""

import re
from html import escape

from dragoman.analysis.parts import Briefing, Line, Section, Source
from dragoman.output.words import isolate, plain_words, runs_right_to_left

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def as_markdown(made: Briefing, base: str | None = None) -> str:
    """The briefing in Markdown; quotations and names are escaped.

    `base` is the address of a server with the pages of the ledger, to which sources are linked.
    """
    lines = [f"# {_plain(made.title)}", "", _plain(made.period), ""]
    if made.left_out:
        lines += [_plain(made.left_out), ""]
    for section in made.sections:
        lines += [f"## {_plain(section.title)}", ""]
        lines += [_item(line) for line in section.lines]
        for title, some in section.groups:
            lines += [*([""] if lines[-1] else []), f"### {_plain(title)}", "", *map(_item, some)]
        lines.append("")
    lines += [f"## {_plain(made.labels.groups['briefing']['sources'])}", ""]
    comma = made.labels.text("comma")
    lines += [
        f"{s.number}. {comma.join(map(_plain, about(s)))} – {_place(s, base)}" for s in made.sources
    ]
    return "\n".join(lines) + "\n"


def about(source: Source) -> list[str]:
    """What is known of a report: its outlet, day and language."""
    return [part for part in (source.outlet, source.day, source.language) if part]


def _place(source: Source, base: str | None) -> str:
    if base is not None:
        return f"<{base}documents/{source.document}>"
    return f"`{plain_words(source.place)}`"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", isolate(plain_words(text)))


def _item(line: Line) -> str:
    quoted = f": {_quotation(_plain(line.quoted), line.quoted)}" if line.quoted else ""
    cites = "".join(f" [{n}]" for n in line.cites)
    return f"- {_plain(line.text)}{quoted}{cites}"


def _quotation(shown: str, text: str) -> str:
    return f"«{shown}»" if runs_right_to_left(text) else f"“{shown}”"


_STYLE = (
    "body{font:16px/1.5 system-ui,'Noto Naskh Arabic',sans-serif;max-width:50em;margin:2em auto;"
    "padding:0 1em}li{margin:.4em 0}q{font-style:italic}sup a{text-decoration:none}"
    "h3{margin-bottom:0}@media print{a{color:inherit}}"
)


def as_html(made: Briefing) -> str:
    """The briefing as a page in the direction of its language, quotations in that of theirs."""
    comma = made.labels.text("comma")
    parts = [
        "<!doctype html>",
        f'<html lang="{escape(made.labels.code)}" dir="{escape(made.labels.direction)}">',
        f'<head><meta charset="utf-8"><title>{escape(made.title)}</title>',
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{escape(made.title)}</h1><p>{escape(made.period)} {escape(made.left_out)}</p>",
        *(_section(section) for section in made.sections),
        f"<h2>{escape(made.labels.groups['briefing']['sources'])}</h2><ol>",
        *(
            f'<li id="source-{s.number}">{_known(s, comma)} – '
            f"<bdi>{escape(plain_words(s.place))}</bdi></li>"
            for s in made.sources
        ),
        "</ol></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _known(source: Source, comma: str) -> str:
    return comma.join(f"<bdi>{escape(plain_words(part))}</bdi>" for part in about(source))


def _section(section: Section) -> str:
    parts = [f"<section><h2>{escape(section.title)}</h2>", _list(section.lines)]
    for title, lines in section.groups:
        parts += [f"<h3>{escape(title)}</h3>", _list(lines)]
    return "\n".join([*(part for part in parts if part), "</section>"])


def _list(lines: tuple[Line, ...]) -> str:
    if not lines:
        return ""
    items = []
    for line in lines:
        way = "rtl" if runs_right_to_left(line.quoted) else "ltr"
        quoted = f': <q dir="{way}">{escape(plain_words(line.quoted))}</q>' if line.quoted else ""
        cites = "".join(f' <sup><a href="#source-{n}">[{n}]</a></sup>' for n in line.cites)
        items.append(f"<li>{escape(plain_words(line.text))}{quoted}{cites}</li>")
    return "<ul>" + "".join(items) + "</ul>"
