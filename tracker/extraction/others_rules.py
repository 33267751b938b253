"""What others laid down, told just before: a duty of things behind it is theirs, not that of those asked.

"The fisheries act took effect in March. Logs must be filed by May 3." The logs are the fishermen's. What posts write, and
what goes to an office of ours, stays asked.
"""

import re
from collections.abc import Sequence

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import matters
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import WORDS, is_foreign, noun_phrase
from tracker.extraction.verdicts import Setting, Verdict

_LAWS = frozenset(  # whoever they bind, they bind no office of ours
    """law laws bylaw bylaws by-laws statute statutes act decree decrees edict ordinance ordinances ukase treaty convention protocol charter
    constitution code accord accords pact truce ceasefire cease-fire armistice settlement ruling verdict judgment injunction directive
    proclamation moratorium tariff tender tenders concession referendum amnesty""".split()
)
_TERMS = frozenset(  # of others, where somebody else lays them down
    """rule rules regulation regulations term terms condition conditions contract lease agreement circular order orders plan plans scheme program
    programme timetable roadmap report reports letter statement communique notice notices decision decisions instruction instructions license licenses
    permit permits measures reform reforms requirement requirements recommendation recommendations proposal proposals demand demands
    ultimatum manifesto appeal budget list project bill strategy findings advertisement announcement invitation contest bid deal loan loans credit award fee fees fares prices offers timetables dates""".split()
)
_LAYING = frozenset(
    """issued issues published publishes adopted adopts passed passes enacted promulgated announced announces outlined outlines unveiled
    presented presents laid lays set sets made makes won wins signed signs awarded approved approves launched opened introduced
    tightened changed imposed imposes circulated handed drew concluded ratified gazetted proclaimed released releases read printed ran
    set produced invited handed wrote drafted sent sends gave gives named names listed lists obtained got secured received accepted described explained""".split()
)
_BEING = frozenset("is are was were".split())
_HAVING = frozenset({"has", "have"})
_BEHIND_HAVING = frozenset(
    "a an new its their his her two three four five several issued".split()
)  # "has three demands"
_FINITE = (
    _LAYING
    | _HAVING
    | frozenset(
        """need needs is are was were had will shall must should would can could may requires require provides provide says say obliges oblige entered enters
    came comes took takes stipulates stipulate leaves leave gives give demands demand binds bind covers cover applies apply calls call did does
    do told said met wants wanted asked reads runs governs""".split()
    )
)
_WRITTEN = frozenset(  # what posts write, whoever lays down what
    """reply replies response responses comment comments reaction reactions view views answer answers translation translations copy copies text texts
    nomination nominations readout readouts cable cables feedback assessment assessments""".split()
)
_PAPERS = (  # asked where they "should" be sent; theirs where a law says they "must" be
    v.GIVEN
    | nouns.DELIVERABLES
    | matters.PAPERS
    | frozenset(
        "reporting suggestions questions inputs analysis summary summaries evaluations resumes".split()
    )
) - frozenset(  # what parties send each other
    "notice notices notification notifications declaration declarations certificate certificates ballot ballots".split()
)
_LABEL = re.compile(  # "Among the recommendations of the panel: close the mine"
    r"(?:and |but )?(?:among|first among|one of|chief among|one|another|a further)\b(?P<what>[^:;]{5,80}): "
)
_COMMANDS = re.compile(  # "The Postal Convention directs administrations to exchange lists, and each list has to be printed"
    r"\b(?:directs?|requires?|obliges?|tells?|binds?|orders?|commands?|instructs?|provides?|lays? down|forbids?)\b"
)
_EACH_OF_THEM = re.compile(r", and (?:each|every|all|both|these|those|such|they|it) ")
_TO_POST = re.compile(r"\bto the (?:embassy|mission|consulate)\b")
_OF_POSTS = (v.POSTS - v.NEED_A_HOME) | frozenset(
    "officer officers attache attaches chief chiefs ambassador ambassadors charge dcm consul consuls they he she it".split()
)
_FORMS = frozenset({"done", "matter", "due"})
_BY_OUR_WAYS = re.compile(r"\b(?:cabled|pouched|pouch|telegraphed|front[- ]channel|septel|e-?mailed)\b")
_STRICT = re.compile(r"\b(?:must|shall|(?:is|are|has|have|needs?) to)\b")
_DECIDING = frozenset("ruled rules decided decreed ordered resolved voted demanded".split())
_COUNTED = frozenset(  # told one by one behind the sentence that counts them
    "recommendation recommendations demand demands proposal proposals suggestion suggestions condition conditions requirement requirements step steps wish wishes request requests".split()
)
_ONE_OF_THEM = re.compile(
    r"(?:and |but )?(?:the )?(?:first|second|third|fourth|fifth|firstly|secondly|thirdly|next|then|finally|lastly|last|one|another)[,:] "
)
_MOST_OF_SUBJECT = 14  # words
_MOST_TO_TERMS = 9  # words
_LAWS_OR_TERMS = _LAWS | _TERMS


def are_laid_down(text: str, verdict: Verdict, told: Sequence[str], cast: Cast, setting: Setting) -> bool:
    """Return whether an ask about a thing only tells what others lay down in the sentences `told` before it."""
    if setting.is_action or setting.is_led:
        return False
    low = text.lower()
    if verdict.form == "order" and verdict.subject[0] == verdict.subject[1]:
        label = _LABEL.match(low, 0, verdict.order_at)
        if label is not None:
            return (
                not _COUNTED.isdisjoint(label["what"].split()) and matters.NAMES_US.search(label[0]) is None
            )
        return _ONE_OF_THEM.match(low) is not None and any(_counts(one, cast) for one in told)
    is_people = _is_of_people(low, verdict, cast)
    if not (is_people or verdict.form in _FORMS):
        return False
    said = _TO_POST.sub("", low) if is_people else low  # "and must make it known to the embassy"
    if matters.NAMES_US.search(said) or matters.POSTS_WORK.search(low) or _BY_OUR_WAYS.search(low):
        return False
    is_laid = any(_lays_down(one, cast) for one in told) or _commands(text, verdict, cast)
    return is_laid and not is_of_posts(low, verdict)


def _commands(text: str, verdict: Verdict, cast: Cast) -> bool:
    """Return whether a law commands others in the clause before: "The Postal Convention directs states to exchange lists, and each list has to be printed"."""
    low = text.lower()
    joint = low.rfind(", and ", 0, max(0, verdict.cue_at))
    command = _COMMANDS.search(low, 0, joint) if joint > 0 else None
    if (
        command is None
        or _EACH_OF_THEM.match(low, joint) is None
        or cast.part_of(text[: command.start()]) in (Part.ASKED, Part.SENDER)
    ):
        return False
    return not _LAWS_OR_TERMS.isdisjoint(low[: command.start()].split())


def _is_of_people(low: str, verdict: Verdict, cast: Cast) -> bool:
    """Return whether an order is to people of whom a law may speak as well: "Supervisors must admit"; no officer, no post by its name."""
    subject = low[slice(*verdict.subject)].replace("'s ", " ").split()
    is_people = verdict.form == "order" and bool(subject) and _OF_POSTS.isdisjoint(subject)
    return is_people and not any(name in " ".join(subject) for name in cast.names)


def is_of_posts(low: str, verdict: Verdict) -> bool:
    """Return whether what is wanted is what posts write: "Comments should", "Reports should"; not "Reports must"."""
    subject = low[slice(*verdict.subject)] or low[: max(0, verdict.cue_at)]
    head = noun_phrase(WORDS.findall(subject.rstrip(", ").rpartition(", ")[2]))[-1:]
    if not head or head[0] in _WRITTEN:
        return True
    is_paper = head[0] in _PAPERS or f"{head[0]}s" in _PAPERS
    return is_paper and _STRICT.search(low) is None


def _counts(told: str, cast: Cast) -> bool:
    """Return whether a sentence counts what others recommend or demand: "The auditors made three recommendations"."""
    words = WORDS.findall(told)[: _MOST_OF_SUBJECT + _MOST_TO_TERMS]
    if matters.NAMES_US.search(told.lower()) or _COUNTED.isdisjoint(
        word.strip(".,:").lower() for word in words
    ):
        return False
    verb = next((n for n, word in enumerate(words) if n and word.lower() in _FINITE), 0)
    return cast.part_of(" ".join(words[:verb])) not in (Part.ASKED, Part.SENDER)


def _lays_down(told: str, cast: Cast) -> bool:
    """Return whether a sentence tells of a law, or of terms, a plan or a report that somebody else has given out."""
    low = told.lower()
    if matters.NAMES_US.search(low):
        return False
    words = [word.strip(".,'’") for word in WORDS.findall(low)][: _MOST_OF_SUBJECT + _MOST_TO_TERMS]
    verb = next((n for n, word in enumerate(words) if n and (word in _FINITE or word.endswith("ed"))), 0)
    subject = words[:verb]
    if not _LAWS.isdisjoint(subject):
        return True
    part = cast.part_of(" ".join(WORDS.findall(told)[:verb]))
    if not verb or part in (Part.ASKED, Part.SENDER):
        return False
    behind = words[verb : verb + _MOST_TO_TERMS]
    is_had = words[verb] in _HAVING and words[verb + 1 : verb + 2] != [] and words[verb + 1] in _BEHIND_HAVING
    is_had = is_had and any(map(_is_other, subject))
    is_passive = words[verb] in _BEING or "been" in behind[:2]
    terms = subject if is_passive else behind
    is_given = (is_had or not _LAYING.isdisjoint(behind)) and not (_LAWS_OR_TERMS).isdisjoint(terms)
    is_decided = part is Part.THIRD and words[verb] in _DECIDING
    return (is_given and part is not Part.MATTER) or is_decided or _has_terms(subject)


def _has_terms(subject: Sequence[str]) -> bool:
    """Return whether terms of somebody else are spoken of: "the bank's terms", "the Danish rules"; not "contract holders"."""
    at = next((n for n, word in enumerate(subject) if word in _TERMS), 0)
    return any(map(_is_other, subject[:at]))


def _is_other(word: str) -> bool:
    """Return whether a word of a subject says that it is somebody else's: "the bank's", "Danish"."""
    return nouns.is_third(word.removesuffix("'s")) or is_foreign(word)
