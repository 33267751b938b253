"""Logs are JSON, and a failure is told without the values that stood around it."""

import json

import pytest
import structlog

from tracker import logs


@pytest.fixture(autouse=True)
def own_configuration():
    kept = structlog.get_config()
    yield
    structlog.configure(**kept)


def test_an_event_is_one_object_with_level_and_moment(capsys):
    logs.configure()

    structlog.get_logger().info("letter_sent", task_id=3)

    said = capsys.readouterr()
    event = json.loads(said.err)
    assert said.out == ""
    assert (event["event"], event["level"], event["task_id"]) == ("letter_sent", "info", 3)
    assert event["timestamp"].endswith("Z")


def test_a_failure_has_kind_and_place_and_no_values(capsys):
    logs.configure()
    secret = "the text of a cable"

    try:
        int(secret)
    except ValueError:
        structlog.get_logger().exception("tick_failed")

    said = capsys.readouterr().err
    event = json.loads(said)
    assert event["kind"] == "ValueError"
    assert event["at"][0].startswith("test_logs.py:")
    assert secret not in said


def test_a_failure_nobody_knows_is_told(capsys):
    logs.configure()

    structlog.get_logger().error("odd", exc_info=True)

    assert json.loads(capsys.readouterr().err)["kind"] == "unknown"
