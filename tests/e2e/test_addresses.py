"""Addresses are built once, and are those that Flask builds."""

import flask
import pytest

from tracker.web.addresses import url_for

ASKED = (
    ("boards.my_day", {}),
    ("tasks.page", {"task_id": 7}),
    ("tasks.page", {"task_id": 7, "_anchor": "done"}),
    ("tasks.listed", {"state": "late", "page": 1}),
    ("tasks.listed", {"state": "late", "page": True}),
    ("tasks.listed", {"page": 1, "state": "a b&c"}),
    ("tasks.listed", {"state": None}),
)


@pytest.mark.parametrize("root", ["", "/tracker"])
def test_an_address_is_the_one_that_flask_builds(app, root):
    with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": root}):
        for endpoint, values in ASKED * 2:
            address = url_for(endpoint, **values)

            assert address == flask.url_for(endpoint, **values)
            assert address.startswith(f"{root}/")
