"""What people may say of reminders on pages: put off, promise, interim days, stand-ins, their own letters."""

import pytest
from sqlalchemy import select

from tests.bracketed import OPENS, Bracketed
from tests.e2e.conftest import SAMPLES, Visitor
from tracker import texts, worker
from tracker.services import review, tasks
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer

NO_DAY = "Choose a day after today, at most 30 days on."


@pytest.fixture
def task_id(world) -> int:
    """A task of AMEMBASSY LIMA that its officer has taken."""
    (cable_id,) = world.load(SAMPLES[0].read_text(encoding="utf-8"))
    return world.once("taken by lima", lambda: _taken_by_lima(world, cable_id))


def _taken_by_lima(world, cable_id):
    with world.runtime.transaction() as session:
        made = review.accept_all(session, cable_id, **world.system)
        mine = next(task for task in made if task.post.name == "AMEMBASSY LIMA" and task.due_at is not None)
        lima = session.query(Officer).filter_by(login="lima").one()
        tasks.assign(session, mine.id, owner_id=lima.id, **world.system)
        return mine.id


def say(visitor: Visitor, task_id: int, verb: str, status: int = 200, **fields: object):
    """Fill in one form of the task's reminders."""
    address = f"/tasks/{task_id}/reminders"
    page = visitor.get(address)
    form = next(one for one in page.forms if one.values.get("verb") == verb)
    values = form.values | {f"{verb}-{name}": value for name, value in fields.items()}
    kept = {name: value for name, value in values.items() if value is not None}
    reply = visitor.client.post(address, data=kept, follow_redirects=True)
    return visitor._seen(reply, address, status)


def test_a_task_is_put_off_and_shows_until_when(visit, task_id):
    lima = visit("lima")

    page = say(lima, task_id, "snooze", until="2009-04-27")

    assert "snoozed to Mon 27 Apr" in page.text
    assert "snoozed to Mon 27 Apr" in lima.get(f"/tasks/{task_id}").text
    assert (
        "snoozed" not in say(lima, task_id, "wake").text.partition("<main")[2].partition("What goes next")[0]
    )


def test_a_day_that_cannot_be_is_said_at_its_field(visit, task_id):
    page = say(visit("lima"), task_id, "snooze", status=422, until="2009-04-20")

    assert NO_DAY in page.text


def test_a_promised_day_is_noted_and_taken_back(visit, task_id):
    lima = visit("lima")

    assert "promised for Wed 29 Apr" in say(lima, task_id, "promise", on="2009-04-29", note="soon").text
    assert "promised for" not in say(lima, task_id, "take_back").text


@pytest.mark.parametrize(
    ("verb", "field", "kept", "moved"),
    [
        ("snooze", "until", "snoozed to Sun 26 Apr", "snoozed to Mon 27 Apr"),
        ("promise", "on", "promised for Sun 26 Apr", "promised for Mon 27 Apr"),
    ],
)
def test_a_day_off_that_somebody_names_is_asked_about_and_never_moved(
    visit, task_id, verb, field, kept, moved
):
    lima = visit("lima")

    asked = say(lima, task_id, verb, status=422, **{field: "2009-04-26"})
    assert asked.says("Sunday 26 April 2009 is in the weekend in Lima")
    assert kept not in lima.get(f"/tasks/{task_id}").text

    assert kept in say(lima, task_id, verb, **{field: "2009-04-26", "choice": "keep"}).text
    history = lima.get(f"/tasks/{task_id}")
    assert history.says("Sun 26 Apr was kept, though it is not a working day there.")
    assert not history.says("was chosen in place of")
    assert moved in say(lima, task_id, verb, **{field: "2009-04-26", "choice": "2009-04-27"}).text
    history = lima.get(f"/tasks/{task_id}")
    assert history.says("Mon 27 Apr was chosen in place of Sun 26 Apr, which is not a working day there.")


def test_an_interim_day_that_is_no_working_day_is_asked_about(visit, task_id):
    desk = visit("desk")

    asked = say(desk, task_id, "interim", status=422, due_on="2009-04-26", due_time="COB")
    assert asked.says("Sun 26 Apr")
    page = say(desk, task_id, "interim", due_on="2009-04-26", due_time="COB", choice="2009-04-27")

    assert "interim day: on it" not in asked.text
    assert page.says("Mon 27 Apr")
    assert desk.get(f"/tasks/{task_id}").says("Mon 27 Apr was chosen in place of Sun 26 Apr")


def test_the_desk_sets_an_interim_day_and_the_post_meets_it(visit, task_id):
    desk, lima = visit("desk"), visit("lima")

    page = say(desk, task_id, "interim", due_on="2009-04-27", due_time="NOON")

    assert "draft to the desk: Mon 27 Apr, 12:00" in page.text
    assert "interim day: on it" in page.text
    assert not any(
        form.values.get("verb") == "interim" for form in lima.get(f"/tasks/{task_id}/reminders").forms
    )
    assert "draft to the desk:" not in say(lima, task_id, "met").text
    say(desk, task_id, "interim", due_on="2009-04-28")
    assert "There is no interim day any more." in say(desk, task_id, "drop").text


def test_the_desk_changes_when_the_reminders_of_a_task_go(visit, task_id):
    desk = visit("desk")

    page = say(desk, task_id, "policy", before="3, 1")

    assert "This task has reminders of its own." in page.text
    assert "3 working days before the due day" in page.text
    assert "Write days with commas" in say(desk, task_id, "policy", status=422, before="soon").text
    assert "is not a whole number" in say(desk, task_id, "policy", status=422, after="0").text


def test_who_reads_may_say_nothing(visit, task_id, app):
    page = visit("reader").get(f"/tasks/{task_id}/reminders")

    assert not any("verb" in form.values for form in page.forms)
    visit("amman").get(f"/tasks/{task_id}/reminders", status=404)
    app.config["WTF_CSRF_ENABLED"] = False
    assert visit("lima").client.post(f"/tasks/{task_id}/reminders", data={"verb": "x"}).status_code == 404


# --- my reminders ---


def keep(visitor: Visitor, verb: str, status: int = 200, **fields: object):
    """Fill in one form of my reminders."""
    page = visitor.get("/my-reminders")
    form = next(one for one in page.forms if one.values.get("verb") == verb)
    values = form.values | {f"{verb}-{name}": value for name, value in fields.items()}
    kept = {name: value for name, value in values.items() if value is not None}
    reply = visitor.client.post("/my-reminders", data=kept, follow_redirects=True)
    return visitor._seen(reply, "/my-reminders", status)


def test_an_officer_sees_what_goes_to_him_next(visit, task_id):
    page = visit("lima").get("/my-reminders")

    assert "Your next letter goes" in page.text
    assert f"/tasks/{task_id}" in page.links.values()
    assert "No letter to you is planned" in visit("amman").get("/my-reminders").text
    assert page.says("AMEMBASSY LIMA: 1 working day before the due day")
    assert page.says("AMEMBASSY LIMA: 3 working days late: copy of the escalation to the supervisor")
    assert not page.says("3 working days late; 3 working days late")


def test_two_reminders_of_one_task_in_a_letter_are_told_as_one_task(visit, task_id, world):
    world.set_clock("2009-05-05T16:00:00Z")  # the supervisor is told next morning too
    worker.once(world.runtime, environ={})

    page = visit("lima").get("/my-reminders")

    assert page.says("Your next letter goes Wed 6 May, 08:00 (09:00 Washington), about 1 task.")
    day = visit("desk").get("/letters?day=2009-05-06")
    assert (
        day.main.count("AMEMBASSY LIMA: 3 working days late: copy of the escalation to the supervisor") == 1
    )
    assert "3 working days late; 3" not in day.main


def test_who_may_choose_a_language_gets_his_letters_in_it(visit, task_id, world, monkeypatch):
    lima = visit("lima")
    assert "Language of your letters" not in lima.get("/my-reminders").text
    monkeypatch.setitem(texts.CATALOGUES, "xx", Bracketed())

    keep(lima, "wishes", language="xx")
    world.set_clock("2009-05-05T16:00:00Z")
    worker.once(world.runtime, environ={})

    with world.runtime.reading() as session:
        letters = session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id)).all()
        in_it = {row.recipient.partition("@")[0] for row in letters if OPENS in row.subject}
        assert in_it == {"lima"}
    assert "There are no letters in this language." in keep(lima, "wishes", status=422, language="zz").text
    keep(lima, "wishes", language="")
    with world.runtime.reading() as session:
        assert set(session.scalars(select(Officer.language))) == {None}


def test_wishes_change_the_plan_at_once(visit, task_id):
    lima = visit("lima")

    page = keep(lima, "wishes", send_at="09:30")

    assert ", 09:30" in page.text
    assert ", 08:00" not in page.main.partition("How they come")[0]
    assert keep(lima, "wishes", way="once", send_at="").forms[-2].values["wishes-way"] == "once"


def test_a_lead_cannot_switch_off_what_is_late_without_a_stand_in(visit, task_id):
    page = keep(visit("lima"), "wishes", status=422, late=None)

    assert "Who leads a task must hear of what is late." in page.text


def test_a_stand_in_is_named_and_the_absence_ended(visit, world, task_id):
    lima = visit("lima")
    with world.runtime.reading() as session:
        chief = session.query(Officer).filter_by(login="chief").one().id

    page = keep(lima, "away", first_on="2009-04-24", last_on="2009-04-27", stand_in_id=str(chief))

    assert "Morgan Chief stands in, Fri 24 Apr to Mon 27 Apr 2009." in page.text
    assert "You are not away." in keep(lima, "end").text
    assert "Choose the first day away" in keep(lima, "away", status=422, stand_in_id=str(chief)).text


def test_what_no_form_says_is_not_found(visit, app):
    app.config["WTF_CSRF_ENABLED"] = False
    client = visit("lima").client

    assert client.post("/my-reminders", data={"verb": "x"}).status_code == 404
    assert client.post("/my-reminders", data={"verb": "end", "absence": "99"}).status_code == 404


# --- a due day that is not a working day ---


def change_due(visitor: Visitor, task_id: int, status: int = 200, **fields: str):
    """Fill in the form that changes the due."""
    page = visitor.get(f"/tasks/{task_id}")
    named = {f"due__{name}": value for name, value in fields.items()}
    return visitor.submit(page, f"/tasks/{task_id}/due", status=status, **named)


def test_a_due_on_a_sunday_is_warned_of_with_the_days_on_either_side(visit, task_id):
    page = change_due(visit("desk"), task_id, status=422, due_on="2009-05-03")

    assert "Sunday 3 May 2009 is in the weekend in Lima" in page.text
    assert "Thu 30 Apr, the working day before" in page.text  # 1 May is Labor Day in Peru
    assert "Mon 4 May, the working day after" in page.text
    assert "Keep Sun 3 May" in page.text


@pytest.mark.parametrize(
    "choice, due, words",
    [
        ("2009-05-08", "Friday 8 May 2009", "Fri 8 May was chosen in place of Sun 10 May"),
        ("2009-05-11", "Monday 11 May 2009", "Mon 11 May was chosen in place of Sun 10 May"),
        ("keep", "Sunday 10 May 2009", "Sun 10 May was kept, though it is not a working day there."),
    ],
)
def test_one_click_chooses_and_the_history_says_so(visit, task_id, choice, due, words):
    page = change_due(visit("desk"), task_id, due_on="2009-05-10", note="Asked.", choice=choice)

    assert due in page.text
    assert f"“Asked.” {words}" in page.text


def test_a_working_day_is_taken_without_a_word(visit, task_id):
    page = change_due(visit("desk"), task_id, due_on="2009-05-05")

    assert "Tuesday 5 May 2009" in page.text
    assert "working day there" not in page.text


def test_the_desk_lets_an_ask_come_back_and_the_series_shows_as_one(visit, world, task_id):
    desk = visit("desk")

    page = say(desk, task_id, "repeat", every="3", until="2009-12-31")
    with world.runtime.transaction() as session:
        tasks.complete(session, task_id, outcome="reported", note="Told by cable.", **world.system)

    assert "comes back quarterly until 31 Dec 2009" in page.text
    assert "this one, due 30 Apr 2009: done" in desk.get(f"/tasks/{task_id}/reminders").text
    assert "due 30 Jul 2009: open" in desk.get(f"/tasks/{task_id}/reminders").text


def test_an_ask_may_be_kept_from_coming_back(visit, task_id):
    desk = visit("desk")
    say(desk, task_id, "repeat", every="1", until="2009-12-31")

    page = say(desk, task_id, "stop")

    assert "comes back" not in page.main.partition("What goes next")[0]


def test_the_letters_of_any_day_are_shown_past_and_to_come(visit, task_id, world):
    chief = visit("chief")
    today = chief.get(chief.get("/health").links["Letters of any day"])
    assert today.says("Letters of Thu 23 Apr 2009")
    worker.once(world.runtime, environ={})

    monday = chief.get("/letters?day=2009-04-27")

    assert monday.says("What is late this week: Monday's letter to managers")
    assert chief.get(today.links["The day after"]).says("Letters of Fri 24 Apr 2009")
    assert chief.get("/letters?day=never").says("Letters of Thu 23 Apr 2009")
    assert chief.get("/my-reminders").says("about what is late this week")
    assert chief.get("/letters?day=2009-04-29").says("1 working day before the due day")
    assert chief.get("/letters?day=2009-03-01").says("No letter went on this day")


def test_of_a_long_plan_a_sheet_of_paper_holds_the_next_letters_and_how_many_more(visit, task_id):
    desk = visit("desk")
    say(desk, task_id, "policy", after="1", after_every="1", after_at_most="40")

    page = desk.client.get(f"/tasks/{task_id}").text

    later = page.partition("Coming later")[2].partition("</details>")[0]
    rows, hidden = later.count('<th scope="row">'), later.count('<tr class="no-print">')
    assert rows == 40
    assert rows - hidden == 8
    assert '<p class="small print-only">and 32 more until Tue 30 Jun</p>' in later
