"""Who looks. Every query takes a Viewer first; what it may see is decided here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from according.errors import NotAllowed


class Reach(StrEnum):
    """How far a viewer sees."""

    MACHINE = "machine"  # this machine's own user: everything
    USER = "user"  # a user with roles, per case
    PUBLIC = "public"  # what people let out


@dataclass(frozen=True, slots=True)
class Viewer:
    """This machine, a user with roles, or the public."""

    reach: Reach
    name: str = "this machine"
    roles: tuple[tuple[str, str], ...] = ()  # case id, role

    def may_see(self, case: str) -> bool:
        """Whether the viewer sees the unreleased material of a case."""
        if self.reach is Reach.MACHINE:
            return True
        return self.reach is Reach.USER and any(owned == case for owned, _ in self.roles)

    def may_decide(self, case: str) -> bool:
        """Whether the viewer's decisions count in a case."""
        if self.reach is Reach.MACHINE:
            return True
        return self.reach is Reach.USER and any(
            owned == case and role in ("reviewer", "editor", "administrator") for owned, role in self.roles
        )

    def require_decide(self, case: str) -> None:
        """Raise NotAllowed unless the viewer may decide in this case."""
        if not self.may_decide(case):
            raise NotAllowed(
                "You may read this case but not decide in it; ask its administrator for the reviewer role."
            )


THIS_MACHINE = Viewer(Reach.MACHINE)
THE_PUBLIC = Viewer(Reach.PUBLIC, name="the public")
