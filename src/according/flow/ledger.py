"""What an `add` did, item by item: read, added, unchanged, updated, skipped (why), repaired (where)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Ledger:
    """Filled while adding; printed at the end."""

    read: int = 0  # captures
    added: list[str] = field(default_factory=list)  # document ids
    unchanged: int = 0  # captures already here
    updated: list[str] = field(default_factory=list)  # document ids
    skipped: list[tuple[str, str]] = field(default_factory=list)  # origin, why
    refused: list[tuple[str, str]] = field(default_factory=list)  # origin, why: whole captures that gave nothing
    repaired: list[tuple[str, str]] = field(default_factory=list)  # where, what
    waiting: int = 0  # decisions that wait for a person after a text changed

    def lines(self, limit: int = 20) -> list[str]:
        """The ledger as a person reads it; at most `limit` lines of each list."""
        out = [
            f"read       {self.read}",
            f"added      {len(self.added)}",
            f"unchanged  {self.unchanged}",
            f"updated    {len(self.updated)}",
            f"skipped    {len(self.skipped) + len(self.refused)}",
        ]
        out += _listed([*self.refused, *self.skipped], limit)
        out.append(f"repaired   {len(self.repaired)}")
        out += _listed(self.repaired, limit)
        if self.waiting:
            out.append(
                f"waiting    {self.waiting} decisions: the words they were about have changed; see 'according export FOLDER decisions'"
            )
        return out

    @property
    def is_failure(self) -> bool:
        """Whether something named by the user gave nothing at all."""
        return bool(self.refused)


def _listed(items: list[tuple[str, str]], limit: int) -> list[str]:
    counted: dict[tuple[str, str], int] = {}
    for item in items:
        counted[item] = counted.get(item, 0) + 1
    lines = [
        f"  {where}: {what}" + (f" ({times} times)" if times > 1 else "") for (where, what), times in counted.items()
    ]
    if len(lines) > limit:
        return [*lines[:limit], f"  … and {len(lines) - limit} more"]
    return lines
