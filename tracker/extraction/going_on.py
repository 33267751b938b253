"""What one sentence hands to the next: who "it" and "they" are, and whose list is being told."""

import re
from dataclasses import dataclass, field

from tracker.cable.hints import Family
from tracker.cable.parts import Sentence
from tracker.extraction import addressees, doers, labels, matters
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.noun_phrases import noun_phrase
from tracker.extraction.posts_of_countries import cities_alone
from tracker.extraction.promises import first_verb

_WORD = re.compile(r"[a-z][a-z'-]*")
_PEOPLE = frozenset(w for w in v.PERSONS | v.THIRD if w not in ("it", "he", "she", "they")) | frozenset(
    "pilots nurses guards guides judges experts mechanics cooks coaches clerks scouts priests nuns heirs".split()
)
_HANDING = re.compile(  # those who hand things to others are not those others: "They should leave the list with both"
    r"they (?:should|must|may|are to|are asked to|need to) (?:also |then |each |please )?(?:"
    r"(?:leave|hand|give|present|deliver|convey|pass|read|show|offer|send) (?:[\w'’-]+ ){1,8}?(?:with|to)|give|hand|leave|show|offer|tell|remind|ask|assure|thank) "
    r"(?:both|each|either|them|him|her|all (?:two|three|four))\b"
)
_OF_OFFICES = re.compile(  # what only offices do: "They should use the points in paragraph 5", "They should report the reactions"
    r"they (?:should|must|may|are to|are (?:also )?(?:asked|requested|instructed) to|need to) (?:also |then |each |please |not )*"
    r"(?:use the (?:points|talking points|paper|text|language|form|guidance|template|caption)|draw (?:up)?on (?:the )?(?:points|paper|guidance|talking|para)|report (?:the|its|their|any|all|by cable|results|reactions?|whether|what|how|back)\b"
    r"|(?:inform|advise|notify|cable|telegraph|tell|keep) (?:the )?(?:department|washington|bureau|desk|state|[a-z]{2,4}/[a-z]+)\b|slug\b|vet (?:the|all|each|any)\b"
    r"|(?:forward|send|transmit|fax|e-?mail|pouch) [^.;]{2,60}? to (?:the )?(?:department|washington|bureau|desk|[a-z]{2,4}/[a-z]+)\b)"
)
_DO_TO = re.compile(  # they do something to others, whom the order before names
    r"they (?:should|must|are to|are (?:also )?(?:asked|requested|instructed) to|need to) (?:also |then |each |please |not )*(?!be\b|have\b|include\b|come\b|speak\b|join\b|meet\b|represent\b|number\b)[a-z]+ (?:the|all|each|every|any|no|both|such|only|these|those|at least|two|three|four) "
)
_PUBLIC_NAMED = Family(
    "public persons person parties firms companies exporters importers manufacturers producers citizens anyone applicants bidders governments commenters offerors authors".split()
)
_INVITED = Family(
    "will would may can invited until must free".split()
)  # and one of these, in whatever _PUBLIC_MAY finds
_PUBLIC_MAY = re.compile(
    r"\b(?:the (?:general )?public|(?:interested |private |affected |any )?(?:persons?|parties|firms|companies)|exporters|importers|manufacturers|producers|citizens|anyone|applicants|bidders|offerors|commenters|authors|(?<!host )governments) "
    r"(?:(?:will|would) (?:have|be able)|may|can|are invited to|have until|has until|must|are free to|will be asked to) (?:\w+ )?(?:comment|submit|file|apply|send|enter|bid|respond|object|petition|offer|until|to)\b",
    re.IGNORECASE,
)
_HANDED_IN = re.compile(
    r"(?:all |any |such |written |these |their )*(?:comments|submissions|applications|bids|offers|petitions|objections|entries|proposals|tenders|forms|responses) (?:should|must|are to|need to|have to|may|will)\b",
    re.IGNORECASE,
)
_MET = re.compile(  # "inform the two bishops"
    r"(?:inform|brief|tell|meet|meet with|invite|thank|remind|urge|assure|warn|interview|greet|escort|congratulate|persuade) "
    r"(?:the|both|all|two|three|these|those|its|their|any|local) (?:[\w'’-]+ ){0,3}?[\w'’-]+s\b"
)
_PAPERS = (v.MATTERS | v.GIVEN | matters.PAPERS) - v.POSTS - v.WE
_SINGLES = frozenset(
    "ambassador charge chargé dcm consul conoff poloff econoff rso pao gso imo officer attache chief".split()
)
_AGAIN = re.compile(r"They (?:should|must|are|may|need|ought)\b", re.IGNORECASE)
_MANY = frozenset("neither both each none".split())
_OF_PAPER = re.compile(
    r"(?P<it>they|these|it) (?:should|must|need|ought to|are to|is to|may)\b", re.IGNORECASE
)
NOBODY: frozenset[str] = frozenset()
_OTHERS_LIST = re.compile(
    r"\b(?:recommend(?:s|ed|ations?)?|calls? (?:on|for|upon)|called (?:on|for|upon)|proposes?|proposed|proposals?|demands?|demanded"
    r"|urges?|urged|requires?|required|asks?|asked|suggests?|suggested|obliges?|provides?|advises?|advised|tells?|told|said|says|wants?|needs?)\b"
)
_THEIR_DUTY = re.compile(  # "Applicants must:"
    rf"(?:the |all |any |each )?(?:\w+ )?(?:{'|'.join(sorted(v.PERSONS - {'it', 'he', 'she', 'they', 'party', 'delegation', 'team'}))})\b.{{0,60}}\b(?:must|should|shall|are to|is to|need to)\b"
)
_OF_THEM = re.compile(  # "We want each of the four governments:"
    r"\b(?:wants?|expects?|hopes?|seeks?|asks?|urges?|goals? for|aims? for) (?:that )?(?:each|all|every|both|the|these|those|our|its|his|their)\b[^:]{0,60}"
    r"\b(?:governments?|countries|states|parties|ministr\w+|authorities|capitals|partners|members|ports|firms|companies|delegations)(?: to)? ?:$"
)
_OURS = re.compile(
    r"\b(?:posts?|embass\w+|missions?|consulates?|consular|addressees?|you|department|we|our|washington|please|action)\b"
)

_THEIR_LIST = re.compile(r"they (?:should|must|are to|are asked to|are requested to)(?: also| then)? ?:")
_HAVE_TO_DO = re.compile(  # what they have to do is told next: "Posts in the Gulf have one thing more to do."
    r"(?P<who>[^,;:]{3,60}?) (?:have|has) (?:[\w-]+ ){0,5}?(?:thing|things|task|tasks|duty|duties|job|more|work|part)(?: [\w-]+){0,3}? to (?:do|perform|see to|carry out)[.:]$"
)
_SEVERAL = re.compile(  # "Embassies Freetown and Monrovia asked"
    r"(?P<who>(?:All|Both|The) (?:of the )?(?:two |three |four |five |six )?(?:posts|embassies|missions|consulates)(?= [a-z])"
    r"|(?:The |the )?(?:[Ee]mbass(?:y|ies)|[Mm]issions?|[Pp]osts?|[Cc]onsulates?(?: [Gg]eneral)?)? ?(?!The\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)*,? and (?:the )?(?:[A-Z][\w'’-]+ ?){1,3})(?= [a-z]|(?<= )[a-z])"
)
_SEVERAL_SHOUTED = re.compile(
    r"(?P<who>(?:(?:THE )?(?:EMBASSIES|POSTS|MISSIONS) )?[A-Z'’-]+(?:, [A-Z'’-]+)*,? AND [A-Z'’-]+) "
)
_TELLS_OF = re.compile(  # "Kabul, Baghdad and Islamabad are exempted from paragraph 8"
    r"(?!They |It |These |Those |Both |Each )(?P<who>[A-Z][^;:.]{2,120}?),? (?:are|is|have|has|had|did|do|does|was|were|cannot|need not|need|needs|may not|will)(?: not)? (?P<rest>[^;:]*)$"
)
_TELLS_SHOUTED = re.compile(_TELLS_OF.pattern, re.IGNORECASE)
_BESIDES = re.compile(r"\b(?:which|who|whose|that|and(?! \d)|but|while|when|so|if)\b")
_GOES_ON = re.compile(  # what things do not do: "They should let this office know"
    r"(?:[\w ,'’-]{2,40}, )?(?:they|it|each|both) (?:should|must|shall|(?:is|are)(?: \w+)? to|needs? to|ha(?:s|ve) to|(?:is|are) (?:asked|requested|instructed) to|may) "
    r"(?:now |also |then |still |therefore |however |nonetheless |nevertheless |instead |again |\w+ly |not )*"
    r"(?:let|report|send|submit|confirm|correct|cable|advise|inform|forward|furnish|deliver|transmit|notify|coordinate|check|verify|update|provide|reply|respond|answer|tell|"
    r"write|ask|seek|find|make sure|ensure|request|instruct|call|consult|nominate|identify|register|apply|ignore|disregard|use (?:the|form|only)|follow the|return|complete|begin|start|take (?:no|the|steps|up)|consider|address|explain|state|indicate|say|note|count|list|do so|refrain|wait|hold|keep|fill|charge|see)\b"
)
_BOTH_ARE = re.compile(
    r"(?:Both|Each|They|All three) (?:are|is) (?:now |therefore |accordingly |hereby |also |again )*(?:asked|requested|instructed|directed|urged) to\b",
    re.IGNORECASE,
)
_BOTH = ("both ", "each ", "they ", "all three ")  # with one of them begins whatever _BOTH_ARE finds
_HAVING = Family({"have", "has"})
_GOING_ON = Family("they it each both".split())  # one of them stands in whatever _GOES_ON finds
_SEVERAL_NAMED = Family({"and", "posts", "embassies", "missions", "consulates"})
_SWAYING = frozenset(
    "urge press ask request encourage persuade remind tell instruct convince lobby invite".split()
)


@dataclass(slots=True)
class Thread:
    """The asks of the paragraph so far, as far as the next sentence may lean on them."""

    paragraph: int | None = None
    pronouns: frozenset[str] = NOBODY
    asked: list[tuple[str, ...]] = field(default_factory=list)
    is_others_list: bool = False
    told: list[str] = field(default_factory=list)  # the sentences of the paragraph, as long as none asks
    joining: list[str] = field(
        default_factory=list
    )  # the sentences of the paragraph that may begin with several
    thing: str = ""  # what the sentence just before orders to be handled: "The points"
    is_public: bool = False  # the paragraph tells what anybody may hand in
    many: str = ""  # the words of the last ask to many: "They should tell the judges" may mean those of whom it speaks
    verb: str = ""  # of the last ask to many: "They should not sample" goes on with "sample"
    statement: str = (
        ""  # the sentence before, if it asks nothing: the next may tell the duty of those of whom it tells
    )
    order: tuple[str, str] | None = (
        None  # the subject and the words of the last ask: "They should say" of "Reports are due by May 3"
    )

    def open(self, sentence: Sentence, cast: Cast, to: tuple[str, ...]) -> None:
        """Take note of the sentence that is read next: a new paragraph forgets the one before."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.pronouns = sentence.paragraph, NOBODY
            self.is_others_list, self.verb, self.thing, self.order = False, "", "", None
            self.statement, self.is_public = "", False
            self.asked.clear()
            self.joining.clear()
            self.told.clear()
        may_invite = sentence.signs & _PUBLIC_NAMED.bit and sentence.signs & _INVITED.bit
        if may_invite and _PUBLIC_MAY.search(sentence.text):
            self.is_public = True
        if self.statement and sentence.signs & _GOING_ON.bit and _GOES_ON.match(sentence.text.lower()):
            self._go_on_about(self.statement, cast, to)
        self.statement = ""
        is_entry = sentence.is_bullet or sentence.text[:1].islower() or labels.ENTRY.match(sentence.text)
        if self.is_others_list and not is_entry:
            self.is_others_list = False
        if self.verb and sentence.text[:5].lower() == "they " and self._are_they(sentence):
            self.pronouns |= {"they"}

    def _are_they(self, sentence: Sentence) -> bool:
        """Return whether "they" with which a sentence begins are those asked last, not the others that their order speaks of."""
        text, low = sentence.text, sentence.text.lower()
        if _OF_OFFICES.match(low) or (
            _DO_TO.match(low) and not _people_in(self.many).isdisjoint(sentence.words)
        ):
            return True
        is_again = _AGAIN.match(text) is not None and f" {self.verb} " in low
        is_list = self.verb not in _SWAYING and _THEIR_LIST.fullmatch(low) is not None
        return is_again or is_list or _HANDING.match(low) is not None

    def is_of_public(self, sentence: Sentence) -> bool:
        """Return whether a sentence says how the public hands in what the paragraph told it may: "Comments should be in English"."""
        return self.is_public and _HANDED_IN.match(sentence.text) is not None

    def both_asked(self, sentence: Sentence, cast: Cast) -> str:
        """Return the words for those whom "Both are now asked to" means: the posts with whom a sentence before began, "" for none."""
        if sentence.signs & _SEVERAL_NAMED.bit:
            self.joining.append(sentence.text)
        if not sentence.text[:10].lower().startswith(_BOTH) or _BOTH_ARE.match(sentence.text) is None:
            return ""  # as mostly
        for text in reversed(self.joining):
            named = (_SEVERAL_SHOUTED if text.isupper() else _SEVERAL).match(text)
            if named is not None and cast.part_of(named["who"]) is Part.ASKED:
                self.pronouns |= {"both", "each", "they"}
                return named["who"]
        return ""

    def _go_on_about(self, statement: str, cast: Cast, to: tuple[str, ...]) -> None:
        """Take those asked of whom a statement tells for those whose duty is told next: "Oslo has no vans. It should say so."."""
        match = (
            (_TELLS_SHOUTED if statement.isupper() else _TELLS_OF).match(statement)
            if cast.asks_posts
            else None
        )
        if match is None or _have_people(match["rest"].lower()) or _BESIDES.search(match["rest"]):
            return
        who = match["who"]
        cities = cities_alone(who) if cast.has_collective or not cast.names else ()
        words = _WORD.findall(who.lower())
        if not cities and (cast.part_of(who) is not Part.ASKED or not words):
            return
        is_many = len(cities) > 1 or "and" in words or (not cities and _are_many(words))
        pronouns = frozenset({"they", "each", "both"}) if is_many else frozenset({"it"})
        self.pronouns |= pronouns
        self.asked.append(addressees.asked(who, None, cast, to))

    def told_of(self, sentence: Sentence, cast: Cast) -> str:
        """Return the words for those asked who have something to do, which the next sentence tells, "" where none have."""
        may_have = sentence.signs & _HAVING.bit and "to" in sentence.words
        match = _HAVE_TO_DO.match(sentence.text.lower()) if may_have else None
        if match is None or cast.part_of(match["who"]) is not Part.ASKED:
            return ""
        self.pronouns = frozenset({"they", "each", "both"})
        return match["who"]

    def close(self, sentence: Sentence, *, is_ask: bool, is_theirs: bool = False) -> None:
        """Take note of a sentence judged: a lead of others' demands makes what is listed under it theirs."""
        if sentence.text.endswith(":") and not is_ask:
            low = sentence.text.lower()
            self.is_others_list = bool(
                _OTHERS_LIST.search(low) or _THEIR_DUTY.match(low)
            ) and not _OURS.search(low)
            is_theirs = is_theirs or _OF_THEM.search(low) is not None
            self.is_others_list = self.is_others_list or is_theirs
        self.thing = ""
        if is_ask:
            self.told.clear()
        elif not self.asked:
            self.told.append(sentence.text)
        if not is_ask and not sentence.is_bullet:
            self.pronouns, self.order = NOBODY, None

    def taken(self, subject: str, rest: str, cast: Cast, addressees: tuple[str, ...]) -> None:
        """Take note of an ask: its subject may be "it" or "they" in the next sentence."""
        self.asked.append(addressees)
        if subject.strip().lower().rpartition(", ")[2] in self.pronouns:
            return
        part = cast.part_of(subject)
        is_asked = part is Part.ASKED
        is_thing = part is Part.MATTER and subject.rstrip().endswith("s") and not _have_people(rest)
        self.thing = subject.strip() if is_thing else ""
        self.order = ("" if is_asked else subject, rest)
        self.pronouns = _pronouns_of(subject, rest) if is_asked else NOBODY
        words = _WORD.findall(subject.lower())
        is_many = is_asked and (_are_many(words) or "and" in words)
        self.verb = first_verb(rest.lower().strip()) if is_many else ""
        self.many = rest if is_many else ""
        if len(self.asked) > 1:
            self.pronouns |= _MANY

    def of_paper(self, text: str) -> tuple[str, int]:
        """Return a sentence about the paper last asked for with the paper in place of its pronoun, and how much longer it is."""
        match = _OF_PAPER.match(text) if self.order else None
        named = _paper_of(*self.order) if match and self.order else ""
        if match is None or not named or (match["it"].lower() == "it") == named.endswith("s"):
            return "", 0
        paper = named.upper() if text.isupper() else named.capitalize()
        return paper + text[match.end("it") :], len(paper) - len(match["it"])

    def asked_last(self) -> tuple[str, ...]:
        """Return those whom the ask before in this paragraph asked, nobody where there is none."""
        return self.asked[-1] if self.asked else ()

    def asked_by(self, pronoun: str) -> tuple[str, ...]:
        """Return those whom a pronoun means: those of the ask before, of the last two for "neither"."""
        last = self.asked[-2:] if pronoun in _MANY else self.asked[-1:]
        return tuple(dict.fromkeys(d for one in last for d in one))


def _people_in(rest: str) -> frozenset[str]:
    """Return the nouns of people in the words of an order."""
    return frozenset(w for w in _WORD.findall(rest.lower()) if w in _PEOPLE or doers.are_doers(w))


def _have_people(rest: str) -> bool:
    return any(w in _PEOPLE or doers.are_doers(w) for w in _WORD.findall(rest.lower()))


def _have_persons(rest: str) -> bool:
    """Return whether others are spoken of: people by their nouns, or whoever is told, met or thanked."""
    return _have_people(rest) or _MET.match(rest.lower().lstrip()) is not None


def _pronouns_of(subject: str, rest: str) -> frozenset[str]:
    """Return the pronouns that mean the subject, none where others are spoken of as well."""
    words = _WORD.findall(subject.lower())
    if words[-1] in _SINGLES:
        return NOBODY if _have_persons(rest) else frozenset({"he", "she"})
    if _are_many(words) or "and" in words:
        return NOBODY if _have_persons(rest) else frozenset({"they", "each", "both"})
    return frozenset({"it"})


def _are_many(words: list[str]) -> bool:
    head = noun_phrase(words)[-1:]
    return words[-1:] != [] and (words[-1].endswith("s") or (head != [] and head[0].endswith("s")))


def _paper_of(subject: str, rest: str) -> str:
    """Return the paper that an ask wants, by its subject or by what stands behind its verb; "" where people are spoken of."""
    if _have_people(f"{subject} {rest}"):
        return ""
    for words in (_WORD.findall(subject.lower()), _WORD.findall(rest.lower())[1:]):
        head = noun_phrase(words)[-1:]
        if head and not {head[0], f"{head[0]}s"}.isdisjoint(_PAPERS):
            return head[0]
    return ""
