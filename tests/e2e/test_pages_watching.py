"""What machines that watch are told: whether a process is ready, and the figures. To others nothing."""

import re

import pytest
from sqlalchemy import event, text

from tracker import app as site
from tracker import worker

FIGURE = re.compile(r'^tracker_[a-z_]+(\{[a-z]+="[a-z]+"\})? -?[0-9.e+-]+$')


def client_of(make_world, url, **settings):
    world = make_world(url, **settings)
    return world, site.create_app(world.runtime).test_client()


def test_a_process_is_ready_while_its_database_has_the_tables_of_this_version(visit, world):
    client = visit().client
    ready = client.get("/readyz")
    with world.runtime.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    old = client.get("/readyz")

    assert (ready.status_code, ready.json) == (200, {"ready": True, "words": "Ready."})
    assert (old.status_code, old.json["ready"]) == (503, False)
    assert "run tracker migrate" in old.json["words"]


def test_a_process_whose_database_is_away_is_not_ready(visit, world):
    @event.listens_for(world.runtime.engine, "before_cursor_execute")
    def away(connection, cursor, statement, *rest):
        cursor.execute("SELECT nothing FROM nowhere")

    assert visit().client.get("/readyz").status_code == 503


@pytest.mark.parametrize(
    "settings, headers, status",
    [
        ({}, {}, 404),
        ({"metrics_addresses": "127.0.0.1"}, {}, 200),
        ({"metrics_addresses": "10.0.0.1"}, {}, 404),
        ({"metrics_addresses": "10.0.0.1"}, {"X-Forwarded-For": "10.0.0.1"}, 404),
        ({"metrics_token": "open"}, {"Authorization": "Bearer open"}, 200),
        ({"metrics_token": "open"}, {"Authorization": "Bearer shut"}, 404),
        ({}, {"Authorization": "Bearer "}, 404),
    ],
)
def test_only_who_may_watch_reads_the_figures(make_world, sqlite_url, settings, headers, status):
    _, client = client_of(make_world, sqlite_url, **settings)

    assert client.get("/metrics", headers=headers).status_code == status


def test_the_figures_are_those_of_the_database(make_world, database_url, sink):
    world, client = client_of(make_world, database_url, metrics_addresses="127.0.0.1", smtp_url=sink.url)
    before = client.get("/metrics").text
    worker.once(world.runtime, environ={})

    found = client.get("/metrics")

    lines = [line for line in found.text.splitlines() if not line.startswith("#")]
    assert found.content_type.startswith("text/plain; version=0.0.4")
    assert all(FIGURE.match(line) for line in lines)
    assert 'tracker_letters{state="waiting"} 0' in lines
    assert "tracker_relay_reached 1" in lines
    ages = [float(line.split()[1]) for line in lines if line.startswith("tracker_tick_age_seconds")]
    assert len(ages) == 2
    assert max(ages) < 600
    assert "tracker_tick_age_seconds" in before
    assert all(f"# HELP {line.split('{')[0].split()[0]} " in found.text for line in lines)
