"""What can be asked of lists in the query of an address: filters, and which page in which form."""

from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, Field, StringConstraints

from dragoman.alerts.wanted import Wanted
from dragoman.web.errors import bad_request

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


class Paging(BaseModel):
    """Which page of a list that goes by key, and its form."""

    limit: int = Field(50, ge=1, le=500)
    cursor: Annotated[str, StringConstraints(max_length=20)] | None = Field(
        None, description="As `next` of the page before."
    )
    format: Format | None = Field(None, description="csv and jsonl give the whole list.")

    def key(self) -> int | None:
        """The key that the cursor stands for.

        Raises:
            WebError: it is none.
        """
        text = self.cursor
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 16):
            raise bad_request("That cursor is none of this list.", "Begin with the first page.")
        return int(text)


class EntityListing(Paging):
    """Which entities, which page of them, and the form."""

    kind: Literal["person", "polity", "organization", "office", "framework", "place"] | None = None
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] | None = None


class DocumentListing(Paging):
    """Which documents, which page of them, and the form."""

    language: Annotated[str, StringConstraints(max_length=12)] | None = None
    outlet: Annotated[str, StringConstraints(max_length=200)] | None = None


Listed = Annotated[Listing, Query()]
"""A parameter that holds filters and a page."""
Searched = Annotated[Searching, Query()]
"""A parameter that holds filters, a page, and how words are taken."""
Exported = Annotated[Export, Query()]
"""A parameter that holds filters, a page and a format."""
