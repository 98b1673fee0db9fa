"""Who may read a personal result: a table of everybody, and nobody by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import Audience, Role
from services.errors import NotAllowed
from services.visibility.rules import desk_scope, in_scope, keeps_desks, may_see_result
from tests.kit.diagnostics_people import somebody

ANNA = somebody(1)
NOBODYS = somebody(1, path="", anonymous=True)
OPEN = (Audience.METHODIST,)


@pytest.mark.parametrize(
    ("roles", "shares", "sees"),
    [
        ([(Role.METHODIST, "/1/")], (), False),
        ([(Role.METHODIST, "/1/")], OPEN, True),
        ([(Role.METHODIST, "/3/")], OPEN, False),
        ([(Role.METHODIST, "/1/22/")], OPEN, False),
        ([(Role.TUTOR, "/1/")], OPEN, False),
        ([(Role.TEACHER, "/1/2/")], OPEN, False),
        ([(Role.MENTOR, "/1/2/")], OPEN, False),
        ([(Role.DEPUTY_HEAD, "/1/2/")], OPEN, False),
        ([(Role.ADMINISTRATOR, "/1/")], OPEN, False),
        ([], OPEN, False),
    ],
)
def test_others_see_a_result_only_as_its_owner_allows(
    roles: list[tuple[Role, str]], shares: tuple[Audience, ...], sees: bool
) -> None:
    assert may_see_result(somebody(2, roles=roles), ANNA, shares) is sees


def test_the_owner_always_sees_her_own() -> None:
    assert may_see_result(ANNA, ANNA, ())
    assert may_see_result(NOBODYS, NOBODYS, ())


def test_nobody_has_somebody_without_a_school_in_scope() -> None:
    methodist = somebody(2, roles=[(Role.METHODIST, "/1/"), (Role.METHODIST, "/")])
    assert not in_scope(methodist, "", Role.METHODIST)
    assert not may_see_result(methodist, NOBODYS, OPEN)


def test_a_scope_is_of_the_roles_that_are_asked_about() -> None:
    viewer = somebody(2, roles=[(Role.METHODIST, "/1/"), (Role.TUTOR, "/3/")])
    assert in_scope(viewer, "/1/2/", Role.METHODIST, Role.ADMINISTRATOR)
    assert not in_scope(viewer, "/3/4/", Role.METHODIST, Role.ADMINISTRATOR)
    assert not in_scope(viewer, "/1/2/", Role.ADMINISTRATOR)
    assert not in_scope(viewer, "/1/2/")


@given(
    st.lists(
        st.sampled_from([Role.MENTOR, Role.MENTEE, Role.TEACHER, Role.TUTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR])
    )
)
def test_no_other_role_ever_opens_a_result(roles: list[Role]) -> None:
    viewer = somebody(2, roles=[(role, "/1/") for role in roles])
    assert not may_see_result(viewer, ANNA, OPEN)


@pytest.mark.parametrize(
    ("roles", "paths"),
    [
        ([(Role.METHODIST, "/1/")], ("/1/",)),
        ([(Role.METHODIST, "/1/2/"), (Role.ADMINISTRATOR, "/1/")], ("/1/2/",)),
        ([(Role.ADMINISTRATOR, "/1/")], ()),
        ([(Role.TUTOR, "/1/"), (Role.DEPUTY_HEAD, "/1/2/"), (Role.TEACHER, "/1/2/")], ()),
        ([], ()),
    ],
)
def test_the_desks_are_a_methodists(roles: list[tuple[Role, str]], paths: tuple[str, ...]) -> None:
    somebodys = somebody(2, roles=roles)
    assert keeps_desks(somebodys) is bool(paths)
    if paths:
        assert desk_scope(somebodys) == paths
    else:
        with pytest.raises(NotAllowed):
            desk_scope(somebodys)
