"""One story from sentences to acts: words, names, people, then the rules in reading order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.core.document import Document, Sentence, Story, Token
from dragoman.core.fold import fold
from dragoman.core.interval import Interval
from dragoman.core.quick import replace
from dragoman.core.spans import Span
from dragoman.extract.act import Act, View
from dragoman.extract.actor_finder import ActorFinder
from dragoman.extract.actors import Actor, Node
from dragoman.extract.acts import ActReader
from dragoman.extract.brackets import without_asides
from dragoman.extract.clauses import Clause
from dragoman.extract.discourse import Discourse
from dragoman.extract.element_finder import ElementFinder
from dragoman.extract.elements import Element
from dragoman.extract.frameworks import FrameworkFinder
from dragoman.extract.introduced import lend_told_sides
from dragoman.extract.learned import Candidate, Fallback
from dragoman.extract.lent_sides import lend_sides
from dragoman.extract.namesakes import parted
from dragoman.extract.namings import Namings
from dragoman.extract.pairs import pair_of
from dragoman.extract.recalled import ToldBodies, recall_people
from dragoman.extract.registry import Registry
from dragoman.extract.rosters import name_listed, name_staff
from dragoman.extract.ties import without_ties
from dragoman.extract.turns import answering, authors, turns_of
from dragoman.knowledge.polities import official_side
from dragoman.knowledge.world import World
from dragoman.lang.affixes import Affixes
from dragoman.lang.calendar import Calendar, TimeExpression
from dragoman.lang.clitics import Clitics
from dragoman.lang.gazetteer import Entry, read_columns, split_form
from dragoman.lang.modes import ModeFinder
from dragoman.lang.pack import LanguagePack
from dragoman.lang.rules import RuleBook

_LEAST_CORE = 3
_SIDES = frozenset({"polity", "organization", "place"})
_WORDS_KEPT = 15_000
_Cut = tuple[int, int, str, str, bool]
"""A piece of a word: from where to where, folded, as what, and whether marked as a passive."""
_MARKED = 6
"""How many code points of a word its first letters and their marks take."""
_NAMED = (
    ("person", "people.csv", "id"),
    ("polity", "polities.csv", "code"),
    ("organization", "organizations.csv", "id"),
    ("framework", "frameworks.csv", "id"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation or framework as a story calls it; `id` is None where no table lists it.

    `signed` marks the name of something written, such as a treaty.
    """

    kind: str
    id: str | None
    text: str
    span: Span
    signed: bool = False


@dataclass(frozen=True, slots=True)
class StoryActs:
    """What was found in one story, before it is put together."""

    story: Story
    views: tuple[View, ...]
    times: tuple[tuple[TimeExpression, ...], ...]
    registry: Registry
    acts: tuple[Act, ...]
    inner: tuple[Act, ...]
    """Acts within one polity, or whose doer or target is not told."""
    names: tuple[Named, ...]
    """Organisations, frameworks and the like named in the story."""
    titled: frozenset[str] = frozenset()
    """The kinds of engagement that its title names."""


class StoryReader:
    """Everything that one language needs to read a story; built once."""

    def __init__(self, code: str, world: World, fallback: Fallback | None = None) -> None:
        self.pack = LanguagePack.for_language(code)
        self.world = world
        self._fallback = fallback
        self._calendar = Calendar.for_language(code)
        self._clitics = Clitics.for_language(code)
        self._affixes = Affixes.for_language(code)
        self._actors = ActorFinder(self.pack, world)
        self._frameworks = FrameworkFinder.for_pack(self.pack)
        self._rules = RuleBook.for_language(code)
        self._acts = ActReader(self._rules, ModeFinder.for_language(code), world)
        self._unnamed = Namings(self.pack, self._rules)
        added = tuple(world.added_names(code))
        for kind, key, form in added:
            self.pack.gazetteer.add(form, Entry(kind, key, "name", proper=self.pack.cased))
        self._listed = frozenset(self.pack.name_words | self._whole_words())
        self._pieces: dict[str, tuple[_Cut, ...]] = {}
        if not self.pack.cased:
            self.pack.gazetteer.split_words(cache(self._parts))
        for kind, table, key in _NAMED:
            keys, forms = read_columns(code, table, key, "form")
            world.list_names(code, ((kind, k, f) for k, f in zip(keys, forms, strict=True)))
            if kind == "person":
                world.list_people(zip(keys, forms, strict=True))
        self._elements = ElementFinder(self.pack, world.leader_words, world.leader_surnames)
        world.list_names(code, added)
        world.list_people((key, form) for kind, key, form in added if kind == "person")

    def _parts(self, word: str) -> tuple[str, ...]:
        """A word of a listed form without its clitics; bare names stay whole."""
        if not word.isalpha():
            return (word,)
        return tuple(p.norm for p in self._clitics.split(word, word, self.pack.lexicon.is_word))

    def _whole_words(self) -> set[str]:
        """The words of listed names, without those that carry clitics inside a longer name.

        «للمجلس» (li-l-majlis, "of the council") of a title is two words wherever it stands,
        «وستمنستر» (Westminster) one.
        """
        gazetteer, lexicon = self.pack.gazetteer, self.pack.lexicon
        words = gazetteer.words()
        names = gazetteer.standing(_SIDES)
        opening = gazetteer.openings() | self.pack.name_words
        if self.pack.cased:
            return words

        def known(norm: str) -> bool:
            return norm in names or lexicon.is_word(norm)

        def carries(word: str) -> bool:
            pieces = self._clitics.split(word, word, known)
            core = next((p.norm for p in pieces if p.role == "core"), "")
            led = len(pieces) > 1 and pieces[0].role in ("conj", "prep")
            return led and len(core) >= _LEAST_CORE and pieces[-1].role == "core"

        return {w for w in words if w in opening or not carries(w)}

    def _cut(self, word: str, norm: str) -> tuple[_Cut, ...]:
        """A word without its clitics, which are parts of their own; worked out once a word."""
        pieces = tuple(
            (p.start, p.end, p.norm, p.role, self._passive(word[p.start : p.end]))
            for p in self._clitics.split(*self._affixes.usual(word, norm), self._is_known)
        )
        if len(self._pieces) >= _WORDS_KEPT:
            self._pieces.clear()
        self._pieces[word] = pieces
        return pieces

    def _is_known(self, norm: str) -> bool:
        return norm in self._listed or self.pack.lexicon.is_word(norm)

    def __call__(self, doc: Document, story: Story, when: Interval | None) -> StoryActs:
        """Reads one story of a document, whose publication lies in `when`."""
        sentences = [s for s in doc.sentences if s.story == story.id]
        rows = [self._rows(doc.raw, s) for s in sentences]
        found = parted(doc.raw, [(tokens, elements) for tokens, _, elements in rows])
        homes = self._homes(found)
        prepared = [
            (
                tokens,
                times,
                self._with_posts(tokens, self._actors(doc.raw, tokens, elements, homes)),
            )
            for (tokens, times, _), elements in zip(rows, found, strict=True)
        ]
        named = {a.side for _, _, nodes in prepared for n in nodes for a in n.actors if a.side}
        registry = Registry(self.world, when, named)
        for _, _, nodes in prepared:
            registry.add(a for n in nodes for a in n.actors if self._counts(a))
        registry.settle()
        lend_told_sides(self.pack, [(tokens, nodes) for tokens, _, nodes in prepared], registry)
        views, bodies = [], ToldBodies(self.pack)
        for sentence, (tokens, _, nodes) in zip(sentences, prepared, strict=True):
            sure = self._settle(nodes, tokens, registry)
            settled = bodies.recall(recall_people(self.pack, sure, tokens, registry), tokens)
            clause = Clause(self.pack, tokens, tuple(settled))
            clause.headline = sentence.headline
            views.append(View(replace(sentence, tokens=tokens), clause))
        own = {f: homes[f] for f, codes in self.pack.home.items() if " " not in "".join(codes)}
        home = self._home(doc, story) or _own(own, found)
        acts = self._tell(doc.raw, views, registry, home)
        times = tuple(_outside_names(t, nodes) for _, t, nodes in prepared)
        titled = self._rules.kinds_named(split_form(story.title_text or ""))
        return StoryActs(
            story, tuple(views), times, registry,
            tuple(a for a in acts if not a.inner), tuple(a for a in acts if a.inner),
            self._named(doc.raw, views, found), titled,
        )  # fmt: skip

    def _with_posts(self, tokens: Sequence[Token], nodes: Sequence[Node]) -> list[Node]:
        """Nodes whose people have the posts and sides that the words around them tell."""
        lent = lend_sides(self.pack, tokens, name_staff(self.pack, tokens, nodes))
        return name_listed(self.pack, tokens, lent)

    def _tell(
        self, raw: str, views: Sequence[View], registry: Registry, home: str | None
    ) -> list[Act]:
        """The acts of all sentences, read in order; then those that only the fallback hears."""
        turns = turns_of(self.pack, views)
        host = answering(views, home, registry) if any(turns) else None
        discourse = Discourse(self.world, registry, host.side if host else home)
        discourse.authors = authors(self.pack, views, discourse, self.world)
        acts: list[Act] = []
        unread: list[Candidate] = []
        for view, turn in zip(views, turns, strict=True):
            if turn is not None:
                discourse.take_turn(host if turn == "answer" else None)
            told = self._acts(view, discourse)
            acts += told
            if self._fallback and not any(a.sources and a.targets for a in told):
                pair = pair_of(view, discourse, self.world)
                unread += [Candidate(view, pair)] if pair else []
        return acts + self._fallback(raw, unread, acts) if self._fallback else acts

    def _named(
        self, raw: str, views: Sequence[View], rows: Sequence[Sequence[Element]]
    ) -> tuple[Named, ...]:
        """Organisations and frameworks of a story, each once, as it is first called."""
        found: dict[tuple[str, str], Named] = {}
        for view, elements in zip(views, rows, strict=True):
            tokens = view.clause.tokens
            things = [
                *((n.element.entry.kind, n.element.entry.id, n.first, n.last)
                  for n in view.clause.nodes if n.element and n.letter in "FG"),
                *((a.kind, a.entity, n.first, n.last)
                  for n in view.clause.nodes for a in n.actors
                  if a.kind == "organization" and a.entity),
                *(("framework", None, first, last)
                  for first, last in self._frameworks(tokens, elements, view.sentence.headline)),
            ]  # fmt: skip
            for kind, key, first, last in things:
                span = Span(tokens[first].start, tokens[last - 1].end)
                text = self._whole(" ".join(span.text(raw).split()), tokens[first])
                signed = kind == "framework" and self._frameworks.is_text(
                    view.clause.norms[first:last]
                )
                found.setdefault((kind, key or text), Named(kind, key, text, span, signed))
        return tuple(found.values())

    def _whole(self, text: str, first: Token) -> str:
        """A name with its article, of which a preposition hides a part: «للقمة» (li-l-qimma)."""
        article = self.pack.article
        if not article or not first.norm.startswith(article) or fold(text).startswith(article):
            return text
        return article + text.removeprefix(article[-1])

    def _rows(
        self, raw: str, sentence: Sentence
    ) -> tuple[tuple[Token, ...], tuple[TimeExpression, ...], tuple[Element, ...]]:
        """Words, expressions of time and elements of a sentence."""
        tokens = self._split(raw, sentence.tokens)
        times = tuple(self._calendar.expressions(tokens))
        elements = self._elements(tokens, [(t.first, t.last) for t in times])
        named = without_asides(tokens, elements, self.pack.discourse["placing"])
        named = without_ties(self.pack, tokens, named)
        return tokens, times, tuple(self._unnamed(tokens, named))

    def _homes(self, rows: Sequence[Sequence[Element]]) -> dict[str, str]:
        """What "the Kingdom" and its like mean here: the one of them that the story names most.

        Codes behind that of an alliance are of states for which it speaks where they are named.
        """
        if not self.pack.home:
            return {}
        counts = Counter(
            side
            for elements in rows
            for e in elements
            for entry in e.entries[:1]
            if e.letter != "D" and (side := self.world.side(entry) or entry.side)
        )
        return {
            form: max(
                codes, key=lambda c: (sum(counts[s] for s in c.split()), -codes.index(c))
            ).split()[0]
            for form, codes in self.pack.home.items()
        }

    def _split(self, raw: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Tokens with their clitics split off as tokens of their own."""
        if self.pack.cased:
            return tuple(tokens)
        split: list[Token] = []
        for at, token in enumerate(tokens):
            word = raw[token.start : token.end]
            pieces = self._pieces.get(word) if token.kind == "word" else ()
            if pieces is None:
                pieces = self._cut(word, token.norm)
            if not pieces or (len(pieces) > 1 and self._in_known_name(tokens, at)):
                split.append(replace(token, passive=True) if self._passive(word) else token)
                continue
            start, glued, capital = token.start, token.glued, token.capital
            for first, last, norm, role, passive in pieces:
                at_word = start + first, start + last
                split.append(Token(*at_word, norm, "word", glued, capital, role, passive))
                glued = True
        return tuple(split)

    def _passive(self, word: str) -> bool:
        """True for a word with the mark of a passive on one of its first letters, not the last."""
        mark = self.pack.passive_mark
        return bool(mark) and mark in word[: min(_MARKED, len(word) - 1)]

    def _in_known_name(self, tokens: Sequence[Token], at: int) -> bool:
        """True for a word of a known name that only looks as if it had clitics: «بني غانتس»."""
        for start in range(max(0, at - 2), at + 1):
            found = self.pack.gazetteer.longest(tokens, start)
            if found and found.last > max(at, start + 1):
                return any(e.kind == "person" for e in found.entries)
        return False

    def _counts(self, actor: Actor) -> bool:
        """True for a name that introduces somebody; bare unknown words only where case tells."""
        if actor.kind != "person":
            return False
        return self.pack.cased or bool(actor.office or actor.side or actor.entity or actor.peer)

    def _settle(
        self, nodes: Sequence[Node], tokens: Sequence[Token], registry: Registry
    ) -> list[Node]:
        """Nodes without the bare words that proved to be nobody's name."""
        kept: list[Node] = []
        for node in nodes:
            actor = node.actors[0] if len(node.actors) == 1 else None
            bare = actor is not None and actor.kind == "person" and not self._counts(actor)
            name = actor.name or "" if actor else ""
            alone = tokens[node.first].norm in self.pack.particles and node.last == node.first + 1
            if bare and (registry.find(name) is None or alone):
                kept.extend(Node("x", at, at + 1) for at in range(node.first, node.last))
            else:
                kept.append(node)
        return kept

    def _home(self, doc: Document, story: Story) -> str | None:
        """The polity whose government publishes the story, else the one its dateline lies in."""
        official = official_side(doc.url) if doc.url else None
        if official or not story.dateline_place:
            return official
        words = story.dateline_place.split()
        tokens = [Token(0, 1, w.casefold().strip(",."), capital=True) for w in words]
        match = self.pack.gazetteer.longest(tokens, 0) if tokens else None
        if match is None:
            return None
        return next((s for s in map(self.world.side, match.entries) if s), None)


def _outside_names(
    times: tuple[TimeExpression, ...], nodes: Sequence[Node]
) -> tuple[TimeExpression, ...]:
    """Expressions of time that are no part of a name: «حركة «23 مارس» المتمردة».

    (ḥarakat "23 Mārs" al-mutamarrida, 'the rebel movement "23 March"'.)
    """
    named = [n for n in nodes if n.letter == "a"] if times else []
    return tuple(t for t in times if not any(n.first <= t.first < n.last for n in named))


def _own(homes: Mapping[str, str], sentences: Sequence[Sequence[Element]]) -> str | None:
    """The state that a story calls "the Kingdom" and the like, as its own papers do."""
    for elements in sentences:
        for element in elements:
            if element.entries and element.entry.form_class in homes:
                return homes[element.entry.form_class]
    return None
