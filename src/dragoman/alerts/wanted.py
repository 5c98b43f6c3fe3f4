"""What can be asked of the ledger in one line, by pages, API, feeds and alerts."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, urlencode

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dragoman.lang.search_words import asked_words
from dragoman.store.listing import SHOWN, Asked, Order

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Word = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")]
Family = Literal["engagement", "statement", "outcome", "event"]
Standing = Literal["read", "added", "accepted", "rejected", "edited"]
Quad = Literal["verbal-coop", "material-coop", "verbal-conflict", "material-conflict"]
Short = Annotated[str, StringConstraints(max_length=200)]

_MOST_WORDS = 12


class Wanted(BaseModel):
    """Filters; what is left out does not narrow. Several of one kind widen, sides narrow."""

    model_config = ConfigDict(extra="ignore")

    q: Annotated[str, StringConstraints(max_length=300)] = Field(
        "", description="Words, in any language that is read.", examples=["embassies"]
    )
    family: list[Family] = Field([], max_length=4)
    type: list[Word] = Field(
        [], description="Kind or PLOVER type.", max_length=20, examples=[["meeting"]]
    )
    status: list[Word] = Field([], max_length=10)
    side: list[Code] = Field(
        [], description="Codes that all take part.", max_length=4, examples=[["SAU"]]
    )
    person: Word | None = Field(None, description="Id of a person.")
    office: Word | None = None
    topic: Word | None = None
    country: Code | None = Field(None, description="Where it took place.")
    city: Short | None = None
    since: date | None = None
    until: date | None = None
    outlet: Short | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z-]{2,12}$")] | None = None
    level: Literal["leader", "minister", "official"] | None = None
    quad: Literal["verbal-coop", "material-coop", "verbal-conflict", "material-conflict"] | None = (
        None
    )
    standing: list[Standing] = Field(
        [], max_length=5, description="What people rejected is left out unless asked for."
    )
    conflicts: bool = Field(False, description="Only where reports disagree.")
    min_confidence: float = Field(0.0, ge=0.0, le=1.0)
    order: Order = "newest"

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:  # noqa: ANN401
        """Leaves out the fields of a form that were left empty."""
        if not isinstance(given, dict):
            return given
        filled = {
            name: [v for v in value if v != ""] if isinstance(value, list) else value
            for name, value in given.items()
        }
        return {name: value for name, value in filled.items() if value not in ("", [])}

    def asked(self, families: Sequence[str] = (), beyond: int | None = None) -> Asked:
        """The same as the ledger takes it; of other families, or beyond a key, where given."""
        return Asked(
            families=families or self.family, beyond=beyond, types=self.type, statuses=self.status,
            sides=sorted(set(self.side)), person=self.person, office=self.office, topic=self.topic,
            country=self.country, city=self.city,
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
            outlet=self.outlet, language=self.language, level=self.level, quad=self.quad,
            standings=self.standing or SHOWN, conflicts=self.conflicts, least=self.min_confidence,
            words=asked_words(self.q)[:_MOST_WORDS],
        )  # fmt: skip

    def query(self) -> str:
        """The filters as the query of an address, the same for the same filters."""
        given = self.model_dump(mode="json", exclude_defaults=True)
        return urlencode(sorted(given.items()), doseq=True)


def wanted_of(query: str) -> Wanted:
    """The filters of a kept query."""
    lists = {name for name, f in Wanted.model_fields.items() if "list" in str(f.annotation)}
    found: dict[str, Any] = {
        name: values if name in lists else values[-1]
        for name, values in parse_qs(query).items()
        if name in Wanted.model_fields
    }
    return Wanted.model_validate(found)
