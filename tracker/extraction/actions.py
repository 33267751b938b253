"""The asks of one cable and the sentences left out, each with its words, its reader and its deadline."""

import re
from dataclasses import dataclass, field, replace

from tracker.cable.hints import Family, small
from tracker.cable.parts import Sentence
from tracker.extraction import (
    addressees,
    asked_things,
    asking,
    asking_cues,
    counted_asks,
    day_owners,
    days_apart,
    deadline_lines,
    done_by,
    going_on,
    handover,
    inverted_duties,
    labels,
    leads,
    others_rules,
    quoted_texts,
    refusals,
    taking,
    timetables,
    told_to_others,
)
from tracker.extraction import vocabulary as v
from tracker.extraction.cast import Cast, Part
from tracker.extraction.designators import is_capital
from tracker.extraction.proposals import ActionRequest, Deadline, LeftOut
from tracker.extraction.reader import Reader
from tracker.extraction.shown_texts import Shown
from tracker.extraction.verdicts import Setting, Verdict, refused, setting_under

_DO_THESE = re.compile(
    r"\bplease ?:$|\bdo the following\b|\b(?:take|following|these) (?:\w+ )?(?:actions|steps|tasks|measures)\b",
    re.IGNORECASE,
)
_AND_THESE = (" and:", " and to:", " and also:")  # "Embassies are instructed to seek agreement, and:"
_DUTY_END = re.compile(r" (?:(?:should|must|shall)|(?:is|are) (?:\w+ )?to)$", re.IGNORECASE)
_FOR = re.compile(r"for ", re.IGNORECASE)  # "For Tripoli:"
_THAT_MONTH = re.compile(r"\b(?:that|(?:the|that) same) month\b", re.IGNORECASE)
_CLOCK = r"(?:(?:the )?(?:close|opening) of business|cob|oob|noon|midnight|\d[\d:]{2,4}(?: hours)?(?: [ap]\.?m\.?)?)"
_THEN = re.compile(
    rf"\b(?:before|by|prior to|nlt|than|of|after|from|following|on) (?:{_CLOCK},? (?:on |of )?)?"
    r"(?:then|that (?:same )?(?:date|day|deadline|time)|the (?:same|above) (?:date|day|deadline)|the (?:next|following) day)\b"
    r"|\bthe (?:next|following) (?:day|morning)(?=[.,;]|$)|\b(?:that(?: same)?|the same) (?:morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_MAY_HAPPEN = re.compile(  # "If anybody is hurt, report by COB that day": no day told before
    r"^(?:if|when|whenever|should|once|upon|unless|in case|in the event)\b|\b(?:each|every|any|whenever)\b",
    re.IGNORECASE,
)
_BACK = Family("month then date day deadline time morning afternoon evening night".split())
_DIGIT = re.compile(  # of a day, not of a length
    r"\b\d+\b(?! (?:hours?|days?|weeks?|months?|working|business|calendar)\b)", re.IGNORECASE
)
_THEY_BE = re.compile(r"They (?=(?:should|must|shall|are)\b[^;.]{0,30}? be \w)")
_OF_TITLE = re.compile(
    r"^(?:for )?(?:action )?(?:requests?|requested|required|tasks?)?(?:,? (?:for|of|to)| ?[-:])? ?(?:(?:am)?embassy |(?:am)?consulate(?: general)? |(?:am)?con(?:sul|gen) |mission )?"
)


def asks(
    reader: Reader, *, inside: frozenset[int], shown: Shown, listed: frozenset[int]
) -> tuple[list[ActionRequest], list[LeftOut]]:
    """Return the asks and the sentences left out; those `inside` papers, and words of others that are `shown`, ask nobody."""
    course = _Course(reader=reader, speech=labels.Speech(unquoted=quoted_texts.closed_in_words(reader.cable)))
    wanted = leads.things_wanted(reader.cable.sentences, reader.cast)
    marks = handover.marks(reader.cable) | shown.marks
    for i, sentence in enumerate(reader.cable.sentences):
        if i in inside or i in shown.words:
            course.pass_by(sentence, is_paper=i in inside)
        elif i in wanted:
            near = reader.cable.sentences[max(0, i - 1) : i + 2]
            course.take_wanted(sentence, is_entry=wanted[i], is_dated=deadline_lines.are_dated(near))
        elif i not in marks:
            course.read(sentence, is_listed=i in listed)
    course.taken.extend([course.entry] if course.entry else [])
    return course.taken, course.left


def _told(text: str, before: str) -> str:
    """Return what "by that day" may point at: the words before it, with the sentence before where they name no day."""
    back = _THAT_MONTH.search(text) or _THEN.search(text)
    if back is None:
        return ""
    opening = text[: back.start()]
    if _DIGIT.search(opening):
        return opening
    return "" if _MAY_HAPPEN.search(opening) else f"{before} {opening}"


@dataclass(slots=True, kw_only=True)
class _Course:
    """The reading of the sentences in their order, with what one hands to the next."""

    reader: Reader
    taken: list[ActionRequest] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    heading: str | None = None
    over: labels.Labels = field(default_factory=labels.Labels)
    speech: labels.Speech = field(default_factory=labels.Speech)
    thread: going_on.Thread = field(default_factory=going_on.Thread)
    timetable: timetables.Timetable = field(default_factory=timetables.Timetable)
    others: told_to_others.ToldToOthers = field(default_factory=told_to_others.ToldToOthers)
    led: tuple[int | None] | None = None  # the paragraph whose entries an order without its verb leads
    is_theirs: bool = False  # the sentence leads a list of what others shall do
    entry: ActionRequest | None = None  # the bare day that opens the entry just read
    orders: list[str] = field(default_factory=list)  # the words of asks not yet looked at for their things
    things: frozenset[str] = frozenset()  # what the asks so far ask for
    subjects: list[str] = field(default_factory=list)  # whom they ask, not yet looked at
    bodies: frozenset[str] = frozenset()  # whom the asks so far ask, by their nouns
    counted: tuple[int | None] | None = None  # the paragraph that says how many requests follow
    before: str = ""  # the sentence read before
    lead_day: Deadline | None = None  # of that order: the entries that have none are due by it

    def read(self, sentence: Sentence, *, is_listed: bool) -> None:
        """Add what a sentence asks to the asks, or the sentence to those left out.

        An entry that opens with its day gives it to the ask behind: "A. SUSPENSE: 29 SEP 06. Complete the plan."
        """
        entry, self.entry, before = self.entry, None, len(self.taken)
        if self.reader.told or sentence.signs & _BACK.bit:
            self.reader = replace(self.reader, told=_told(sentence.text, self.before))
        is_told = self._is_done_by(sentence)
        self.before = sentence.text
        if not is_told:
            self._read(sentence, is_listed=is_listed)
        if entry is None:
            return
        is_next = len(self.taken) > before and self.taken[before].paragraph == entry.paragraph
        if is_next:
            self.taken[before] = replace(
                self.taken[before], deadline=self.taken[before].deadline or entry.deadline
            )
        else:
            self.taken.insert(before, entry)

    def pass_by(self, sentence: Sentence, *, is_paper: bool) -> None:
        """Leave out a sentence of a paper or of others' words that are shown, if it sounds like an ask."""
        if not is_paper:
            self.speech.stretch(sentence)
        if asking_cues.is_suspect(sentence.text.lower(), sentence.words):
            reason = refusals.MASKED if is_paper else refusals.QUOTED
            self.left.append(taking.left(self.reader, sentence, reason))

    def take_wanted(self, sentence: Sentence, *, is_entry: bool, is_dated: bool) -> None:
        """Add an entry of a list of things wanted to the asks; the words that lead the list ask nothing themselves."""
        self.thread.open(sentence, self.reader.cast, self.reader.to)
        mark = labels.entry_of(sentence.text)
        start = mark.end() if mark else 0
        if is_entry:
            self._take(sentence, Verdict(is_ask=True, cue_at=start, order_at=start, form="thing"), None)
            self.taken[-1] = deadline_lines.with_own_day(
                self.taken[-1], sentence.text, start, self.reader.deadline, is_dated=is_dated
            )

    def _read(self, sentence: Sentence, *, is_listed: bool) -> None:
        self.thread.open(sentence, self.reader.cast, self.reader.to)
        self.timetable.note(self.reader.cable, sentence)
        self.others.note(sentence, self.reader.cast)
        label = self.over.over(sentence)
        quoted = self.speech.stretch(sentence)
        if self._is_due(sentence):
            return
        if self._hands_day_on(sentence):
            return
        if counted_asks.counts(sentence, self.reader.cast):
            self.counted = (sentence.paragraph,)
            self.thread.close(sentence, is_ask=False)
            self.left.append(taking.left(self.reader, sentence, refusals.POINTER))
            return
        counted = counted_asks.thing(sentence.text) if self.counted == (sentence.paragraph,) else None
        if counted is not None:
            self._judged(sentence, counted, label, self._against(sentence, counted, quoted))
            return
        self._read_under(sentence, label, quoted, is_listed=is_listed)

    def _hands_day_on(self, sentence: Sentence) -> bool:
        """Give the day that a sentence only tells to the one ask before it that wants the thing, and leave the sentence out.

        Where several want it the sentence is an ask of its own.
        """
        told = days_apart.told(sentence, self.reader.cast, self.reader.deadline) if self.taken else None
        places = day_owners.places_of(told.thing, told.deadline, self.taken, sentence) if told else []
        if told is None or not places:
            return False
        places = places[-1:] if told.is_use else places
        self.thread.close(sentence, is_ask=True)
        if len(places) > 1:
            self._take(sentence, Verdict(is_ask=True, cue_at=0, order_at=0, form="due"), None)
            self.taken[-1] = replace(self.taken[-1], deadline=told.deadline)
            return True
        owner = self.taken[places[0]]
        if day_owners.is_open(owner):
            self.taken[places[0]] = replace(owner, deadline=told.deadline)
        self.left.append(
            replace(taking.left(self.reader, sentence, refusals.DAY_TOLD), deadline=told.deadline)
        )
        return True

    def _is_done_by(self, sentence: Sentence) -> bool:
        """Give the day of "This should be done by May 3" to the ask right before it, if that has none, and leave the sentence out."""
        last = self.taken[-1] if self.taken else None
        due = done_by.day_of(last, sentence.text, self.before, self.reader.deadline) if last else None
        if last is None or due is None:
            return False
        self.taken[-1] = replace(last, deadline=due)
        self.left.append(replace(taking.left(self.reader, sentence, refusals.DAY_TOLD), deadline=due))
        return True

    def _setting_of(self, sentence: Sentence, label: str | None, *, is_listed: bool) -> Setting:
        """Return where a sentence stands, by its label and by what the sentences before it hand on."""
        if both := self.thread.both_asked(sentence, self.reader.cast):
            self.thread.asked.append(addressees.asked(both, None, self.reader.cast, self.reader.to))
        setting = setting_under(sentence.heading, label, self.thread.pronouns, is_listed=is_listed)
        if self.counted == (sentence.paragraph,) and counted_asks.is_next(sentence.text):
            setting = replace(setting, is_action=True)
        if label and _FOR.match(label) and self.reader.cast.part_of(label.rstrip(": ")[4:]) is Part.ASKED:
            setting = replace(setting, is_action=True)
        if self._is_led(sentence):
            setting = replace(setting, is_listed=True, is_led=True)
        return setting

    def _read_under(self, sentence: Sentence, label: str | None, quoted: range, *, is_listed: bool) -> None:
        """Judge a sentence under the label that holds for it."""
        setting = self._setting_of(sentence, label, is_listed=is_listed)
        cast = self._cast_under(label or sentence.heading, sentence.text)
        verdict = asking.verdict_of(sentence.text, cast, setting, sentence.signs)
        verdict = self.reader.bound(sentence, verdict, is_going_on=bool(self.thread.asked))
        if verdict is None:
            self._passed_over(sentence)
            return
        if verdict.reason == refusals.THIRD:
            around = self._around(setting)
            inverted = inverted_duties.inverted(small(sentence.text), cast, around)
            verdict = inverted or asked_things.duty_of_thing(sentence.text, cast, around) or verdict
        if verdict.reason == refusals.PERSONS and self.thread.thing:
            verdict = self._of_them(sentence.text, cast, setting) or verdict
        if verdict.reason in (refusals.PERSONS, refusals.THIRD):
            verdict = self._of_paper(sentence, cast, setting) or verdict
        is_told = self.others.weigh(sentence, verdict, cast, is_going_on=bool(self.thread.asked))
        if verdict.is_ask and (
            self.thread.is_of_public(sentence)
            or self._is_laid_down(sentence.text, verdict, setting)
            or is_told
        ):
            verdict = refused(refusals.THIRD)
        self._judged(sentence, verdict, label, self._against(sentence, verdict, quoted))

    def _is_laid_down(self, text: str, verdict: Verdict, setting: Setting) -> bool:
        """Return whether a duty is of a law or of terms that others gave out, as the sentences before it tell."""
        told = self.thread.told
        is_open = bool(told) or ": " in text or ", and " in text or ", AND " in text
        return is_open and others_rules.are_laid_down(text, verdict, told, self.reader.cast, setting)

    def _passed_over(self, sentence: Sentence) -> None:
        """Take note of a sentence that asks nothing, as most: the next may lean on what it tells."""
        self.thread.close(sentence, is_ask=False, is_theirs=self.is_theirs)
        self.thread.statement = "" if sentence.is_bullet else sentence.text
        if who := self.thread.told_of(sentence, self.reader.cast):
            self.thread.asked.append(addressees.asked(who, None, self.reader.cast, self.reader.to))

    def _of_them(self, text: str, cast: Cast, setting: Setting) -> Verdict | None:
        """Return the order that goes on about things ordered handled just before: "They are not to be left behind"."""
        them = _THEY_BE.match(text)
        told = f"{self.thread.thing} {text[them.end() :]}" if them else ""
        found = asking.verdict_of(told, cast, setting) if told else None
        if found is None or not found.is_ask:
            found = asked_things.duty_of_thing(told, cast, self._around(setting)) if told else None
        if found is None or them is None:
            return None
        cue_at = found.cue_at - len(self.thread.thing) - 1 + them.end()
        return replace(found, cue_at=cue_at, order_at=0, subject=(0, them.end()), end=None)

    def _judged(self, sentence: Sentence, verdict: Verdict, label: str | None, reason: str) -> None:
        """Take an ask, or leave a sentence out for a reason; one that only leads a list says who is asked below."""
        self.thread.close(sentence, is_ask=verdict.is_ask and not reason, is_theirs=self.is_theirs)
        if reason:
            self.left.append(taking.left(self.reader, sentence, reason))
        elif not leads.breaks_off(sentence.text) or leads.is_to_an_end(sentence.text):
            self._take(sentence, verdict, label)
            self.led = (sentence.paragraph,) if sentence.text.endswith(_AND_THESE) else self.led
        elif verdict.is_ask:
            self._lead(sentence)

    def _of_paper(self, sentence: Sentence, cast: Cast, setting: Setting) -> Verdict | None:
        """Return an ask about the paper asked for just before: "Reports are due by May 3. They should say who came."."""
        text, longer = self.thread.of_paper(sentence.text)
        found = asking.verdict_of(text, cast, setting) if text else None
        if text and (found is None or not found.is_ask):
            found = asked_things.duty_of_thing(text, cast, self._around(setting))
        if found is None or not found.is_ask:
            return None
        last = max(0, found.subject[1] - longer)
        return replace(
            found,
            cue_at=found.cue_at - longer,
            order_at=max(0, found.order_at - longer),
            subject=(0, last),
            end=found.end and found.end - longer,
        )

    def _around(self, setting: Setting) -> asked_things.Around:
        """Return what the asks so far tell of a sentence; few sentences want it, so it is worked out only now."""
        self.things = self.things.union(*map(asked_things.asked_for, self.orders))
        self.bodies = self.bodies.union(*map(asked_things.body_of, self.subjects))
        self.orders.clear()
        self.subjects.clear()
        is_near = bool(self.thread.asked) and not setting.is_background
        is_among = setting.is_action or setting.is_listed or is_near
        return asked_things.Around(things=self.things, bodies=self.bodies, is_among_asks=is_among)

    def _cast_under(self, label: str | None, text: str) -> Cast:
        """Return who is who under "DAMASCUS: Request Embassy ascertain", where a post writes to posts: theirs is the Embassy."""
        cast = self.reader.cast
        if not cast.asks_others:
            return cast
        end = taking.PLACE_LABEL.match(text)
        name = _OF_TITLE.sub("", (end["place"] if end else label or "").strip(" :").lower())
        is_post = name in cast.names and not is_capital(cast.names[name])
        return replace(cast, asks_posts=True, asks_capital=False) if is_post else cast

    def _is_led(self, sentence: Sentence) -> bool:
        """Return whether a sentence is an entry of the list that "Embassies should:" leads in its paragraph."""
        self.is_theirs = sentence.text.endswith(":") and told_to_others.leads(sentence.text, self.reader.cast)
        if sentence.text.endswith(":") and leads.breaks_off(sentence.text):
            subject = _DUTY_END.sub("", sentence.text.rstrip(" :"))
            is_named_above = subject.strip().lower() in self.thread.pronouns
            part = Part.ASKED if is_named_above else self.reader.cast.part_of(subject)
            is_ours = part is Part.ASKED or (part is Part.MATTER and self.reader.cast.asks_posts)
            self.is_theirs |= (
                part in (Part.THIRD, Part.PERSON) or subject.lower().rpartition(" ")[2] in v.THIRD
            )
            self.led = (sentence.paragraph,) if is_ours else None
            self.lead_day = self.reader.deadline(sentence.text) if is_ours else None
            return False
        if self.led is None and self.lead_day is None:
            return False
        is_entry = sentence.is_bullet or labels.entry_of(sentence.text) is not None
        if not is_entry or (sentence.paragraph,) != self.led:
            self.led = None
        self.lead_day = self.lead_day if is_entry else None
        return self.led is not None

    def _lead(self, sentence: Sentence) -> None:
        """Take note of an order that names its entries only: "Please do the following by May 3:"."""
        self.lead_day = self.reader.deadline(sentence.text)
        if _DO_THESE.search(sentence.text):
            self.led = (sentence.paragraph,)

    def _is_due(self, sentence: Sentence) -> bool:
        """Take a bare day after "Deadline:" as an ask, in the sentence or in a title new over it."""
        is_new, self.heading = sentence.heading != self.heading, sentence.heading
        if not (is_new or deadline_lines.may_be_due(sentence)):
            return False
        cable, deadline = self.reader.cable, self.reader.deadline
        due = deadline_lines.due_title(cable, sentence, deadline) if is_new else None
        line = deadline_lines.due_line(cable, sentence, deadline)
        if not (due or line):
            return False
        asked = self.thread.asked_last() or self.reader.to
        if line and labels.ENTRY.match(sentence.text):
            self.entry = replace(line, addressees=asked)
            return True
        self.taken.extend(replace(one, addressees=asked) for one in (due, line) if one)
        return line is not None

    def _against(self, sentence: Sentence, verdict: Verdict, quoted: range) -> str:
        """Return why a sentence with an asking verb is left out, "" where it asks."""
        is_open = verdict.reason == refusals.NO_ADDRESSEE
        if is_open and addressees.is_city_told(sentence.text.lower(), self.reader.cast):
            return refusals.TOLD_ONLY
        if not verdict.is_ask or verdict.cue_at in quoted:
            return verdict.reason or refusals.QUOTED
        subject = sentence.text[slice(*verdict.subject)]
        if self.thread.is_others_list or self.timetable.holds(sentence, subject, self.reader.cast):
            return refusals.REPORTED
        return refusals.TOLD_ONLY if addressees.only_told(subject, self.reader.cast) else ""

    def _take(self, sentence: Sentence, verdict: Verdict, label: str | None) -> None:
        subject = sentence.text[slice(*verdict.subject)]
        pronoun = subject.strip().lower().rpartition(", ")[2]
        found = list(taking.taken(self.reader, sentence, verdict, label))
        if pronoun in self.thread.pronouns or pronoun.endswith(" of them"):
            asked = self.thread.asked_by(pronoun)
            found = [replace(one, addressees=asked or one.addressees) for one in found]
        if self.lead_day:
            found = [replace(one, deadline=one.deadline or self.lead_day) for one in found]
        self.taken.extend(found)
        if self.reader.cast.part_of(subject) is Part.ASKED:
            self.subjects.append(subject)
        self.orders.append(sentence.text[verdict.order_at :])
        self.thread.taken(subject, sentence.text[verdict.order_at :], self.reader.cast, found[-1].addressees)
