"""Who tells what a sentence quotes: '"...", said X', "observers said"."""

from collections.abc import Iterator

from dragoman.extract.actors import Actor
from dragoman.extract.agreement import first_that_suits, verb_before
from dragoman.extract.subjects import SubjectRow

_QUOTES = frozenset({'"', "“", "«", "``"})
_TELLER = 14
"""How many nodes may tell who says a thing, behind it."""
_NEAR = 3
_OPENS = 4
_LABEL = 8
_BODIES = frozenset({"body", "organization", "polity"})
_SIGNERS = _BODIES | {"person", "role"}


class TellerRow(SubjectRow):
    """A row of nodes that knows its verbs of saying and what nobody known says or does."""

    def _subject(self, i: int) -> tuple[Actor, ...]:
        if members := self._members_behind(i):
            return members
        paper = self._paper_before(i)
        verb = None if paper is None else verb_before(self, paper)
        if paper is None or verb is None:
            return super()._subject(i)
        return self.subject(verb) if self._issued(paper, verb) else ()

    def _carried(self, i: int) -> tuple[Actor, ...]:
        """The subject of the verb before, else who tells what a participle goes on with.

        «وفقا لكينيا فالحرب انتهت، متهمة غانا» (wafqan li-Kīniyā fa-l-ḥarbu ntahat, muttahimatan
        Ghānā, "according to Kenya the war is over, accusing Ghana").
        """
        adds = i > 0 and self.nodes[i - 1].letter == "," and self.participle(i)
        source = self.sourced() if adds else None
        if source is None or source >= i:
            return super()._carried(i)
        told = self.group(source)
        opens = source <= _OPENS and not any(self.says(k) for k in range(source, i))
        if not any(self.finite(k) for k in range(i)):
            return told
        found = super()._carried(i)
        return first_that_suits(self, i, ((told, None), (found, None))) if opens else found

    def unknown_subject(self, i: int) -> bool:
        """True where a verb has a subject that nothing is known of, a text of others too."""
        paper = self._paper_before(i)
        verb = None if paper is None else verb_before(self, paper)
        if paper is not None and verb is not None and not self._issued(paper, verb):
            return True
        return not self._members_behind(i) and super().unknown_subject(i)

    def _members_behind(self, i: int) -> tuple[Actor, ...]:
        """Whose members or officials stand right behind a verb: «اتهمت مصادر في الجيش الكيني».

        (ittahamat maṣādir fī l-jayshi l-kīnī, "sources in Kenya's army accused".) «طالب 56
        من أعضاء الكونغرس» (ṭālaba 56 min aʿḍāʾi l-Kūnghris, "56 members of Congress demanded").
        """
        told = self.pack.discourse["members"]
        if not told or not self.finite(i) or not self.readings[i]:
            return ()
        j = i + 1
        while j < len(self.nodes) - 2 and (
            self.number(j) or (self.nodes[j].letter in "TH<" and self.norm(j) not in told)
        ):
            j += 1
        if j >= len(self.nodes) - 1 or self.norm(j) not in told:
            return ()
        if any(a.side or a.name for a in self.nodes[j].actors):
            return ()
        j += 1
        while j < len(self.nodes) - 2 and self.nodes[j].letter in "xM":
            if self.preposition(j) or self.finite(j):
                break
            j += 1
        j += self.preposition(j) in ("in", "from")
        node = self.nodes[min(j, len(self.nodes) - 1)]
        bodies = node.letter == "a" and all(a.side and a.kind in _BODIES for a in node.actors)
        return self.group(j, leftward=False) if bodies else ()

    def _issued(self, paper: int, verb: int) -> bool:
        """True for a text that the subject of the verb before it issues, backs or seeks."""
        issuing = self.pack.discourse["issuing"]
        sought = any(self.norm(k) in issuing for k in range(verb + 1, paper))
        return bool((sought or self.meanings(verb) & issuing) and self.subject(verb))

    def _paper_before(self, i: int) -> int | None:
        """The text that a verb in the present tells of without a "that", if it does.

        «عطلت تشاد قرارا يدين مالي» (ʿaṭṭalat Tshād qarāran yudīnu Mālī, "Chad blocked a resolution
        that condemns Mali"): what condemns is the resolution, and Chad only where it issued it.
        """
        told = [a for a in self.readings[i] if a.finite]
        if self.pack.subject_first or not told or any(a.tense != "present" for a in told):
            return None
        for j in range(i - 1, max(-1, i - _NEAR), -1):
            if self.norm(j) in self.pack.discourse["papers"]:
                return j
            if self.nodes[j].letter not in "xDM" or self.finite(j) or self.preposition(j):
                return None
        return None

    @property
    def opens_quoted(self) -> bool:
        """True for a sentence that begins with a quotation."""
        return bool(self.tokens) and self.tokens[0].norm in _QUOTES

    @property
    def opens_with_pronoun(self) -> bool:
        """True for a sentence about "he" or "she"."""
        return bool(self.nodes) and any(a.kind == "pronoun" for a in self.nodes[0].actors)

    def sourced(self) -> int | None:
        """Whoever is told to say what a sentence tells, at the end of a headline too."""
        k = super().sourced()
        return self._signed() if k is None else k

    def _signed(self) -> int | None:
        """Who says what a headline tells before a colon or dash: "Chad broke truce: | Mali"."""
        last = len(self.nodes) - 1
        if not self.pack.subject_first or last < 0 or self.nodes[last].letter != "a":
            return None
        mark = last - 1 - (self.nodes[last - 1].letter == "A")
        if mark < 2 or self.nodes[mark].letter not in ":-" or self.nodes[last].owned:
            return None
        told = range(mark)
        alone = all(self.nodes[j].letter != ":" for j in told)
        tells = any(self.finite(j) or self.may_describe(j) for j in told)
        signers = self.nodes[last].actors
        one = len({a.side for a in signers}) == 1 and all(a.kind in _SIGNERS for a in signers)
        return last if alone and tells and one else None

    def label(self) -> tuple[Actor, ...]:
        """Who says what stands behind a colon: «الوزير: نرفض» (al-wazīr: narfuḍ, "we reject").

        A state before a colon is often what is told of, unless it says "we", "no" or "must":
        «إيران: لن» (Īrān: lan, "Iran: will not"). A capital or seat is a government that speaks.
        """
        opening = self.nodes[: min(_LABEL, len(self.nodes) - 1)]
        first = int(any(node.letter == ":" for node in opening) and self.nodes[0].letter == "A")
        for j, node in enumerate(opening):
            if node.letter == ":":
                found = self.group(first) if self.nodes[first].letter == "a" else ()
                seat = (told := self.nodes[first].element) and told.letter == "C"
                places = [a for a in found if a.kind == "polity" and not (a.place or seat)]
                one = len({a.side for a in found}) == 1 and (not places or self._own_words(j + 1))
                return found if one else ()
            if node.letter in ",;.t" or self.finite(j):
                break
        return ()

    def _own_words(self, i: int) -> bool:
        """True for what a state says itself: "no", "we", "Uganda must", «على غانا» (ʿalā Ghānā)."""
        facts, told = self.pack.factuality, self.pack.discourse
        no = facts["unwilling"] | facts["unwilling_we"]
        near = range(i, min(i + _NEAR, len(self.nodes)))
        bids = any(self.norm(k) in told["obliging"] for k in near)
        bids = bids or (not self.pack.subject_first and self.preposition(i) == "on")
        ours = not told["pronoun.us"].isdisjoint(self._words)
        return self.norm(i) in no or self.speaks(i) or ours or bids

    def tellers(self) -> Iterator[int]:
        """Verbs of saying behind what is said, not inside it: '"...", said X', "..., X said"."""
        inside = False
        for i in range(len(self.nodes)):
            inside ^= self.nodes[i].letter == '"'
            if inside and self.pack.subject_first:
                continue
            if self.says(i) and (self.opens_quoted or self._behind_comma(i)):
                yield i

    def goes_on(self, i: int) -> bool:
        """True for what somebody told of before says, whoever acts in it: "he said Chad was".

        So with a subject left out: «وأضاف أن تشاد» (wa-aḍāfa anna Tshād, "and added that Chad").
        """
        if not self.meanings(i) & self.pack.factuality["saying"]:
            return False
        if (told := self.subject(i)) or self.pack.subject_first:
            return bool(told) and all(a.kind == "pronoun" for a in told)
        quotes = any(n.letter in 't:"' for n in self.nodes[i + 1 : i + _NEAR + 1])
        return (quotes or bool(self.preposition(i + 1))) and not self.unknown_subject(i)

    def _behind_comma(self, i: int) -> bool:
        """True where verb and subject stand behind the comma that ends what is said."""
        j = i - 1
        while j > 0 and self.nodes[j].letter in "aAH":
            j -= 1
        return j > 0 and self.nodes[j].letter in ',"'

    def said_behind(self, j: int) -> bool:
        """True for a comma behind which it is only told who says so: ", a source in Mali said"."""
        if not self.pack.subject_first:
            return False
        if self.norm(j + 1) in self.pack.discourse["sources"]:
            near = self.nodes[j + 2 : j + 2 + _NEAR]
            return any(a.kind not in ("person", "both") or a.side for n in near for a in n.actors)
        for k in range(j + 1, min(j + _TELLER, len(self.nodes))):
            if self.finite(k):
                return k > j + 1 and self.says(k)
            if self.nodes[k].letter in ',.;:"&tRh':
                return False
        return False

    def other_subject(self, i: int) -> bool:
        """True where something that nobody is stands as the verb's subject: "prices rose".

        What speaks for somebody does not count: "the statement said". So "groups that aid rebels".
        """
        if not self.pack.subject_first:
            return False
        j = i - 1
        part = self.pack.lexicon.part_of_speech
        while j >= 0 and (
            (self.readings[j] and not self._plain_noun(j))
            or self._particle(j)
            or (self.nodes[j].letter == "x" and part(self.norm(j)) in ("adv", "particle"))
        ):
            j -= 1
        if j >= 0 and self.nodes[j].letter in "it":
            return not self.subject(i)
        j = j if j < 0 or self.nodes[j].letter != "a" else self._head_of_phrase(j)
        if j < 0 or self.nodes[j].letter not in "xNFTYB":
            return self.tells_of_nobody(j)
        return self.norm(j) not in self.pack.classes["voice"]

    def _plain_noun(self, j: int) -> bool:
        """True for a noun that may be a verb and is none here: "a Chadian border | post"."""
        noun = self._noun_or_present(j) and not self.finite(j)
        return (
            noun
            and self.pack.lexicon.part_of_speech(self.norm(j)) == "noun"
            and not (self.after_infinitive(j) or self._particle(j - 1))
        )

    def _head_of_phrase(self, j: int) -> int:
        """The noun that a preposition binds an actor to: "a | school in Chad thanked"."""
        start = self._group_start(j)
        k = self._before_article(start)
        states = all(a.kind == "polity" for n in self.nodes[start : j + 1] for a in n.actors)
        bound = (
            states and k > 1 and (self.nodes[k].letter == "o" or self.preposition(k) is not None)
        )
        noun = bound and self.nodes[k - 1].letter in "xB" and not self.finite(k - 1)
        return k - 1 if noun else j

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
