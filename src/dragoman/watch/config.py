"""The TOML file that says what is followed; every slip names the file, the table and the key."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from dragoman.alerts.settings import Alert, Smtp, read_alerts, read_smtp
from dragoman.core.errors import DataError, InputError
from dragoman.lang.discover import languages
from dragoman.sources.addresses import plain_address
from dragoman.sources.http import FetchLimits
from dragoman.sources.places import PLACE_KINDS, Place, PlaceKind
from dragoman.sources.visitor import Manners, contact_of
from dragoman.watch.catalogue import Catalogue, load_catalogue

_KINDS = (*PLACE_KINDS, "folder", "catalogue")
_SHORTEST = 60.0
_TOP = {
    "contact": str, "ledger": str, "delay": float, "every": float, "newest": int, "versions": int,
    "max_bytes": int, "seconds": float, "private": bool, "catalogue": list, "pages": str,
    "language": str, "hosts": int,
}  # fmt: skip
_SOURCE = {
    **dict.fromkeys((*PLACE_KINDS, "folder", "name", "match", "outlet"), str),
    "every": float, "catalogue": list,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Following:
    """One source: a place on the web or a folder being filled, looked at again and again."""

    name: str
    every: float
    place: Place | None = None
    folder: Path | None = None

    @property
    def kind(self) -> str:
        """Feed, sitemap, headlines, page or folder."""
        return self.place.kind if self.place else "folder"

    @property
    def where(self) -> str:
        """The address or the folder."""
        return self.place.address if self.place else str(self.folder)


@dataclass(frozen=True, slots=True)
class Config:
    """What is followed, and how.

    `newest` bounds how many pages of one list are taken, `versions` how often one page is read,
    `side_by_side` how many hosts are asked at a time.
    `pages` is the address of the server that shows the ledger, for the links of alerts.
    """

    path: Path
    sources: tuple[Following, ...]
    ledger: str | None = None
    manners: Manners = field(default_factory=Manners)
    newest: int = 500
    versions: int = 3
    side_by_side: int = 8
    alerts: tuple[Alert, ...] = ()
    smtp: Smtp | None = None
    pages: str = ""
    language: str | None = None


def load_config(path: Path) -> Config:
    """What a file says.

    Raises:
        DataError: the file is not there, is no TOML, or has a slip; the message names it.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(
            f"{path}: cannot be read ({error.strerror}): docs/watching.md shows a configuration"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: no TOML ({error}): mend that line") from error
    return _Reading(path, data).config()


def default_config() -> Path:
    """Where the configuration lies if nobody says."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "dragoman" / "watch.toml"


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else address + "/"


class _Reading:
    """Turns the tables of a file into what they mean."""

    def __init__(self, path: Path, data: dict[str, Any]) -> None:
        self._path = path
        self._data = data

    def _slip(self, where: str, said: str) -> DataError:
        return DataError(f"{self._path}: {where}: {said}")

    def config(self) -> Config:
        """Everything the file says."""
        for key in self._data:
            if key not in ("watch", "source", "alert", "smtp"):
                raise self._slip(f"[{key}]", "no such table: use watch, source, alert, smtp")
        top = self._table("[watch]", self._data.get("watch", {}), _TOP)
        sources = self._sources(top)
        if not sources:
            raise self._slip("[[source]]", "nothing to follow: name a feed, sitemap or folder")
        smtp = read_smtp(self._path, self._data.get("smtp"))
        return Config(
            path=self._path,
            sources=sources,
            ledger=self._beside(top["ledger"]) if "ledger" in top else None,
            manners=self._manners(top, sources),
            newest=int(top.get("newest", 500)),
            versions=int(top.get("versions", 3)),
            side_by_side=max(1, int(top.get("hosts", 8))),
            alerts=read_alerts(self._path, self._tables("alert"), smtp is not None),
            smtp=smtp,
            pages=_with_slash(top.get("pages", "")),
            language=self._language(top),
        )

    def _table(self, where: str, given: object, known: Mapping[str, type]) -> dict[str, Any]:
        """A table with known keys of the right types only."""
        if not isinstance(given, dict):
            raise self._slip(where, "a table is needed")
        for key, value in given.items():
            if key not in known:
                raise self._slip(where, f"no such key {key!r}: use {', '.join(sorted(known))}")
            wanted = known[key]
            kinds = (int, float) if wanted is float else (wanted,)
            if not isinstance(value, kinds) or (isinstance(value, bool) and wanted is not bool):
                raise self._slip(where, f"{key} must be {_NAMED[wanted]}, not {value!r}")
            if isinstance(value, (int, float)) and wanted in (int, float) and value < 0:
                raise self._slip(where, f"{key} must not be below 0")
        return given

    def _tables(self, name: str) -> list[Any]:
        given = self._data.get(name, [])
        if not isinstance(given, list):
            raise self._slip(f"[[{name}]]", "write the name in double brackets")
        return given

    def _language(self, top: Mapping[str, Any]) -> str | None:
        """The language of alerts."""
        code: str | None = top.get("language")
        if code is not None and code not in languages():
            raise self._slip("[watch]", f"language must be one of {', '.join(languages())}")
        return code

    def _beside(self, name: str) -> str:
        """A path as seen from the file; addresses stay."""
        return name if "://" in name else str(self._path.parent / Path(name).expanduser())

    def _manners(self, top: Mapping[str, Any], sources: tuple[Following, ...]) -> Manners:
        contact = top.get("contact")
        if contact is None and any(s.place for s in sources):
            raise self._slip(
                "[watch]", "contact is missing: give a mail address that sites can write to"
            )
        try:
            contact = contact_of(contact) if contact else None
        except InputError as error:
            raise self._slip("[watch]", str(error)) from error
        limits = FetchLimits(
            bytes=int(top.get("max_bytes", 5_000_000)), seconds=float(top.get("seconds", 30))
        )
        return Manners(contact, float(top.get("delay", 5)), limits, top.get("private", False))

    def _sources(self, top: Mapping[str, Any]) -> tuple[Following, ...]:
        extra = [Path(self._beside(str(name))) for name in top.get("catalogue", ())]
        catalogue = load_catalogue(extra)
        usual = float(top.get("every", 900))
        given = self._tables("source")
        found: dict[str, Following] = {}
        for number, table in enumerate(given, 1):
            for source in self._source(f"[[source]] {number}", table, usual, catalogue):
                if source.name in found:
                    raise self._slip(
                        f"[[source]] {number}", f"{source.name!r} is there already: give a name"
                    )
                found[source.name] = source
        return tuple(found.values())

    def _source(
        self, where: str, given: object, usual: float, catalogue: Catalogue
    ) -> list[Following]:
        """The sources of one table: one, or those that it chooses from the catalogue."""
        table = self._table(where, given, _SOURCE)
        kinds = [kind for kind in _KINDS if kind in table]
        if len(kinds) != 1:
            raise self._slip(where, f"name one of {', '.join(_KINDS)}")
        every = float(table.get("every", usual))
        if every < _SHORTEST and kinds[0] != "folder":
            raise self._slip(where, f"every must be at least {_SHORTEST:.0f} seconds")
        if kinds[0] == "catalogue":
            try:
                chosen = catalogue.choose(map(str, table["catalogue"]))
            except InputError as error:
                raise self._slip(where, str(error)) from error
            return [Following(x.id, every, x.place()) for x in chosen]
        value = table[kinds[0]]
        if kinds[0] == "folder":
            folder = Path(self._beside(value))
            return [Following(table.get("name", value), every, folder=folder)]
        return [Following(table.get("name", value), every, self._place(where, kinds[0], table))]

    def _place(self, where: str, kind: str, table: Mapping[str, Any]) -> Place:
        address = plain_address(table[kind])
        if address is None:
            raise self._slip(where, f"{table[kind]!r} is no web address")
        match = table.get("match", "")
        try:
            re.compile(match)
        except re.error as error:
            raise self._slip(where, f"match is no pattern ({error})") from error
        if kind == "headlines" and not match:
            raise self._slip(where, "headlines need match: what addresses of articles hold")
        return Place(cast(PlaceKind, kind), address, match, table.get("outlet"))


_NAMED = {str: "text", float: "a number", int: "a whole number", bool: "true or false",
            list: "a list"}  # fmt: skip
