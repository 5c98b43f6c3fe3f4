"""Who tells what a sentence quotes: '"...", said X', "observers said"."""

from collections.abc import Iterator

from dragoman.extract.subjects import SubjectRow

_QUOTES = frozenset({'"', "“", "«", "``"})


class TellerRow(SubjectRow):
    """A row of nodes that knows its verbs of saying and what nobody known says or does."""

    @property
    def opens_quoted(self) -> bool:
        """True for a sentence that begins with a quotation."""
        return bool(self.tokens) and self.tokens[0].norm in _QUOTES

    @property
    def opens_with_pronoun(self) -> bool:
        """True for a sentence about "he" or "she"."""
        return bool(self.nodes) and any(a.kind == "pronoun" for a in self.nodes[0].actors)

    def tellers(self) -> Iterator[int]:
        """Verbs of saying behind what is said, not inside it: '"...", said X', "..., X said"."""
        inside = False
        for i in range(len(self.nodes)):
            inside ^= self.nodes[i].letter == '"'
            if inside and self.pack.subject_first:
                continue
            if self.says(i) and (self.opens_quoted or self._behind_comma(i)):
                yield i

    def _behind_comma(self, i: int) -> bool:
        """True where verb and subject stand behind the comma that ends what is said."""
        j = i - 1
        while j > 0 and self.nodes[j].letter in "aAH":
            j -= 1
        return j > 0 and self.nodes[j].letter in ',"'

    def other_subject(self, i: int) -> bool:
        """True where something that nobody is stands as the verb's subject: "prices rose".

        What speaks for somebody does not count: "the statement said". So "groups that aid rebels".
        """
        if not self.pack.subject_first:
            return False
        j = i - 1
        part = self.pack.lexicon.part_of_speech
        while j >= 0 and (
            self.readings[j]
            or self._particle(j)
            or (self.nodes[j].letter == "x" and part(self.norm(j)) in ("adv", "particle"))
        ):
            j -= 1
        if j >= 0 and self.nodes[j].letter in "it":
            return not self.subject(i)
        if j < 0 or self.nodes[j].letter not in "xNFTYB":
            return self.tells_of_nobody(j)
        return self.norm(j) not in self.pack.classes["voice"]

    def said_by_unknown(self, i: int) -> bool:
        """True for a verb of saying whose subject is nobody known: "observers said"."""
        says = self.meanings(i) & self.pack.factuality["saying"]
        if not self.pack.subject_first:
            return bool(says) and self.unknown_subject(i) and not self.subject(i)
        before = self.nodes[i - 1].letter if i else "."
        return bool(says) and before in "xN" and self.other_subject(i)

    def depends(self, i: int) -> bool:
        """True for a noun that another holds: "welcomed the resumption of the talks"."""
        spans = self.pack.discourse["spans"]
        j = i - 1
        while j > 0 and self.nodes[j].letter in "AxMT" and not self.finite(j):
            j -= 1
        return (
            self.pack.subject_first
            and j > 0
            and self.preposition(j) == "of"
            and self.norm(j - 1) not in spans
        )
