"""The acts of the stories of a document, put together as the reading that users get."""

from collections.abc import Callable, Iterable

from dragoman.core.document import Document, Story
from dragoman.core.interval import Interval
from dragoman.core.reading import (
    Engagement,
    Entity,
    Event,
    EvidenceSpan,
    Outcome,
    Participant,
    Statement,
    content_id,
)
from dragoman.core.spans import Span
from dragoman.extract.act import View
from dragoman.extract.actors import Actor
from dragoman.extract.background import due_then, told_as_before
from dragoman.extract.confidence import (
    Confidence,
    Features,
    Record,
    engagement_features,
    event_features,
)
from dragoman.extract.drafts import Draft
from dragoman.extract.engagements import draft_engagements
from dragoman.extract.events import NOBODY, VERBAL, Deed, deeds_of, inner_deeds_of
from dragoman.extract.matters import OwnDays
from dragoman.extract.outcomes import Result, results_of
from dragoman.extract.registry import chain_apart, same_person
from dragoman.extract.stories import Named, StoryActs
from dragoman.extract.talked_of import TalkedOf
from dragoman.extract.told_days import latest_told
from dragoman.extract.topics import TopicFinder
from dragoman.extract.whereabouts import Whereabouts
from dragoman.knowledge.matching import Match
from dragoman.knowledge.ontology import Ontology, load_ontology
from dragoman.knowledge.world import World, telling

Hearer = Callable[[Record, str, Features], None]
"""Is told the kind and the id of a record, and the features of how it is told."""


class Assembly:
    """Collects the records of one document."""

    def __init__(self, doc: Document, world: World, hear: Hearer | None = None) -> None:
        """Begins with nothing; `hear` is told the features that each confidence rests on."""
        self._doc = doc
        self._hear = hear
        self._views: dict[int, View] = {}
        self._sure_of_event = Confidence.of("event")
        self._sure_of_engagement = Confidence.of("engagement")
        self._world = world
        self._ontology: Ontology = load_ontology()
        self.engagements: list[Engagement] = []
        self.statements: list[Statement] = []
        self.outcomes: list[Outcome] = []
        self.events: list[Event] = []
        self._entities: dict[str, Entity] = {}
        self._links: dict[str, Match] = {}
        self._strangers: list[tuple[str, str | None, str]] = []

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Everybody and everything named in the records, sorted by kind and id."""
        return tuple(sorted(self._entities.values(), key=lambda e: (e.kind, e.id)))

    def add(self, acts: StoryActs, published: Interval | None, domestic: bool) -> None:
        """Adds the records of one story."""
        story = acts.story
        self._views = {v.sentence.index: v for v in acts.views}
        self._links |= {p.entity: p.link for p in acts.registry.people if p.entity and p.link}
        where = Whereabouts(self._doc.raw, acts, self._world, published)
        drafts = draft_engagements(acts, self._world, where)
        ids = {}
        topics = TalkedOf(self._views, TopicFinder.for_language(story.language))
        headlines = {v.sentence.index for v in acts.views if v.sentence.headline}
        told = {k for d in drafts for k in d.sentences}
        for number, draft in enumerate(drafts, 1):
            ids[id(draft)] = f"{story.id}.e{number}"
            matters = topics.of_engagement(draft, told)
            told_on = where.news_day() or published
            self.engagements.append(
                self._engagement(draft, ids[id(draft)], story, matters, told_on)
            )
            self._tell("engagement", ids[id(draft)], draft)
        for result in results_of(self._doc.raw, acts, drafts, headlines, where):
            matters = topics.of_sentence(result.act.sentence)
            self.outcomes.append(self._outcome(result, story, ids, matters))
        since = published or latest_told(acts)
        deeds = deeds_of(acts.acts, drafts, since, OwnDays(acts, where))
        if domestic:
            deeds += inner_deeds_of(acts.inner, deeds)
        for deed in deeds:
            matters = topics.of_sentence(deed.act.sentence)
            self._event(deed, story, ids, published, matters)
            self._tell("event", self.events[-1].id, deed)
        for named in acts.names:
            self._named(named, acts.story.language)

    def _tell(self, record: Record, key: str, told: Deed | Draft) -> None:
        """Tells the hearer, if there is one, what a record's confidence rests on."""
        if self._hear is None:
            return
        if isinstance(told, Deed):
            self._hear(record, key, event_features(told, self._views))
        else:
            self._hear(record, key, engagement_features(told, self._views))

    # records --------------------------------------------------------------------------------

    def _engagement(
        self,
        draft: Draft,
        engagement_id: str,
        story: Story,
        topics: tuple[str, ...],
        published: Interval | None,
    ) -> Engagement:
        people = tuple(self._participant(a, story) for a in draft.people)
        date = draft.date
        news = draft.status == "happened" and not told_as_before(draft.acts, self._views)
        news = news or (draft.status == "planned" and due_then(draft.acts, self._views))
        if date is None and news and published is not None:
            date = Interval(
                published.earliest,
                published.latest,
                "inferred",
                "told as the story's own news; " + published.because,
            )
        for side in draft.sides:
            self._side(side)
        return Engagement(
            id=engagement_id,
            story=story.id,
            kind=draft.kind,
            status=draft.status,
            sides=draft.sides,
            participants=people,
            date=date,
            place=draft.place,
            sidelines_of=draft.sidelines_of,
            round=draft.round,
            duration_minutes=draft.minutes,
            topics=topics,
            confidence=self._sure_of_engagement(engagement_features(draft, self._views)),
            evidence=self._evidence(story, (a.evidence for a in draft.acts)),
        )

    def _participant(self, actor: Actor, story: Story) -> Participant:
        entity = self._person(actor)
        name = actor.name or ""
        evidence: tuple[EvidenceSpan, ...] = ()
        at = self._doc.raw.find(name)
        if name and at >= 0:
            evidence = self._evidence(story, [Span(at, at + len(name))])
        return Participant(entity, name, actor.side, actor.office, actor.title, evidence)

    def _outcome(
        self, result: Result, story: Story, ids: dict[int, str], topics: tuple[str, ...]
    ) -> Outcome:
        span = result.evidence
        return Outcome(
            id=content_id(
                self._doc.id, story.id, "outcome", result.kind, *result.parties, str(span.start)
            ),
            story=story.id,
            engagement=ids.get(id(result.draft)) if result.draft else None,
            kind=result.kind,
            parties=result.parties,
            to=result.to,
            instrument=result.instrument,
            topics=topics,
            confidence=result.weight,
            evidence=self._evidence(story, [span]),
        )

    def _event(
        self,
        deed: Deed,
        story: Story,
        ids: dict[int, str],
        published: Interval | None,
        topics: tuple[str, ...],
    ) -> None:
        engagement = ids.get(id(deed.draft)) if deed.draft else None
        said = deed.type in VERBAL and not deed.contact
        statement = self._statement(deed, story, engagement) if said else None
        source, target = deed.source, deed.target
        for side in (source.side, target.side):
            if side:
                self._side(side)
        contexts = self._ontology.contexts_of(*topics)
        ontology = self._ontology
        self.events.append(
            Event(
                id=content_id(self._doc.id, story.id, *deed.key),
                story=story.id,
                date=deed.date or (published if deed.status == "happened" else None),
                source=source.side,
                target=target.side,
                source_entity=self._person(source) if source.name else None,
                target_entity=self._person(target) if target.name else None,
                source_sector=self._sector(source),
                target_sector=self._sector(target),
                type=deed.type,
                mode=deed.mode,
                contexts=contexts,
                quad=ontology.quad(deed.type, deed.status),
                score=ontology.score(deed.type, deed.mode),
                cameo=ontology.cameo(deed.type, deed.mode),
                status=deed.status,
                rule=deed.rule,
                engagement=engagement,
                statement=statement,
                confidence=self._sure_of_event(event_features(deed, self._views)),
                evidence=self._evidence(story, [deed.evidence]),
            )
        )

    def _sector(self, actor: Actor) -> str | None:
        """The PLOVER sector that somebody acts for."""
        if actor is NOBODY:
            return None
        if actor.former:
            return "ELI"
        return actor.sector or self._world.sector_of_side(actor.side, actor.entity)

    def _statement(self, deed: Deed, story: Story, engagement: str | None) -> str:
        source = deed.source
        raw = deed.evidence.text(self._doc.raw)
        statement_id = content_id(
            self._doc.id, story.id, "statement", deed.type, source.side or "",
            deed.target.side or "", deed.status,
        )  # fmt: skip
        self.statements.append(
            Statement(
                id=statement_id,
                story=story.id,
                engagement=engagement,
                speaker=self._person(source) if source.name else source.side,
                side=source.side,
                target=deed.target.side,
                act=deed.type,
                mode=deed.mode,
                gist=" ".join(raw.split()),
                quoted=any(mark in raw for mark in '“”«»"'),
                confidence=self._sure_of_event(event_features(deed, self._views)),
                evidence=self._evidence(story, [deed.evidence]),
            )
        )
        return statement_id

    def _evidence(self, story: Story, spans: Iterable[Span]) -> tuple[EvidenceSpan, ...]:
        unique = sorted(dict.fromkeys(spans))
        return tuple(
            EvidenceSpan(story.id, s.start, s.end, self._doc.raw[s.start : s.end]) for s in unique
        )

    # entities -------------------------------------------------------------------------------

    def _person(self, actor: Actor) -> str:
        """Lists a person among the entities and gives the id."""
        name = actor.name or ""
        key = actor.entity or self._stranger(name, actor.side)
        if key not in self._entities:
            known = self._world.people.get(key)
            link = self._links.get(key)
            self._entities[key] = Entity(
                id=key,
                kind="person",
                name=known.name if known else name,
                names=self._world.names_of("person", key),
                country=actor.side,
                wikidata=known.wikidata or None if known else None,
                score=link.score if link else None,
                because=link.reason if link else None,
            )
        return key

    def _stranger(self, name: str, side: str | None) -> str:
        """The id of somebody whom no table knows, the same in all stories of the document."""
        words = telling(name)
        for others, home, key in self._strangers:
            if (
                side == home
                and same_person(words, telling(others))
                and not chain_apart(name, others)
            ):
                return key
        key = content_id("person", name.casefold(), side or "")
        self._strangers.append((name, side, key))
        return key

    def _side(self, code: str) -> None:
        polity = self._world.polities.get(code)
        if polity is not None:
            names = self._world.names_of("polity", code)
            self._entities.setdefault(
                code, Entity(code, "polity", polity.name, names, code, polity.wikidata or None)
            )
            return
        known = self._world.acting_as(code)
        if known is not None:
            names = self._world.names_of("organization", known.id)
            entity = Entity(code, "organization", known.name, names, None, known.wikidata or None)
            self._entities.setdefault(code, entity)

    def _named(self, named: Named, language: str) -> None:
        """Lists an organisation or a framework, in the story's language as the story calls it."""
        world = self._world
        table = world.frameworks if named.kind == "framework" else world.organizations
        known = table.get(named.id or "")
        if known is None:
            key = content_id(named.kind, named.text.casefold())
            entity = Entity(key, named.kind, named.text, {language: named.text}, None, None)
        else:
            key = known.id
            side = world.organizations[key].side if key in world.organizations else None
            acting = world.acting_as(side) if side else None
            if side and acting and acting.id == key:
                key = side
            names = world.names_of(named.kind, known.id) | {language: named.text}
            entity = Entity(key, named.kind, known.name, names, None, known.wikidata or None)
        self._entities[key] = entity
