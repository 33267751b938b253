"""What is done so that each kind of letter goes out, by its kind: one scene or several, in their variants."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, update

from tests.leaving_scenes import LEAVINGS
from tests.letter_stage import Scene, Stage, heard
from tests.letters_at_once import LIMA, MORNING
from tests.reply_scenes import REPLIES
from tests.work_world import book, cable
from tracker.domain.due import Due
from tracker.domain.notice import NoticeKind
from tracker.services import (
    absences,
    bounces,
    bulk,
    change_letters,
    company,
    deadlines,
    extensions,
    idle_accounts,
    interims,
    password_links,
    promises,
    second_looks,
    task_links,
    tasks,
)
from tracker.services.absences import Away
from tracker.services.bulk import Act, Wish
from tracker.services.company import Newcomer
from tracker.services.extensions import Wish as MoreTime
from tracker.services.message_states import KIND
from tracker.store.base import real_epoch
from tracker.store.cables import CableRecord
from tracker.store.messages import OutgoingMessage
from tracker.store.people import Officer
from tracker.store.places import Post
from tracker.store.tasks import Task

LATER, SOONER = date(2009, 5, 7), date(2009, 4, 27)
NIGHT = datetime(2009, 5, 11, 16, 0, tzinfo=UTC)  # a Monday, all is late


def _taken(on: Stage) -> None:
    on.do(tasks.take, on.task, by=on.rosa)


def _both_of_rosa(on: Stage) -> None:
    for one in (on.first, on.task):
        on.do(tasks.assign, one, owner_id=on.rosa.officer_id)
    heard(on)


def _in_bulk(on: Stage, **wish: object) -> None:
    on.do(bulk.carry_out, [on.first, on.task], Wish(**wish), by=on.dana)


def _declined(on: Stage) -> None:
    on.do(tasks.decline, on.task, by=on.rosa, note="NOT OURS")


def _declined_by_mail(on: Stage) -> None:
    heard(on)
    on.reply("1 DECLINE: NOT OURS")


def _more_time(on: Stage) -> None:
    on.do(extensions.ask, on.task, by=on.rosa, wish=MoreTime(on=LATER), note="WHY")


def _granted(on: Stage) -> None:
    _taken(on)
    _more_time(on)
    on.do(extensions.grant, on.task, by=on.dana)


def _refused(on: Stage) -> None:
    _taken(on)
    _more_time(on)
    on.do(extensions.refuse, on.task, by=on.dana, note="WHY")


def _discreetly_refused(on: Stage) -> None:
    on.set(CableRecord, is_sensitive=True)
    _refused(on)


def _done(on: Stage) -> None:
    on.use(second_look=True)
    on.do(tasks.complete, on.task, by=on.rosa, outcome="agreed", note="LINE")


def _returned(on: Stage) -> None:
    _taken(on)
    _done(on)
    on.do(second_looks.send_back, on.task, by=on.dana, note="MISSING")


def _awaited(on: Stage) -> None:
    on.do(tasks.wait, on.task, by=on.rosa, whom="Washington", note="PAPER")


def _due(on: Stage, due: Due) -> None:
    _taken(on)
    heard(on)
    on.do(tasks.change_due, on.task, by=on.dana, due=due, note="WHY")


def _moved_to_a_day_off(on: Stage) -> None:
    wanted = Due(on=date(2009, 5, 10))
    with on.world.reading() as session:
        clash = deadlines.clash_of(session, on.task, wanted, book())
    for choice in ("keep", "2009-05-11"):
        chosen = deadlines.chosen(wanted, clash, choice)
        on.do(tasks.change_due, on.task, by=on.dana, due=chosen.due, said=chosen.said)


def _moved(on: Stage) -> None:
    _taken(on)
    _moved_to_a_day_off(on)


def _dated(on: Stage) -> None:
    _due(on, Due(on=None))
    on.do(tasks.change_due, on.task, by=on.dana, due=Due(on=LATER))


def _away(on: Stage) -> None:
    _taken(on)
    away = Away(stand_in_id=on.luis.officer_id, first_on=date(2009, 4, 20), last_on=date(2009, 5, 29))
    on.do(absences.add, on.rosa.officer_id, away, by=on.rosa)
    on.do(tasks.change_due, on.task, by=on.dana, due=Due(on=LATER))


def _contact_of(on: Stage, verb: Callable[..., object], *what: object, **words: object) -> None:
    on.confirm_contact()
    heard(on)
    on.do(verb, *(what or (on.task,)), by=on.dana, **words)


def _given(on: Stage) -> None:
    on.do(tasks.assign, on.task, by=on.dana, owner_id=on.rosa.officer_id, note="WHY")


def _given_on(on: Stage) -> None:
    _taken(on)
    on.do(tasks.assign, on.task, by=on.dana, owner_id=on.luis.officer_id)


def _given_back(on: Stage) -> None:
    _taken(on)
    on.do(tasks.assign, on.task, by=on.dana, owner_id=None)


def _closed(on: Stage) -> None:
    _both_of_rosa(on)
    on.do(bulk.carry_out, [on.task], Wish(act=Act.CLOSE, outcome="agreed", note="LINE"), by=on.dana)


def _several(act: Act, **wish: object) -> Scene:
    def scene(on: Stage) -> None:
        _both_of_rosa(on)
        _in_bulk(on, act=act, **wish)

    return scene


def _several_late(on: Stage) -> None:
    on.world.now = NIGHT
    _in_bulk(on, act=Act.ASSIGN, owner_id=on.rosa.officer_id)


def _several_to_luis(on: Stage) -> None:
    _both_of_rosa(on)
    _in_bulk(on, act=Act.ASSIGN, owner_id=on.luis.officer_id)


def _several_back(on: Stage) -> None:
    _both_of_rosa(on)
    _in_bulk(on, act=Act.ASSIGN, owner_id=None)


def _several_named(on: Stage) -> None:
    heard(on)
    _in_bulk(on, act=Act.ASSIGN, owner_id=on.rosa.officer_id)


def _named(on: Stage) -> None:
    heard(on)
    _given(on)


def _chased(on: Stage) -> None:
    on.do(bulk.carry_out, [on.task], Wish(act=Act.CHASE, note="WHY"), by=on.dana)


def _taken_back(on: Stage) -> None:
    _taken(on)
    heard(on)
    on.do(tasks.cancel, on.task, by=on.dana, note="WHY")


def _several_taken_back(on: Stage) -> None:
    """A cable that takes several tasks back at once: `closings.take_back` tells it so."""
    on.confirm_contact()
    _both_of_rosa(on)
    act = on.world.act(on.dana)
    with on.world.transaction() as session:
        both = [session.get_one(Task, one) for one in (on.first, on.task)]
        told = [change for one in both for change in change_letters.taken_back(session, one, act)]
        change_letters.write(session, told, "WHY", act)


def _duplicate(on: Stage, *, owner: str | None = "rosa", post: str = LIMA, closes: bool = False) -> None:
    _taken(on)
    other = on.accepted(cable(to=(post,), number="041208"))[0]
    if owner:
        on.do(tasks.assign, other, owner_id=getattr(on, owner).officer_id)
    if closes:
        on.do(tasks.complete, other, outcome="agreed", note="LINE")
    on.do(task_links.link, on.task, by=on.dana, other_id=other, kind="duplicate of")


def _undelivered(on: Stage) -> None:
    heard(on)
    on.set(Post, fallback="night@posts.example")
    with on.world.transaction() as session:
        message = session.scalars(select(OutgoingMessage)).first()
        message.state, message.error = "failed", "550 5.1.1 UNKNOWN"
        bounces.tell_instead(
            session, message.id, now=on.world.now, installation=on.world.runtime.installation
        )


def _switched_off(on: Stage) -> None:
    with on.world.transaction() as session:
        session.execute(update(Officer).values(password_hash="x", seen_epoch=real_epoch() - 1e9))
        idle_accounts.switch_off(session, now=on.world.now, installation=on.world.runtime.installation)


def _switched_off_by_ada(on: Stage) -> None:
    on.world.officer("ada", ("administrator", None))
    _switched_off(on)


def _invited(on: Stage) -> None:
    on.do(password_links.invite, on.rosa.officer_id, by=on.world.officer("ada", ("administrator", None)))


def _forgotten(on: Stage) -> None:
    on.do(password_links.ask, "rosa", source="198.51.100.7")


def _monday(on: Stage) -> None:
    on.world.officer("morgan", ("manager", None))
    on.do(tasks.wait, on.first, by=on.rosa, whom="the host government", note="X")
    on.tick(NIGHT - timedelta(days=9))
    on.world.now = NIGHT


def _monday_for_another(on: Stage) -> None:
    morgan = on.world.officer("morgan", ("manager", None))
    ada = on.world.officer("ada", ("manager", None))
    away = Away(stand_in_id=ada.officer_id, first_on=date(2009, 5, 1), last_on=date(2009, 5, 29))
    on.do(absences.add, morgan.officer_id, away, by=morgan)
    on.world.now = NIGHT


def _reminded(now: datetime, *before: Scene) -> Scene:
    def scene(on: Stage) -> None:
        for one in before:
            one(on)
        on.world.now = now

    return scene


def _owned_alone(on: Stage) -> None:
    on.do(tasks.cancel, on.first, by=on.dana)
    _taken(on)
    heard(on)


def _beside(part: str) -> Scene:
    def scene(on: Stage) -> None:
        _owned_alone(on)
        on.do(company.add, on.task, by=on.dana, newcomer=Newcomer(part=part, address="x@desk.example"))

    return scene


def _work(verb: Callable[..., object], **words: object) -> Scene:
    def scene(on: Stage) -> None:
        _owned_alone(on)
        on.do(verb, on.task, by=on.rosa, **words)

    return scene


def _discreet(**values: object) -> Scene:
    return lambda on: on.set(CableRecord, **values)


DAY_BEFORE = datetime(2009, 4, 29, 14, 0, tzinfo=UTC)
DUE_DAY = datetime(2009, 4, 30, 14, 0, tzinfo=UTC)
LATE = datetime(2009, 5, 5, 14, 0, tzinfo=UTC)
SCENES: Mapping[str, tuple[Scene, ...]] = {
    **REPLIES,
    KIND: (
        _reminded(MORNING),
        _reminded(MORNING, lambda on: on.confirm_contact()),
        _reminded(MORNING, lambda on: on.set(Task, due_on=None, due_at=None, due_time=None)),
        _reminded(MORNING, _discreet(is_sensitive=True)),
        _reminded(MORNING, _discreet(header={"captions": ["NODIS"]})),
        _reminded(DAY_BEFORE, heard),
        _reminded(DAY_BEFORE, _owned_alone),
        _reminded(DUE_DAY, _owned_alone),
        _reminded(LATE, _owned_alone),
        _reminded(NIGHT, heard),
        _reminded(NIGHT, _owned_alone),
        _reminded(DAY_BEFORE, _beside("coordinator")),
        _reminded(DAY_BEFORE, _beside("watcher")),
        _reminded(LATE, _beside("watcher")),
        _reminded(DAY_BEFORE, _work(tasks.accept)),
        _reminded(LATE, _work(promises.promise, on=date(2009, 4, 24), note="X")),
        _reminded(NIGHT, _work(tasks.wait, whom="the host government", note="X")),
        _reminded(DAY_BEFORE, _work(extensions.ask, wish=MoreTime(on=LATER), note="X")),
        _reminded(DAY_BEFORE, _owned_alone, lambda on: on.do(interims.set_interim, on.task, by=on.dana, due=Due(on=date(2009, 4, 29), time="COB"))),
        _reminded(DAY_BEFORE, _away),
        _reminded(datetime(2009, 5, 6, 14, 0, tzinfo=UTC), lambda on: _due(on, Due(on=LATER, time="NOON"))),
    ),
    NoticeKind.DECLINED: (_declined, _declined_by_mail),
    NoticeKind.MORE_TIME: (_more_time,),
    NoticeKind.GRANTED: (_granted,),
    NoticeKind.REFUSED: (_refused, _discreetly_refused),
    NoticeKind.TO_ACCEPT: (_done,),
    NoticeKind.AWAITED: (_awaited,),
    NoticeKind.RETURNED: (_returned,),
    NoticeKind.INVITED: (_invited,),
    NoticeKind.FORGOTTEN: (_forgotten,),
    NoticeKind.UNDELIVERED: (_undelivered,),
    NoticeKind.CHASED: (_chased, _several(Act.CHASE)),
    NoticeKind.WEEKLY: (_monday, _monday_for_another),
    NoticeKind.EXTENDED: (_several(Act.EXTEND, until=LATER),),
    NoticeKind.MOVED: (
        _moved,
        _dated,
        _away,
        lambda on: _due(on, Due(on=SOONER, time="NOON")),
        lambda on: _due(on, Due(on=date(2009, 4, 30), time="COB", zone="America/New_York")),
    ),
    NoticeKind.GIVEN: (_given, _given_on, _several_late),
    NoticeKind.TAKEN: (_given_on, _given_back, _several_to_luis, _several_back),
    NoticeKind.NAMED: (_named, _several_named),
    NoticeKind.LEFT: LEAVINGS,
    NoticeKind.CLOSED: (_closed, _several(Act.CLOSE, outcome="agreed", note="LINE")),
    NoticeKind.TAKEN_BACK: (_taken_back, _several_taken_back),
    NoticeKind.DAY_TOLD: (
        lambda on: _contact_of(on, tasks.change_due, due=Due(on=LATER)),
        lambda on: _contact_of(on, tasks.change_due, due=Due(on=None)),
        lambda on: _contact_of(on, bulk.carry_out, [on.first, on.task], Wish(act=Act.EXTEND, until=LATER)),
    ),
    NoticeKind.END_TOLD: (
        lambda on: _contact_of(on, tasks.cancel),
        _several_taken_back,
    ),
    NoticeKind.DUPLICATE: (
        _duplicate,
        lambda on: _duplicate(on, owner="luis"),
        lambda on: _duplicate(on, owner=None),
        lambda on: _duplicate(on, closes=True),
        lambda on: _duplicate(on, owner=None, post="AMEMBASSY QUITO"),
    ),
    NoticeKind.SWITCHED_OFF: (_switched_off, _switched_off_by_ada),
}  # fmt: skip
