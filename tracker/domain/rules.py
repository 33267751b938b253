"""The names of the rules that set reminders: "before-5", "ladder-1"; their plain words, and what they are for."""

from functools import cache

from tracker.texts import later, nlater

FIRST = "first"
STEPS = (later("supervisor"), later("office director"))  # of the ladder, in order
ORDINALS = (
    later("first reminder"),
    later("second reminder"),
    later("third reminder"),
    later("fourth reminder"),
    later("fifth reminder"),
    later("sixth reminder"),
    later("seventh reminder"),
    later("eighth reminder"),
    later("ninth reminder"),
    later("tenth reminder"),
)
OVERDUE = ("after", "late")
# What a task that waits for somebody else is spared, and one that is promised for a day until then.
CHASING = ("before", "due", "undated", *OVERDUE)
PATIENT = (*CHASING, "interim", "promise")  # what is spared while it waits
ONCE_FOR_ALL = ("ladder", "copy")  # owed once, whoever holds the place meanwhile


@cache
def family_of(rule: str) -> str:
    """Return the family of a rule: "before" of "before-5"."""
    return rule.partition("-")[0]


def is_chasing(rule: str) -> bool:
    """Return whether the rule urges somebody on; first letters and the ladder do not."""
    return family_of(rule) in CHASING


def is_patient(rule: str) -> bool:
    """Return whether the rule rests while the task waits for somebody else."""
    return family_of(rule) in PATIENT


def is_overdue(rule: str) -> bool:
    """Return whether the rule tells that the task is late."""
    return family_of(rule) in OVERDUE


@cache
def reason_of(rule: str, waits_for: str | None = None) -> str:
    """Return a rule in plain words: "before-5" is "5 working days before the due day".

    `waits_for` is for whom the task waits now, told of the letter that asks whether it still does.
    """
    name, _, rest = rule.partition("-")
    if name == "interim":
        return _of_interim(rest)
    n = int(rest) if rest else 0
    days, step = working_days(n), step_of(n)
    words = {
        "before": later("%(days)s before the due day", days=days),
        "after": later("%(days)s late", days=days),
        "late": later("%(days)s after it came, late already", days=days),
        "due": later("on the due day"),
        "undated": later("%(reminder)s; no due day", reminder=_nth_reminder(n)),
        "waiting": _waiting(days, waits_for),
        "promise": later("the promised day has passed"),
        "ladder": later("escalation to the %(person)s", person=step),
        "copy": later("copy of the escalation to the %(person)s", person=step),
    }
    return words.get(name, later("first letter"))


def _of_interim(rule: str) -> str:
    name, _, rest = rule.partition("-")
    if name == "due":
        return later("interim day: on it")
    if name == "before":
        return later("interim day: %(days)s before it", days=working_days(int(rest)))
    return later("interim day: %(reason)s", reason=reason_of(rule))


def _waiting(days: str, whom: str | None) -> str:
    if whom is None:
        return later("%(days)s of waiting", days=days)
    return later("%(days)s of waiting for %(whom)s", days=days, whom=whom)


def _nth_reminder(n: int) -> str:
    return ORDINALS[n - 1] if 0 < n <= len(ORDINALS) else later("reminder %(number)s", number=n)


def voided(rule: str) -> str:
    """Return why a reminder of an older version must not go any more."""
    words = {
        "waiting": later("it waits no more"),
        "promise": later("another day was promised"),
        "interim": later("the interim day was changed, or what was due then has come"),
    }
    return words.get(family_of(rule), later("the due day was changed"))


def step_of(number: int) -> str:
    """Return who stands on a step of the ladder, counted from 1."""
    return STEPS[number - 1] if 0 < number <= len(STEPS) else later("next step")


def working_days(n: int) -> str:
    """Return "1 working day", "2 working days"."""
    return nlater("%(num)s working day", "%(num)s working days", n)
