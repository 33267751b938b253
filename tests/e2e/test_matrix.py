"""Nobody does what the role forbids: every route, method and role, on what is one's own, another's, and closed.

The calls come from the site's own map of routes, so that a new route is tried without being named here.
"""

import hashlib

import pytest
from sqlalchemy import select

from tests.e2e.conftest import PASSWORD
from tests.e2e.routes import Call, calls
from tests.work_world import cable
from tracker.domain.access import PERMITS, Permission, Role
from tracker.services import accounts, attachments, reminders, review, spills, tasks
from tracker.services.attachments import Upload
from tracker.store.base import Base
from tracker.store.cables import PaperRecord, ProposalRecord
from tracker.store.tasks import Task
from tracker.web.site import declared
from tracker.web.task_verbs import VERBS
from tracker.worker import Worker

HOME, ELSEWHERE = "AMEMBASSY LIMA", "AMEMBASSY AMMAN"
CANARY = "QUARTZ"  # stands in what concerns the other post alone
OPEN_TO_ALL = ("everybody", "signed in")
UNCOUNTED = ("sign_in_sessions", "failed_sign_ins", "audit_entries", "audit_heads")
ENDS_THE_SESSION = ("signin.leave",)
NEEDS = {  # what a verb asks for at the task's post; others ask for what the table of verbs says
    "assign": Permission.ASSIGN,
    "join": Permission.ASSIGN,
    "due": Permission.CHANGE_DUE,
    "cancel": Permission.CANCEL,
    "grant": Permission.CHANGE_DUE,
    "refuse": Permission.CHANGE_DUE,
    "accept-done": Permission.CHANGE_DUE,
    "send-back": Permission.CHANGE_DUE,
    "leave-declined": Permission.CHANGE_DUE,
}
FIELDS = {
    "note": "Some words", "outcome": "agreed", "due_on": "2009-05-05", "due_time": "COB", "due_zone": "post",
    "owner_id": "", "who": "amman", "part": "watcher", "person_id": "1",
}  # fmt: skip
ASK = (
    "1. Embassy is requested to report the {what} harvest to the ministry by COB April 30.\n\n"
    "2. Begin text of paper:\n\nWHAT WE SEND\n\nThe figures of the year.\n\nEnd text.\n"
)


@pytest.fixture
def mine_and_theirs(world) -> dict[str, dict[str, int]]:
    """Return the ids of `_mine_and_theirs`, made once a run; the clock stands where letters have gone out."""
    found: dict[str, dict[str, int]] = world.once("mine and theirs", lambda: _mine_and_theirs(world))
    world.set_clock("2009-04-29T14:00:00Z")
    return found


def _mine_and_theirs(world) -> dict[str, dict[str, int]]:
    """Make a task at home that is open, one that is closed, and others' with a canary; letters have gone out."""
    where = {"mine": (HOME, "barley", "051234"), "closed": (HOME, "maize", "012345"),
             "theirs": (ELSEWHERE, CANARY, "123456")}  # fmt: skip
    found: dict[str, dict[str, int]] = {}
    for situation, (post, what, number) in where.items():
        text = cable(to=(post,), number=number, body=ASK.format(what=what))
        text = text.replace("INFO AMEMBASSY QUITO 0000\n", "").replace("A VISIT", f"A {what} VISIT")
        (cable_id,) = world.load(text)
        with world.runtime.transaction() as session:
            (task,) = review.accept_all(session, cable_id, **world.system)
            if situation == "closed":
                tasks.complete(session, task.id, outcome="agreed", note="Told by cable.", **world.system)
            upload = Upload(name="answer.txt", data=what.encode(), text=what)
            file = attachments.attach(session, task.id, upload=upload, **world.system)
            ids = {"cable_id": cable_id, "proposal_id": task.proposal_id, "task_id": task.id}
            paper_id = session.scalars(select(PaperRecord.id).where(PaperRecord.cable_id == cable_id)).one()
            found[situation] = ids | {"attachment_id": file.id, "paper_id": paper_id}
    (spilled,) = world.load(cable(to=(HOME,), number="065432", body=ASK.format(what="rye")))
    with world.runtime.transaction() as session:  # one that was locked, so that there is one to look at
        lock_id = spills.lock(session, spilled, **world.system).id
    found = {situation: ids | {"lock_id": lock_id} for situation, ids in found.items()}
    world.set_clock("2009-04-29T14:00:00Z")
    worker = Worker(world.runtime, environ={})
    with world.runtime.transaction() as session:
        reminders.offer(session, world.runtime.now(), world.runtime.installation, write=worker.writer.write)
    return found


@pytest.fixture
def enter(world, visit):
    """Sign in as somebody who holds one role at one place."""

    def start(role: Role, at: str | None):
        by, book = world.system["by"], world.runtime.installation.book
        with world.runtime.transaction() as session:
            new = accounts.NewOfficer(
                login="someone", name="Some One", email="someone@officers.example", zone="America/Lima"
            )
            officer = accounts.create_officer(session, new, by=by)
            accounts.set_password(session, officer.id, PASSWORD, by=by)
            accounts.grant(session, officer.id, role, by=by, post=at, book=book)
        return visit("someone").client

    return start


def digest(world) -> str:
    """Return what all tables hold, but for sessions, throttle and trail."""
    found = hashlib.sha256()
    with world.runtime.reading() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in UNCOUNTED:
                found.update(repr(session.execute(select(table).order_by(*table.primary_key)).all()).encode())
    return found.hexdigest()


def is_theirs(call: Call, situation: str) -> bool:
    return situation == "theirs" and bool({"cable_id", "task_id", "proposal_id"} & set(call.values))


def may(role: Role, call: Call, wanted: object) -> bool:
    """Whether the role may do this to what is its own."""
    if wanted in OPEN_TO_ALL:
        return True
    verb = call.values.get("verb", "") if call.endpoint == "tasks.act" else ""
    need = NEEDS.get(verb, VERBS[verb].permission if verb in VERBS else None)
    has_verb = need is None or need in PERMITS[role]
    return bool(PERMITS[role] & set(wanted)) and has_verb  # type: ignore[call-overload]


def send(client, call: Call):
    if call.method == "GET":
        return client.get(call.address)
    verb = call.values.get("verb", "")
    return client.post(call.address, data={f"{verb}-{name}": value for name, value in FIELDS.items()})


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_may_not_do_is_refused_and_changes_nothing(app, world, enter, mine_and_theirs, role):
    app.config["WTF_CSRF_ENABLED"] = False
    client = enter(role, HOME)
    before, wrong, tried = digest(world), [], 0

    for situation, ids in mine_and_theirs.items():
        for call in calls(app, ids):
            wanted = declared(app.view_functions[call.endpoint])
            theirs = is_theirs(call, situation)
            if wanted in OPEN_TO_ALL or (may(role, call, wanted) and not theirs):
                continue
            tried += 1
            status = send(client, call).status_code
            is_hidden = theirs or not PERMITS[role] & set(wanted)
            if status not in ((404,) if is_hidden else (403, 404, 422)):
                wrong.append((situation, call.method, call.address, status))

    assert wrong == []
    assert tried > 20
    assert digest(world) == before


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_may_do_is_there_and_shows_nothing_of_others(app, world, enter, mine_and_theirs, role):
    app.config["WTF_CSRF_ENABLED"] = False
    client = enter(role, HOME)
    wrong = []

    for situation in ("mine", "closed"):
        for call in calls(app, mine_and_theirs[situation]):
            wanted = declared(app.view_functions[call.endpoint])
            if call.method != "GET" or wanted == "everybody" or not may(role, call, wanted):
                continue
            reply = client.get(call.address)
            is_there = reply.status_code in (200, 303) or "mailbox" in call.address
            if not is_there or CANARY.lower().encode() in reply.data.lower():
                wrong.append((situation, call.address, reply.status_code))

    assert wrong == []


@pytest.mark.parametrize("role", [Role.POST_STAFF, Role.POST_MANAGER, Role.MANAGER, Role.DESK_OFFICER])
def test_what_a_role_may_do_to_its_own_task_it_can(app, world, enter, mine_and_theirs, role):
    app.config["WTF_CSRF_ENABLED"] = False
    client = enter(role, HOME)
    wrong = []

    for call in calls(app, mine_and_theirs["mine"]):
        wanted = declared(app.view_functions[call.endpoint])
        if call.endpoint == "tasks.act" and may(role, call, wanted):
            status = send(client, call).status_code
            if status not in (
                303,
                409,
                422,
                404 if call.values["verb"] in ("unwatch", "leave", "unlink") else 303,
            ):
                wrong.append((call.address, status))

    assert wrong == []


@pytest.mark.parametrize("role", [Role.POST_STAFF, Role.POST_MANAGER])
def test_fields_that_are_not_the_posts_to_write_are_passed_over(app, world, enter, mine_and_theirs, role):
    app.config["WTF_CSRF_ENABLED"] = False
    client = enter(role, HOME)
    task_id = mine_and_theirs["mine"]["task_id"]
    names = ("due_on", "due_at", "due_time", "post_id", "classification", "status", "is_history", "title")
    kept = [name for name in names if name not in ("status", "classification")]

    def row() -> dict[str, object]:
        with world.runtime.reading() as session:
            task = session.get_one(Task, task_id)
            return {name: getattr(task, name) for name in kept} | {"is": task.cable.classification}

    before = row()
    data = dict.fromkeys(names, "1")
    for verb in ("take", "accept", "note"):
        prefixed = {f"{verb}-{name}": "1" for name in names}
        client.post(f"/tasks/{task_id}/{verb}", data=data | prefixed | {f"{verb}-note": "words"})
    denied = client.post(
        f"/tasks/{task_id}/due", data={f"due-{name}": value for name, value in FIELDS.items()}
    )

    assert row() == before
    assert denied.status_code == 403


def test_a_proposal_of_another_post_does_not_exist_even_by_its_number(app, world, enter, mine_and_theirs):
    app.config["WTF_CSRF_ENABLED"] = False
    client = enter(Role.DESK_OFFICER, HOME)
    (waiting,) = world.load(
        cable(to=(ELSEWHERE,), number="012340", body=ASK.format(what=CANARY)).replace(
            "INFO AMEMBASSY QUITO 0000\n", ""
        )
    )
    mine = mine_and_theirs["mine"]["cable_id"]
    with world.runtime.reading() as session:
        number = session.scalars(select(ProposalRecord.id).where(ProposalRecord.cable_id == waiting)).first()
    before = digest(world)

    for cable_id in (mine, waiting):
        for act in ("accept", "change", "leave-out", "reconsider"):
            assert client.post(f"/cables/{cable_id}/proposals/{number}/{act}").status_code == 404
    assert client.post(f"/cables/{waiting}/accept-all").status_code == 404
    assert client.post(f"/cables/{waiting}/contacts").status_code == 404
    assert digest(world) == before
