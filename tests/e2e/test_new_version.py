"""A cable sent again with a changed text: the page says what went and what came."""

from tests.work_world import BODY, cable


def test_the_page_of_a_new_version_shows_what_changed(visit, world):
    first = world.load(cable())
    second = world.load(cable(body=BODY.replace("April 30", "May 8")))

    page = visit("desk").get(f"/cables/{second[0]}")

    assert first == second
    assert page.says("What version 2 changed")
    assert page.says("taken out: response by COB April 30.")
    assert page.says("put in: response by COB May 8.")
