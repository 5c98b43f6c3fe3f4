"""Frozen dataclasses that are made quickly, for those of which a document takes thousands."""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")

_BECOME = vars(object)["__class__"].__set__
_READ: dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]] = {}


def quick(cls: type[T]) -> type[T]:
    """Gives a frozen dataclass with slots another `__init__`, which takes a third of the time.

    Frozen ones set each field by a call of a function. Here an instance is of a class without that
    guard, but with the same slots, while its fields are set.

    Raises:
        TypeError: the class has no slots or makes defaults by a function, which is not heard of.
    """
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    if any(f.default_factory is not MISSING for f in fields(cls)):  # type: ignore[arg-type]
        raise TypeError(f"{cls.__name__}: a default is made by a function: do without")
    open_one = type(cls.__name__, (), {"__slots__": tuple(names)})
    known = {"_open": open_one, "_closed": cls, "_become": _BECOME}
    taken = []
    for field in fields(cls):  # type: ignore[arg-type]
        if field.default is MISSING:
            taken.append(field.name)
        else:
            known[f"_{field.name}"] = field.default
            taken.append(f"{field.name}=_{field.name}")
    lines = [
        f"def __init__(self, {', '.join(taken)}):",
        " _become(self, _open)",
        *(f" self.{name} = {name}" for name in names),
        " self.__class__ = _closed",
        *(" self.__post_init__()" for _ in (0,) if hasattr(cls, "__post_init__")),
    ]
    exec("\n".join(lines), known)
    cls.__init__ = known["__init__"]  # type: ignore[method-assign]
    if len(names) > 1:  # of one field no tuple would be read
        _READ[cls] = tuple(names), attrgetter(*names)
    return cls


def replace(one: T, **changes: Any) -> T:  # noqa: ANN401 - any field's
    """A copy with some fields changed, as `dataclasses.replace` makes it of any dataclass."""
    known = _READ.get(one.__class__)
    if known is None:
        return dataclasses.replace(one, **changes)  # type: ignore[type-var]
    names, read = known
    return one.__class__(**{**dict(zip(names, read(one), strict=True)), **changes})
