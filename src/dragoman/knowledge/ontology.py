"""What kinds of events there are, how they are weighed and coded, and what topics bring along."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.core.errors import DataError

_TABLE = "ontology.toml"


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of doing a type's act: its score, from -10 (worst) to 10, and its CAMEO code."""

    name: str
    score: float
    cameo: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event, such as CONSULT, with what holds where no mode is known.

    `threatened_quad` replaces `quad` where the act is not done but planned or threatened, and
    `planned_cameo` replaces `cameo` where what is agreed is to meet; both are usually None.
    """

    name: str
    meaning: str
    quad: str
    score: float
    cameo: str
    modes: Mapping[str, Mode]
    threatened_quad: str | None = None
    planned_cameo: str | None = None


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types of events, contexts, sectors and the contexts of topics."""

    types: Mapping[str, EventType]
    quads: tuple[str, ...]
    contexts: tuple[str, ...]
    sectors: Mapping[str, str]
    international: tuple[str, ...]
    auxiliary_modes: tuple[str, ...]
    topics: Mapping[str, tuple[str, ...]]

    def quad(self, kind: str, status: str = "happened") -> str:
        """The quad class of a type; some types are words only as long as they are no deeds.

        Raises:
            DataError: There is no such type.
        """
        found = self._type(kind)
        if status in ("planned", "hypothetical") and found.threatened_quad:
            return found.threatened_quad
        return found.quad

    def score(self, kind: str, mode: str | None = None) -> float:
        """How hostile (-10) or friendly (10) an act is, by its mode where one is known.

        Raises:
            DataError: There is no such type or mode.
        """
        found = self._mode(kind, mode)
        return found.score

    def cameo(self, kind: str, mode: str | None = None, *, to_meet: bool = False) -> str:
        """The nearest CAMEO code; `to_meet` where what is agreed is a meeting or visit.

        Raises:
            DataError: There is no such type or mode.
        """
        planned = self._type(kind).planned_cameo
        if to_meet and planned:
            return planned
        return self._mode(kind, mode).cameo

    def contexts_of(self, *topics: str) -> tuple[str, ...]:
        """The contexts that topics bring along, in order and once each.

        Raises:
            DataError: There is no such topic.
        """
        found: dict[str, None] = {}
        for topic in topics:
            if topic not in self.topics:
                raise DataError(
                    f"knowledge/data/{_TABLE}: no topic {topic!r}; add it to [topics] or use "
                    f"one of {', '.join(self.topics)}"
                )
            found.update(dict.fromkeys(self.topics[topic]))
        return tuple(found)

    def _type(self, kind: str) -> EventType:
        try:
            return self.types[kind]
        except KeyError as error:
            raise DataError(
                f"knowledge/data/{_TABLE}: no type {kind!r}; use one of {', '.join(self.types)}"
            ) from error

    def _mode(self, kind: str, mode: str | None) -> Mode:
        found = self._type(kind)
        if mode is None:
            return Mode("", found.score, found.cameo)
        try:
            return found.modes[mode]
        except KeyError as error:
            raise DataError(
                f"knowledge/data/{_TABLE}: {kind} has no mode {mode!r}; use one of "
                f"{', '.join(found.modes) or 'none'}"
            ) from error


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """The ontology that ships with the package, read once.

    Raises:
        DataError: The file is broken; the message names the key.
    """
    text = files("dragoman.knowledge").joinpath("data", _TABLE).read_text(encoding="utf-8")
    return parse_ontology(text, f"knowledge/data/{_TABLE}")


def parse_ontology(text: str, source: str) -> Ontology:
    """The ontology that a TOML `text` states; `source` names it in errors.

    Raises:
        DataError: The text is not TOML, a key is missing, a quad, score, code or context is wrong.
    """
    try:
        data = tomllib.loads(text)
        ontology = Ontology(
            types={name: _event_type(name, entry) for name, entry in data["types"].items()},
            quads=tuple(data["quads"]),
            contexts=tuple(data["contexts"]),
            sectors=dict(data["sectors"]),
            international=tuple(data["international"]),
            auxiliary_modes=tuple(data["auxiliary_modes"]),
            topics={name: tuple(contexts) for name, contexts in data["topics"].items()},
        )
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{source} is not TOML ({error}); mend that line") from error
    except KeyError as error:
        raise DataError(f"{source}: key {error} is missing; add it") from error
    for problem in _problems(ontology):
        raise DataError(f"{source}: {problem}; correct that entry")
    return ontology


def _event_type(name: str, entry: dict[str, Any]) -> EventType:
    modes = {
        mode: Mode(mode, float(value["score"]), value["cameo"])
        for mode, value in entry.get("modes", {}).items()
    }
    return EventType(
        name=name,
        meaning=entry["meaning"],
        quad=entry["quad"],
        score=float(entry["score"]),
        cameo=entry["cameo"],
        modes=modes,
        threatened_quad=entry.get("threatened_quad"),
        planned_cameo=entry.get("planned_cameo"),
    )


def _problems(ontology: Ontology) -> list[str]:
    """Everything that is wrong with what was read, in words."""
    problems = []
    for kind in ontology.types.values():
        problems += [
            f"{kind.name} has quad {quad!r}, none of {list(ontology.quads)}"
            for quad in (kind.quad, kind.threatened_quad or kind.quad)
            if quad not in ontology.quads
        ]
        for mode in (Mode("", kind.score, kind.cameo), *kind.modes.values()):
            label = f"{kind.name}/{mode.name}" if mode.name else kind.name
            if not -10 <= mode.score <= 10:
                problems.append(f"{label} scores {mode.score}, not within -10 and 10")
            if not re.fullmatch("[0-9]{3}", mode.cameo):
                problems.append(f"{label} has CAMEO code {mode.cameo!r}, not three digits")
    for topic, contexts in ontology.topics.items():
        problems += [
            f"topic {topic} has context {context!r}, which is not listed"
            for context in contexts
            if context not in ontology.contexts
        ]
    return problems
