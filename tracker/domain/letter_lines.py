"""The sentences of a letter: where an ask stands, what is asked, and what the reader can do about it.

Short and exact; nothing is promised that the tracker does not do.
"""

from tracker.domain.letter import Discretion, Item, LetterState, Work, heading, late_words, plain, shortened
from tracker.domain.reminding import Standing
from tracker.domain.tokens import Purpose

LONGEST_REASON = 120  # characters of what somebody waits for
LONGEST_LINE = 80  # characters of an ask in one line
NOBODY = "nobody yet"
STILL_WAITING = "If it waits no longer, {how}: its reminders rest until then."
RESUME, RESUME_BY_REPLY = "press Resume on its page", "reply ACCEPT, or press Resume on its page"
RESUME_BY_NUMBER = "reply with its number and ACCEPT, or press Resume on its page"
BUTTONS = {Purpose.ACCEPT: "I have it", Purpose.DONE: "Done", Purpose.LEAVE: "Stop"}
SHARED = {"Attached": True, "Contacts": True, "Paper": False, "Why you": False}  # told once; True: pointed at
ON_THE_PAGE = "To answer, open the task's page and sign in: accept it, ask for more time, or mark it done."
WHY = {
    Standing.COORDINATOR: "you coordinate this task; another leads it",
    Standing.CONTACT: "you are named in the cable as a point of contact",
    Standing.WATCHER: "you watch this task",
    Standing.SUPERVISOR: "you are the supervisor where this must be done",
    Standing.DIRECTOR: "you direct the office where this must be done",
}
REPLY = "You may also reply to this letter; a person reads it."
CONFIRMED = "What is booked is confirmed by mail; the rest a person reads."
REPLY_ACTS = (
    "Or reply with a first line such as: DONE agreed - visit on 12 May; or: EXTEND to 12 May, minister travelling; "
    f"or ACCEPT, WAITING on somebody, by Friday, DECLINE and why. {CONFIRMED}"
)
NOTICE_REPLY = (
    "You may reply with a first line such as: by Friday; or: DONE agreed - visit on 12 May; or: WAITING on the host "
    f"government. {CONFIRMED}"
)
NEW_DAY_REPLY = (
    "Can the new day not be kept? Reply with a first line such as: EXTEND to 12 May, minister travelling; or: WAITING on "
    f"the host government. {CONFIRMED}"
)
CLOSED_REPLY = "Is that wrong, or is there more to say? Reply to this letter; a person reads it."
REPLIES_ACT = (
    "Or reply with a line for each number, such as: 1 DONE agreed; 2 by Friday; 3 DECLINE: not our consular district; "
    f"or ACCEPT, WAITING on somebody, EXTEND to 12 May and why. {CONFIRMED}"
)
ENDING = "Sent by the cable tracker. Letters about a task stop when it is marked done."
TOO_LONG = "The paper is too long for a letter; it stands in the cable."


def standing(item: Item, resume: str = RESUME) -> str:
    """Return where the ask stands: "Due in 2 working days. Ana Reyes has accepted it."

    A first letter says only that it is late, or that it waits; who must act is asked whether it still does,
    and told how to say so (`resume`).
    """
    is_waiting = item.is_waiting
    is_first = item.state is LetterState.FIRST
    said = [f"{_when(item)}."] if item.is_late or not is_first else []
    if item.discretion is not Discretion.OPEN:
        return " ".join(said)
    if is_waiting or not is_first:
        said.append(progress(item.work))
    if is_waiting and item.reader.is_to_act:
        said.append(STILL_WAITING.format(how=resume))
    return " ".join(said)


def _when(item: Item) -> str:
    match item.state:
        case LetterState.BEFORE:
            return f"Due {item.left}"
        case LetterState.TODAY:
            return "Due today"
        case LetterState.LATE | LetterState.FIRST:
            return _late(item)
        case _:
            return "Still open, without a due day"


def _late(item: Item) -> str:
    words = item.left or "late"
    return words[:1].upper() + words[1:]


def progress(work: Work) -> str:
    """Return how far the work is. Waiting, promised, partly done, accepted and not seen read differently."""
    further = (
        f" More time is asked for, until {work.more_until}; that is not decided." if work.more_until else ""
    )
    if work.waits_for is not None:
        return f"It waits for {shortened(work.waits_for, LONGEST_REASON).rstrip('.')}.{further}"
    if work.promised and work.is_promise_past:
        return f"An answer was promised for {work.promised}; none has come.{further}"
    if work.promised:
        return f"An answer is promised for {work.promised}.{further}"
    return f"{_partly(work)}{_taken(work)}{further}"


def _partly(work: Work) -> str:
    if work.delivered:
        return f"It was delivered on {work.delivered}, the answer is not reported. "
    if work.done:
        verb = "is" if work.done == 1 else "are"
        return f"{work.done} of {work.asked} things asked {verb} done, this one is not. "
    return ""


def _taken(work: Work) -> str:
    match work.holder, work.is_accepted:
        case None, True:
            return "The post has it in hand."
        case None, False:
            return "Nobody has said that it is in hand."
        case "you", True:
            return "You have it in hand."
        case "you", False:
            return "You have not said that you have it."
        case _, True:
            return f"{plain(work.holder or '')} has it in hand."
        case _:
            return f"{plain(work.holder or '')} has not said that it is in hand."


def asked(item: Item) -> str:
    """Return the line before the quotation: who is asked, by which cable."""
    match item.discretion:
        case Discretion.OPEN:
            verb = "is" if item.state is LetterState.FIRST else "was"
            return plain(f"{item.post} {verb} asked, in {item.source}:")
        case Discretion.SENSITIVE:
            return plain(
                f"{item.post}, {item.cable}. The cable is sensitive: what it asks stands on its page only."
            )
        case Discretion.CLOSED:
            return plain(f"{item.post}. What is asked stands on the task's page only.")


def facts(item: Item, papers: tuple[str, ...], entry: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Return label and lines of what is known beside the ask; `papers` and `entry` are files in the letter."""
    due = (item.due, item.left) if item.due and item.left else ("no due day",)
    found: list[tuple[str, tuple[str, ...]]] = [("Due", due)]
    if item.moved and item.discretion is Discretion.OPEN:
        found.append(("Moved", (plain(item.moved),)))
    found += (
        [("Interim", (plain(item.interim),))] if item.interim and item.discretion is Discretion.OPEN else []
    )
    if item.discretion is Discretion.OPEN:
        found.append(("Owner", (plain(item.work.holder) if item.work.holder else NOBODY,)))
        missing = (TOO_LONG,) if item.papers and not papers else ()
        notes = (*missing, *item.notes)
        found += [("Attached", papers)] if papers else []
        found += [("Paper", notes)] if notes else []
    found += [("Why you", (plain(item.stands_in),))] if item.stands_in else []
    if entry:
        found.append(("Calendar", (f"{entry}, an entry for your calendar",)))
    if item.discretion is Discretion.OPEN:
        found += [("Contacts", tuple(plain(line) for line in item.contacts))] if item.contacts else []
        found += [("Why you", (WHY[item.reader],))] if item.reader in WHY and not item.stands_in else []
        found += [("Also told", tuple(plain(line) for line in item.also_told))] if item.also_told else []
        found.append(("Next", (item.coming,)))
    return found


def greeting(items: tuple[Item, ...]) -> str:
    """Return of whom the things in a letter are asked."""
    posts = {item.post for item in items}
    if all(item.reader is Standing.OWNER for item in items):
        whom = "you"
    elif len(posts) == 1:
        whom = plain(items[0].post)
    else:
        whom = f"{len(posts)} posts"
    return f"{len(items)} things are asked of {whom}."


def line(item: Item) -> str:
    """Return an ask in one line, for a letter with many."""
    if item.is_late and item.due_short:
        return f"{shortened(heading(item), LONGEST_LINE)} - {late_words(item)}"
    day = f" ({item.due_short})" if item.due_short else ""
    return f"{shortened(heading(item), LONGEST_LINE)} - {item.left or 'no due day'}{day}"


def how_to_answer(
    items: tuple[Item, ...], acts: frozenset[Purpose], *, may_reply: bool, may_act: bool = False
) -> str:
    """Return how the reader answers; `acts` are those that the letter has links for.

    A reply of who must act does what it says, where `may_act`; another is for a person to read.
    """
    said = []
    named = [f'"{BUTTONS[act]}"' for act in (Purpose.ACCEPT, Purpose.DONE) if act in acts]
    if named:
        verb = "each open" if len(named) > 1 else "opens"
        said.append(f"{' and '.join(named)} {verb} a page with one button; no account is needed.")
    elif any(item.reader.is_to_act for item in items):
        said.append(ON_THE_PAGE)
    if Purpose.LEAVE in acts:
        said.append('"Stop" opens a page with one button that ends these letters.')
    if may_reply:
        may_do = may_act and any(obeys(item) for item in items)
        acting = REPLY_ACTS if len(items) == 1 else REPLIES_ACT
        said.append(acting if may_do else REPLY)
    return " ".join(said)


def obeys(item: Item) -> bool:
    """Return whether a reply of this letter's reader moves the ask: who must act, of a cable that mail may tell."""
    return item.reader.is_to_act and item.discretion is Discretion.OPEN
