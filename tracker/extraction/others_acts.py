"""Days by which others are to act, told inside an ask: what posts are to tell a ministry, what rebels have pledged, when a courier is back."""

from tracker.extraction import governing_nouns as nouns
from tracker.extraction import governing_verbs as verbs
from tracker.extraction import governing_words as say
from tracker.extraction.date_words import Words
from tracker.extraction.deadline_markers import Marker
from tracker.extraction.phrase import Phrase
from tracker.extraction.sentence_parts import BEFORE_WHICH, part_start, subject_of

_TO_SOMEBODY = frozenset(
    "tell inform advise notify remind warn assure reassure caution alert let convince persuade".split()
)
_SAID = frozenset(
    "stress underline underscore emphasize emphasise say state reiterate insist explain argue".split()
)  # to whom the post speaks
_SAYING = {
    "point": "out",
    "make": "clear",
    "impress": "upon",
    "convey": "our",
    "note": "to",
    "serve": "notice",
    "give": "notice",
    "demand": "of",
    "pass": "word",
    "send": "word",
}
_SPEAKING = _TO_SOMEBODY | _SAID
_SPEECH = _SPEAKING.union(_SAYING)  # one of them opens whatever is told so
_ORDERING = frozenset("should must shall please kindly pls may can and , also then to".split()) | {
    "",
    ":",
    "-",
}
_SENDING = frozenset("we i department wish wishes want wants like need needs cable message telegram".split())
_OUR_PEOPLE = (
    nouns.OWN
    | nouns.ROLES
    | frozenset(
        "us me department washington staff employees personnel colleagues americans wardens guards families section"
        " everybody everyone participants nominees candidates applicants grantees bidders travelers members".split()
    )
) - frozenset(
    "ambassador ambassadors representative representatives secretary head heads chief chiefs".split()
)
_SPEAKERS = frozenset("we usg washington us".split())  # "inform fonoff USG expects"
_DUTY = frozenset(
    "will would wanted must should shall until need needs expect expects expected count counts look looks due awaited required hope hopes"
    " await awaits".split()
)
_BACK = frozenset("report cable advise inform tell reply send confirm let notify seek obtain please".split())
MOST_TO_THAT = 11  # words: "tell the Foreign Minister and his deputy that"
_PLEDGES = frozenset(
    "pledge pledges promise promises vow vows undertaking undertakings commitment commitments threat threats goal goals"
    " aim aims intention intentions obligation obligations demand demands ultimatum assurance assurances".split()
)
_ASSENT = frozenset(
    "agreement consent assent acceptance word".split()
)  # "seek his agreement that it be reopened by"
_WORDS_GIVEN = _PLEDGES | _ASSENT
_SOFT = frozenset({Marker.ON, Marker.SPAN, Marker.UNTIL})
_TRAFFIC = frozenset(
    "questions queries inquiries mail calls correspondence traffic messages visitors".split()
)
_TIMES = frozenset("time weeks days interval period".split())  # "use the time between"
_LASTING = frozenset({Marker.SPAN, Marker.UNTIL})
_COVERING = frozenset("cover covers covering span spanning embrace embracing".split())
MOST_COVERED = 6  # words: "cover all events of the period from"
_QUESTIONS = frozenset({"whether", "if", "which"})
_WONDERING = frozenset(
    "ask report find learn say tell determine confirm check see know wonder clarify establish".split()
)
_BINDING = frozenset("must required obliged bound compelled".split())
_KNOWING = frozenset("know mind note recall remember aware advised see".split())
_ASKED = say.OPENING_DUTIES | {"to", "due", "report", "expected", "required"}
_OWNERS = frozenset("their its his her".split())
MOST_TO_OWNER = 4  # words: "the government's oft-repeated pledge"
_MOVING = frozenset(
    """leaves leave left departs departed sails sailed flies flew goes went travels traveled starts started ships shipped sets
    leave depart sail fly go travel ship due embarks embarked rides steams steamed drives drove moves moved passes passed through""".split()
)
_COMING = frozenset("reach arrive return land dock come clear berth cross finish".split())
_CLEARANCE = frozenset("clearance clearances concurrence".split())
_FOR_WHOM = frozenset("for of to".split())
_BEHIND_CLEARANCE = _FOR_WHOM | verbs.BE_FORMS
MOST_OF_CLEARANCE = 24  # words
_DUTIES = say.DUTIES | {"ought"}
_LIMITS = frozenset({Marker.LIMIT, Marker.FIRM, Marker.BEFORE})
_ADDRESSED = frozenset(
    "post posts embassy embassies mission missions consulate consulates addressees you we us our your department bureau desk washington".split()
)
_RELATIVE = frozenset({"which", "that"})
_SHOULD = frozenset({"should", "must", "shall"})
_CALLING = frozenset("calls foresees envisages envisions demands stipulates provides".split())
_PLANS = frozenset(
    "draft resolution plan agreement treaty text proposal bill accord timetable decree roadmap scheme truce".split()
)
_ARRIVING = frozenset("arrive there here".split())
_GOODS = frozenset(
    """pouch equipment shipment shipments goods supplies car cars vehicle vehicles furniture effects ship vessel plane aircraft
    flight train truck trucks freight cargo parts ammunition food aid rice grain vaccine vaccines medicine machine machines""".split()
)
MOST_TO_ARRIVE = 4  # words: "arrive in Oslo by"
_BEING = verbs.BE_FORMS | verbs.HAVING
_OURS_BY_NAME = nouns.OURS - nouns.PRONOUNS
_OURS_OR_PAPERS = nouns.DELIVERABLES | nouns.OWN
_OURS_OR_PAPERS_BUT_YOUR = _OURS_OR_PAPERS - {"your"}
_DONE_ON_OR_DONE = verbs.DONE_ON | {"done"}
_BE_FORMS_OR_HAVING_OR_NOT_BE = verbs.BE_FORMS | verbs.HAVING | {"not", "be"}
_RELATIVES_OR_SIGNS = say.RELATIVES | {","}


def is_others_act(words: Words, phrase: Phrase) -> bool:
    """Return whether the day of a phrase is one by which others act or move, not when the ask is due."""
    return (
        _is_told_on(words, phrase)
        or (phrase.marker in _SOFT and _is_news(words, phrase))
        or _is_asked_about(words, phrase)
        or (phrase.marker is Marker.SPAN and _is_meanwhile(words, phrase))
        or (phrase.marker in _LASTING and _is_covered(words, phrase))
        or (phrase.marker is Marker.LIMIT and _tells_which(words, phrase))
        or (phrase.marker is Marker.BEFORE and _is_ban_told(words, phrase))
        or _is_of_pledge(words, phrase)
        or (phrase.marker in _LIMITS and (_is_in_content(words, phrase) or _is_on_its_way(words, phrase)))
        or (phrase.marker in {Marker.ON, Marker.SPAN} and _is_day_of_clearance(words, phrase))
    )


def _is_in_content(words: Words, phrase: Phrase) -> bool:
    """Read "The draft calls for all troops to leave by May 3", "the draft, which foresees elections by": what a paper wants of others."""
    start = part_start(words, phrase.start)
    at = next((n for n in range(start + 1, phrase.start) if words.text(n) in _CALLING), -1)
    if at < 0 or not _ADDRESSED.isdisjoint(words.texts[at : phrase.start]):
        return False
    head, opening = subject_of(words, at)
    if words.text(at - 1) in _RELATIVE:
        head = words.text(at - 3 if words.text(at - 2) == "," else at - 2)
        opening = ()
    is_ours = not _ADDRESSED.isdisjoint(o.removesuffix("'s") for o in opening)
    is_paper_owed = not nouns.DELIVERABLES.isdisjoint(
        words.texts[at + 2 : at + 4]
    )  # "calls for the report by"
    return head in _PLANS and not is_ours and not is_paper_owed


def _is_on_its_way(words: Words, phrase: Phrase) -> bool:
    """Read "The pouch should arrive by May 3", "your new equipment should be there by": goods travel by themselves."""
    start = part_start(words, phrase.start)
    at = next((n for n in range(phrase.start - 1, start, -1) if words.text(n) in _ARRIVING), -1)
    modal = at - 1 - (words.text(at - 1) == "be")
    if at < 0 or phrase.start - at > MOST_TO_ARRIVE or words.text(modal) not in _SHOULD:
        return False
    is_of_ours = not (_OURS_OR_PAPERS_BUT_YOUR).isdisjoint(words.texts[start:modal])
    return subject_of(words, modal)[0] in _GOODS and not is_of_ours  # else "the pouch with your replies"


def _is_told_on(words: Words, phrase: Phrase) -> bool:
    """Read "tell the Premier that Washington looks to him to free the crew by May 3", "stress that the share must be paid by"."""
    if words.text(phrase.start - 1) == "," or _SPEECH.isdisjoint(words.texts[: phrase.start]):
        return False
    for at in range(part_start(words, phrase.start), phrase.start):
        to_whom = _opening_of_speech(words, at)
        if to_whom and _is_said_duty(words, at, to_whom, phrase):
            return True
    return False


def _is_meanwhile(words: Words, phrase: Phrase) -> bool:
    """Read "from May 3 to May 9 questions should go to the deputy", "use the interim code between": what holds for a while."""
    first = words.skip(words.skip(phrase.stop, ","), "all", "any", "your")
    is_use = any(
        words.text(n) == "use" and words.text(n + 1) in say.ADJOINED
        for n in range(part_start(words, phrase.start), phrase.start)
    )
    is_use = is_use and words.text(phrase.start - 1) not in _TIMES
    return is_use or words.text(first) in _TRAFFIC


def _is_covered(words: Words, phrase: Phrase) -> bool:
    """Read "the report should cover the period from April 3 to May 3", "estimates should run through May 3": of what time it tells."""
    near = words.texts[max(part_start(words, phrase.start), phrase.start - MOST_COVERED) : phrase.start]
    return words.text(phrase.start - 1) in {"run", "extend"} or (
        not _COVERING.isdisjoint(near) and {",", ";", "and"}.isdisjoint(near)
    )


def _tells_which(words: Words, phrase: Phrase) -> bool:
    """Read "vouchers for travel done by April 3 should go to the old office": which are meant, in the subject of the duty."""
    before = words.text(phrase.start - 1)
    is_done = before.endswith("ed") or before in _DONE_ON_OR_DONE
    is_bare = is_done and words.text(phrase.start - 2) not in _BE_FORMS_OR_HAVING_OR_NOT_BE
    return is_bare and words.text(phrase.stop) in {"should", "must", "shall"}


def _is_asked_about(words: Words, phrase: Phrase) -> bool:
    """Read "report whether importers are required to file by May 3", "the clause under which goods must be cleared by"."""
    if _QUESTIONS.isdisjoint(words.texts[: phrase.start]):
        return False  # as mostly
    start = part_start(words, phrase.start)
    at = next((n for n in range(phrase.start - 1, start, -1) if words.text(n) in _QUESTIONS), 0)
    said = words.texts[at + 1 : phrase.start]
    before = words.text(at - 1)
    is_clause = at > 0 and not _BINDING.isdisjoint(said) and {",", ";"}.isdisjoint(said)
    if words.text(at) == "which":
        return (
            is_clause and before in BEFORE_WHICH and words.text(at - 2) != "," and nouns.OWN.isdisjoint(said)
        )
    return (
        is_clause
        and (before in _WONDERING or words.text(at - 2) in _WONDERING)
        and words.text(phrase.start - 1) != ","
    )


def _is_ban_told(words: Words, phrase: Phrase) -> bool:
    """Read "advise the press that no copy may be printed before May 3": told as a ban, it sets no limit."""
    start = part_start(words, phrase.start)
    that = next((n for n in range(phrase.start - 1, start, -1) if words.text(n) == "that"), 0)
    near = range(max(start, that - MOST_TO_THAT), that)
    is_ban = not {"no", "not", "never", "nothing"}.isdisjoint(words.texts[that : phrase.start])
    return that > 0 and is_ban and any(_opening_of_speech(words, n) for n in near)


def _is_news(words: Words, phrase: Phrase) -> bool:
    """Read "let the Dean know that the rite is now on the 22nd", "tell her office that she lands on May 3": what is told."""
    for at in range(part_start(words, phrase.start), phrase.start):
        if words.text(at) != "that":
            continue
        near = range(max(0, at - MOST_TO_THAT), at)
        is_minded = "mind" in words.texts[max(0, at - MOST_TO_THAT) : at]  # "keep in mind when planning that"
        if words.text(at - 1) == "," and not is_minded:
            continue
        is_told = (
            is_minded or words.text(at - 1) in _KNOWING or any(_opening_of_speech(words, n) for n in near)
        )
        said = words.texts[at : phrase.start]
        return is_told and {",", ";"}.isdisjoint(said) and _ASKED.isdisjoint(said)
    return False


def _opening_of_speech(words: Words, at: int) -> int:
    """Return the place behind a verb with which those asked are to speak to others, 0 where it is none."""
    text, before = words.text(at), words.text(at - 1)
    if before not in _ORDERING and before not in nouns.OWN:
        return 0
    said = words.texts[max(0, at - 4) : at]
    if before == "to" and not _SENDING.isdisjoint(said):
        return 0  # "we wish to stress that"
    if text in _SPEAKING:
        return at + 1
    return at + 2 if _SAYING.get(text, "-") == words.text(at + 1) else 0


def _is_said_duty(words: Words, at: int, behind: int, phrase: Phrase) -> bool:
    """Say whether what is said there is others' duty, with the day in it."""
    that = next(
        (
            n
            for n in range(behind, min(behind + MOST_TO_THAT, phrase.start))
            if _opens_speech(words, n, behind)
        ),
        0,
    )
    if not that:
        return False
    whom, said = words.texts[behind:that], words.texts[that : phrase.start]
    if not _OUR_PEOPLE.isdisjoint(whom) or {",", ";"} & set(whom):
        return False
    if not whom and (words.text(at) in _TO_SOMEBODY or not nouns.OWN.isdisjoint(said)):
        return False  # "please advise that", "please stress that posts must"
    turns = any(w == "and" and said[n + 1 : n + 2] and said[n + 1] in _BACK for n, w in enumerate(said))
    is_to_be = any(w in {"to", "be"} and said[n - 1] in _BEING for n, w in enumerate(said))
    return not turns and ";" not in said and (not _DUTY.isdisjoint(said) or is_to_be)


def _opens_speech(words: Words, at: int, behind: int) -> bool:
    return words.text(at) == "that" or (at > behind and words.text(at) in _SPEAKERS)


def _is_of_pledge(words: Words, phrase: Phrase) -> bool:
    """Read "the guerrillas will honor their pledge to disarm by May 3", "the general's vow to quit by": whose word it is acts."""
    if _WORDS_GIVEN.isdisjoint(words.texts[: phrase.start]):
        return False  # as mostly
    for at in range(phrase.start - 1, part_start(words, phrase.start), -1):
        if words.text(at) in {",", ";", "and"}:
            return False
        if words.text(at) in _PLEDGES and words.text(at + 1) in {"to", "of", "that"}:
            return _is_of_others(words, at)
        if words.text(at) in _ASSENT and words.text(at + 1) == "that":
            return not {"will", "would", "be"}.isdisjoint(words.texts[at : phrase.start])
    return False


def _is_of_others(words: Words, at: int) -> bool:
    """Say whether a noun is that of others, by whose it is."""
    for n in range(at - 1, max(-1, at - 1 - MOST_TO_OWNER), -1):
        text = words.text(n)
        if text in _OWNERS:
            return not _is_told_of_ours(words, n)
        owner = words.text(n - 1) if text == "'" else text.removesuffix("'s")
        if owner != text:
            return owner not in _OURS_BY_NAME and owner not in nouns.MAY_ASK
    return False


def _is_told_of_ours(words: Words, at: int) -> bool:
    """Say whether a post is spoken of in the clause before "its", "their": "post must meet its goal of"."""
    start = part_start(words, at)
    opening = next((n for n in range(at - 1, start - 1, -1) if words.text(n) in _RELATIVES_OR_SIGNS), start)
    return not nouns.OWN.isdisjoint(words.texts[opening:at])


def _is_day_of_clearance(words: Words, phrase: Phrase) -> bool:
    """Read "request country clearance for a team of four to visit post from May 3 to 7": when they are there."""
    low = max(part_start(words, phrase.start), phrase.start - MOST_OF_CLEARANCE)
    at = next((n for n in range(low, phrase.start) if words.text(n) in _CLEARANCE), -1)
    said = words.texts[at + 1 : phrase.start]
    is_for = words.text(at + 1) in _BEHIND_CLEARANCE and not _FOR_WHOM.isdisjoint(said)
    return at >= 0 and is_for and {";", "reply", "answer"}.isdisjoint(said)


def _reaches_you(words: Words, at: int) -> bool:
    """Read "the supplies should reach you by May 3", "you should receive the forms by": what others send to the reader."""
    verb = words.skip(at + 1, "to", "now", "then")
    if words.text(verb) in {"receive", "expect"} and words.text(at) == "should":
        return subject_of(words, at)[0] in nouns.OWN
    behind = words.texts[verb + 1 : verb + 3]
    is_come = words.text(verb) == "reach" and behind[:1] == ("you",)
    return is_come or (
        words.text(verb) == "be" and behind in {("with", "you"), ("at", "post"), ("in", "your")}
    )


def is_on_the_way(words: Words, at: int) -> bool:
    """Read "the courier leaves Bonn on the 16th and should be back by the 20th": when who has set out is to be somewhere.

    `at` is the place of the duty.
    """
    if _reaches_you(words, at):
        return True
    first = at - 1 if words.text(at) == "to" and words.text(at - 1) in verbs.BE_FORMS else at
    if words.text(first - 1) != "and" or words.text(at) not in _DUTIES:
        return False
    start = part_start(words, at)
    moves = next((n for n in range(start, at) if words.text(n) in _MOVING), -1)
    head, opening = subject_of(words, moves)
    is_theirs = any(w == "your" or (w.endswith("'s") and w[:-2] in nouns.OWN) for w in opening)
    if moves <= start or is_theirs or head in _OURS_OR_PAPERS:
        return False
    verb = words.skip(at + 1, "to", "then", "also")
    is_done = words.text(verb + 1).endswith(("ed", "en")) or words.text(verb + 1) in verbs.DONE_ON
    return words.text(verb) in _COMING or (words.text(verb) == "be" and not is_done)
