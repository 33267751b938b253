"""The names of the rules that set reminders: "before-5", "ladder-1"; their plain words, and what they are for."""

from functools import cache

FIRST = "first"
STEPS = ("supervisor", "office director")  # of the ladder, in order
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
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
def reason_of(rule: str) -> str:
    """Return a rule in plain words: "before-5" is "5 working days before the due day"."""
    name, _, rest = rule.partition("-")
    if name == "interim":
        return f"interim day: {reason_of(rest)}".replace("the due day", "it")
    n = int(rest) if rest else 0
    words = {
        "before": f"{working_days(n)} before the due day",
        "after": f"{working_days(n)} late",
        "late": f"{working_days(n)} after it came, late already",
        "due": "on the due day",
        "undated": f"{_nth_reminder(n)}; no due date",
        "waiting": f"{working_days(n)} of waiting for somebody else",
        "promise": "the promised day has passed",
        "ladder": f"escalation to the {step_of(n)}",
        "copy": f"copy of the escalation to the {step_of(n)}",
    }
    return words.get(name, "first letter")


def _nth_reminder(n: int) -> str:
    return f"{ORDINALS[n - 1]} reminder" if 0 < n <= len(ORDINALS) else f"reminder {n}"


def voided(rule: str) -> str:
    """Return why a reminder of an older version must not go any more."""
    words = {
        "waiting": "it waits no more",
        "promise": "another day was promised",
        "interim": "the interim day was changed, or what was due then has come",
    }
    return words.get(family_of(rule), "the due date was changed")


def step_of(number: int) -> str:
    """Return who stands on a step of the ladder, counted from 1."""
    return STEPS[number - 1] if 0 < number <= len(STEPS) else "next step"


def working_days(n: int) -> str:
    """Return "1 working day", "2 working days"."""
    return f"{n} working day" if n == 1 else f"{n} working days"
