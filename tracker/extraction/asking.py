"""Whether one sentence asks those addressed to do something, which words ask, and if not, why not."""

import re
from dataclasses import replace

from tracker.cable.hints import ANY, Sieve, signs_of, words_in
from tracker.extraction import (
    addressees,
    asked_clauses,
    asking_cues,
    assigning,
    awaiting,
    bare_orders,
    called_on,
    duty_pronouns,
    found_out,
    idioms,
    in_hand,
    inner_clauses,
    named_wants,
    openings,
    polite_wishes,
    reaching,
    refusals,
    remainders,
    spelling,
    terse_orders,
    told_wants,
    unasked,
    wishes,
)
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.labels import day_end, entry_label_end, entry_of, label_end
from tracker.extraction.verdicts import Cue, Setting, Verdict, refused
from tracker.extraction.wordings import RULES

LONGEST_SENTENCE = 2500  # characters; what follows is no longer one sentence
_IF_POSTS = re.compile(
    r"(?:if|should) (?:any |a |your |the |either |another |one of the |the other )?(?:addressee )?(?:posts?|embass\w+|missions?|you|consulates?)\b"
)
# One of them stands in whatever asks by its words; other asks show in how they open, or in a clause of their own.
_SIGNS = (
    asking_cues.SIGNS
    | assigning.SIGNS
    | awaiting.SIGNS
    | told_wants.SIGNS
    | idioms.SIGNS
    | {"quote", "qte", "means"}
) - asking_cues.MUTED.union(asking_cues.MOVED)
_SOUNDING = Sieve(lambda word: word in _SIGNS or "instruct" in word)
_BETWEEN_DASHES = re.compile(r" -- .{1,120}? -- ")  # "Both embassies -- Oslo and Riga -- are to"
_INNER = re.compile(  # in small letters, between who acts and the verb: "Embassy, mindful that the lease has run out, asks"
    r"(?:(?:further|furthermore|also|finally|lastly|moreover|in addition|meanwhile), )?(?P<who>[^,;:]{2,70}), (?:(?:on|of|in|by|for|to|under|without) (?:which|whom)|mindful|aware|conscious|certain|sure|convinced|anxious|eager|keen|unable|unwilling|[a-z]{2,12}ing|which|who|whose|(?:neither|none|both|each|one|some|most|all|few|many) of (?:which|whom)|whether|though|although|while"
    r"|joined by|together with|along with|jointly with|with|after|before|as|like|on behalf of|in (?:coordination|consultation|concert|agreement|cooperation|conjunction) with|at the (?:request|suggestion|instance|wish) of"
    r"|even|however|no matter|in whatever|whatever|if (?:only|any|possible)|(?:[\w-]+ ){1,3}or (?:not|[\w-]+))\b[^;:]{0,300}, $"
)
_FOR_ITS_PART = re.compile(r"^(?:and |but )?for (?:its|their) part (?!of\b)", re.IGNORECASE)
_PLAIN = frozenset(
    {"request", "would appreciate", "appreciate", "would welcome", "grateful", "would be grateful"}
)
_PRONOUNS = frozenset("it they he she".split())
_TURNED = re.compile(  # here the pronoun is a thing: "It should be signed", "It should include"
    rf"it \w+ (?:to )?(?:not |only |also |then )?(?:to )?(?:be|{'|'.join(sorted(v.STATES - {'identify', 'use', 'show', 'explain'}))})\b|(?:they|he|she) \w+ (?:to )?(?:not |only |also |then )?(?:to )?be\b"
)
_WHAT = re.compile(
    r"\b(?:sets? out|says?|tells?|lists?|explains?|describes?|shows?|know) what (?:[\w'’-]+ ){1,4}$",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:sets? out|sets? forth|describes?|explains?|tells? of|gives|covers|summarizes|outlines?|contains?|repeats|recalls|concerns|is about|deals with) (?:the |all |some |again )*(?:\w+ )?(?:work|steps|tasks|measures|things|actions|rules|procedures?|duties|changes|tests|part|role) (?:that |which )?(?:[\w'’-]+ ){1,4}$",
    re.IGNORECASE,
)
_OTHERS_OF = re.compile(  # "Where one of the missions cannot join, the other two should"
    r"(?:where|if|should|when|as|since|while|although|unless|once) (?:[\w'’-]+ ){0,5}?(?:posts?|embass(?:y|ies)|missions?|consulates?)\b(?! of\b)[^,;]*, "
    r"the (?:others?|rest|remaining|latter|former)(?: (?:one|ones|two|three|four|posts?|missions?|embass(?:y|ies)))? $"
)
_ALL_OTHERS = re.compile(  # posts that were not let off: "All others should submit figures on the form"
    r"all (?:the )?others (?:should|must|are to|are (?:asked|requested|instructed) to|need to) (?:also |please )?(?:submit|send|report|reply|furnish|complete|return|cable|telegraph|forward|use the|provide|advise|inform|confirm|answer|respond)\b"
)
_WHOSE = re.compile(r" (?:for|of|to) (?P<whom>(?:(?!to\b)[\w/&'’-]+ ?){1,5})[.:]?$")
_WE_STILL = re.compile(r"\b(?:we|i) (?:still|now|yet|do|also|therefore) $", re.IGNORECASE)
_DOING = ("does ", "does, ", " still ", " however ", " indeed ", " now ", " also ", " therefore ")
_EMPHATIC = re.compile(
    r" does,?(?: (?:still|however|now|also|indeed|nonetheless|therefore),?)? $", re.IGNORECASE
)
_OF_THEM = re.compile(r"(?:each|both|all|none|neither) of them$")
_STILL = (
    "still ",
    "now ",
    "yet ",
    "do ",
    "also ",
    "therefore ",
)  # with one of them ends whatever _WE_STILL finds
_SIDES = ("party ", "parties ", "side ", "sides ", "signatory ", "signatories ")  # and _EACH_SIDE
_EACH_SIDE = re.compile(  # of an agreement, which telegrams name without a comma: "UNDER ARTICLE 5 OF MEMORANDUM EACH PARTY IS REQUIRED TO"
    r"\b(?:each|every|either|neither|both|all|the other|no) (?:contracting |signatory |high contracting )?(?:part(?:y|ies)|sides?|signator(?:y|ies)) $",
    re.IGNORECASE,
)
_QUESTIONS = frozenset("whether why how what".split())
_IN_QUESTION = re.compile(  # "whether the government should": what is asked, not what is to be done
    r"(?<!unsure )(?<!uncertain )(?<!not sure )(?<!doubt )\b(?:whether|why|how|what) (?!to\b|is\b|it\b|they\b)(?:[\w'’-]+ ){1,10}$|\w (?:over |on |of |about )?what $|^what $",
    re.IGNORECASE,
)
_ANSWERED = re.compile(  # the question has its own verb: "a short cable on how the visit went is to be sent"
    r"\b(?:on|of|about) (?:how|what|why) (?:[\w'’-]+ ){0,6}?(?:went|came|stood|fell|ran|stands|said|did|made|found|seen|\w{3,}(?<!ne)ed) $"
    r"|\b(?:and|on|of|about) what (?:the |each )?[\w/]+ (?:will|has|have|can|intends to|plans to|hopes to) \w[^,;]* $",
    re.IGNORECASE,
)
_WHEN_IT = ("it ", "they ", "one ")
_WHEN_IT_IS = re.compile(
    r"\b(?:after|once|when|whenever|until|unless|as soon as) (?:it|they|one) $", re.IGNORECASE
)


def verdict_of(
    text: str, cast: Cast, setting: Setting | None = None, signs: int | None = None
) -> Verdict | None:
    """Return whether a sentence asks; None where it has no asking verb at all. `signs` are those of its words, if known."""
    setting, text = setting or Setting(), text[:LONGEST_SENTENCE]
    low = text.lower()
    signs = signs_of(words_in(low)) if signs is None else signs
    spelled = spelling.mended(text) if signs & spelling.MISSPELT.bit else None
    if spelled is not None:
        return _placed(spelled, verdict_of(spelled.text, cast, setting))
    return None if _is_silent(text, low, signs, setting) else _weighed(text, cast, setting)


def _weighed(text: str, cast: Cast, setting: Setting) -> Verdict | None:
    plain = refusals.without_quotations(text)
    low = plain.lower()
    if unasked_for := unasked.why(plain, low, cast):
        return None if _is_silent(text, low, signs_of(words_in(low)), setting) else refused(unasked_for)
    found, sounds_asking = _first_ask(plain, low, cast, setting), asking_cues.is_suspect(low, words_in(low))
    is_plain = found is None and not sounds_asking and "; " not in low  # as most sentences are
    whole = refusals.pointing(low) if is_plain else refusals.whole(low)
    if whole is not None:
        by_clause = _by_clauses(text, whole, cast, setting)
        return by_clause or (refused(whole) if sounds_asking or whole == refusals.POINTER else None)
    if found is None and sounds_asking:
        return refused(refusals.leftover(low))
    if found is None and plain is not text and asking_cues.is_suspect(text.lower(), words_in(text.lower())):
        return refused(refusals.QUOTED)
    if found is not None and found.is_ask and _IF_POSTS.match(low) and "; " not in low[: found.cue_at]:
        return _with_option(found)
    return found


def _is_silent(text: str, low: str, signs: int, setting: Setting) -> bool:
    """Return whether a sentence holds no sign of what a rule looks for; most hold none. Each new rule needs its sign here."""
    return not (
        setting.is_action
        or signs & _SOUNDING.bit
        or asking_cues.have_weak(low, signs)
        or (signs & asking_cues.MUTED.bit and asking_cues.have_muted(low, words_in(low)))
        or (signs & asking_cues.MOVED.bit and signs & asking_cues.MOVABLE.bit)
        or (signs & asking_cues.IDIOMS.bit and asking_cues.have_idiom(low, words_in(low)))
        or bare_orders.may_stand_in(low, setting, signs)
        or (signs & terse_orders.SIGNS.bit and terse_orders.may_be(low))
        or '"' in low
        or "“" in low
        or ("'" in low and low.count("'") > 1)
        or (refusals.may_point(low) and refusals.pointing(low) is not None)
        or ((": " in low or " -- " in low) and _asks_behind_label(text, low, setting))
        or ("; " in low and _asks_in_clause(low))
        or called_on.call_end(low) > 0
        or low.startswith("from ")
    )


def _asks_in_clause(low: str) -> bool:
    return refusals.whole(low) is not None or bare_orders.behind_semicolon(low) is not None


def _asks_behind_label(text: str, low: str, setting: Setting) -> bool:
    mark = entry_of(text)
    if mark is not None:
        text, low = text[mark.end() :], low[mark.end() :]
    end = label_end(text) or (entry_label_end(text) if setting.is_listed else 0)
    called = called_on.called_end(text)
    is_led = called > 0 and bare_orders.may_stand_in(low[called:], replace(setting, is_led=True), ANY)
    return (
        is_led
        or named_wants.SHARE.match(text) is not None
        or called_on.WILL.match(text, end or called) is not None
        or (end > 0 and bare_orders.may_stand_in(low[end:], setting, ANY))
    )


def _placed(spelled: spelling.Mended, found: Verdict | None) -> Verdict | None:
    """Return the verdict of a text whose spelling was mended, its places those of the text as written."""
    if found is None or not found.is_ask:
        return found
    first, last = found.subject
    return replace(
        found,
        cue_at=spelled.old(found.cue_at),
        order_at=spelled.old(found.order_at),
        subject=(spelled.old(first), spelled.old(last)),
        end=None if found.end is None else spelled.old(found.end),
    )


def _by_clauses(text: str, reason: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return the first clause that asks where another gives a reason against, its places counted in the whole sentence."""
    for start, end in refusals.clauses(text.lower(), reason):
        found = verdict_of(text[start:end], cast, setting)
        if found is not None and found.is_ask:
            return replace(
                found,
                cue_at=found.cue_at + start,
                order_at=found.order_at + start,
                subject=(found.subject[0] + start, found.subject[1] + start),
                end=end,
            )
    return None


def _first_ask(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    """Return the first required ask, else the first optional one, else the first reason against."""
    bare = bare_orders.bare_order(low, cast, setting) or called_on.labelled_order(plain, cast, setting)
    bare = bare or called_on.asked_question(plain, cast, setting) or called_on.called_order(plain, low, cast)
    if bare is None:
        bare = _politely(plain, low, cast, setting)
    if bare is not None and bare.is_ask:
        return bare
    found, against = _by_cues(plain, low, cast, setting)
    if found is not None and not found.is_optional:
        return found
    told = (
        told_wants.told(plain, low, cast, setting)
        or _idiom(plain, low, cast, setting)
        or _awaited(plain, low, cast, setting)
    )
    is_told_orders = cast.asks_posts and not cast.asks_others and not cast.is_clearance
    if found is None and told is None and is_told_orders:
        told = bare_orders.behind_semicolon(low)
    return found or told or bare or against


def _by_cues(plain: str, low: str, cast: Cast, setting: Setting) -> tuple[Verdict | None, Verdict | None]:
    """Return the first required ask by its asking word, else the first optional one; and the first reason against."""
    optional: Verdict | None = None
    against: Verdict | None = None
    for match in asking_cues.cues(low):
        found = _judge(plain, low, match, cast, setting)
        if found is None:
            continue
        if optional is not None and found.form == "due" and "; " in low[: match.start()]:
            continue  # "Posts may add photographs; prints are due by May 3"
        if found.is_ask and not found.is_optional:
            return found, against
        if found.is_ask:
            optional = optional or found
        else:
            against = against or found
    return optional, against


def _politely(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    found = polite_wishes.favor(low, cast) if setting.is_opinion else polite_wishes.wished(low, cast)
    if found is None and not setting.is_opinion and (hoped := awaiting.hoped(low, cast)):
        return None if refusals.reported(plain, low, 1) else hoped
    return None if found and refusals.reported(plain, low, found.cue_at) else found


def _idiom(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    found = None if setting.is_opinion or cast.is_clearance else idioms.idiom(plain, low, cast)
    return None if found and refusals.reported(plain, low, max(found.cue_at, 1)) else found


def _awaited(plain: str, low: str, cast: Cast, setting: Setting) -> Verdict | None:
    is_told = setting.is_summary or setting.is_opinion or cast.is_clearance
    found = None if is_told else awaiting.awaited(plain, cast)
    return None if found and refusals.reported(plain, low, max(found.cue_at, 1)) else found


def _judge(plain: str, low: str, match: re.Match[str], cast: Cast, setting: Setting) -> Verdict | None:
    kind = "wish" if match.lastgroup in ("wants", "counts") else match.lastgroup
    start, subject = _subject(plain, low, match, cast)
    may_be_question = kind in ("modal", "told", "may") and not _QUESTIONS.isdisjoint(words_in(low))
    if _is_told_of(kind, subject, low, match.end(), cast) or _is_over_requests(subject, low, match, cast):
        return None
    is_plea = kind == "please" and not (cast.is_clearance and cast.part_of(subject) is Part.ASKED)
    part = Part.NOBODY if is_plea else _part(subject, start, low, cast, setting)
    cue = Cue(low=low, match=match, subject=subject, subject_at=start, part=part, setting=setting, cast=cast)
    found = found_out.found_out(cue) if kind == "modal" else None
    if found is None and may_be_question and _IN_QUESTION.search(subject) and not _ANSWERED.search(subject):
        return None
    found = found or RULES[kind or ""](cue)
    if found is None:
        return None
    is_open = found.reason in (refusals.KNOWING, refusals.POINTER) or reaching.is_told_by_others(cue)
    if not is_open and refusals.reported(plain, low, match.start()):
        return refused(refusals.REPORTED)
    if not found.is_ask:
        return found
    if cast.is_clearance and part is not Part.ASKED and not _is_for_office(low, found, cast, setting):
        return refused(refusals.PERSONS)
    is_advice = kind in ("modal", "may") and not in_hand.is_for_us(cue, found) and _is_opinion(cue)
    if cast.asks_capital and not cast.asks_posts and is_advice:
        return refused(refusals.ADVICE)
    return found


def _subject(plain: str, low: str, match: re.Match[str], cast: Cast) -> tuple[int, str]:
    """Return where the clause of a cue begins, and the words before the cue; a title and a dash are none of it.

    Example: "Campaign 5 -- (toys) -- request Embassy report".
    """
    numbering = entry_of(low[: match.start()])
    start = day_end(low, max(_clause_start(low, match.start()), numbering.end() if numbering else 0))
    subject = plain[start : match.start()]
    subject = _BETWEEN_DASHES.sub(" ", subject) if " -- " in subject else subject
    subject = _EMPHATIC.sub(" ", subject) if subject.lower().endswith(_DOING) else subject
    if "or its part " in subject.lower() or "or their part " in subject.lower():
        subject = _FOR_ITS_PART.sub("", subject)
    inner = _INNER.fullmatch(subject.lower()) if subject.endswith(", ") else None
    subject = f"{subject[slice(*inner.span('who'))]} " if inner else openings.without(subject, cast)
    subject = remainders.without_it(subject)
    is_behind_dash = match.group() in _PLAIN and low.endswith("-- ", 0, match.start())
    if is_behind_dash and cast.part_of(subject) in (Part.NOBODY, Part.MATTER):
        return match.start(), ""
    return start, subject


def _is_told_of(kind: str | None, subject: str, low: str, end: int, cast: Cast) -> bool:
    """Return whether duties are only spoken of: "This message sets out the work that sections have to finish first"."""
    if subject[-5:].lower().endswith(_WHEN_IT) and _WHEN_IT_IS.search(subject):
        return True  # "A flight can leave two days after it is requested"
    if kind == "due":
        return _WHAT.search(subject) is not None
    is_duty = kind in ("modal", "told") and " " in subject
    is_work = is_duty and _WORK.search(subject) is not None and wishes.DATED.search(low, end) is None
    return is_work or (is_duty and inner_clauses.is_told_within(subject, cast))


def _is_over_requests(subject: str, low: str, cue: re.Match[str], cast: Cast) -> bool:
    """Return whether the words only stand over requests and say of whom they are: "REQUEST FOR OBO."."""
    is_first = cue.group() == "request" and not subject.strip(" .()0123456789")
    match = _WHOSE.match(low, cue.end()) if is_first else None
    return match is not None and cast.part_of(match["whom"].upper()) is Part.ASKED


def _is_for_office(low: str, found: Verdict, cast: Cast, setting: Setting) -> bool:
    """Return whether a post's clearance asks an office, not the travelers: "Embassy requests that the Department"."""
    wanted = low[slice(*found.subject)]
    is_theirs = found.form == "thing" and asked_clauses.is_of_office(low[found.order_at :].lstrip(), cast)
    return setting.is_action or is_theirs or (found.form == "that" and cast.part_of(wanted) is Part.ASKED)


def _part(subject: str, start: int, low: str, cast: Cast, setting: Setting) -> Part:
    """Return what the subject stands for; a pronoun goes on about those asked just before."""
    words = subject.lower().split()
    last = words[-1].strip(",") if words else ""
    if last in _PRONOUNS and (_IF_POSTS.match(low, start) or duty_pronouns.goes_on(words, low, start, cast)):
        return Part.ASKED
    if len(words) == 1 and last in setting.going_on and not _TURNED.match(low):
        return Part.ASKED
    if last == "them" and not setting.going_on.isdisjoint(("they", "each")) and _are_all_of_them(words):
        return Part.ASKED
    if subject.lower().endswith(_STILL) and _WE_STILL.search(subject):
        return Part.SENDER
    if cast.asks_posts and ", the " in subject.lower() and _OTHERS_OF.match(subject.lower()):
        return Part.ASKED
    if subject.lower().endswith(_SIDES) and _EACH_SIDE.search(subject):
        return Part.PERSON
    is_others = cast.asks_posts and last == "others" and _ALL_OTHERS.match(low, start) is not None
    is_others = is_others or addressees.are_each_told(words, low, start + len(subject), cast)
    if is_others or (cast.has_collective and addressees.is_only(subject)) or _are_posts_in(subject, cast):
        return Part.ASKED
    return cast.part_of(duty_pronouns.of_whoever(subject))


def _are_all_of_them(words: list[str]) -> bool:
    """Return whether the words end in "each of them", behind an opening or alone."""
    said = " ".join(words).rpartition(", ")[2]
    return _OF_THEM.fullmatch(said) is not None


def _are_posts_in(subject: str, cast: Cast) -> bool:
    return cast.asks_posts and ", " in subject and addressees.are_in_countries(subject)


def _is_opinion(cue: Cue) -> bool:
    return cue.setting.is_opinion or refusals.is_advice(cue.low, cue.match.start())


def _clause_start(low: str, place: int) -> int:
    """Return where the clause that holds `place` begins: after a semicolon, a colon or a dash that opens no aside."""
    is_aside = " -- " in low and low.count(" -- ", 0, place) % 2 == 0
    marks = ("; ", ": ") if is_aside else ("; ", ": ", " -- ")
    return max((low.rfind(mark, 0, place) + len(mark) for mark in marks if mark in low[:place]), default=0)


def _with_option(found: Verdict) -> Verdict:
    return replace(found, is_optional=True)
