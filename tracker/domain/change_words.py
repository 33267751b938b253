"""What letters about changes say: what was done to a task, or to several at once, and what to do now. Whole sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.domain.notice import OF_A_DUE, NoticeKind
from tracker.texts import Later, later, marked, nlater, together


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody did: `was` and `new` are an owner or a due in words, None for none."""

    kind: NoticeKind
    who: str
    post: str
    was: Later | None = None
    new: Later | None = None
    is_sooner: bool = False  # the new due
    is_contact: bool = False  # the reader is a point of contact, and owes nothing
    is_own: bool = False  # the reader has done it himself


SUBJECTS: Mapping[NoticeKind, str] = {
    NoticeKind.CHASED: marked("Please answer: %(what)s"),
    NoticeKind.EXTENDED: marked("More time: %(what)s"),
    NoticeKind.GRANTED: marked("More time granted: %(what)s"),
    NoticeKind.MOVED: marked("Due day changed: %(what)s"),
    NoticeKind.GIVEN: marked("Yours now: %(what)s"),
    NoticeKind.TAKEN: marked("No longer yours: %(what)s"),
    NoticeKind.NAMED: marked("Now with %(new)s: %(what)s"),
    NoticeKind.LEFT: marked("No more letters: %(what)s"),
    NoticeKind.CLOSED: marked("Closed: %(what)s"),
    NoticeKind.TAKEN_BACK: marked("No longer asked: %(what)s"),
    NoticeKind.DAY_TOLD: marked("Due day changed: %(what)s"),
    NoticeKind.END_TOLD: marked("No longer asked: %(what)s"),
}
SENTENCES: Mapping[NoticeKind, str] = {
    NoticeKind.CHASED: marked(
        "%(who)s asks how this stands. Please do it, or say on its page when it will be done."
    ),
    NoticeKind.GIVEN: marked(
        "%(who)s has given this to you; before, %(was)s owned it. You get its reminders from now on. "
        "Please accept it, or say on its page why it is not yours."
    ),
    NoticeKind.TAKEN: marked(
        "%(who)s has given this to %(new)s. Please stop work on it and pass on what you have; "
        "you get no more reminders of it."
    ),
    NoticeKind.NAMED: marked(
        "%(who)s has given this to %(new)s, who gets its reminders from now on. "
        "Please pass on what you have; more is not asked of this mailbox."
    ),
    NoticeKind.LEFT: marked("%(who)s has taken you off this. No more letters about it come to you."),
    NoticeKind.CLOSED: marked("%(who)s has closed this. No more reminders come."),
    NoticeKind.TAKEN_BACK: marked(
        "%(who)s has taken it back. Please stop work on it; no more reminders come."
    ),
    NoticeKind.END_TOLD: marked(
        "%(who)s has taken it back: %(post)s is not asked for it any more. Letters about it end."
    ),
}
FIRST_OWNED = marked(
    "%(who)s has given this to you; before, nobody owned it. You get its reminders from now on. "
    "Please accept it, or say on its page why it is not yours."
)
TO_THE_POST = marked(
    "%(who)s has given this to %(post)s again. Please stop work on it and pass on what you have; "
    "you get no more reminders of it."
)
OF_SEVERAL: Mapping[NoticeKind, str] = {
    NoticeKind.CHASED: marked(
        "%(who)s asks how these tasks stand. Please do them, or say on their pages when they will be done."
    ),
    NoticeKind.EXTENDED: marked(
        "%(who)s has given more time. The new due day stands with each task, and the one before."
    ),
    NoticeKind.GIVEN: marked(
        "%(who)s has given these tasks to you. You get their reminders from now on. "
        "Please accept them, or say on their pages why they are not yours."
    ),
    NoticeKind.TAKEN: marked(
        "%(who)s has given these tasks to %(new)s. Please stop work on them and pass on what you have; "
        "you get no more reminders of them."
    ),
    NoticeKind.NAMED: marked(
        "%(who)s has given these tasks to %(new)s, who gets their reminders from now on. "
        "Please pass on what you have; more is not asked of this mailbox."
    ),
    NoticeKind.LEFT: marked("%(who)s has taken you off these tasks. No more letters about them come to you."),
    NoticeKind.CLOSED: marked("%(who)s has closed these tasks. No more reminders come."),
    NoticeKind.TAKEN_BACK: marked(
        "%(who)s has taken these tasks back. Please stop work on them; no more reminders come."
    ),
    NoticeKind.DAY_TOLD: marked(
        "%(who)s has changed due days. The new day stands with each task, and the one before."
    ),
    NoticeKind.END_TOLD: marked(
        "%(who)s has taken these tasks back: nobody is asked for them any more. Letters about them end."
    ),
}
SEVERAL_TO_THE_POST = marked(
    "%(who)s has given these tasks to %(post)s again. Please stop work on them and pass on what you have; "
    "you get no more reminders of them."
)
LEFT_HIMSELF = marked("You have left this, or passed it on. No more letters about it come to you.")
LEFT_SEVERAL_HIMSELF = marked("You have left these tasks. No more letters about them come to you.")
SOONER = marked("It is due sooner than before: if that cannot be kept, ask for more time on its page.")


def subject(deed: Deed, what: Later) -> Later:
    """Return the subject of a letter about a task, or several, called `what`."""
    return later(SUBJECTS[deed.kind], what=what, new=deed.new)


def sentence(deed: Deed, *, is_one: bool) -> Later:
    """Return what was done to one task, or to several, and what to do now."""
    if is_one and deed.kind in OF_A_DUE:
        return _of_a_due(deed)
    return later(
        _of_one(deed) if is_one else _of_several(deed),
        who=deed.who,
        was=deed.was,
        new=deed.new,
        post=deed.post,
    )


def _of_one(deed: Deed) -> str:
    if deed.kind is NoticeKind.GIVEN and deed.was is None:
        return FIRST_OWNED
    if deed.kind is NoticeKind.TAKEN and deed.new is None:
        return TO_THE_POST
    if deed.is_own:
        return LEFT_HIMSELF
    return SENTENCES[deed.kind]


def _of_several(deed: Deed) -> str:
    if deed.is_own:
        return LEFT_SEVERAL_HIMSELF
    is_of_the_post = deed.kind is NoticeKind.TAKEN and deed.new is None
    return SEVERAL_TO_THE_POST if is_of_the_post else OF_SEVERAL[deed.kind]


def _of_a_due(deed: Deed) -> Later:
    """Return what became of a due day, and what to do about it."""
    if deed.new is None:
        taken = later("%(who)s has taken the due day away; it was %(was)s.", who=deed.who, was=deed.was)
        if deed.is_contact:
            return together(taken, later("Letters go on without a day."))
        return together(taken, later("Reminders go on without a day."))
    if deed.was is None:
        put = later("%(who)s has set the due day to %(new)s; there was none.", who=deed.who, new=deed.new)
    else:
        put = later(
            "%(who)s has set the due day to %(new)s; it was %(was)s.",
            who=deed.who,
            new=deed.new,
            was=deed.was,
        )
    if deed.is_contact:
        return together(put, later("Letters follow the new day."))
    return together(put, later(SOONER) if deed.is_sooner else later("Reminders follow the new day."))


def named(number: int, late: int) -> Later:
    """Return how many tasks a letter is about, and how many of them are late: "3 tasks, 1 late"."""
    tasks = nlater("%(num)s task", "%(num)s tasks", number)
    if not late:
        return tasks
    return later("%(tasks)s, %(late)s", tasks=tasks, late=nlater("%(num)s late", "%(num)s late", late))
