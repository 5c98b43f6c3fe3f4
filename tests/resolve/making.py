"""Records for tests, with what a test does not speak of filled in."""

from datetime import date

from dragoman.resolve.records import Claim, Days, Telling, Who


def day(text: str, sure: bool = True) -> Days:
    """One day, or two joined by ".."."""
    first, _, last = text.partition("..")
    return Days(date.fromisoformat(first), date.fromisoformat(last or first), sure)


def who(name: str, side: str, office: str | None = None, known: bool = False) -> Who:
    return Who(f"id of {name}" if known else f"{name}/{side}", name, side, office, known)


_COUNT = [0]


def telling(kind: str = "meeting", sides: str = "JPN KWT", when: str | None = "2024-03-05", **more):
    """A telling in a document of its own."""
    _COUNT[0] += 1
    name = more.pop("id", f"t{_COUNT[0]:03}")
    given = {
        "document": name,
        "language": "en",
        "published": day(when) if when and ".." not in when else None,
        "date": day(when) if when else None,
    }
    return Telling(
        id=name,
        local="s1.e1",
        story="s1",
        status=more.pop("status", "happened"),
        kind=kind,
        sides=tuple(sides.split()),
        **{**given, **more},
    )


def claim(what: str, source: str, target: str, when: str = "2024-03-05", **more):
    """An event in a document of its own."""
    _COUNT[0] += 1
    name = more.pop("id", f"c{_COUNT[0]:03}")
    given = {"claim": "event", "document": name, "language": "en", "date": day(when)}
    given["published"] = day(when)
    return Claim(
        id=name,
        story="s1",
        what=what,
        parties=tuple(source.split()),
        to=tuple(target.split()),
        **{**given, **more},
    )
