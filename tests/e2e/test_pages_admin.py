"""The administrator's pages, the audit trail, and everybody's own account."""

import pytest
from sqlalchemy import select

from tests.e2e.conftest import PASSWORD, SAMPLES
from tracker.errors import NotFound
from tracker.services import accounts, audit, password_links
from tracker.store.notices import NoticeRecord
from tracker.store.people import EntryKey, Officer, SignInSession
from tracker.web import account

NEW = "seven herons over the lake"


def officer(world, login: str) -> Officer:
    with world.runtime.reading() as session:
        return session.scalars(select(Officer).where(Officer.login == login)).one()


# --- people ---


def test_a_person_is_added_with_a_role_and_invited(world, visit):
    admin = visit("admin")
    page = admin.get(admin.get("/admin").links["Add a person"])

    page = admin.submit(
        page, "", name="Nora West", login="Nora", email="nora@officers.example", zone="America/Lima",
        role="manager", at="wha/and",
    )  # fmt: skip

    assert page.heading == "Nora West"
    assert page.says("Nora West was added.")
    assert page.says("WHA/AND and all posts below it")
    assert page.says("Nora West was added. A letter with a link is on its way.")
    assert page.says("Cannot sign in yet: no password.")
    with world.runtime.reading() as session:
        assert session.scalars(select(NoticeRecord.recipient)).one() == "nora@officers.example"
    assert "Nora West" in admin.get("/admin?words=NORA").links
    assert admin.get("/admin?words=nobody").says("Nobody matches.")


@pytest.mark.parametrize(
    "fields, words",
    [
        ({"name": ""}, "Write the person's name."),
        ({"login": "desk"}, "already an officer with the sign-in name desk"),
        ({"email": "nora"}, "is not a mail address"),
        ({"zone": "Mars/Base"}, "is not a zone"),
        ({"role": "reader", "at": "ATLANTIS"}, "nor in the tree"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(visit, fields, words):
    admin = visit("admin")
    given = {"name": "Nora West", "login": "nora", "email": "nora@officers.example"} | fields

    page = admin.submit(admin.get("/admin/people/new"), "", status=422, **given)

    assert page.main.count(words) >= 2  # on top, and at the field


def test_a_role_is_given_and_taken_away_and_ends_sessions(world, visit):
    admin, lima = visit("admin"), visit("lima")
    address = f"/admin/people/{officer(world, 'lima').id}"

    page = admin.submit(admin.get(address), "/grant", role="reader", at="NEA")
    assert page.says("NEA and all posts below it")
    assert lima.get("/").heading == "Sign in"
    lima.sign_in("lima")
    page = admin.submit(page, "/revoke", grant=str(officer(world, "lima").grants[-1].id))

    assert not page.says("NEA and all")
    assert lima.get("/").heading == "Sign in"
    assert (
        admin.submit(page, "/grant", role="reader", at="XYZ", status=422).main.count("nor in the tree") == 2
    )


def test_a_person_is_switched_off_and_on(world, visit):
    admin, lima = visit("admin"), visit("lima")
    address = f"/admin/people/{officer(world, 'lima').id}"

    page = admin.submit(admin.get(address), "/off")
    assert page.says("Switched off: cannot sign in.")
    assert lima.get("/").heading == "Sign in"
    assert visit().sign_in("lima", status=422)
    page = admin.submit(page, "/on")

    assert visit().sign_in("lima").heading == "My day"
    assert not admin.get(f"/admin/people/{officer(world, 'admin').id}").says("Switch off")


def test_the_details_of_a_person_are_changed(world, visit):
    admin = visit("admin")
    person = admin.get(f"/admin/people/{officer(world, 'lima').id}")
    page = admin.get(person.links["Change these"])
    assert page.form("").values["email"] == "lima@officers.example"

    wrong = admin.submit(page, "", zone="Mars/Base", status=422)
    empty = admin.submit(page, "", name="", status=422)
    done = admin.submit(page, "", name="Luis Ortega Paz", email="luis@officers.example")

    assert wrong.main.count("is not a zone") == 2
    assert empty.main.count("Write the person's name.") == 2
    assert (done.heading, done.says("luis@officers.example")) == ("Luis Ortega Paz", True)
    assert admin.get("/admin/people/4711/details", status=404)


def test_a_new_address_takes_back_links_to_the_old_one(world, visit):
    number = officer(world, "lima").id
    with world.runtime.transaction() as session:
        password_links.invite(session, number, **world.system)
        words = {"name": "Luis Ortega", "email": "luis@officers.example", "zone": "America/Lima"}
        accounts.change_officer(session, number, **words, by=world.system["by"])
        assert session.scalars(select(EntryKey)).all() == []
        with pytest.raises(NotFound):
            accounts.change_officer(session, 4711, **words, by=world.system["by"])


def test_every_session_of_a_person_is_ended(world, visit):
    admin, lima = visit("admin"), visit("lima")

    page = admin.submit(admin.get(f"/admin/people/{officer(world, 'lima').id}"), "/end-sessions")

    assert page.says("Every session has ended.")
    assert lima.get("/").heading == "Sign in"


def test_an_invitation_that_may_not_be_sent_is_told(make_world, sqlite_url, world, visit):
    with world.runtime.transaction() as session:
        session.get_one(Officer, officer(world, "lima").id).email = ""
    admin = visit("admin")

    page = admin.submit(admin.get(f"/admin/people/{officer(world, 'lima').id}"), "/invite")

    assert page.says("may not write to")


def test_own_rights_that_change_renew_the_token_and_keep_the_session(world, visit):
    admin = visit("admin")
    with admin.client.session_transaction() as cookie:
        before = cookie["_user_id"]

    page = admin.submit(admin.get(f"/admin/people/{officer(world, 'admin').id}"), "/grant", role="auditor")

    assert page.says("The role was given.")
    with admin.client.session_transaction() as cookie:
        assert cookie["_user_id"] != before


def test_people_are_shown_fifty_a_page(world, visit):
    with world.runtime.transaction() as session:
        for number in range(60):
            session.add(
                Officer(login=f"o{number}", name=f"Officer {number:02}", email="o@x.example", zone="UTC")
            )
    admin = visit("admin")

    page = admin.get(admin.get("/admin").links["Next page"])

    assert page.says("Page 2")
    assert "Previous page" in page.links


# --- the tree ---


def test_a_post_moved_in_the_tree_is_seen_by_another_manager(world, visit):
    admin = visit("admin")
    page = admin.get("/admin/tree")
    assert page.says("WHA/AND Office of Andean Affairs (6 posts)")
    world.load(SAMPLES[0].read_text(encoding="utf-8"))
    desk = visit("desk")
    desk.submit(desk.get("/cables/1"), "/accept-all")
    admin.submit(admin.get(f"/admin/people/{officer(world, 'amman').id}"), "/grant", role="manager", at="NEA")
    amman = visit("amman")
    assert amman.get("/tasks").says("No task matches.")

    moved = admin.submit(page, "/move", what="Embassy Lima", below="nea/ela")

    assert moved.says("AMEMBASSY LIMA now stands below NEA/ELA.")
    assert amman.get("/tasks?state=all").says("AMEMBASSY LIMA")
    assert amman.get("/tasks/1").says("AMEMBASSY LIMA")


def test_a_unit_is_added_and_moved(visit):
    admin = visit("admin")

    added = admin.submit(
        admin.get("/admin/tree"), "/add", code="wha/epsc", name="Office of Policy", kind="office", above="WHA"
    )
    moved = admin.submit(added, "/move", what="WHA/EPSC", below="")

    assert added.says("WHA/EPSC was added.")
    assert moved.says("WHA/EPSC now stands at the top.")


@pytest.mark.parametrize(
    "form, fields, words",
    [
        ("/move", {"what": ""}, "Write a post or a unit."),
        ("/move", {"what": "ATLANTIS", "below": "WHA"}, "not in the table of posts"),
        ("/move", {"what": "AMEMBASSY LIMA", "below": "XYZ"}, "no unit of the tree"),
        ("/move", {"what": "WHA", "below": "WHA/AND"}, "cannot stand below"),
        ("/add", {"code": "", "name": "X"}, "Write a code"),
        ("/add", {"code": "X", "name": "X", "above": "XYZ"}, "no unit of the tree"),
    ],
)
def test_a_move_that_cannot_be_is_said_at_its_field(visit, form, fields, words):
    admin = visit("admin")

    page = admin.submit(admin.get("/admin/tree"), form, status=422, **fields)

    assert page.main.count(words) >= 2


# --- the audit trail ---


def test_the_trail_is_shown_to_administrators_and_auditors_alone(world, visit):
    admin = visit("admin")
    admin.submit(admin.get(f"/admin/people/{officer(world, 'reader').id}"), "/grant", role="auditor")
    auditor = visit("reader")

    page = auditor.get(auditor.get("/").links["Audit trail"])

    assert page.says("role granted")
    assert page.says(f"Robin Reader (officer {officer(world, 'reader').id}), as auditor, everywhere")
    assert page.says("127.0.0.1")
    assert auditor.get("/admin/audit?act=sign+in").says("sign in")
    assert auditor.get("/admin/audit?act=Role").says("role granted")
    assert auditor.get("/admin/audit?act=granted+role").says("role granted")
    assert auditor.get("/admin/audit?act=role+taken").says("No entry matches.")
    assert auditor.get("/admin/audit?act=nothing").says("No entry matches.")
    assert auditor.get("/admin/audit?by=ada").says("Ada Min")
    assert visit("desk").get("/admin/audit", status=404)


def test_older_entries_are_a_page_further(world, visit):
    with world.runtime.transaction() as session:
        for number in range(60):
            audit.add(session, "note", by=world.system["by"], number=number)
    admin = visit("admin")

    page = admin.get(admin.get("/admin/audit?act=note").links["Older entries"])

    assert page.says("number 9")
    assert not page.says("number 59")


def test_what_is_refused_is_in_the_trail(world, visit):
    visit("lima").get("/tasks/99", status=404)
    visit("lima").get("/admin", status=404)

    with world.runtime.reading() as session:
        found = audit.entries(session, audit.Wanted(act="page refused"), limit=9)

    assert [(row.by, row.outcome, row.objects) for row in found] == [
        ("Luis Ortega", "refused", {"page": "people.listed", "method": "GET"}),
        ("Luis Ortega", "refused", {"page": "tasks.page", "method": "GET", "task_id": 99}),
    ]


# --- your account ---


def test_a_password_is_changed_with_the_old_one_and_ends_other_sessions(visit):
    desk, elsewhere = visit("desk"), visit("desk")
    page = desk.get("/account")

    wrong = desk.submit(page, "/password", old="wrong", password=NEW, again=NEW, status=422)
    weak = desk.submit(page, "/password", old=PASSWORD, password="short", again="short", status=422)
    uneven = desk.submit(page, "/password", old=PASSWORD, password=NEW, again="other", status=422)
    done = desk.submit(page, "/password", old=PASSWORD, password=NEW, again=NEW)

    assert wrong.main.count("This is not your password.") == 2
    assert weak.main.count("at least 12 characters") >= 2
    assert uneven.main.count("not the same") == 2
    assert done.says("Your password was changed.")
    assert elsewhere.get("/").heading == "Sign in"
    assert visit().sign_in("desk", NEW).heading == "My day"


def test_sessions_are_listed_and_ended(world, visit):
    desk, second, third = visit("desk"), visit("desk"), visit("desk")
    page = desk.get("/account")
    assert page.says("3 sessions")
    assert page.says("desk officer, everywhere")
    with world.runtime.reading() as session:
        ids = sorted(session.scalars(select(SignInSession.id)))

    page = desk.submit(page, "/sessions", session=str(ids[1]))
    assert page.says("That session has ended.")
    assert second.get("/").heading == "Sign in"
    page = desk.submit(page, "/sessions", session=None)

    assert page.says("1 session ended. You are signed in only here.")
    assert third.get("/").heading == "Sign in"
    assert desk.get("/").heading == "My day"


def test_a_session_of_somebody_else_cannot_be_ended(world, visit):
    visit("lima")
    desk = visit("desk")
    visit("desk")
    with world.runtime.reading() as session:
        lima = session.scalars(select(SignInSession.id).order_by(SignInSession.id)).first()

    assert desk.submit(desk.get("/account"), "/sessions", session=str(lima), status=404)


@pytest.mark.parametrize(
    "agent, words",
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "unknown"),
    ],
)
def test_a_browser_is_named_in_plain_words(agent, words):
    assert account.browser_of(agent) == words
