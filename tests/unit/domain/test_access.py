"""Who may do what: nothing without a grant, a post's staff at their post only, more grants never less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import access
from tracker.domain.access import Grant, Permission, Role

POSTS = st.one_of(st.none(), st.integers(1, 4))
UNITS = st.builds(
    Grant, role=st.sampled_from(Role), unit_id=st.just(9), below=st.frozensets(st.integers(1, 4), max_size=3)
)
GRANTS = st.lists(st.one_of(st.builds(Grant, role=st.sampled_from(Role), post_id=POSTS), UNITS), max_size=5)


@given(GRANTS, GRANTS, st.sampled_from(Permission), POSTS)
def test_more_grants_never_mean_fewer_permissions(
    grants: list[Grant], more: list[Grant], permission: Permission, post_id: int | None
) -> None:
    if access.may(grants, permission, post_id):
        assert access.may(grants + more, permission, post_id)


@given(GRANTS, st.sampled_from(Permission), st.integers(1, 4))
def test_the_posts_where_an_act_is_permitted_are_those_where_it_is(
    grants: list[Grant], permission: Permission, post_id: int
) -> None:
    posts = access.posts_where(grants, permission)

    assert access.may(grants, permission, post_id) is (posts is None or post_id in posts)
    assert access.may_somewhere(grants, permission) is (posts is None or bool(posts))


@pytest.mark.parametrize("permission", list(Permission))
def test_nothing_is_permitted_without_a_grant(permission: Permission) -> None:
    assert not access.may((), permission)
    assert not access.may_somewhere((), permission)
    assert access.posts_where((), permission) == frozenset()


@pytest.mark.parametrize(
    ("role", "permission", "is_permitted"),
    [
        (Role.DESK_OFFICER, Permission.REVIEW, True),
        (Role.DESK_OFFICER, Permission.CHANGE_DUE, True),
        (Role.DESK_OFFICER, Permission.ADMINISTER, False),
        (Role.POST_STAFF, Permission.WORK_TASKS, True),
        (Role.POST_STAFF, Permission.CHANGE_DUE, False),
        (Role.POST_STAFF, Permission.REVIEW, False),
        (Role.POST_STAFF, Permission.READ_CABLES, False),
        (Role.POST_MANAGER, Permission.ASSIGN, True),
        (Role.POST_MANAGER, Permission.CHANGE_DUE, False),
        (Role.MANAGER, Permission.ASSIGN, True),
        (Role.MANAGER, Permission.REVIEW, False),
        (Role.READER, Permission.READ_TASKS, True),
        (Role.READER, Permission.WORK_TASKS, False),
        (Role.SECURITY_OFFICER, Permission.SEE_INCIDENTS, True),
        (Role.SECURITY_OFFICER, Permission.READ_TASKS, False),
        (Role.ADMINISTRATOR, Permission.ADMINISTER, True),
        (Role.ADMINISTRATOR, Permission.READ_CABLES, False),
        (Role.AUDITOR, Permission.READ_AUDIT, True),
        (Role.AUDITOR, Permission.READ_TASKS, False),
    ],
)
def test_each_role_permits_its_own_acts(role: Role, permission: Permission, is_permitted: bool) -> None:
    assert access.may([Grant(role=role)], permission, 7) is is_permitted


def test_a_grant_at_one_post_is_worth_nothing_at_another_or_everywhere() -> None:
    grants = [Grant(role=Role.POST_STAFF, post_id=1)]

    assert access.may(grants, Permission.WORK_TASKS, 1)
    assert not access.may(grants, Permission.WORK_TASKS, 2)
    assert not access.may(grants, Permission.WORK_TASKS)
    assert access.may_somewhere(grants, Permission.WORK_TASKS)


def test_a_grant_at_a_unit_counts_at_the_posts_below_it_and_nowhere_else() -> None:
    grants = [Grant(role=Role.MANAGER, unit_id=3, below=frozenset({1, 2}))]

    assert access.posts_where(grants, Permission.ASSIGN) == {1, 2}
    assert access.may(grants, Permission.ASSIGN, 2)
    assert not access.may(grants, Permission.ASSIGN, 3)
    assert not access.may(grants, Permission.ASSIGN)


def test_a_grant_at_a_unit_without_posts_is_worth_nothing() -> None:
    assert not access.may_somewhere([Grant(role=Role.MANAGER, unit_id=3)], Permission.ASSIGN)


@pytest.mark.parametrize("role", [Role.POST_STAFF, Role.POST_MANAGER])
def test_embassy_staff_write_neither_due_nor_verdict_nor_cancel(role: Role) -> None:
    assert not access.PERMITS[role] & {Permission.CHANGE_DUE, Permission.REVIEW, Permission.CANCEL}


def test_every_role_has_its_permissions_and_words_written_down() -> None:
    assert set(access.PERMITS) == set(access.IN_WORDS) == set(Role)
