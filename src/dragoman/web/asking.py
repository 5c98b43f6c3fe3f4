"""What can be asked of lists in the query of an address: filters, and which page in which form."""

from typing import Annotated, Literal

from fastapi import Query
from pydantic import Field, StringConstraints

from dragoman.alerts.wanted import Wanted

Format = Literal["json", "jsonl", "csv"]


class Listing(Wanted):
    """Filters, and which page of the list."""

    limit: int = Field(50, ge=1, le=500)
    cursor: Annotated[str, StringConstraints(max_length=300)] | None = Field(
        None, description="As `next` of the page before."
    )


class Searching(Listing):
    """Filters, which page, and whether words are meant or their meaning."""

    meaning: bool = Field(False, description="By meaning, in any language; the nearest first.")


class Export(Listing):
    """Filters, and the form of the list: a page of JSON, or all of it in another format."""

    format: Format | None = Field(None, description="csv and jsonl give the whole list.")


Listed = Annotated[Listing, Query()]
"""A parameter that holds filters and a page."""
Searched = Annotated[Searching, Query()]
"""A parameter that holds filters, a page, and how words are taken."""
Exported = Annotated[Export, Query()]
"""A parameter that holds filters, a page and a format."""
