"""Pure decisions about what one person may read of another. Where nothing here allows it, it is not allowed."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from db.vocabulary import Audience, Role
from services.people.views import PersonView


def may_see_result(
    viewer: PersonView, owner: PersonView, shares: Collection[Audience], *, open_request: bool = False
) -> bool:
    """A personal result of self-diagnostics: its owner always; a methodist of the owner's unit and a tutor with an
    open request together with the owner only while she has opened it to them. A mentor, a deputy head and an
    administrator never: no role of theirs is asked about here.
    """
    if viewer.id == owner.id:
        return True
    if Audience.METHODIST in shares and in_scope(viewer, Role.METHODIST, owner.unit_path):
        return True
    return Audience.TUTOR in shares and open_request and viewer.has(Role.TUTOR)


def in_scope(viewer: PersonView, role: Role, unit_path: str) -> bool:
    """Whether the viewer holds `role` in that unit or above it. Somebody without a unit is in nobody's scope."""
    return bool(unit_path) and any(unit_path.startswith(path) for path in viewer.scope(role))


def group_percent(percents: Sequence[int], min_group: int) -> int | None:
    """The mean of a group, half up; None for a group so small that its members could be guessed."""
    if len(percents) < max(1, min_group):
        return None
    return int(Fraction(sum(percents), len(percents)) + Fraction(1, 2))
