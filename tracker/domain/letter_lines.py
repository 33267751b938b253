"""The sentences of a letter: where an ask stands, what is asked, and what the reader can do about it.

Short and exact; nothing is promised that the tracker does not do.
"""

from tracker.domain.letter import (
    Discretion,
    Item,
    LetterState,
    Work,
    are_new_of_one_post,
    heading,
    late_words,
    plain,
    shortened,
)
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose
from tracker.texts import _, marked, ngettext

LONGEST_REASON = 120  # characters of what somebody waits for
LONGEST_LINE = 80  # characters of an ask in one line
NOBODY = marked("nobody yet")
STILL_WAITING = {  # by how a reader says that it waits no longer
    "page": marked("If it waits no longer, press Resume on its page: its reminders rest until then."),
    "reply": marked(
        "If it waits no longer, reply ACCEPT, or press Resume on its page: its reminders rest until then."
    ),
    "number": marked(
        "If it waits no longer, reply with its number and ACCEPT, or press Resume on its page: "
        "its reminders rest until then."
    ),
}
BUTTONS = {Purpose.ACCEPT: marked("I have it"), Purpose.DONE: marked("Done"), Purpose.LEAVE: marked("Stop")}
# Labels of what is known beside an ask.
DUE, MOVED, INTERIM, OWNER = marked("Due"), marked("Moved"), marked("Interim"), marked("Owner")
ATTACHED, PAPER, CALENDAR, CONTACTS = (
    marked("Attached"),
    marked("Paper"),
    marked("Calendar"),
    marked("Contacts"),
)
WHY_YOU, ALSO_TOLD, NEXT = marked("Why you"), marked("Also told"), marked("Next")
SHARED = {ATTACHED: True, CONTACTS: True, PAPER: False, WHY_YOU: False}  # told once; True: pointed at
ON_THE_PAGE = marked(
    "To answer, open the task's page and sign in: accept it, ask for more time, or mark it done."
)
WHY = {
    Standing.COORDINATOR: marked("you coordinate this task; another leads it"),
    Standing.CONTACT: marked("you are named in the cable as a point of contact"),
    Standing.WATCHER: marked("you watch this task"),
    Standing.SUPERVISOR: marked("you are the supervisor where this must be done"),
    Standing.DIRECTOR: marked("you direct the office where this must be done"),
}
REPLY = marked("You may also reply to this letter; a person reads it.")
CONFIRMED = marked("What is booked is confirmed by mail; the rest a person reads.")
REPLY_ACTS = marked(
    "Or reply with a first line such as: DONE agreed - visit on 12 May; or: EXTEND to 12 May, minister travelling; "
    "or ACCEPT, WAITING on somebody, by Friday, DECLINE and why."
)
NOTICE_REPLY = marked(
    "You may reply with a first line such as: by Friday; or: DONE agreed - visit on 12 May; or: WAITING on the host "
    "government."
)
NEW_DAY_REPLY = marked(
    "Can the new day not be kept? Reply with a first line such as: EXTEND to 12 May, minister travelling; or: WAITING on "
    "the host government."
)
CLOSED_REPLY = marked("Is that wrong, or is there more to say? Reply to this letter; a person reads it.")
REPLIES_ACT = marked(
    "Or reply with a line for each number, such as: 1 DONE agreed; 2 by Friday; 3 DECLINE: not our consular district; "
    "or ACCEPT, WAITING on somebody, EXTEND to 12 May and why."
)
ENDING = marked("Sent by the cable tracker. Letters about a task stop when it is marked done.")
TOO_LONG = marked("The paper is too long for a letter; it stands in the cable.")


def confirmed(reply: str) -> str:
    """Return how to reply by words that act, and what becomes of such a reply."""
    return f"{_(reply)} {_(CONFIRMED)}"


def standing(item: Item, resume: str = "page") -> str:
    """Return where the ask stands: "Due in 2 working days. Ana Reyes has accepted it."

    A first letter says only that it is late, or that it waits; who must act is asked whether it still does,
    and told how to say so (`resume`: a key of STILL_WAITING).
    """
    is_waiting = item.is_waiting
    said = [f"{_when(item)}."] if _begins_with_when(item) else []
    if item.discretion is not Discretion.OPEN:
        return " ".join(said)
    if is_waiting or item.state is not LetterState.FIRST:
        said.append(progress(item.work))
    if is_waiting and item.reader.is_to_act:
        said.append(_(STILL_WAITING[resume]))
    return " ".join(said)


def _begins_with_when(item: Item) -> bool:
    return item.is_late or item.state is not LetterState.FIRST


def _when(item: Item) -> str:
    match item.state:
        case LetterState.BEFORE:
            return _("Due %(when)s", when=item.left)
        case LetterState.TODAY:
            return _("Due today")
        case LetterState.LATE | LetterState.FIRST:
            return _late(item)
        case LetterState.UNDATED:
            return _("Still open, without a due day")


def _late(item: Item) -> str:
    words = str(item.left) if item.left else _("late")
    return words[:1].upper() + words[1:]


def progress(work: Work) -> str:
    """Return how far the work is. Waiting, promised, partly done, accepted and not seen read differently."""
    said = _progress(work)
    if work.more_until:
        said.append(_("More time is asked for, until %(day)s; that is not decided.", day=work.more_until))
    return " ".join(said)


def _progress(work: Work) -> list[str]:
    if work.waits_for is not None:
        return [_("It waits for %(whom)s.", whom=shortened(work.waits_for, LONGEST_REASON).rstrip("."))]
    if work.promised and work.is_promise_past:
        return [_("An answer was promised for %(day)s; none has come.", day=work.promised)]
    if work.promised:
        return [_("An answer is promised for %(day)s.", day=work.promised)]
    return [*_partly(work), _taken(work)]


def _partly(work: Work) -> list[str]:
    if work.delivered:
        return [_("It was delivered on %(day)s, the answer is not reported.", day=work.delivered)]
    if work.done:
        done = ngettext(
            "%(num)s of %(asked)s things asked is done, this one is not.",
            "%(num)s of %(asked)s things asked are done, this one is not.",
            work.done,
            asked=work.asked,
        )
        return [done]
    return []


def _taken(work: Work) -> str:
    match work.holder, work.is_accepted:
        case None, True:
            return _("The post has it in hand.")
        case None, False:
            return _("Nobody has said that it is in hand.")
        case "you", True:
            return _("You have it in hand.")
        case "you", False:
            return _("You have not said that you have it.")
        case name, True:
            return _("%(name)s has it in hand.", name=plain(name or ""))
        case name, False:
            return _("%(name)s has not said that it is in hand.", name=plain(name or ""))


def asked(item: Item) -> str:
    """Return the line before the quotation: who is asked, by which cable."""
    post, cable = plain(item.post), plain(item.cable)
    match item.discretion:
        case Discretion.OPEN if item.state is LetterState.FIRST:
            return _("%(post)s is asked, in %(cable)s:", post=post, cable=plain(item.source))
        case Discretion.OPEN:
            return _("%(post)s was asked, in %(cable)s:", post=post, cable=plain(item.source))
        case Discretion.SENSITIVE:
            return _(
                "%(post)s, %(cable)s. The cable is sensitive: what it asks stands on its page only.",
                post=post,
                cable=cable,
            )
        case Discretion.CLOSED:
            return _("%(post)s. What is asked stands on the task's page only.", post=post)


def facts(item: Item, papers: tuple[str, ...], entry: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Return label and lines of what is known beside the ask; `papers` and `entry` are files in the letter.

    Labels are English: they are looked up as they are printed.
    """
    is_open = item.discretion is Discretion.OPEN
    found: list[tuple[str, tuple[str, ...]]] = [(DUE, _due(item))]
    if is_open:
        found += [(MOVED, (plain(item.moved),))] if item.moved else []
        found += [(INTERIM, (plain(item.interim),))] if item.interim else []
        found.append((OWNER, (_owner(item.work),)))
        missing = (_(TOO_LONG),) if item.papers and not papers else ()
        notes = (*missing, *item.notes)
        found += [(ATTACHED, papers)] if papers else []
        found += [(PAPER, notes)] if notes else []
    found += [(WHY_YOU, (plain(item.stands_in),))] if item.stands_in else []
    if entry:
        found.append((CALENDAR, (_("%(file)s, an entry for your calendar", file=entry),)))
    if is_open:
        found += [(CONTACTS, tuple(plain(line) for line in item.contacts))] if item.contacts else []
        found += [(WHY_YOU, (_(WHY[item.reader]),))] if item.reader in WHY and not item.stands_in else []
        found += [(ALSO_TOLD, tuple(plain(line) for line in item.also_told))] if item.also_told else []
        found.append((NEXT, (item.coming,)))
    return found


def _due(item: Item) -> tuple[str, ...]:
    """Return the due, how far off it is unless the ask began with that, and the day the cable would rather have."""
    if not (item.due and item.left):
        said: tuple[str, ...] = (_("no due day"),)
    else:
        said = (item.due,) if _begins_with_when(item) else (item.due, str(item.left))
    if item.discretion is Discretion.OPEN and item.preferred:
        said += (_("preferably by %(day)s, as the cable has it", day=item.preferred),)
    return said


def _owner(work: Work) -> str:
    match work.holder:
        case None | "":
            return _(NOBODY)
        case "you":
            return _("you")
        case name:
            return plain(name)


def greeting(items: tuple[Item, ...]) -> str:
    """Return of whom the things in a letter are asked; "" where its subject says so."""
    number, posts = len(items), {item.post for item in items}
    if all(item.reader is Standing.OWNER for item in items):
        return _("%(number)s things are asked of you.", number=number)
    if are_new_of_one_post(items):
        return ""
    if len(posts) == 1:
        return _("%(number)s things are asked of %(post)s.", number=number, post=plain(items[0].post))
    return _("%(number)s things are asked of %(posts)s posts.", number=number, posts=len(posts))


def line(item: Item) -> str:
    """Return an ask in one line, for a letter with many."""
    what = shortened(heading(item), LONGEST_LINE)
    if item.is_late and item.due_short:
        return f"{what} - {late_words(item)}"
    day = f" ({item.due_short})" if item.due_short else ""
    return f"{what} - {item.left or _('no due day')}{day}"


def how_to_answer(
    items: tuple[Item, ...], acts: frozenset[Purpose], *, may_reply: bool, may_act: bool = False
) -> str:
    """Return how the reader answers; `acts` are those that the letter has links for.

    A reply of who must act does what it says, where `may_act`; another is for a person to read.
    """
    said = []
    named = [_(BUTTONS[act]) for act in (Purpose.ACCEPT, Purpose.DONE) if act in acts]
    if named:
        said.append(_buttons(named))
    elif any(item.reader.is_to_act for item in items):
        said.append(_(ON_THE_PAGE))
    if Purpose.LEAVE in acts:
        said.append(
            _(
                '"%(button)s" opens a page with one button that ends these letters.',
                button=_(BUTTONS[Purpose.LEAVE]),
            )
        )
    if may_reply:
        may_do = may_act and any(obeys(item) for item in items)
        acting = REPLY_ACTS if len(items) == 1 else REPLIES_ACT
        said.append(confirmed(acting) if may_do else _(REPLY))
    return " ".join(said)


def _buttons(named: list[str]) -> str:
    if len(named) == 1:
        return _('"%(button)s" opens a page with one button; no account is needed.', button=named[0])
    return _(
        '"%(button)s" and "%(other)s" each open a page with one button; no account is needed.',
        button=named[0],
        other=named[1],
    )


def obeys(item: Item) -> bool:
    """Return whether a reply of this letter's reader moves the ask: who must act, of a cable that mail may tell."""
    return item.reader.is_to_act and item.discretion is Discretion.OPEN
