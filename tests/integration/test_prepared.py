"""Statements that pages ask again and again: they answer as any statement does, and moments come in UTC."""

from datetime import UTC, date, datetime

from sqlalchemy import Date, String, Text, bindparam, cast, literal, make_url, select, text

from tests.work_world import World, book
from tracker.services import posts
from tracker.store import base, prepared
from tracker.store.messages import OutgoingMessage
from tracker.store.places import Post

KNOWN = (
    select(Post.id, Post.name, Post.zone)
    .where(Post.zone.in_(["America/Lima", "Asia/Amman"]), Post.name != bindparam("other", type_=String))
    .order_by(Post.id)
)


def load(desk: World) -> None:
    with desk.transaction() as session:
        posts.load_posts(session, book())


def test_a_written_statement_answers_as_any_does(desk: World) -> None:
    load(desk)

    with desk.reading() as session:
        for other in ("AMEMBASSY LIMA", "AMEMBASSY AMMAN", "AMEMBASSY LIMA"):
            values = {"other": other, "of no use": 1}

            told = prepared.rows(session.connection(), KNOWN, values)

            assert told
            assert other not in [row.name for row in told]
            assert list(told) == list(session.execute(KNOWN, values).all())


def test_a_list_may_be_of_any_length(desk: World) -> None:
    statement = select(Post.id).where(Post.id.in_(bindparam("ids", expanding=True))).order_by(Post.id)
    load(desk)

    with desk.reading() as session:
        for wanted in ([1, 2, 3], [], [2], list(range(1, prepared.MOST_LISTED + 20)), [2, 4, 7], [3]):
            assert [
                row.id for row in prepared.rows(session.connection(), statement, {"ids": wanted})
            ] == wanted


def test_two_lists_stand_beside_other_values(desk: World) -> None:
    ids, names = bindparam("ids", expanding=True), bindparam("names", expanding=True)
    statement = select(Post.id).where(Post.id.in_(ids), Post.name.not_in(names), Post.id < bindparam("below"))
    load(desk)
    with desk.reading() as session:
        first = session.scalar(select(Post.name).where(Post.id == 1))

        found = prepared.rows(
            session.connection(), statement, {"ids": [1, 2, 3], "names": [first, "none"], "below": 3}
        )

    assert [row.id for row in found] == [2]


def test_a_moment_given_as_text_is_read_on_either_database(desk: World) -> None:
    noon = datetime(2009, 4, 30, 12, 0, 0, 250, tzinfo=UTC)
    with desk.transaction() as session:
        session.add(
            OutgoingMessage(
                message_id="<noon@tests>", recipient="a@tests.example", subject="Noon", kind="reminder",
                body=b"", state="sent", urgency_at=noon, written_at=noon,
            )
        )  # fmt: skip
        session.flush()

        words = session.scalar(select(cast(OutgoingMessage.written_at, Text)))

    assert prepared.moment_of(words or "") == noon


def test_the_only_row_is_given_alone(desk: World) -> None:
    statement = select(Post.name).where(Post.id == bindparam("id"))
    load(desk)

    with desk.reading() as session:
        assert prepared.row(session.connection(), statement, {"id": 1}).name


def test_days_come_as_they_are_read_whatever_the_style_of_the_server(desk: World) -> None:
    engine = base.create(desk.runtime.engine.url.render_as_string(hide_password=False))
    with desk.transaction() as session:
        if engine.dialect.name == "postgresql":
            name = make_url(engine.url).database
            session.execute(text(f"ALTER DATABASE \"{name}\" SET datestyle = 'German, DMY'"))

    with engine.connect() as connection:
        words = connection.scalar(select(cast(literal(date(2009, 4, 30), Date), Text)))

    engine.dispose()
    assert words == "2009-04-30"


def test_moments_come_in_utc_whatever_the_zone_of_the_server(desk: World) -> None:
    noon = datetime(2009, 4, 30, 12, 0, tzinfo=UTC)
    url = desk.runtime.engine.url
    engine = base.create(url.render_as_string(hide_password=False))
    with desk.transaction() as session:
        if engine.dialect.name == "postgresql":
            name = make_url(url).database
            session.execute(text(f"ALTER DATABASE \"{name}\" SET TIME ZONE 'Asia/Tokyo'"))
        session.add(
            OutgoingMessage(
                message_id="<noon@tests>", recipient="a@tests.example", subject="Noon", kind="reminder",
                body=b"", state="sent", urgency_at=noon, written_at=noon,
            )
        )  # fmt: skip

    with engine.connect() as connection:
        moments = [
            prepared.row(connection, select(OutgoingMessage.written_at), {}).written_at,
            connection.scalar(select(OutgoingMessage.written_at)),
        ]

    engine.dispose()
    assert [(moment, moment.tzinfo) for moment in moments] == [(noon, UTC)] * 2
