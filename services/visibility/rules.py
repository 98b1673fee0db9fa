"""Pure decisions about what one person may read of another. Where nothing here allows it, it is not allowed."""

from collections.abc import Collection

from db.vocabulary import Audience, Role
from services.errors import NotAllowed
from services.people.views import PersonView


def may_see_result(viewer: PersonView, owner: PersonView, shares: Collection[Audience]) -> bool:
    """A personal result of self-diagnostics: its owner always; a methodist of the owner's unit only while she has
    opened it to the methodists. A mentor, a tutor, a deputy head and an administrator never: no role of theirs is
    asked about here.
    """
    if viewer.id == owner.id:
        return True
    return Audience.METHODIST in shares and in_scope(viewer, owner.unit_path, Role.METHODIST)


def keeps_desks(viewer: PersonView) -> bool:
    """Whether announcements, requests, events and pairs of some unit are hers to keep: she is a methodist.

    An administrator gives out roles and sheets; who is to do both holds both roles, as the first administrator does.
    """
    return viewer.has(Role.METHODIST)


def desk_scope(viewer: PersonView) -> tuple[str, ...]:
    """Paths of the units whose desks she keeps. Raises NotAllowed for anybody else."""
    if not keeps_desks(viewer):
        raise NotAllowed()
    return viewer.scope(Role.METHODIST)


def in_scope(viewer: PersonView, unit_path: str, *roles: Role) -> bool:
    """Whether the viewer holds one of `roles` in that unit or above it. An empty path, of somebody without a unit,
    is in nobody's scope."""
    return bool(unit_path) and unit_path.startswith(viewer.scope(*roles))
