"""How often a person may do what costs much: counted by all processes together, and told when to try again."""

from sqlalchemy import func, select, update

from tracker import app as site
from tracker.services import allowance
from tracker.services.allowance import Costly
from tracker.store.people import SpentAct


def spend_all(world, what, officer_id):
    with world.runtime.transaction() as session:
        now = session.scalars(select(allowance.real_epoch())).one()
        session.add_all(
            SpentAct(officer_id=officer_id, what=what.value, at_epoch=now - 90.5)
            for _ in range(allowance.MOST[what])
        )


def spent(world, officer_id):
    with world.runtime.reading() as session:
        return session.scalar(select(func.count()).where(SpentAct.officer_id == officer_id))


def test_too_many_sheets_are_refused_with_when_to_try_again(visit, world):
    desk = visit("desk")
    assert desk.client.get("/tasks.csv").status_code == 200
    spend_all(world, Costly.EXPORT, 1)

    page = desk.get("/tasks.csv", status=429)

    assert page.heading == "Please wait a little"
    assert page.says("You have asked for 30 downloads within 10 minutes.")
    assert page.says("Try again in 9 minutes.")
    reply = desk.client.get("/overdue.csv")
    assert reply.status_code == 429
    assert 480 < int(reply.headers["Retry-After"]) < 511


def test_the_others_and_other_acts_go_on_and_a_refused_one_is_not_counted(visit, world):
    spend_all(world, Costly.EXPORT, 1)
    desk = visit("desk")
    desk.get("/tasks.csv", status=429)

    assert spent(world, 1) == allowance.MOST[Costly.EXPORT]
    assert visit("chief").client.get("/tasks.csv").status_code == 200
    page = desk.get("/cables")
    assert desk.submit(page, "", text="UNCLAS\n\n1. Nothing is asked.\n").heading


def test_another_process_counts_too_and_what_is_long_ago_is_forgotten(visit, world):
    spend_all(world, Costly.UPLOAD, 1)
    desk = visit("desk")
    desk.app = site.create_app(world.runtime)
    page = desk.get("/cables")

    again = desk.submit(page, "", text="1. Nothing.", status=429)
    assert again.says("You have brought in 120 cables or files within 10 minutes.")
    with world.runtime.transaction() as session:
        session.execute(update(SpentAct).values(at_epoch=SpentAct.at_epoch - allowance.WINDOW))
    desk.submit(page, "", text="UNCLAS\n\n1. Nothing is asked.\n")

    assert spent(world, 1) == 1
