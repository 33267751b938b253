"""Paragraphs that tell what laws, bodies and speakers command of others: their bare orders and duties of things ask nobody who reads.

A title opens one ("DUTIES OF CARRIERS."), or a sentence that names the law or who commands ("The Secretariat told participants
what to do."). It holds for its paragraph, until a sentence asks those of the cable by name.
"""

import re
from dataclasses import dataclass

from tracker.cable.hints import Family, small
from tracker.cable.parts import Sentence
from tracker.extraction import doers, matters, refusals
from tracker.extraction import vocabulary as v
from tracker.extraction.bare_orders import says_when_to_answer
from tracker.extraction.cast import Cast, Part
from tracker.extraction.labels import entry_of
from tracker.extraction.noun_phrases import WORDS, noun_phrase
from tracker.extraction.verdicts import Verdict

_LAW = (
    r"(?:laws?|acts?|bills?|statutes?|treat(?:y|ies)|conventions?|decrees?|codes?|by-?laws?|ordinances?|leases?|contracts?|charters?|constitution|protocols?|accords?"
    r"|judge?ments?|rulings?|agreed minutes?|manifesto|petition|rules? of procedure|(?:court|municipal) orders?|communique|cease-?fire|truce|pact|contest|competition|franchise|concession)"
)
_PART_OF_LAW = r"(?:article|section|rule|clause|chapter|title|notice|standing order|regulation) (?:\d{1,4}|[ivxlc]{1,6})\b"
_OF_LAW = (
    r"(?:(?:the|an?|its|their|new|draft|final|loan|grant|u\.s\.|federal|local|proposed|state|national) ){0,4}"
)
_TITLE = re.compile(  # in small letters, without its end mark
    r"what (?P<who>[^:;]{3,60}?) (?:must|should|shall|ha(?:s|ve) to|(?:is|are) to|needs? to|asks?|requires?|demands?|commands?|orders?|provides?|prescribes?|lays? down|would)\b.*"
    rf"|(?:(?:the|main|principal|new|other|chief|some) ){{0,3}}(?:duties|obligations|conditions|responsibilities|rules|requirements|terms|demands|recommendations|provisions) (?:of|under|for|on|upon|in|to|laid on) (?:(?P<of>{_OF_LAW}(?:{_LAW}|draft|loan|grant)\b.*)|(?P<whom>.+))"
    r"|(?:(?:the|main|principal|other) ){0,2}(?:duties|conditions|rules|terms|demands) (?:set|made|laid down|imposed|put) by (?P<by>.+)"
    rf"|(?:background (?:on|to) )?{_OF_LAW}(?:{_LAW}|rule|regulations?)(?: \([^)]*\))?|{_PART_OF_LAW}.{{0,30}}|(?:of|to|for|from) (?P<called>[\w'’-]+(?: [\w'’-]+){{0,3}})"
)
_BODY = (
    r"(?:council|board|committee|conference|(?:general )?assembly|secretariat|organi[sz]ers?|congress|court|tribunal|parliament|union|party|league|synod|authority|commission|ministry|minister|bank"
    r"|club|association|protocol (?:department|office)|inspectors?|auditors?|panel|students|bishops?|speaker|judges?|mayor|ombudsman|charity|opposition|museum|(?:health|customs|tax) office|press|he|she|they)"
)
_TELLS = (
    r"(?:(?:has |have |had )?(?:told|warned|instructed|ordered|decided|adopted|resolved|laid down|decreed|advised|issued|published|circulated|listed|recommended|demanded|took|left|sent)"
    r"|asked|(?:has|have) (?:asked|a list)|sets?|lays down|wants?|demands?|orders?|commands?|recommends?|tells|calls for|asks)"
)
_OPENER = re.compile(  # in small letters
    rf"(?:(?:the|an?|its|this|one) )?(?:[\w'’.-]+ ){{0,4}}?{_BODY}(?: (?:of|for|in|on|at) (?:the )?[\w'’-]+(?: [\w'’-]+){{0,2}})?,? (?:[\w ]{{2,40}} and )?{_TELLS} "
    r"(?:(?:\w+ ){0,3}?(?:participants|members|carriers|firms|companies|airlines|visitors|travell?ers|depositors|voters|exhibitors|missions|delegates|delegations|the crowd|the army|the police|the men|parties|dates|decisions?|demands|rules|steps|a code|a circular|a notice|a list|its program|the agenda|much|what (?:is )?to (?:do|be done)|how to|(?:two|three|four|five|six|seven|many|several) (?:things|steps|points|decisions|demands)))\b"
    rf"|(?:[^,;:]{{0,60}} )?(?:{_LAW}|regulations?|rule) (?:(?:is|are) (?:\w+ ){{0,2}}?(?:strict|short|new|long|plain|clear|harsh)|applies|governs?|binds?|speaks?|ha(?:s|ve) (?:\w+ )?(?:points|articles|parts|rules|conditions)|sets?|says?|lays?|provides?)\b.*"
    rf"|{_PART_OF_LAW}(?: of (?:the )?[\w ]{{3,40}})? (?:sets?|governs?|requires?|provides?|says?|lays?|binds?|applies|forbids?|obliges?|deals|speaks?)\b.*"
    r"|(?:the|this|its) (?:report|study|audit|paper|document) (?:is|was|spares|makes|lists|sets|names) (?!only\b|short\b|in\b|being\b|due\b|late\b|now\b|ready\b|attached\b|enclosed\b|below\b).*"
    r"|(?:the|this|its) (?:[\w'’-]+ ){0,3}?(?:report|study|audit) (?:says?|finds?|concludes?)\b.*|(?:gao|omb|treasury|congress)['’]s (?:report|study|audit|rule|bill)\b.*"
    r"|(?:a|the|this) circular of (?:the )?[^,;:]{3,60} binds\b.*"
    r"|(?:the|its|their) (?:[\w'’-]+ ){0,2}?(?:notice|leaflet|circular|rules of procedure|by-?laws|annex|manifesto|program|appeal|petition)(?: of (?:the )?[\w ]{3,30}?)? (?:(?:is|are)(?! (?:not )?to\b| (?:enclosed|attached|below|in|being|now)\b)|ha(?:s|ve) [\w ]{3,20} points|speaks?|says?|tells?|asks?|demands?|wants?|gives|reads?|runs?|calls)\b.*"
    r"|(?:the|an?|its|his|their) (?:[\w'’-]+ ){0,3}?(?:note|letter|form|card|poster|invitation|sign|leaflet|notice) (?:reads?|ran|runs|went|says|said)(?: as follows| thus| in (?:part|full|translation))?[.:]"
    r"|(?:the )?(?:text|words|extracts?|excerpts?) (?:of|from) the (?:manifesto|appeal|sermon|speech|petition|pamphlet|leaflet|broadcast)\b.*"
)
_OPENING = Family(
    """urged directed reminded told warned instructed ordered decided adopted resolved laid decreed advised issued published circulated listed recommended demanded took left
    sent asked asks list set sets lays lay want wants demand demands orders order command commands recommend recommends tells tell calls strict short
    new long plain clear harsh apply applies governs govern bind binds speak speaks point points articles parts rules conditions say says
    provide provides require requires forbid forbids oblige obliges deal deals report study audit paper document finds find concludes
    conclude gao omb treasury congress gives reads read runs run ran went said extract extracts excerpt excerpts text words notice leaflet circular procedure laws bylaws annex manifesto program appeal petition""".split()
)
_OURS = re.compile(
    r"\b(?:posts?|embass\w+|consul(?:ates?|ar)\b|addressees?|you|yours?|us|we|our|ours|(?:(?<=the )|(?<=state )|(?<=to )|(?<=that ))department(?! (?:of|concerned)\b)|washington|septel|reftel|ref|usdao|amemb\w*|amcon\w*|(?:by|with|to) [hlm]|please|kindly|(?:action|control|reporting) officers?|(?:to|reach|with) the bureau)\b|@|\b[a-z]{1,5}/[a-z]",
)
_OURS_IN_FIELD = re.compile(r"\b(?:missions?|desks?)\b")
_DUTY = re.compile(r"(?:should|must|shall|ought|needs?|ha(?:s|ve)|(?:is|are)(?: \w+)? to|may|can)\b")
_ASKED_FOR = frozenset(  # what those of the cable hand in or are sent, whatever law the paragraph tells of
    """report reports reply replies answer answers response responses submission submissions comment comments input inputs nomination nominations chapter
    chapters contribution contributions guidance approval funds funding decision instructions authorization clearance views draft drafts text texts""".split()
)
_OF_WHOM = re.compile(
    r"(?:of|to|for|from|by) (?P<whom>[^:;,]{3,60}?): "
)  # in small letters: "OF PARLIAMENT: pass the bill"
_LEAD = re.compile(  # in small letters: "Every employer of more than ten persons must:"
    r"(?:[^:;]{2,160}[.,] )?(?P<who>(?:(?P<any>an?|every|each|any|no|all) |the )?(?P<noun>[a-z][\w'’-]*(?: [\w'’-]+){0,11}?)) (?P<duty>must|should|shall|will|would|may|can|has to|have to|is to|are to|undertakes? to|agrees? to|(?:is|are) (?:required|obliged|bound) to)(?: (?:also|therefore|further|then|not))?(?: do the following)? ?:"
)
_DUTY_OF = re.compile(  # "Divers are to seal the tanks"
    r"(?P<who>[^,;:.]{3,60}?) (?:must|shall|should|(?:is|are) to|ha(?:s|ve) to) (?:also |then |not )?(?!be\b)(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_FROM_HOME = frozenset(  # what a post waits for from its capital
    """fund funds funding citation cite cites orders waiver waivers instructions guidance data answer answers reply replies response
    approval authorization clearance concurrence decision visa visas comments views""".split()
)
_MOVING = frozenset("arrive come leave depart travel bring speak attend wear".split())
_OF_OURS = frozenset(  # people of a post, or whom posts look after: what is to be done about them is theirs who read
    """employee employees staff personnel officer officers spouse spouses dependents traveler travelers participant participants applicant applicants
    nominee nominees candidate candidates visitor visitors grantee grantees delegate delegates speaker speakers trainee trainees supervisor supervisors""".split()
)
_TOLD = re.compile(
    r"(?:[\w ]{3,40}, )?(?P<who>[^,;:]{2,60}?) (?:has |have )?(?:told|warned|instructed|ordered|directed|urged|reminded) (?P<whom>(?:all |the |its |both |member )?[\w-]+)\b",
    re.IGNORECASE,
)
_BE_DONE = re.compile(
    r"(?:must|should|shall|ought to|(?:is|are|has|have|needs?) to) (?:not |also |then |all )?(?:\w+ly )?be (?P<done>[\w-]+)"
)
_TELLING = frozenset(  # what a post wants done for it, whoever is told or whatever is sent
    """told reminded advised informed briefed asked warned met booked chosen named picked pouched air-pouched air-freighted
    hand-carried cabled slugged shipped""".split()
)
_HERE = re.compile(r"\bhere\b|\bduty officer\b|\bin time\b")
_PLEADING = frozenset(
    "request ask let have advise confirm recommend authorize provide issue furnish forward cable ship extend amend".split()
)
_AGENCY = re.compile(
    r"the (?:[a-z]+ department|department of [a-z]+|bureau of [a-z]+|treasury) "
)  # other countries have them too
_TO_WHOM = re.compile(r"\b(?:to|with|before) (?P<whom>the [\w-]+)")
_LEADS = (
    "must:",
    "shall:",
    "should:",
    "will:",
    "to:",
    "would:",
    "following:",
    "also:",
    "may:",
    "therefore:",
    "not:",
    "further:",
    "then:",
)
_OVER_THEIRS = re.compile(  # in small letters: "Greenwater's advice for the ministry is as follows:", "The following duties fall on the airlines:"
    r"[^:]{0,80}\b(?:advice|demands|wishes|duties|obligations|conditions|terms|rules|appeal)\b[^:]{0,60}:"
)
_OF_DUTIES = re.compile(
    r"what |(?:(?:the|main|principal|new|other|chief|some) ){0,3}(?:duties|obligations|conditions|responsibilities|rules|terms|demands) "
)
MOST_OF_TITLE = 10  # words
MOST_TO_OPENER = 3  # sentences of a paragraph


@dataclass(slots=True)
class ToldToOthers:
    """What the paragraph so far tells others to do."""

    paragraph: int | None = None
    is_titled: bool = False  # its title says so
    is_told: bool = False  # a sentence of it says so
    seen: int = 0  # sentences of the paragraph
    heading: str | None = None
    is_headed: bool = False

    def note(self, sentence: Sentence, cast: Cast) -> None:
        """Take note of a sentence before it is judged: of a title over others' duties, or of the words that open them."""
        if sentence.heading != self.heading:
            self.heading = sentence.heading
            self.is_headed = _is_title(sentence.heading or "", cast)
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.seen, self.is_told, self.is_titled = sentence.paragraph, 0, False, False
        self.seen += 1
        if sentence.paragraph is None or self.is_titled:
            return
        if self.seen == 1 and sentence.text.count(" ") < MOST_OF_TITLE:
            self.is_titled = _is_title(sentence.text, cast)
        if self.seen <= MOST_TO_OPENER and not self.is_told and sentence.signs & _OPENING.bit:
            low = small(sentence.text)
            is_opener = _OPENER.match(low) is not None or (
                self.seen == 1 and _tells_others(sentence.text, cast)
            )
            self.is_told = is_opener and not _names_ours(low, cast)

    def _learn(self, sentence: Sentence, verdict: Verdict, cast: Cast, *, is_going_on: bool) -> None:
        """Take note of a duty that a sentence lays on others: what is to be done to things behind it is theirs too."""
        is_open = not (self.is_told or is_going_on or sentence.paragraph is None)
        is_theirs = verdict.reason in (refusals.THIRD, refusals.PERSONS)
        match = _DUTY_OF.match(sentence.text) if is_open and is_theirs else None
        verb = match["verb"].lower() if match else ""
        if match is None or verb in _MOVING or _names_ours(small(sentence.text), cast):
            return
        part, head = cast.part_of(match["who"]), _head(match["who"])
        is_some = part is Part.NOBODY and head.endswith("s") and verb not in v.STATES
        is_thing = head in v.GIVEN or head in v.MATTERS
        self.is_told = head not in _OF_OURS and not is_thing and (is_some or _are_others(match["who"], cast))

    def weigh(self, sentence: Sentence, verdict: Verdict, cast: Cast, *, is_going_on: bool) -> bool:
        """Return whether a sentence only goes on with what others are told; one that asks nobody may open that itself."""
        if verdict.is_ask:
            return self._holds(sentence, verdict, cast, is_going_on=is_going_on)
        self._learn(sentence, verdict, cast, is_going_on=is_going_on)
        return False

    def _holds(self, sentence: Sentence, verdict: Verdict, cast: Cast, *, is_going_on: bool) -> bool:
        """Return whether a sentence that sounds like an ask only goes on with what others are told."""
        low = small(sentence.text)
        if _is_of_whom(low, cast) or (_is_to_capital(cast) and _is_unlike_post(low, verdict, cast)):
            return True
        is_duty = _DUTY.match(low, max(0, verdict.cue_at)) is not None
        if is_duty and not is_going_on and _is_to_capital(cast) and _is_nobodys(low, verdict, cast):
            return True
        if not is_going_on and _is_to_capital(cast) and _is_bare(low, verdict) and not _names_ours(low, cast):
            return True
        if not (self.is_titled or self.is_told or self.is_headed):
            return False
        subject = low[slice(*verdict.subject)]
        is_ours = cast.part_of(sentence.text[slice(*verdict.subject)]) is Part.ASKED
        if _names_ours(low, cast) or (is_ours and not _AGENCY.match(subject)):
            self.is_told = self.is_titled = False
            return False
        if self.is_titled or self.is_headed:
            return is_duty or verdict.form == "order"
        is_paper = not _ASKED_FOR.isdisjoint(_words_before(low, verdict)) and not _goes_to_others(low, cast)
        is_bare = verdict.form == "order" and not cast.asks_posts
        return (is_duty and not is_paper) or is_bare


def _is_to_capital(cast: Cast) -> bool:
    return cast.asks_capital and not (cast.asks_posts or cast.asks_others)


def _is_nobodys(low: str, verdict: Verdict, cast: Cast) -> bool:
    """Return whether a post tells what is to be done to a thing and names neither side: most often what others are told."""
    is_told = verdict.form in ("done", "matter") and not _names_ours(low, cast)
    subject = frozenset(low[slice(*verdict.subject)].split())
    is_sent = not subject.isdisjoint(_FROM_HOME) and not _goes_to_others(low, cast)
    done = _BE_DONE.match(low, verdict.cue_at)
    is_plain = done is not None and done["done"] not in _TELLING and _HERE.search(low) is None
    return is_told and is_plain and not is_sent and (cast.sender == "" or cast.sender not in low)


def _is_bare(low: str, verdict: Verdict) -> bool:
    """Return whether a plain order opens a sentence: a post pleads, says that it requests, or only says when to answer."""
    first = low.partition(" ")[0]
    if says_when_to_answer(low):
        return False
    return verdict.form == "order" and verdict.cue_at == 0 and first in v.ORDERS and first not in _PLEADING


def _is_unlike_post(low: str, verdict: Verdict, cast: Cast) -> bool:
    """Return whether a post would not write so to its capital: with "shall", or of "the Treasury", which is the other country's."""
    is_shall = verdict.cue_at > 0 and low.startswith("shall ", verdict.cue_at)
    return is_shall or ("treasury" not in cast.names and low.startswith("the treasury ", verdict.subject[0]))


def _words_before(low: str, verdict: Verdict) -> list[str]:
    return low[: max(0, verdict.cue_at)].split()


def _tells_others(text: str, cast: Cast) -> bool:
    """Return whether a sentence says that others tell or ask others: "DHS has told airlines what it expects"."""
    match = _TOLD.match(text)
    is_ours = match is not None and (
        cast.part_of(match["who"]) is Part.ASKED or _names_ours(small(match["who"]), cast)
    )
    return match is not None and not is_ours and cast.part_of(match["whom"]) is Part.THIRD


def _goes_to_others(low: str, cast: Cast) -> bool:
    match = _TO_WHOM.search(low)
    return match is not None and (_are_others(match["whom"], cast) or doers.is_someone(_head(match["whom"])))


def _names_ours(low: str, cast: Cast) -> bool:
    is_ours = _OURS.search(low) is not None or matters.POSTS_WORK.search(low) is not None
    return is_ours or (cast.asks_posts and _OURS_IN_FIELD.search(low) is not None)


def _is_of_whom(low: str, cast: Cast) -> bool:
    """Return whether an order stands behind the name of others: "OF PARLIAMENT: pass the bill"."""
    match = _OF_WHOM.match(low) if low.find(": ") > 0 else None
    return match is not None and _are_others(match["whom"], cast)


def _head(whom: str) -> str:
    head = noun_phrase(WORDS.findall(whom))[-1:]
    return head[0].lower() if head else ""


def _are_others(whom: str, cast: Cast) -> bool:
    part = cast.part_of(whom)
    is_doer = doers.is_doer(_head(whom))
    return part in (Part.THIRD, Part.PERSON) or (part is Part.NOBODY and is_doer)


def _is_title(title: str, cast: Cast) -> bool:
    """Return whether a title stands over what others are to do: "DUTIES OF CARRIERS", "THE LAW", "BANKS"."""
    low = small(title).strip(" .:-")
    mark = entry_of(low)
    low = low[mark.end() :] if mark else low
    match = _TITLE.fullmatch(low)
    if match is None:
        return not cast.asks_posts and low.count(" ") < 2 and _are_others(low, cast)
    who = match["who"] or match["whom"]
    is_law = low.startswith(("the ", "background on ")) or " of the " in low
    if cast.asks_posts and not (match["by"] or is_law or _OF_DUTIES.match(low)):
        return False  # a topic: "Contracts.", "For visitors.", "Section 3 training."
    if match["called"]:
        return _are_others(match["called"], cast)
    if match["who"] is None and _names_ours(low, cast):
        return False
    if match["of"] or who is None:
        return True
    is_law = re.fullmatch(rf"{_OF_LAW}(?:{_LAW}|rule|regulations?)", who) is not None
    return is_law or _are_others(who, cast)


def leads(text: str, cast: Cast) -> bool:
    """Return whether words that end in a colon lead a list of what others shall do."""
    low = small(text)
    if _OVER_THEIRS.fullmatch(low) and not _names_ours(low, cast) and not _OURS_IN_FIELD.search(low):
        return True
    match = _LEAD.fullmatch(low) if low.endswith(_LEADS) else None
    if match is None:
        return False
    part = cast.part_of(match["who"])
    first = noun_phrase(WORDS.findall(match["noun"]))[-1:]
    is_paper = part is Part.MATTER or (bool(first) and (first[0] in v.MATTERS or first[0] in v.GIVEN))
    if part in (Part.ASKED, Part.SENDER) or is_paper or _names_ours(match["who"], cast):
        return False
    is_doer = any(doers.is_someone(word) for word in match["noun"].split()[:3])
    return part in (Part.THIRD, Part.PERSON) or is_doer or match["duty"] == "shall"
