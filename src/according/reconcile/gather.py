"""Pieces of documents that came, went or changed in; the happenings they touch, met anew, out. The steps are those of `meeting` (decision 14).

Each sheet holds what one step made, under the keys by which the next one looks: a step is done again only where something stands or
stood under a key it looks under. `meeting.meet` does all of it at once and gives the same.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from according.domain.decision import Decision, Verdict
from according.domain.workbook import Entry, Workbook
from according.reconcile.bare import place_bare
from according.reconcile.bundles import Bundle, make_bundles, placing_order, take_bundle
from according.reconcile.clusters import Clusters
from according.reconcile.copies import as_clusters, twin_groups
from according.reconcile.deadly import MOST_KNOWN, many_keys, meant_keys
from according.reconcile.fitting import Cell, first_id
from according.reconcile.islands import settle_islands
from according.reconcile.keys import Tier, anchored_keys, read_keys, rest_keys, tier_of, weeks_keys, write_keys
from according.reconcile.meeting import find_cells, meet_block
from according.reconcile.packing import pack, unpack
from according.reconcile.pieces import Piece, towns_named
from according.reconcile.said_same import join_said_same
from according.reconcile.sameness import Joined, about_members, apply_sameness, pairs_decided
from according.reconcile.trials import join_trials, trial_keys
from according.reconcile.undated import join_undated, undated_keys

BUNDLES = "bundles"  # every bundle, under its words and its documents
ANCHORED = "anchored"  # anchored bundles, by block
FOUND = {Tier.DATED: "dated", Tier.HINTED: "hinted"}  # bundles under what they read; the group is the cell they go to
REST = {Tier.DATED: "dated rest", Tier.HINTED: "hinted rest"}  # those that found none, by block
CELLS = {Tier.ANCHORED: "anchored cells", Tier.DATED: "dated cells", Tier.HINTED: "hinted cells"}  # of each block
BARE = "bare"  # documents with bare bundles of one chain, under what they read
BARE_IN = "bare in"  # bare bundles, by document and chain
PLACED = "placed"  # bare bundles that go to a cell; the group is the cell
WHOLE = "whole"  # cells with all that goes to them, by island of what may join them
_SAMENESS = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})
TOWNS = "towns"  # document -> the towns it names


@dataclass(frozen=True, slots=True)
class _Ref:
    """A piece of a cell: which bundle holds it, and a digest of what stands there."""

    leader: str
    statement: str
    digest: str


@dataclass(frozen=True, slots=True)
class Met:
    """Islands of cells that are no more, and those that came or came out otherwise."""

    gone: frozenset[str]
    made: Mapping[str, tuple[Cell, ...]]


class _Keys:
    """Keys under which something came, went or changed."""

    def __init__(self) -> None:
        self.changed: set[str] = set()
        self.cells: set[str] = set()  # names of the cells that did
        self.few: set[str] = set()  # keys of a whole chain that hold, or held, so few cells that all of them count

    def merged(self, other: _Keys) -> _Keys:
        out = _Keys()
        out.changed, out.cells, out.few = self.changed | other.changed, self.cells | other.cells, self.few | other.few
        return out

    def to_read(self) -> set[str]:
        """The keys whose readers must look again."""
        return {key for key in self.changed if not _is_of_chain(key) or key in self.few}


def _is_of_chain(key: str) -> bool:
    return key.startswith("many ") and key.count(" ") == 1


class Gathering:
    """One run of the five steps over what documents touch."""

    def __init__(self, book: Workbook, decisions: Sequence[Decision], allocated: Mapping[str, str]) -> None:
        self._book = book
        self._said = [
            decision for decision in about_members(decisions, allocated, "s-", ("e-",))
            if decision.verdict in _SAMENESS and decision.subject.startswith("s-")
        ] if any(decision.verdict in _SAMENESS for decision in decisions) else []  # fmt: skip
        self._allocated = allocated
        self._handed_on = {given for sid, given in allocated.items() if given[1:] != sid[1:]}  # to another than its own
        self._spoken: dict[str, set[str]] = defaultdict(set)  # statement -> what people said of it and others
        for pair, decision in pairs_decided(self._said, "s-").items():
            for statement in pair:
                self._spoken[statement].add(f"{decision.verdict.value} {' '.join(pair)}")
        self._bundles: dict[str, tuple[Bundle, str]] = {}  # leader -> bundle and its digest, as far as at hand
        self._cells: dict[str, Cell] = {}  # name -> cell of step 1 or 3, as far as at hand
        self._names: dict[int, str] = {}
        self._towns: dict[str, frozenset[str]] = {}

    def settle(self, documents: Collection[str], pieces: Sequence[Piece]) -> Met:
        """Meet anew what these documents touch. `pieces` are theirs."""
        gone, come = self._settle_bundles(set(documents), pieces)
        self._settle_towns(documents, pieces)
        tiers: dict[Tier, list[Bundle]] = {tier: [] for tier in Tier}
        for bundle in come:
            tiers[tier_of(bundle.leader)].append(bundle)
        keys = self._meet(ANCHORED, Tier.ANCHORED, anchored_keys, set(gone), tiers[Tier.ANCHORED])
        going = _Going()
        for tier in (Tier.DATED, Tier.HINTED):
            left, settled = self._find(tier, gone, tiers[tier], keys, going)
            keys = keys.merged(self._meet(REST[tier], tier, rest_keys, settled | gone.keys(), left))
        bare = self._place(gone, tiers[Tier.BARE], going.around, keys)
        return self._make_whole(keys.cells | going.cells | bare.cells, bare.groups)

    # bundles -----------------------------------------------------------------------------------------------------

    def _settle_bundles(self, documents: set[str], pieces: Sequence[Piece]) -> tuple[dict[str, Bundle], list[Bundle]]:
        """Bundles that are no more (or not as they were), and those that came."""
        twins = twin_groups(self._book, (piece.statement.id for piece in pieces))
        old = self._book.under(BUNDLES, {f"of {document}" for document in documents})
        words = {key for entry in old for key in entry.keys if key.startswith("w ")}
        words |= {key for piece in pieces if (key := _words_key(piece, twins))}
        held = {entry.name: entry for entry in old}
        while words:
            met = [entry for entry in self._book.under(BUNDLES, words) if entry.name not in held]
            held |= {entry.name: entry for entry in met}
            words = {key for entry in met for key in entry.keys if key.startswith("w ")} - words
        before = {name: unpack(Bundle, entry.body) for name, entry in held.items()}
        pool = [
            piece for bundle in before.values() for piece in bundle.pieces if piece.statement.document not in documents
        ]
        pool += pieces
        ids = [piece.statement.id for piece in pool]
        twins = twin_groups(self._book, ids)
        made = {}
        for bundle in make_bundles(pool, as_clusters(ids, twins), self._sameness(ids)):
            keys = {
                *_bundle_keys(bundle, twins),
                *(said for one in bundle.pieces for said in self._spoken.get(one.statement.id, ())),
                *self._given_keys(one.statement.id for one in bundle.pieces),
            }
            entry = Entry(
                bundle.leader.statement.id, bundle.leader.statement.document, tuple(sorted(keys)), pack(bundle)
            )
            made[entry.name] = (entry, bundle)
        same = {name for name, (entry, _) in made.items() if name in held and held[name].body == entry.body
                and held[name].keys == entry.keys}  # fmt: skip
        self._book.exchange(
            BUNDLES, held.keys() - made.keys(), [entry for name, (entry, _) in made.items() if name not in same]
        )
        for entry, bundle in made.values():
            self._bundles[entry.name] = (bundle, _digest(entry))
        come = [bundle for name, (_, bundle) in made.items() if name not in same]
        return {name: bundle for name, bundle in before.items() if name not in same}, come

    def _fetch(self, leaders: Iterable[str]) -> list[Bundle]:
        wanted = list(leaders)
        missing = {leader for leader in wanted if leader not in self._bundles}
        for entry in self._book.named(BUNDLES, missing):
            self._bundles[entry.name] = (unpack(Bundle, entry.body), _digest(entry))
        return [self._bundles[leader][0] for leader in wanted]

    def _mark(self, leader: str) -> bytes:
        return self._bundles[leader][1].encode()

    def _sameness(self, statements: Iterable[str]) -> Clusters:
        """What people said of events, as far as these statements may be concerned."""
        if not self._said:
            return Clusters()
        joined = Joined(Clusters(sorted(set(statements))))
        apply_sameness(joined, self._said, "s-")
        return joined.clusters

    def _sameness_of(self, bundles: Iterable[Bundle], cells: Iterable[Cell] = ()) -> Clusters:
        ids = [piece.statement.id for bundle in bundles for piece in bundle.pieces]
        return self._sameness([*ids, *(piece.statement.id for cell in cells for piece in cell.pieces)])

    # towns -------------------------------------------------------------------------------------------------------

    def _settle_towns(self, documents: Collection[str], pieces: Sequence[Piece]) -> None:
        named = towns_named(pieces)
        entries = [Entry(item, item, body=pack(sorted(named[item]))) for item in documents if named.get(item)]
        self._book.exchange(TOWNS, [item for item in documents if not named.get(item)], entries)
        self._towns |= {item: frozenset(named.get(item, ())) for item in documents}

    def _towns_of(self, bundles: Iterable[Bundle]) -> dict[str, frozenset[str]]:
        wanted = {bundle.leader.statement.document for bundle in bundles}
        missing = wanted - self._towns.keys()
        self._towns |= dict.fromkeys(missing, frozenset())
        self._towns |= {
            entry.name: frozenset(unpack(list[str], entry.body)) for entry in self._book.named(TOWNS, missing)
        }
        return {document: self._towns[document] for document in wanted}

    # steps 1 and 3 -----------------------------------------------------------------------------------------------

    def _meet(
        self,
        sheet: str,
        tier: Tier,
        keys_of: Callable[[Piece], Iterable[str]],
        gone: Collection[str],
        come: Sequence[Bundle],
    ) -> _Keys:
        """Blocks of bundles met anew; where their cells stood or stand now."""
        self._fetch(bundle.leader.statement.id for bundle in come)
        fresh = []
        for bundle in come:
            name = bundle.leader.statement.id
            keys = {key for piece in bundle.pieces for key in keys_of(piece)}
            fresh.append(Entry(name, name, tuple(sorted(keys)), self._mark(name)))
        change = settle_islands(self._book, sheet, {*gone, *(entry.name for entry in fresh)}, fresh)
        old = {entry.name: entry for entry in self._book.owned(CELLS[tier], change.gone)}
        new: dict[str, Entry] = {}
        for island, entries in change.made.items():
            bundles = self._fetch(entry.name for entry in entries)
            for cell in meet_block(bundles, keys_of, self._sameness_of(bundles)):
                entry = self._cell_entry(cell, island, bundles)
                new[entry.name] = entry
                self._remember(entry.name, cell)
        return self._exchange_cells(CELLS[tier], old, new)

    def _cell_entry(self, cell: Cell, island: str, bundles: Sequence[Bundle]) -> Entry:
        keys = tuple(sorted({*write_keys(cell), *many_keys(cell)}))
        return Entry(first_id(cell), island, keys, pack(self._refs(cell, bundles)))

    def _refs(self, cell: Cell, bundles: Iterable[Bundle]) -> tuple[_Ref, ...]:
        holder = {piece.statement.id: bundle.leader.statement.id for bundle in bundles for piece in bundle.pieces}
        return tuple(
            _Ref(holder[piece.statement.id], piece.statement.id, self._bundles[holder[piece.statement.id]][1])
            for piece in cell.pieces
        )

    def _exchange_cells(self, sheet: str, old: dict[str, Entry], new: dict[str, Entry]) -> _Keys:
        found = _Keys()
        for name in old.keys() | new.keys():
            before, after = old.get(name), new.get(name)
            if before is not None and after is not None and (before.body, before.keys) == (after.body, after.keys):
                continue
            found.cells.add(name)
            found.changed.update(before.keys if before else (), after.keys if after else ())
        chains = {key for key in found.changed if _is_of_chain(key)}
        found.few = {key for key in chains if self._is_few(key)}
        for name in old.keys() - new.keys():
            self._cells.pop(name, None)
        self._book.exchange(sheet, old.keys() - new.keys(), new.values())
        found.few |= {key for key in chains if self._is_few(key)}
        return found

    def _is_few(self, key: str) -> bool:
        """Whether so few are known in some step's view that they count; each step sees the cells of the steps before."""
        return len(self._book.first_under(CELLS[Tier.ANCHORED], key, MOST_KNOWN + 1)) <= MOST_KNOWN

    def _remember(self, name: str, cell: Cell) -> Cell:
        self._cells[name] = cell
        self._names[id(cell)] = name
        return cell

    def _cells_of(self, entries: Iterable[Entry]) -> list[Cell]:
        """Cells as steps 1 and 3 left them."""
        held = list(entries)
        refs = {entry.name: unpack(tuple[_Ref, ...], entry.body) for entry in held if entry.name not in self._cells}
        self._fetch(ref.leader for part in refs.values() for ref in part)
        for name, part in refs.items():
            pieces = [self._piece(ref) for ref in part]
            cell = Cell(pieces[0].chain)
            for piece in pieces:
                cell.take(piece)
            self._remember(name, cell)
        return [self._cells[entry.name] for entry in held]

    def _piece(self, ref: _Ref) -> Piece:
        bundle, _ = self._bundles[ref.leader]
        return next(piece for piece in bundle.pieces if piece.statement.id == ref.statement)

    def _under(self, sheets: Sequence[str], keys: Collection[str]) -> list[Entry]:
        """Cells under these keys; of a whole chain only so many that one can tell whether there are few."""
        plain = {key for key in keys if not _is_of_chain(key)}
        found: dict[str, Entry] = {}
        for sheet in sheets:
            found.update((entry.name, entry) for entry in self._book.under(sheet, plain))
            for key in keys - plain if isinstance(keys, set) else set(keys) - plain:
                found.update((entry.name, entry) for entry in self._book.first_under(sheet, key, MOST_KNOWN + 1))
        return [entry for _, entry in sorted(found.items())]

    # step 2 ------------------------------------------------------------------------------------------------------

    def _find(
        self, tier: Tier, gone: Mapping[str, Bundle], come: Sequence[Bundle], keys: _Keys, going: _Going
    ) -> tuple[list[Bundle], set[str]]:
        """Bundles that look for a cell of a better tier: those that found none, and the leaders of those that did."""
        sheet, above = FOUND[tier], [CELLS[one] for one in CELLS if one < tier]
        fresh = {bundle.leader.statement.id: bundle for bundle in come}
        looking = self._book.under(sheet, keys.to_read())
        again = {entry.name for entry in looking if entry.name not in gone and entry.name not in fresh}
        bundles = [*fresh.values(), *self._fetch(sorted(again))]
        towns = self._towns_of(bundles)
        reads = {bundle.leader.statement.id: _hinted_keys(bundle, towns) for bundle in bundles}
        cells = self._cells_of(self._under(above, {key for read in reads.values() for key in read}))
        found, left = find_cells(bundles, cells, towns, self._sameness_of(bundles, cells))
        to = {bundle.leader.statement.id: self._names[id(cell)] for bundle, cell in found}
        entries = {
            name: Entry(name, name, tuple(sorted(read)), self._mark(name), to.get(name, ""))
            for name, read in reads.items()
        }
        old = {entry.name: entry for entry in self._book.named(sheet, gone.keys() | entries.keys())}
        for name in old.keys() | entries.keys():
            before, after = old.get(name), entries.get(name)
            if before is not None and after is not None and (before.group, before.body) == (after.group, after.body):
                continue
            going.cells |= {entry.group for entry in (before, after) if entry is not None and entry.group}
            for bundle in (gone.get(name), self._bundles[name][0] if after is not None else None):
                if bundle is not None:
                    going.around |= {(piece.statement.document, piece.chain) for piece in bundle.pieces}
        self._book.exchange(sheet, old.keys() - entries.keys(), entries.values())
        return left, set(to)

    # step 4 ------------------------------------------------------------------------------------------------------

    def _place(
        self, gone: Mapping[str, Bundle], come: Sequence[Bundle], around: set[tuple[str, str]], keys: _Keys
    ) -> _Placed:
        come_in = [Entry(name := bundle.leader.statement.id, name, group=_group(bundle.leader)) for bundle in come]
        touched = {entry.group for entry in self._book.named(BARE_IN, gone)} | {entry.group for entry in come_in}
        self._book.exchange(BARE_IN, gone, come_in)
        touched |= {f"{document} {chain}" for document, chain in around}
        touched |= {entry.name for entry in self._book.under(BARE, keys.to_read())}
        members: dict[str, list[str]] = defaultdict(list)
        for entry in self._book.grouped(BARE_IN, touched):
            members[entry.group].append(entry.name)
        bundles = self._fetch(leader for group in sorted(members) for leader in members[group])
        towns = self._towns_of(bundles)
        reads = {group: _bare_keys(self._fetch(leaders), towns) for group, leaders in members.items()}
        found = self._found_in({bundle.leader.statement.document for bundle in bundles})
        near = self._under(list(CELLS.values()), {key for read in reads.values() for key in read})
        cells = self._cells_of({entry.name: entry for entry in (*near, *self._named_cells(found.values()))}.values())
        pairs = list(zip(self._fetch(found), (self._cells[name] for name in found.values()), strict=True))
        placed, alone = place_bare(bundles, pairs, cells, towns, self._sameness_of(bundles, cells))
        goes_to = [
            Entry(
                name := bundle.leader.statement.id,
                _group(bundle.leader),
                body=self._mark(name),
                group=self._names[id(cell)],
            )
            for bundle, cell in placed
        ]
        out = _Placed()
        old = {entry.name: entry for entry in self._book.owned(PLACED, touched)}
        new = {entry.name: entry for entry in goes_to}
        for name in old.keys() | new.keys():
            if old.get(name) != new.get(name):
                out.cells |= {entry.group for entry in (old.get(name), new.get(name)) if entry is not None}
        self._book.exchange(PLACED, old.keys() - new.keys(), new.values())
        self._book.exchange(
            BARE, touched - reads.keys(), [Entry(group, group, tuple(sorted(read))) for group, read in reads.items()]
        )
        out.groups = {group: [] for group in touched}
        for cell in alone:
            out.groups[_group(cell.pieces[0])].append((cell, self._refs(cell, bundles)))
        return out

    def _found_in(self, documents: Collection[str]) -> dict[str, str]:
        """Hinted bundles with a piece in these documents that found a cell, and which."""
        there = [entry.name for entry in self._book.under(BUNDLES, {f"of {document}" for document in documents})]
        return {
            entry.name: entry.group
            for sheet in FOUND.values()
            for entry in self._book.named(sheet, there)
            if entry.group
        }

    def _named_cells(self, names: Iterable[str]) -> list[Entry]:
        wanted = set(names)
        return [entry for sheet in CELLS.values() for entry in self._book.named(sheet, wanted)]

    # step 5 ------------------------------------------------------------------------------------------------------

    def _make_whole(self, cells: set[str], groups: Mapping[str, list[tuple[Cell, tuple[_Ref, ...]]]]) -> Met:
        bases = self._named_cells(cells)
        self._cells_of(bases)
        names = {entry.name for entry in bases}
        going: dict[str, list[Bundle]] = defaultdict(list)
        for sheet in (*FOUND.values(), PLACED):
            for entry in self._book.grouped(sheet, names):
                going[entry.group].append(self._fetch([entry.name])[0])
        parts: list[tuple[str, Cell, tuple[_Ref, ...]]] = []
        for entry in bases:
            cell = self._cells[entry.name].copy()
            refs = {ref.statement: ref for ref in unpack(tuple[_Ref, ...], entry.body)}
            refused: list[Cell] = []
            bundles = sorted(going.get(entry.name, ()), key=lambda bundle: placing_order(bundle.leader))
            sameness = self._sameness_of(bundles, [cell])
            for bundle in bundles:
                refused += take_bundle(cell, bundle, sameness)
            refs |= {ref.statement: ref for bundle in bundles for ref in self._refs_of(bundle)}
            for one in (cell, *refused):
                parts.append((f"c {entry.name}", one, tuple(refs[piece.statement.id] for piece in one.pieces)))
        for group, alone in groups.items():
            parts += [(f"b {group}", cell, refs) for cell, refs in alone]
        said = self._sameness(ref.statement for _, _, refs in parts for ref in refs)
        roots = {sid: min(members) for members in said.several() for sid in members}
        fresh = [Entry(first_id(cell), owner, self._whole_keys(cell, roots), pack(refs)) for owner, cell, refs in parts]
        owners = {f"c {name}" for name in cells} | {f"b {group}" for group in groups}
        change = settle_islands(self._book, WHOLE, owners, fresh)
        at_hand = {first_id(cell): cell for _, cell, _ in parts}
        return Met(change.gone, {island: self._joined(entries, at_hand) for island, entries in change.made.items()})

    def _refs_of(self, bundle: Bundle) -> Iterator[_Ref]:
        leader = bundle.leader.statement.id
        for piece in bundle.pieces:
            yield _Ref(leader, piece.statement.id, self._bundles[leader][1])

    def _whole_keys(self, cell: Cell, roots: Mapping[str, str]) -> tuple[str, ...]:
        ids = [piece.statement.id for piece in cell.pieces]
        keys = {f"said {roots[sid]}" for sid in ids if sid in roots}
        keys |= self._given_keys(ids)
        keys |= {f"undated {key}" for key in undated_keys(cell)}
        return tuple(sorted(keys | {f"trial {key}" for key in trial_keys(cell)}))

    def cells_of(self, islands: Collection[str]) -> dict[str, tuple[Cell, ...]]:
        """The cells of islands that came out as they were."""
        held: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._book.grouped(WHOLE, islands):
            held[entry.group].append(entry)
        return {island: self._joined(entries, {}) for island, entries in held.items()}

    def _given_keys(self, statements: Iterable[str]) -> set[str]:
        """Ids handed on to another statement than they were made of, that these hold or may hold: one event must keep each."""
        if not self._handed_on:
            return set()
        mine = {given for sid in statements for given in (self._allocated.get(sid), f"e{sid[1:]}")}
        return {f"given {given}" for given in mine if given in self._handed_on}

    def _joined(self, entries: Sequence[Entry], at_hand: Mapping[str, Cell]) -> tuple[Cell, ...]:
        cells = []
        for entry in entries:
            cell = at_hand.get(entry.name)
            if cell is None:
                refs = unpack(tuple[_Ref, ...], entry.body)
                self._fetch(ref.leader for ref in refs)
                cell = Cell(self._piece(refs[0]).chain)
                for ref in refs:
                    cell.take(self._piece(ref))
            cells.append(cell)
        if len(cells) == 1:
            return tuple(cells)
        sameness = self._sameness(piece.statement.id for cell in cells for piece in cell.pieces)
        return tuple(join_trials(join_said_same(join_undated(cells, sameness), sameness), sameness))


@dataclass(slots=True)
class _Going:
    """What moved where bundles look for cells."""

    cells: set[str] = field(default_factory=set)  # cells that others go to now
    around: set[tuple[str, str]] = field(default_factory=set)  # documents and chains in which something moved


@dataclass(slots=True)
class _Placed:
    """What step 4 came to."""

    cells: set[str] = field(default_factory=set)
    groups: dict[str, list[tuple[Cell, tuple[_Ref, ...]]]] = field(default_factory=dict)


def _group(piece: Piece) -> str:
    return f"{piece.statement.document} {piece.chain}"


def _words_key(piece: Piece, twins: Mapping[str, str]) -> str | None:
    group = twins.get(piece.statement.id)
    return f"w {group} {piece.chain}" if group else None


def _bundle_keys(bundle: Bundle, twins: Mapping[str, str]) -> set[str]:
    keys = {f"of {piece.statement.document}" for piece in bundle.pieces}
    return keys | {key for piece in bundle.pieces if (key := _words_key(piece, twins))}


def _hinted_keys(bundle: Bundle, towns: Mapping[str, Collection[str]]) -> set[str]:
    piece = bundle.leader
    keys = set(read_keys(piece))
    if not piece.is_exact:
        keys |= set(meant_keys(piece, towns.get(piece.statement.document, ())))
    return keys


def _bare_keys(bundles: Iterable[Bundle], towns: Mapping[str, Collection[str]]) -> set[str]:
    keys: set[str] = set()
    for bundle in bundles:
        piece = bundle.leader
        keys.add(f"document {piece.chain} {piece.statement.document}")
        keys |= set(weeks_keys(piece)) | set(meant_keys(piece, towns.get(piece.statement.document, ())))
    return keys


def _digest(entry: Entry) -> str:
    """Changes with what the bundle holds, what it copies and what people said of it."""
    return hashlib.blake2b(entry.body + "\n".join(entry.keys).encode(), digest_size=8).hexdigest()
