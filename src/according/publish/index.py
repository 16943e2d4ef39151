"""An edition in, quick ways through it out: what stands where, who links to what, and a stamp for everything a page reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from according.domain.assessment import Standing, StandingAssessment
from according.domain.decision import ON_DISPUTES, Decision, StatusWord
from according.domain.document import Document
from according.domain.entity import Entity, EntityKind
from according.domain.event import Account, Dispute, Event, Origin, Proceeding, Spell, Status
from according.domain.shared import SharedPassage
from according.domain.statement import ActorKind, Judged, State
from according.domain.views import Link
from according.domain.wording import StandingWording
from according.present.dates import day_bounds, say_date
from according.present.labels import say, sentence_case
from according.present.tongues import tag_of
from according.publish.edition import Edition
from according.publish.paths import court_path, document_path, entity_path, event_path, slug_of
from according.publish.stamps import mix, stamp_of

PER_COURT_PAGE = 40


class Index:
    """Look-ups over one edition. Made once; everything lazy is computed at most once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.documents: dict[str, Document] = {doc.id: doc for doc in edition.documents}
        self.judged: dict[str, Judged] = {}
        self.of_document: dict[str, list[Judged]] = {}
        for doc in edition.documents:
            kept = [j for j in edition.judged.get(doc.id, ()) if j.state is not State.REJECTED]
            kept.sort(key=lambda j: (j.statement.anchor.start, j.statement.quote.start, j.statement.id))
            self.of_document[doc.id] = kept
            self.judged.update((j.statement.id, j) for j in kept)
        file = edition.case_file
        self.entities: dict[str, Entity] = {
            e.id: e for group in (file.people, file.organisations, file.groups, file.places) for e in group
        }
        self.redirects = dict(file.redirects)
        self.events: dict[str, Event] = {event.id: event for event in file.events}
        self.event_of = {s: event.id for event in file.events for s in event.statements}
        self.origins: dict[str, Origin] = {origin.account: origin for origin in file.origins}
        self.statuses: dict[str, Status] = {status.person: status for status in edition.statuses}
        self._card_stamps: dict[str, str] = {}
        self._stamps: dict[str, str] = {}
        self._link_stamps: dict[str, str] = {}
        self._entry_stamps: dict[str, str] = {}
        self._words_links: dict[str, Link] = {}

    # --- what belongs to what

    @cached_property
    def shared_of(self) -> dict[str, list[SharedPassage]]:
        """Shared passages by document."""
        found: dict[str, list[SharedPassage]] = defaultdict(list)
        for passage in self.edition.shared:
            if passage.a in self.documents and passage.b in self.documents:
                found[passage.a].append(passage)
                found[passage.b].append(passage)
        return found

    @cached_property
    def disputes_of(self) -> dict[str, list[Dispute]]:
        """Disputes by what they are about, and by each document that holds one of their statements."""
        found: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in self.edition.case_file.disputes:
            homes = {
                self.judged[s].statement.document for v in dispute.values for s in v.statements if s in self.judged
            }
            for place in {dispute.about, *homes}:
                found[place].append(dispute)
        return found

    @cached_property
    def spells_of(self) -> dict[str, list[Spell]]:
        """Spells of custody by person, in order of time."""
        found: dict[str, list[Spell]] = defaultdict(list)
        for spell in self.edition.case_file.spells:
            found[spell.person].append(spell)
        return found

    @cached_property
    def accounts(self) -> dict[str, tuple[str, Account]]:
        """Accounts by id, each with the event or entity it is about."""
        found = {account.id: (event.id, account) for event in self.events.values() for account in event.accounts}
        for entity in self.entities.values():
            found.update((account.id, (entity.id, account)) for account in entity.accounts)
        return found

    @cached_property
    def assessments_of(self) -> dict[str, list[StandingAssessment]]:
        """Assessments that stand, by the account they are of now."""
        found: dict[str, list[StandingAssessment]] = defaultdict(list)
        for one in self.edition.assessments:
            if one.account in self.accounts and one.state in (Standing.CURRENT, Standing.EARLIER_STATE):
                found[one.account].append(one)
        return found

    @cached_property
    def lost_assessments(self) -> dict[str, list[StandingAssessment]]:
        """Assessments that stand of accounts that are gone, by what those were about."""
        found: dict[str, list[StandingAssessment]] = defaultdict(list)
        for one in self.edition.assessments:
            if one.account is None and one.state is Standing.EARLIER_STATE:
                about = one.assessment.cited.about
                found[self.redirects.get(about, about)].append(one)
        return found

    @cached_property
    def wordings_of(self) -> dict[str, list[StandingWording]]:
        """Wordings that stand, by the event or entity they are about now."""
        found: dict[str, list[StandingWording]] = defaultdict(list)
        for one in self.edition.wordings:
            if one.about is not None and one.state in (Standing.CURRENT, Standing.CHECK):
                found[one.about].append(one)
        return found

    @cached_property
    def status_words_of(self) -> dict[str, list[StatusWord]]:
        """What people said of somebody's custody, by person."""
        found: dict[str, list[StatusWord]] = defaultdict(list)
        for word in self.edition.status_words:
            found[word.person].append(word)
        return found

    @cached_property
    def marks(self) -> dict[str, Decision]:
        """The last word on each dispute, by the dispute's id."""
        return {one.subject: one for one in self.edition.decisions if one.verdict in ON_DISPUTES and not one.other}

    @cached_property
    def decisions_of(self) -> dict[str, list[Decision]]:
        """What people decided of sameness and of pairs of accounts, by each event or entity it concerns."""
        found: dict[str, list[Decision]] = defaultdict(list)
        for decision in self.edition.decisions:
            for about in dict.fromkeys(self.holder_of(member) for member in (decision.subject, decision.other)):
                if about is not None:
                    found[about].append(decision)
        return found

    def holder_of(self, member: str | None) -> str | None:
        """The event or entity that a statement or mention belongs to."""
        if member is None:
            return None
        entity = self.by_mention.get(member)
        return entity.id if entity else self.event_of.get(member)

    @cached_property
    def _spoken_of(self) -> frozenset[str]:
        """Events and entities that people wrote about or judged an answer about."""
        judged = {self.accounts[account][0] for account in self.assessments_of}
        return frozenset({*self.wordings_of, *self.lost_assessments, *judged})

    @cached_property
    def events_of_person(self) -> dict[str, list[Event]]:
        """Events by entity that takes part by name."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.edition.case_file.events:
            for person in event.people:
                found[person].append(event)
            if event.place:
                found[event.place].append(event)
        return found

    @cached_property
    def proceedings_of(self) -> dict[str, list[Proceeding]]:
        """Court cases by defendant."""
        found: dict[str, list[Proceeding]] = defaultdict(list)
        for proceeding in self.edition.case_file.proceedings:
            for person in {d.person for d in proceeding.defendants if d.person}:
                found[person].append(proceeding)
        return found

    @cached_property
    def same_publication(self) -> dict[str, tuple[str, ...]]:
        """Other documents that are the same publication."""
        return {
            one: tuple(other for other in group if other != one)
            for group in self.edition.case_file.same_publication
            for one in group
        }

    @cached_property
    def by_mention(self) -> dict[str, Entity]:
        """Entities by each of their mentions."""
        return {m: e for e in self.entities.values() for m in e.mentions}

    @cached_property
    def _court_pages(self) -> dict[str, str]:
        ids = [p.id for p in self.edition.case_file.proceedings]
        return {id: court_path(place // PER_COURT_PAGE + 1) for place, id in enumerate(ids)}

    def court_page(self, id: str) -> str:
        """The page on which a court case stands."""
        return self._court_pages[id]

    @cached_property
    def places_by_name(self) -> dict[str, Entity]:
        """Places by each attested spelling, casefolded."""
        return {n.text.casefold(): e for e in self.edition.case_file.places for n in e.names}

    # --- posts: what a reader of the archive sees as one entry

    @cached_property
    def posts(self) -> list[tuple[str, ...]]:
        """Document ids post by post, oldest first; a document without a post is one by itself."""
        groups: dict[str, list[Document]] = {}
        for doc in self.edition.documents:
            key = f"{doc.post.id}\0{doc.post.title}" if doc.post else doc.id
            groups.setdefault(key, []).append(doc)
        ordered = []
        for docs in groups.values():
            docs.sort(key=lambda d: (d.post.position if d.post else 1, d.id))
            order = docs[0].post.order if docs[0].post and docs[0].post.order else 0
            ordered.append((max(newest_first(d) for d in docs), -order, docs[0].id, tuple(d.id for d in docs)))
        return [ids for _day, _order, _id, ids in sorted(ordered)]

    @cached_property
    def _post_of(self) -> dict[str, tuple[str, ...]]:
        return {id: ids for ids in self.posts for id in ids}

    def siblings(self, id: str) -> tuple[str, ...]:
        """The reports of the post this document stands in, itself among them."""
        return self._post_of[id]

    @cached_property
    def terms(self) -> dict[tuple[str, str], tuple[str, list[tuple[str, ...]]]]:
        """Posts by taxonomy and slug, with the term's name."""
        found: dict[tuple[str, str], tuple[str, list[tuple[str, ...]]]] = {}
        for ids in self.posts:
            post = self.documents[ids[0]].post
            named = {(t.taxonomy, slug_of(t.name)): t.name for t in (post.terms if post else ())}
            for key, name in named.items():
                if key[0] in ("category", "tag"):
                    found.setdefault(key, (name, []))[1].append(ids)
        return found

    @cached_property
    def outlet_posts(self) -> dict[str, tuple[str, list[tuple[str, ...]]]]:
        """Posts by outlet: of the report, and of the blog that posted it."""
        found: dict[str, tuple[str, list[tuple[str, ...]]]] = {}
        for ids in self.posts:
            docs = [self.documents[id] for id in ids]
            names = [d.outlet.name for d in docs if d.outlet]
            names += [d.post.outlet.name for d in docs[:1] if d.post and d.post.outlet]
            for slug, name in {slug_of(n): n for n in names}.items():
                found.setdefault(slug, (name, []))[1].append(ids)
        return found

    @cached_property
    def outlets(self) -> frozenset[str]:
        """Names of outlets that have a page."""
        names = {d.outlet.name for d in self.edition.documents if d.outlet}
        return frozenset(names | {d.post.outlet.name for d in self.edition.documents if d.post and d.post.outlet})

    def entry_stamp(self, id: str) -> str:
        """Changes when the way a list shows this document changes."""
        if (made := self._entry_stamps.get(id)) is None:
            known = [link.outlet.name in self.outlets for link in self.documents[id].repost_of]
            made = mix(self.document_stamp(id), len(self.of_document[id]), *known)
            self._entry_stamps[id] = made
        return made

    # --- links

    def document_link(self, id: str, anchor: str = "") -> Link:
        """A document by its title."""
        doc = self.documents[id]
        return Link(doc.title, document_path(id) + (f"#{anchor}" if anchor else ""), tag_of(doc.title, doc.language))

    def words_link(self, statement: str) -> Link:
        """Where the words of a statement stand, named by outlet and day."""
        made = self._words_links.get(statement)
        if made is None:
            home = self.documents[self.judged[statement].statement.document]
            name = home.outlet.name if home.outlet else home.title
            made = self._words_links[statement] = Link(name, f"{document_path(home.id)}#{statement}")
        return made

    def words_links(self, statements: Iterable[str]) -> tuple[Link, ...]:
        """Links to the words of those statements that are in this edition."""
        return tuple(self.words_link(s) for s in statements if s in self.judged)

    def find_entity(self, id: str | None) -> Entity | None:
        """The entity in force under this id."""
        return self.entities.get(self.redirects.get(id, id)) if id else None

    def entity_link(self, id: str | None, words: str, kind: ActorKind | None = None) -> Link:
        """An entity by its name in the words used, linked when it has a page."""
        entity = self.find_entity(id)
        if entity is None:
            return Link(words, None, tag_of(words, None))
        text = entity.name if kind is ActorKind.PERSON and not entity.unnamed else words
        return Link(text, self._entity_address(entity), tag_of(text, None))

    def _entity_address(self, entity: Entity) -> str | None:
        if entity.id in self.entities_with_page:
            return entity_path(entity.kind.value, entity.id)
        return self._only_words(entity.statements)

    def event_link(self, id: str) -> Link:
        """An event by its neutral title; one that a single statement tells of leads to its words."""
        if id in self.events_with_page:
            return Link(self.event_title(id), event_path(id))
        return Link(self.event_title(id), self._only_words(self.events[id].statements))

    def _only_words(self, statements: Iterable[str]) -> str | None:
        """Where the one statement behind something stands."""
        return next((self.words_link(s).href for s in statements if s in self.judged), None)

    @cached_property
    def events_with_page(self) -> frozenset[str]:
        """Events of which more than one statement tells, or that are disputed: for others a page would add nothing."""
        return frozenset(
            event.id
            for event in self.edition.case_file.events
            if len({s for s in event.statements if s in self.judged}) > 1
            or event.id in self._disputed
            or event.id in self._spoken_of
        )

    @cached_property
    def entities_with_page(self) -> frozenset[str]:
        """People by name, and whatever more than one statement speaks of, or that is disputed."""
        return frozenset(
            e.id
            for e in self.entities.values()
            if (e.kind is EntityKind.PERSON and not e.unnamed)
            or len({s for s in e.statements if s in self.judged}) > 1
            or e.id in self._disputed
            or e.id in self._spoken_of
            or e.id in self.statuses
            or e.maybe_same
        )

    @cached_property
    def _disputed(self) -> frozenset[str]:
        return frozenset(dispute.about for dispute in self.edition.case_file.disputes)

    def event_title(self, id: str) -> str:
        """Type, place and date: the only name an event has."""
        event = self.events[id]
        return ", ".join(p for p in (sentence_case(say(event.type)), event.where or "", say_date(event.when)) if p)

    def outlet_link(self, doc: Document) -> Link | None:
        """Who printed it, linked to the list of what they printed."""
        if doc.outlet is None:
            return None
        return Link(doc.outlet.name, f"outlet/{slug_of(doc.outlet.name)}/index.html", tag_of(doc.outlet.name, None))

    def about_link(self, dispute: Dispute) -> Link:
        """What a dispute is about."""
        if dispute.about in self.events:
            return self.event_link(dispute.about)
        if entity := self.find_entity(dispute.about):
            return self.entity_link(entity.id, entity.name)
        if dispute.about in self.documents:
            return self.document_link(dispute.about)
        if dispute.about in self.judged:
            return self.words_link(dispute.about)
        return Link("")

    # --- stamps: digests of all a page reads

    def document_stamp(self, id: str) -> str:
        """Changes when the document or anything read in it or decided about it changes."""
        made = self._stamps.get(id)
        if made is None:
            made = self.edition.stamps.get(id) or stamp_of(self.documents[id], self.of_document[id])
            self._stamps[id] = made
        return made

    def head_stamp(self, id: str) -> str:
        """Changes when the way others show this document changes."""
        doc = self.documents[id]
        outlet = doc.outlet.name if doc.outlet else ""
        return f"{id}|{doc.title}|{doc.language}|{outlet}|{doc.published}|{doc.posted}"

    def card_stamp(self, id: str) -> str:
        """Changes when the card of a statement changes, wherever it is shown."""
        made = self._card_stamps.get(id)
        if made is None:
            from according.publish.cards import find_accused, find_answers

            statement = self.judged[id].statement
            names = [self.link_stamp(s.entity) for s in statement.speakers]
            names += [self.link_stamp(p.entity) for p in statement.participants]
            accused = find_accused(self, statement)
            answers = find_answers(self, statement, accused) if accused else ()
            event = self.event_of.get(id)
            about = statement.about.statement if statement.about else ""
            where = self.places_by_name.get(statement.where.name.casefold()) if statement.where else None
            made = mix(
                self.document_stamp(statement.document), id, *names, *answers,
                self.event_title(event) if event and event in self.events_with_page else "", event,
                about in self.judged, self.link_stamp(where.id) if where else "",
            )  # fmt: skip
            self._card_stamps[id] = made
        return made

    def link_stamp(self, id: str | None) -> str:
        """Changes when a link to this entity reads or leads otherwise."""
        entity = self.find_entity(id)
        if entity is None:
            return ""
        if (made := self._link_stamps.get(entity.id)) is None:
            made = f"{entity.id}|{entity.name}|{entity.unnamed}|{self._entity_address(entity)}"
            self._link_stamps[entity.id] = made
        return made

    def dispute_stamp(self, dispute: Dispute) -> str:
        """Changes when the dispute or what its links say changes."""
        links = [self.words_link(s) for v in dispute.values for s in v.statements if s in self.judged]
        return stamp_of(dispute, self.about_link(dispute), links, self.marks.get(dispute.id))


def sort_day(edtf: str | None) -> str:
    """First possible day, or the end of time for none."""
    bounds = day_bounds(edtf)
    return bounds[0] if bounds else "9999"


def newest_first(doc: Document) -> str:
    """The day a document appeared here, for ordering."""
    for dated in (doc.posted, doc.post.posted if doc.post else None, doc.published, doc.written):
        if dated and (bounds := day_bounds(dated.edtf)):
            return dated.edtf if dated.edtf[:4].isdigit() else bounds[0]
    return ""
