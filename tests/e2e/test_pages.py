"""The pages without script: what stands on them, what they let a person do."""

import smtplib
from email.message import EmailMessage
from io import BytesIO

from tests.e2e.conftest import SAMPLES, accept_all
from tests.e2e.inspection import inspect
from tracker.adapters.sink import Sink

LIMA, FIVE = (SAMPLES[0].read_text(encoding="utf-8"), SAMPLES[1].read_text(encoding="utf-8"))


def test_my_day_tells_a_new_officer_what_to_do(visit):
    page = visit("desk").get("/")

    assert page.says("Nothing is due today, late, waiting for others, or left to take.")
    assert page.says("Paste a cable on the Cables page")


def test_a_pasted_cable_stands_there_with_its_heading_and_proposals(visit):
    desk = visit("desk")

    page = desk.submit(desk.get("/cables"), "", text=LIMA)

    assert page.heading.startswith("STATE 041207")
    for words in ("20 Apr 2009 19:12Z", "PRIORITY", "AMEMBASSY LIMA", "SIPDIS", "KNNP, MNUC, PARM, PREL, PE"):
        assert page.says(words)
    assert page.says("A. LIMA 00388; B. 08 STATE 115640")
    assert page.says("4 numbered paragraphs")
    assert page.says("Thu 30 Apr 2009, close of business in Lima: 17:00 there, 18:00 Washington")
    assert "Ask 1" in page.main


def test_an_uploaded_file_is_read_like_a_pasted_text(visit, tmp_path):
    desk = visit("desk")
    page = desk.get("/cables")
    path = SAMPLES[0]

    with path.open("rb") as file:
        fields = page.form("").values | {"upload": (file, path.name)}
        reply = desk.client.post("/cables", data=fields, follow_redirects=True)

    assert "STATE 041207" in reply.text


def test_a_known_cable_is_shown_and_not_added(desk):
    page = desk.submit(desk.get("/cables"), "", text=LIMA)

    assert page.says("This cable was here already. Nothing was added.")


def test_an_empty_paste_says_what_to_do_at_the_field_and_on_top(visit):
    desk = visit("desk")

    page = desk.submit(desk.get("/cables"), "", text=" ", status=422)

    assert page.main.count("Paste the text of a cable, or choose a file.") == 2


def test_a_file_that_is_no_text_is_refused_in_words(visit):
    desk = visit("desk")
    fields = desk.get("/cables").form("").values | {"upload": (BytesIO(b"%PDF-1.7 x"), "x.pdf")}

    reply = desk.client.post("/cables", data=fields)

    assert reply.status_code == 422
    assert inspect(reply.text, "/cables").main.lower().count("pdf") >= 2


def test_an_ask_is_accepted_changed_or_left_out_by_one_button_each(desk):
    page = desk.get("/cables/1")
    first, second, third = (f"/proposals/{n}" for n in _asks(page))

    page = desk.submit(page, f"{first}/accept")
    assert page.says("Accepted: 1 task for AMEMBASSY LIMA.")
    page = desk.submit(page, f"{second}/leave-out")
    assert page.says("left out by Dana Reyes")
    page = desk.get(f"/cables/1?change={third.rpartition('/')[2]}")
    page = desk.submit(page, f"{third}/change", title="Report what Peru says", due_on="2009-05-04")

    assert page.says("All 3 asks decided")
    task = desk.get(page.links["Task 2: AMEMBASSY LIMA"])
    assert task.heading == "Report what Peru says (task 2)"
    assert task.says("Mon 4 May, 17:00 (18:00 Washington)")


def _asks(page):
    actions = [form.get("action") or "" for form in page.tree.iter("form")]
    return [int(a.split("/")[-2]) for a in actions if a.endswith("/leave-out")]


def test_a_verdict_can_be_taken_back(desk):
    page = desk.get("/cables/1")
    first = _asks(page)[0]
    page = desk.submit(page, f"/{first}/accept")

    page = desk.submit(page, f"/{first}/reconsider")

    assert page.says("3 asks to decide")


def test_a_change_that_cannot_be_used_says_so_on_top_and_at_the_field(desk):
    third = _asks(desk.get("/cables/1"))[2]
    page = desk.get(f"/cables/1?change={third}")

    page = desk.submit(page, f"/{third}/change", more="AMEMBASSY XANADU", title="", status=422)
    assert page.main.count("Write in a few words what is asked.") == 2

    page = desk.submit(page, f"/{third}/change", more="AMEMBASSY XANADU", title="Ask", status=422)
    assert page.main.count("AMEMBASSY XANADU is not in the table of posts.") == 2


def test_an_unknown_post_is_a_choice_and_never_a_guess(visit):
    desk = visit("desk")
    text = LIMA.replace("AMEMBASSY LIMA", "AMEMBASSY XANADU")
    page = desk.submit(desk.get("/cables"), "", text=text)
    assert page.says("Choose a post: AMEMBASSY XANADU is not in the table of posts.")

    first = _asks(page)[0]
    page = desk.submit(page, f"/{first}/accept")
    page = desk.submit(page, f"/{first}/change", more="AMEMBASSY LIMA")

    assert page.says("Accepted: 1 task for AMEMBASSY LIMA.")


def test_what_was_not_taken_can_be_added(desk):
    page = desk.get("/cables/1")
    actions = [form.get("action") or "" for form in page.tree.iter("form")]
    added = [a for a in actions if a.endswith("/accept")][-1]

    page = desk.submit(page, added)

    assert page.says("Accepted: 1 task for AMEMBASSY LIMA.")
    assert page.says("Ask 4.")


def test_a_contact_may_be_written_to_only_when_ticked(desk):
    page = desk.get("/cables/1")
    assert page.says("Nobody named in a cable gets a letter before you tick the address.")

    page = desk.submit(page, "/contacts", contact="1")
    assert page.form("/contacts").values == page.form("/contacts").values | {"contact": "1"}

    page = desk.submit(page, "/contacts", contact=None)
    assert "contact" not in page.form("/contacts").values


def test_a_cable_to_five_posts_is_accepted_at_once_and_rolled_up(desk):
    page = desk.get("/cables/2")
    assert page.says("5 posts, each on its own clock")

    page = accept_all(desk, 2)
    assert page.says("tasks for 5 posts.")

    grid = desk.get("/cables/2/grid")
    assert grid.says("Still to come: AMEMBASSY AMMAN, AMEMBASSY NAIROBI")


def test_the_tasks_of_an_ask_stand_in_the_order_of_the_addressees(desk):
    page = accept_all(desk, 2)

    posts = [words.partition(": ")[2] for words in page.links if words.startswith("Task ")]

    cities = ("AMMAN", "NAIROBI", "QUITO", "TALLINN", "TOKYO")  # Tokyo's close of business comes first
    assert posts[:5] == [f"AMEMBASSY {city}" for city in cities]


def test_a_post_without_a_mailbox_says_that_no_letter_goes(loaded, accepted):
    desk = accepted(2)

    tokyo = desk.get(desk.get("/cables/2").links["Task 5: AMEMBASSY TOKYO"])

    assert tokyo.says("No letter goes: AMEMBASSY TOKYO has no mailbox")


def test_a_task_shows_its_sentence_its_due_on_both_clocks_and_its_plan(loaded, accepted):
    desk = accepted(1)

    page = desk.get("/tasks/3")

    assert page.says("Thursday 30 April 2009, 17:00 Lima (18:00 Washington)")
    assert "report the host government's response" in page.main
    assert page.says("1 working day before the due day")
    assert page.says("lima@posts.example")
    assert page.says("accepted as a task on the page")


def test_a_task_is_taken_done_and_opened_again(visit, loaded, accepted):
    accepted(1)
    lima = visit("lima")

    page = lima.submit(lima.get("/tasks/3"), "/take")
    assert page.says("taken by Luis Ortega, not yet accepted")
    page = lima.submit(page, "/done", done__outcome="reported", done__note="Sent by cable.")
    assert page.says("This task is done: reported")
    assert page.says("No letter is planned: it is done: reported.")
    page = lima.submit(page, "/reopen", reopen__note="The answer was partial.")

    assert page.says("What you can do")


def test_a_note_may_not_be_endless(loaded, accepted):
    desk = accepted(1)

    page = desk.submit(desk.get("/tasks/3"), "/note", status=422, note__note="x" * 5000)

    assert page.main.count("Field cannot be longer than 4000 characters.") == 2


def test_done_needs_an_outcome(loaded, accepted):
    desk = accepted(1)

    page = desk.submit(desk.get("/tasks/3"), "/done", status=422)

    assert page.main.count("Say what came of it.") == 2
    assert page.main.count("Write in a line what came of it.") == 2


def test_what_came_of_it_stays_chosen_where_the_line_is_missing(loaded, accepted):
    desk = accepted(1)

    page = desk.submit(desk.get("/tasks/3"), "/done", done__outcome="refused", status=422)

    assert "Say what came of it." not in page.main
    assert page.form("/done").values["done-outcome"] == "refused"
    page = desk.submit(page, "/done", done__note="In LIMA 512.")
    assert page.says("This task is done: refused")
    assert desk.get("/tasks?state=closed").says("done: refused")
    assert ",done,refused," in desk.client.get("/tasks.csv?state=closed").text


def test_waiting_declining_noting_assigning_and_a_new_due_each_have_their_form(loaded, accepted):
    desk = accepted(1)
    page = desk.get("/tasks/3")

    page = desk.submit(page, "/note", note__note="Asked the ministry.")
    page = desk.submit(page, "/assign", assign__owner_id="2")
    assert page.says("taken by Luis Ortega")
    page = desk.submit(page, "/due", due__due_on="2009-05-04", due__note="Minister travels.")
    assert page.says("Monday 4 May 2009, 17:00 Lima")
    page = desk.submit(page, "/accept")
    page = desk.submit(page, "/wait", wait__whom="the host government", wait__note="the foreign ministry")
    assert page.says("waiting for the host government, held by Luis Ortega")
    page = desk.submit(page, "/resume")
    page = desk.submit(page, "/decline", decline__note="Not our district.")

    assert page.says("This task is declined")
    for words in ("Asked the ministry.", "Minister travels.", "the foreign ministry", "Not our district."):
        assert page.says(words)


def test_a_new_due_needs_a_day_or_the_tick(loaded, accepted):
    desk = accepted(1)
    page = desk.get("/tasks/3")

    page = desk.submit(page, "/due", due__due_on="", status=422)
    assert page.says("Choose the new day, or tick that there is none.")
    page = desk.submit(page, "/due", due__due_on="", due__is_undated="y")

    assert page.says("No due day.")


def test_a_stale_edit_shows_the_change_of_the_other(loaded, accepted, visit):
    desk = accepted(1)
    old = desk.get("/tasks/3")
    lima = visit("lima")
    lima.submit(lima.get("/tasks/3"), "/take")

    page = desk.submit(old, "/done", done__outcome="agreed", done__note="25 May", status=409)

    assert page.says("Luis Ortega changed this task in the meantime (taken: owner Luis Ortega)")
    assert page.says("what you entered still stands in its form.")
    assert "You wrote" not in page.main
    page = desk.submit(page, "/done")
    assert page.says("This task is done: agreed")
    assert page.says("“25 May”")


def test_a_stale_edit_quotes_what_was_written_where_its_form_is_gone(loaded, accepted, visit):
    desk = accepted(1)
    old = desk.get("/tasks/3")
    lima = visit("lima")
    lima.submit(lima.get("/tasks/3"), "/decline", decline__note="Not ours.")

    page = desk.submit(old, "/done", done__outcome="agreed", done__note="25 May", status=409)

    assert page.says("This page shows the task as it stands now. You wrote: “25 May”")


def test_who_is_not_signed_in_reads_nothing_of_clocks(visit):
    assert "Moments are" not in visit().get("/signin").text
    assert visit("desk").get("/").says("Moments are Washington time.")


def test_a_moment_of_another_year_names_the_year(loaded, accepted, world):
    desk = accepted(1)

    world.set_clock("2010-01-15T14:00:00Z")

    assert desk.get("/tasks/3").says("due Thu 30 Apr 2009, 17:00 (18:00 Washington)")


def test_a_text_without_a_heading_is_kept_with_what_it_lacks(visit):
    desk = visit("desk")

    page = desk.submit(desk.get("/cables"), "", text="UNCLAS\n\n1. Embassy is requested to reply.\n")

    assert page.heading == "Text 1: No subject line"
    assert page.says("day not given")
    assert "–" in desk.get("/cables").main


def test_a_proposal_of_another_cable_is_not_opened(desk):
    assert desk.get("/cables/1?change=999", status=404).heading == "Page not found"


def test_the_letter_of_a_morning_is_read_in_the_mailbox(desk, world):
    folder = world.runtime.settings.home / "mailbox"
    sink = Sink("127.0.0.1", 0, folder)
    sink.start()
    with smtplib.SMTP("127.0.0.1", sink.port) as server:
        server.send_message(letter("Lima: report - due Thu 30 Apr", "What Lima is asked."))
    sink.stop()

    page = desk.get("/demo/mailbox")
    assert page.says("1 letter")
    page = desk.get(page.links["Lima: report - due Thu 30 Apr"])

    assert page.says("What Lima is asked.")
    assert page.says("Thu 23 Apr, 09:00")
    assert desk.get("/demo/mailbox/none.eml", status=404)


def letter(subject, text):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, "tracker@example.test", "lima@posts.example"
    mail["Date"] = "Thu, 23 Apr 2009 13:00:00 +0000"
    mail.set_content(text)
    return mail
