"""Texts inside a cable that are to be handed over, spoken or voted on: where each begins and ends.

What stands in them asks no addressee for anything, so they are found before the asks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.cable.hints import Family
from tracker.cable.parts import Cable, Sentence, Sentences
from tracker.extraction import announced_texts, papers_titled, passing, points_below, quoted_texts
from tracker.extraction.designators import is_capital
from tracker.extraction.handover_kinds import kind_of
from tracker.extraction.orders import order_at
from tracker.extraction.proposals import HandoverText

_THING = (
    r"(?:text|talking|points?|tps|non-?papers?|papers?|note|letter|statement|remarks|resolution|quote|aide|demarche|draft|"
    r"message|guidance|eov|explanation|release|memorandum|declaration|intervention|questionnaire|talkers|invitation|background paper|"
    r"plan|proposal|fact ?sheet|language|excerpts?|agreement|memo|speech|toast|program|(?:standard|agreed|press|model|contingency) (?:answer|reply|response)s?)"
)
_FOR_WHOM = r"(?: (?:for|to|on|about|from) [^:.]{2,60}?)?"  # "BEGIN QUESTIONS FOR BORDER SERVICES."
BEGIN = re.compile(
    rf"(?:^|[:.(*] ?|follows,? ?)[\W_]*(?:begins?(?:ning)?(?: of)?|start of):? (?!summary|comment|action(?! plan)|note\b)[^:]{{0,90}}?\b{_THING}s?\b"
    rf"|^[\W_]*start of (?:the )?{_THING}s?\b"
    rf"|^[\W_]*begins?(?: of)?:? (?:the |suggested |list of )*(?:\w+ )?(?:questions|queries|elements|themes){_FOR_WHOM}[:.]?$"
    rf"|^[\W_]*(?:the )?text (?:of [^:]{{0,80}} )?begins\b|^[\W_]*quote[:.]?$|^[\W_]*begins? (?:of )?(?:the )?list\b(?! of (?:\w+ )?(?:tasks|actions|requests|instructions))[^:.]{{0,60}}[:.]",
    re.IGNORECASE,
)
END = re.compile(
    rf"^[\W_]*(?:end(?:s)?(?: of)?:? (?!summary|comment|action(?! plan))[^:]{{0,90}}?\b{_THING}s?\b|ends?(?: of)?:? (?:the |suggested |list of )*(?:\w+ )?(?:questions|queries|elements|themes){_FOR_WHOM}[:.]?$|ends? (?:of )?(?:the )?list\b[^:]{{0,60}}$|(?:end )?unquote\b|(?:the )?text (?:of [^:.]{{0,60}}? )?ends\b)",
    re.IGNORECASE,
)
# One of them stands in whatever `marks` takes for a mark.
_CLOSED = re.compile(r"\s*\(end(?: of)? [a-z -]{3,30}\)\s*\Z", re.IGNORECASE)
_LIST = re.compile(
    r"[\W_]*begins? (?:of )?(?:the )?list\b(?! of (?:\w+ )?(?:questions|queries|elements|themes|points))",
    re.IGNORECASE,
)
_LIST_GIVEN = re.compile(  # else it is for those who read the cable
    r"\b(?:leave|left|hand(?:ed)?|pass(?:ed)?|give|given|deliver(?:ed)?|shar(?:e|ed)|present(?:ed)?|provided?|convey(?:ed)?) (?:[\w'’-]+ ){0,6}?list\b"
    r"|\blist (?:[\w'’-]+ ){0,6}?(?:be|to) (?:left|handed|passed|given|delivered|shared|presented|provided)\b",
    re.IGNORECASE,
)
_FORM = re.compile(  # what posts fill in and send back: "Form of statement:"
    r"\b(?:forms?|format|model|template|sample|specimen|pro ?forma) (?:of|for) (?:the |each |post['’]s |your |an? )?(?:\w+ )?(?:statement|certificat\w+|repl(?:y|ies)|reports?|nominations?|responses?|assurances?|declarations?|answers?|affidavits?|waivers?|requests?|cables?)\b(?! (?:to|by|of) (?:the )?(?:ministr|host|government|minister))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r" ?\) (?=[\w\"“])")  # "(begin paper) The United States asks"
_MARKING = Family("begin begins beginning start end ends quote unquote point points".split())
_POINTS = Family({"point", "points"})
FOLLOWS = re.compile(
    r"\b(?:text|non-?paper|note|letter|statement|resolution|paper|reply|aide[- ]memoire|message)\b[^.;]{0,100}"
    r"\b(?:follows|as follows|reads?|below)\b[^.;]{0,30}:$",
    re.IGNORECASE,
)
_POINTS_TITLE = re.compile(
    r"^(?:[\w./'-]+ ){0,4}?(?:talking points?|points to (?:make|raise)|demarche points|key points|discussion points|points? for|"
    r"press guidance|press points|talkers|tps|questions and answers|q(?:s)? ?(?:&|and) ?a(?:s)?|if[- ]asked|suggested points|points$)",
    re.IGNORECASE,
)
_SUMMING_UP = re.compile(
    r"(?:key points|(?:other|further|additional|main|some|final|minor|general|remaining|open) points$)",
    re.IGNORECASE,
)
_PAPER_TITLE = re.compile(
    r"^(?:draft |proposed |text of |u\.?s\.? |unclassified |suggested )*(?:the )?(?:draft |proposed |u\.?s\.? )*"
    r"(?:non-?paper|aide[- ]memoire|diplomatic note|note verbale|letter|resolution|statement|remarks|explanation of (?:vote|position)|eov|eop|"
    r"intervention|presidential statement|(?<=text of )(?:note|message|announcement|invitation|notice)|(?<=text of the )(?:note|message|announcement|invitation|notice))\b(?! (?:request|deliver|and (?:action|reporting)))",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\bpoints?\b(?! of contact)|\bdraw(?:ing)? (?:up)?(?:on|from)\b|\bbackground information\b|\barguments?\b|\bmessages?\b"
    r"|\b(?:say|convey|state|make|tell|inform|explain|note|raise|use|using|stress|emphasize)\b[^:]{0,60}\bfollowing\b"
    r"|\bfor (?:your |post['’]?s? )?use (?:with|at|in|on|by|during|when|as|if)\b|\b(?:may|can|might) be (?:said|told|used|conveyed)\b|\b(?:may|should|can|to|might) say(?: (?:this|so much|only this|in substance))?:$|\blines? to (?:take|use)\b|\bto be (?:said|spoken|made|put) (?:to|with|in|at)\b"
    r"|\bif (?:asked|raised|pressed|challenged|questioned|he asks|she asks|they ask)\b|\blanguage\b|\btalking\b|\bfollowing (?:\w+ )?(?:statement|explanation|eov|remarks|intervention|toast|speech)\b",
    re.IGNORECASE,
)
_LIST_LEAD = re.compile(
    r"\b(?:objective|action|step|task|request|instruction|measure|information|question|item)s?\b",
    re.IGNORECASE,
)
_POINT_LABEL = re.compile(r"^(?:additional )?points? for\b[^.]{0,600}:$", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:\d{1,2}|A)[.)] +|quote\b[:.]?\s+", re.IGNORECASE)
_POINT_RUN_IN = re.compile(r"(?:additional )?points? for [^.:]{1,600}: ", re.IGNORECASE)
_TITLE_IN_RULES = re.compile(r"-{3,}[ \n]*[^\n-][^\n]{0,80}?[ \n]*-{3,}")
_TO_BE_SPOKEN = re.compile(  # "Explanation of position, for use as needed after adoption:"
    r"(?:text of |the |draft |proposed |suggested )*(?:explanation of (?:vote|position)|eov|eop|talking points|press guidance|opening statement|right of reply)\b[^.;:]{0,100}:$",
    re.IGNORECASE,
)
LABEL_WORDS = 7  # a longer line that ends in a colon is a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Sentences `first` to `last` of the cable (exclusive), the place the text begins, what tells its kind."""

    first: int
    last: int
    start: int
    named: str
    end: int | None = None  # where its words end, None: with its last sentence


def handovers(cable: Cable) -> list[tuple[HandoverText | None, range]]:
    """Return the texts to hand over, to speak or to vote on, in reading order, none inside another.

    With each stand the numbers of the cable's sentences that it holds; None for what others wrote to a post.
    """
    sentences = cable.sentences
    taken = -1
    kept: list[Found] = []
    sure = (*_marked(cable, sentences), *_quoted(cable, sentences))
    ranked = [*((0, f) for f in sure), *((1, f) for f in _unmarked(cable, sentences))]
    for _, found in sorted(ranked, key=lambda one: (one[1].first, one[0], -one[1].last)):
        if taken <= found.first < found.last:
            taken = found.last
            kept.append(found)
    if not kept:
        return []
    inside = {i for found in kept for i in range(found.first, found.last)}
    said = passing.said_of_passing(s for i, s in enumerate(sentences) if i not in inside)
    return [(_text_of(cable, sentences, found, said), range(found.first, found.last)) for found in kept]


def order_lists(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return which sentences are entries of a list of orders: most of its entries begin with a verb."""
    listed: set[int] = set()
    done = 0
    for i, sentence in enumerate(sentences):
        if not sentence.is_bullet or i < done:
            continue
        run = points_below.bullets_from(sentences, i)
        done = run.stop
        bare = sum(order_at(sentences[j].text.lower(), is_listed=True) is not None for j in run)
        if bare * 2 > len(run):
            listed.update(run)
    return frozenset(listed)


def _marked(cable: Cable, sentences: Sentences) -> Iterator[Found]:
    """Yield texts that stand between a begin mark and an end mark, or run on to the paragraph's end."""
    done = 0
    for i in sentences.holding(_MARKING.bit):
        text = sentences[i].text
        match = BEGIN.search(text[:400]) if i >= done else None
        if match is None:
            continue
        last = _end_of(sentences, i + 1)
        before = reversed(sentences[max(0, i - 3) : i])
        named = " ".join((_mark(text, match), sentences[i].heading or "", *(s.text for s in before)))
        colon = text.find(": ", match.end())
        bracket = _BRACKET.match(text, match.end())
        is_line = _ends_line(cable, sentences[i], match.end())
        if bracket or is_line or 0 < colon < match.end() + 60:
            at = bracket.end() if bracket else match.end() if is_line else colon + 1
            yield Found(first=i, last=last, start=place_in(cable.text, sentences[i], at), named=named)
        else:
            yield Found(first=i + 1, last=last, start=sentences[i].end, named=named)
        done = last


def _ends_line(cable: Cable, sentence: Sentence, end: int) -> bool:
    """Return whether a begin mark ends its line there, and its sentence runs on below it."""
    return end < len(sentence.text) and cable.text[place_in(cable.text, sentence, end) - 1] == "\n"


def _quoted(cable: Cable, sentences: Sentences) -> Iterator[Found]:
    """Yield texts between QUOTE and UNQUOTE that the words before announce, and those that have no mark."""
    for first, last, start in announced_texts.texts(sentences):
        named = " ".join(s.text for s in sentences[max(0, first - 1) : first + 1])[:300]
        place = place_in(cable.text, sentences[first], start)
        yield Found(first=first, last=last, start=place, named=named)
    for first, last, start, end in quoted_texts.texts(sentences, cable.text):
        yield Found(
            first=first,
            last=last,
            start=place_in(cable.text, sentences[first], start),
            named=" ".join(s.text for s in sentences[max(0, first - 1) : first + 1])[:300],
            end=place_in(cable.text, sentences[last - 1], end),
        )


def _mark(text: str, match: re.Match[str]) -> str:
    """Return the words of a begin mark up to its colon: "Begin talking points:"; initials do not end them."""
    rest = re.split(r":|(?<![A-Z])\.", text[match.end() : match.end() + 40], maxsplit=1)[0]
    return f"{match.group()}{rest}:"


def _end_of(sentences: Sequence[Sentence], first: int) -> int:
    """Return the sentence that ends the text: its end mark, else the next begin, else the paragraph's end."""
    number = sentences[first - 1].paragraph
    paragraph_end: int | None = None
    for j in range(first, len(sentences)):
        text = sentences[j].text
        if paragraph_end is None and sentences[j].paragraph != number:
            paragraph_end = j
        if END.match(text[:160]):
            return j
        if j > first and BEGIN.match(text[:160]):
            return paragraph_end or j
    return paragraph_end or len(sentences)


def _unmarked(cable: Cable, sentences: Sentences) -> Iterator[Found]:
    """Yield points and papers that have no marks: under a title, after a label, or as a list after a lead."""
    seen: str | None = None
    done = 0
    for i, sentence in enumerate(sentences):
        is_new = sentence.heading != seen
        seen = sentence.heading
        if is_new and seen and _names_text(seen) and not _sums_up(cable, seen):
            yield from _titled(sentences, i)
        if i < done or not _may_announce(sentence):
            continue
        for found in _announced(cable, sentences, i):
            done = found.last
            yield found
    for listed in points_below.runs(sentences):
        begin = sentences[listed.start].start
        yield Found(first=listed.start, last=listed.stop, start=begin, named="points")
    for run in papers_titled.runs(sentences):
        start = place_in(cable.text, sentences[run.begin], run.at)
        yield Found(first=run.first, last=run.last, start=start, named=run.named)


def _names_text(title: str) -> bool:
    return _POINTS_TITLE.search(title) is not None or _PAPER_TITLE.match(title) is not None


def _may_announce(sentence: Sentence) -> bool:
    """Return whether a sentence may be a label for points or ends in a colon, as few do."""
    return sentence.text.endswith(":") or bool(sentence.signs & _POINTS.bit)


def _sums_up(cable: Cable, title: str) -> bool:
    """Return whether "Key points" or "Other points" are a post's summary, not points to speak."""
    origin = cable.header.origin or cable.header.number or ""
    return _SUMMING_UP.match(title) is not None and bool(origin) and not is_capital(origin)


def _announced(cable: Cable, sentences: Sequence[Sentence], i: int) -> Iterator[Found]:
    """Yield the text that sentence `i` announces: a label for points, or a line that ends in a colon."""
    sentence = sentences[i]
    if _sums_up(cable, sentence.text):
        return
    if _POINT_LABEL.match(sentence.text):
        yield _run(sentences, i + 1, sentence.text)
    elif label := _POINT_RUN_IN.match(sentence.text):
        run = _run(sentences, i + 1, sentence.text)
        yield replace(
            run, first=i, last=max(run.last, i + 1), start=place_in(cable.text, sentence, label.end())
        )
    elif sentence.text.endswith(":") and not BEGIN.search(sentence.text[-200:]):
        is_label = sentence.text.count(" ") < LABEL_WORDS or _TO_BE_SPOKEN.match(sentence.text) is not None
        yield from _labelled(sentences, i) if is_label else _led(sentences, i)


def _labelled(sentences: Sequence[Sentence], i: int) -> Iterator[Found]:
    """Yield the text after a short label of its own: "Explanation of vote:"."""
    text, first = sentences[i].text, i + 1
    is_label = _POINTS_TITLE.search(text) or _PAPER_TITLE.match(text) or _TO_BE_SPOKEN.match(text)
    if is_label and first < len(sentences) and not BEGIN.search(sentences[first].text[:160]):
        yield _run(sentences, first, text)
    elif not is_label:
        yield from _led(sentences, i)


def _titled(sentences: Sequence[Sentence], first: int) -> Iterator[Found]:
    """Yield the text under a title: from its first bullet, else from the first sentence that is no lead."""
    heading, number = sentences[first].heading, sentences[first].paragraph
    last = first
    while (
        last < len(sentences)
        and sentences[last].heading == heading
        and sentences[last].paragraph == number
        and not _POINT_RUN_IN.match(sentences[last].text)
    ):
        last += 1
    inside = range(first, last)
    if any(BEGIN.search(sentences[j].text[:160]) for j in inside):
        return
    start = next((j for j in inside if sentences[j].is_bullet), None)
    if start is None and sentences[first].text.endswith(":") and first + 1 < last:
        start = first + 1
    if start is None:
        start = last if papers_titled.INSTRUCTS.match(sentences[first].text.lower()) else first
    if start < last:
        yield Found(first=start, last=last, start=sentences[start].start, named=heading or "")


def _run(sentences: Sequence[Sentence], first: int, named: str) -> Found:
    last = first
    while (
        last < len(sentences)
        and sentences[last].paragraph == sentences[first].paragraph
        and not _POINT_LABEL.match(sentences[last].text)
        and not _POINT_RUN_IN.match(sentences[last].text)
        and not _is_new_title(sentences[first], sentences[last])
        and not END.match(sentences[last].text[:160])
    ):
        last += 1
    start = sentences[first].start if first < len(sentences) else 0
    return Found(first=first, last=last, start=start, named=named)


def _is_new_title(first: Sentence, other: Sentence) -> bool:
    """Return whether a sentence stands under another title of points than the first."""
    return other.heading != first.heading and _POINTS_TITLE.search(other.heading or "") is not None


def _led(sentences: Sequence[Sentence], i: int) -> Iterator[Found]:
    """Yield the list or text that a sentence ending in a colon announces, if it announces words to pass on."""
    first, text = i + 1, sentences[i].text
    if first >= len(sentences) or BEGIN.search(sentences[first].text[:160]) or BEGIN.search(text[-200:]):
        return
    is_list = sentences[first].is_bullet and bool(_LEAD.search(text))
    if is_list and _LIST_LEAD.search(text) and order_lists(sentences[first : first + 1]):
        return
    if is_list or (FOLLOWS.search(text[-200:]) and sentences[first].paragraph == sentences[i].paragraph):
        yield _run(sentences, first, text)


def marks(cable: Cable) -> frozenset[int]:
    """Return which sentences only say that a text begins or ends, or whom points are for."""
    return frozenset(i for i in cable.sentences.holding(_MARKING.bit) if _is_mark(cable.sentences[i].text))


def _is_mark(text: str) -> bool:
    return bool(
        END.match(text[:160])
        or BEGIN.match(text[:160])
        or _POINT_LABEL.match(text)
        or announced_texts.OVER.match(text[:100])
    )


def place_in(text: str, sentence: Sentence, offset: int) -> int:
    """Return the place in the cable of the sentence's character `offset`, counted in its folded text."""
    place = sentence.start
    if len(sentence.text) == sentence.end - place:  # each blank is one of the text, as mostly
        place += offset
    else:
        for word in sentence.text[:offset].split():
            while text[place].isspace():
                place += 1
            place += len(word)  # not looked for: a mark that was lost stands otherwise in the text
    while offset and place < sentence.end and text[place].isspace():
        place += 1
    return place


def _text_of(
    cable: Cable, sentences: Sequence[Sentence], found: Found, said: passing.Said
) -> HandoverText | None:
    if (
        _FORM.search(found.named)
        or passing.is_received(found.named, cable.header)
        or (_LIST.match(found.named) and not any(_LIST_GIVEN.search(s.text) for s in sentences))
    ):
        return None
    end = found.end or sentences[found.last - 1].end
    closed = _CLOSED.search(cable.text, max(found.start, end - 60), end)
    end = closed.start() if closed else end
    start = _first_character(cable.text, found.start, end)
    evidence = cable.evidence(start, end)
    kind = kind_of(found.named)
    paragraph = sentences[found.first].paragraph
    return HandoverText(
        kind=kind,
        first_words=_opening(evidence.quote),
        last_words=evidence.quote[-240:] if closed else sentences[found.last - 1].text[-240:],
        text="\n".join(line.rstrip() for line in cable.text[start:end].splitlines()),
        paragraph=paragraph,
        passing=said.of(kind, paragraph),
        start=start,
        end=end,
        evidence=evidence,
    )


def _opening(words: str) -> str:
    """Return the first words, as many as 160 characters hold whole."""
    return words if len(words) <= 160 else words[:161].rpartition(" ")[0] or words[:160]


def _first_character(text: str, start: int, end: int) -> int:
    """Return where the words begin: a title between rules of dashes is not part of them."""
    while start < end and text[start] in " \n:-.\t":
        rule = _TITLE_IN_RULES.match(text, start, end)
        if rule:
            start = rule.end()
        else:
            start += 1
    number = _NUMBER.match(text, start, end)
    return number.end() if number else start
