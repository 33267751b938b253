"""Words of others that a cable shows for its readers to know: a scenario between its marks, what a leaflet says, orders in translation.

They ask nobody who reads the cable, and are no paper to hand over: nothing in the cable says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.cable.hints import Family, small
from tracker.cable.parts import Cable, Sentence, Sentences
from tracker.extraction import labels, points_below

_BEGIN = re.compile(  # in small letters: "begin scenario.", "begin sermon brothers, …"
    r"(?:^|: )[\W_]*begins?(?: of)?:? (?:the |an? )?(?P<what>[\w'’-]+(?: [\w'’-]+){0,3})"
)
_END = re.compile(r"[\W_]*end(?: of)?:? (?:the )?(?P<what>[\w'’-]+(?: [\w'’-]+){0,3})[\W_]*")
_OURS = frozenset(  # the cable's own parts: what is asked in them is asked
    """summary comment comments action actions tasking taskings task tasks instruction instructions note notes paragraph paragraphs para paras
    classification unclassified confidential secret sensitive limited official fyi background request requests requirement requirements question
    questions deadline deadlines section part list checklist annex addendum attachment enclosure message cable telegram update introduction
    discussion analysis assessment schedule itinerary guidance objective objectives points survey questionnaire form format worksheet template
    matrix table reporting report data inquiry procedure procedures steps timetable call""".split()
)
_LITTLE = frozenset("the a an of to for from by on in and u".split())
_MARK = Family({"begin", "begins"})
_PAPER = (
    r"(?:leaflets?|pamphlets?|posters?|placards?|notices?|signs?|cards?|recipes?|fl[iy]ers?|brochures?|manuals?|handbooks?|guidebooks?|booklets?|handbills?|banners?|stickers?|manifestos?"
    r"|sermon|circulars?|questionnaires?|bulletins?|by-?laws?|rulebook|standing orders?|decree|edict|proclamation|ordinance|scenario|script|hymn|song|catechism|primer|billboard|blackboard|prospectus)"
)
_SAYS = r"(?:reads?|runs?|ran|says?|said|tells?|told|goes|went|advises?|instructs?|warns?|commands?|bids?|teach(?:es)?|preach(?:es)?|proclaims?|begins?|opens?)"
_GAVE_OUT = (
    r"(?:hand(?:s|ed)?|taped|pinned|posted|nailed|pasted|stuck|hung|hangs|printed|distributed|g[ai]ve[sn]?|passed out|dropped|scattered|read out|dictated|recited|carried|carries|bears|bore|displayed|painted"
    r"|wrote|copied|published)"
)
_LEAD = re.compile(  # in small letters, without what passes it on
    rf"[^:]*\b{_PAPER}\b[^:;]{{0,140}}?\b{_SAYS}\b[^:;]{{0,60}}:"
    rf"|[^:]*\b{_GAVE_OUT}\b[^:;]{{0,80}}?\b{_PAPER}\b[^:]{{0,120}}:|[^:]*\b{_PAPER}\b[^:;]{{0,60}}?\b{_GAVE_OUT}\b[^:]{{0,120}}:"
    rf"|[^:;]*\b{_PAPER}\b[^:;]{{0,120}}?\b(?:reads?|runs?|goes|says?) (?:as follows|thus|in part)\."
    rf"|(?:the |these )?(?:lines?|words?|rules?|extracts?|excerpts?|sentences|advice|steps|passages?|orders) (?:(?:just )?(?:below|quoted|that follow|which follow|quoted below) )?(?:(?:is|are|was|were) )?(?:come|comes|taken|stem|stems|drawn|copied|lifted) from (?:[\w'’-]+ ){{0,5}}?{_PAPER}\b[^:;]*:"
    rf"|(?:the |these )?(?:lines?|words?|rules?|extracts?|excerpts?|sentences|advice|steps|passages?|orders) (?:(?:just )?(?:below|quoted|that follow|which follow|quoted below) )(?:(?:is|are|was|were) )?(?:come|comes|taken|stem|stems|drawn|copied|lifted) from (?:[\w'’-]+ ){{0,5}}?{_PAPER}\b[^:;]*[.:]"
    rf"|(?:the following (?:is|comes|was taken|is taken) )?from (?:(?:the|an?|its|his|their) )?(?:[\w'’-]+ ){{0,4}}?{_PAPER}\b[^:;]{{0,120}}:"
    r"|[^:]{2,120}[.,] (?:copied|given|shown|printed|quoted|set down) (?:here )?(?:as (?:received|found|written|it stands|they stand)|unedited|verbatim|without change):|[^:]{2,120}[.,] (?:unedited|verbatim|unofficial translation|free translation|rough translation):"
    r"|(?:[^:]{2,160}[.,] )?(?:(?:here|given) )?in (?:(?:our|an?|the|free|rough|unofficial|informal|working|embassy['’]?s?|post['’]s|\w+['’]s) ){0,3}?(?:translation|english)(?: (?:they|it|these|he|she) (?:reads?|runs?|says?|say))?:"
    r"|(?:[^:]{2,120}[.,] )?as (?:best|well|far|nearly|closely|fully|much)(?: as)? (?:he|she|they|we|[a-z]+) (?:could|can|was able to|were able to) [^:]{2,50}:"
    r"|(?:[^:]{2,120}[.,] )?(?:from (?:his|her|their) notes|from memory|in (?:his|her|their) (?:own )?words|as (?:he|she|they) (?:remember(?:s|ed)?|recall(?:s|ed)?|wrote (?:it|them) down|put (?:it|them))):"
)
_PASSED_ON = re.compile(  # who shows them to the reader: "Post passes along for the record", "our colleague handed out"
    r"^(?:the )?(?:post|embassy|consulate|mission|we|this office) (?:also |here )?(?:pass(?:es)?(?: along| on)?|quotes?|reproduces?|copied|copies|gives|offers|found|saw|obtained|cites?|repeats?)\b"
    r"|\bour (?:[\w'’-]+ ){0,2}?(?:colleagues?|contacts?|sources?|drivers?|hosts?|guides?|friends?|guests?|visitors?|translation)\b"
)
_NAMES_OURS = re.compile(  # in small letters
    r"\b(?<!health )(?<!border )(?<!guard )(?<!police )(?<!aid )(?<!frontier )(?<!command )posts?\b|\b(?:embass\w+|consul(?:ates?|ar|s)?|missions|addressees?|us|we|ours?|washington|septel|reftel|refs?|rsos?|fam|fah|cable|telegram)\b"
    r"|\bdepartment(?! of\b)|@|\b[a-z]{1,5}/[a-z]"
)
_ASKS = re.compile(
    r"\b(?:please|kindly|should|must|shall|asked|requested|instructed|needed|required|wanted|due|asks|requests|following (?:steps|actions))\b"
)
_YOU = frozenset("you your yours yourself yourselves thee thy".split())
_TOLD = frozenset("is are was were has have had did will would".split())
_PLEADS = ("please ", "kindly ", "request ", "pls ")
_PLEADING = frozenset(one.strip() for one in _PLEADS)
_NAMING = frozenset("the a an its his her their this that these those".split())
_GAP = re.compile(r"\n[ \t]*\n")
_SIGNS = Family(
    """leaflet leaflets pamphlet pamphlets poster posters placard placards notice notices sign signs card cards recipe recipes flier fliers flyer flyers brochure
    brochures manual manuals handbook handbooks guidebook guidebooks booklet booklets handbill handbills banner banners sticker stickers manifesto
    manifestos sermon circular circulars bulletin bulletins bylaw bylaws laws law rulebook standing decree edict proclamation ordinance scenario script
    hymn song catechism primer billboard blackboard prospectus translation english could can able notes memory words remember remembers
    remembered recall recalls recalled wrote put unedited verbatim received found written""".split()
)
MOST_SENTENCES = 80  # of one text


@dataclass(frozen=True, slots=True)
class Shown:
    """The sentences that are words of others; those of them that stand between marks; and the marks around parts of the cable itself."""

    words: frozenset[int] = frozenset()
    marked: frozenset[int] = frozenset()
    marks: frozenset[int] = frozenset()


def shown(cable: Cable, inside: frozenset[int]) -> Shown:
    """Return which sentences are others' words, none of those `inside` papers to hand over."""
    sentences = cable.sentences
    marked: set[int] = set()
    marks: set[int] = set()
    for begun, over, is_ours in _between(sentences, inside):
        if is_ours:
            marks.update((begun, over))
        else:
            marked.update(range(begun, over + 1))
    led = {i for run in _led(cable, inside | marked) for i in run}
    return Shown(frozenset(led | marked) - inside, frozenset(marked), frozenset(marks))


def _between(sentences: Sentences, inside: frozenset[int]) -> Iterator[tuple[int, int, bool]]:
    """Yield the marks of each part: between = "begin" kind {sentence} "end" kind; "BEGIN SCENARIO. … END SCENARIO."."""
    done = 0
    titled = {i for i in range(len(sentences)) if _is_under_mark(sentences, i)}
    for i in sorted(titled.union(sentences.holding(_MARK.bit))):
        is_title = i in titled
        mark = sentences[i].heading or "" if is_title else sentences[i].text[:400]
        begun = _BEGIN.search(small(mark)) if i >= done and i not in inside else None
        what = frozenset(begun["what"].split()) - _LITTLE if begun else frozenset[str]()
        over = _end_of(sentences, i, what) if what else None
        if begun is None or over is None:
            continue
        is_alone = begun.start() == 0 and not mark[begun.end() :].strip(" .:-)")
        if _OURS.isdisjoint(what):
            yield (i if begun.start() == 0 else i + 1), over, False
        elif is_alone and not is_title:
            yield i, over, True
        done = over + 1


def _is_under_mark(sentences: Sequence[Sentence], i: int) -> bool:
    """Return whether a begin mark was read as the title that opens over a sentence, as a short line in capitals is."""
    heading = sentences[i].heading
    is_new = heading is not None and (i == 0 or sentences[i - 1].heading != heading)
    return is_new and heading is not None and small(heading).startswith("begin ")


def _end_of(sentences: Sentences, begun: int, what: frozenset[str]) -> int | None:
    """Return where the part ends whose kind these words name, None where nothing closes it."""
    for j in range(begun + 1, min(len(sentences), begun + MOST_SENTENCES)):
        over = (
            _END.fullmatch(small(sentences[j].text))
            if sentences[j].text.count(" ") < len("end of the")
            else None
        )
        if over and what & (frozenset(over["what"].split()) - _LITTLE):
            return j
    return None


def _led(cable: Cable, inside: frozenset[int]) -> Iterator[range]:
    """Yield the words below each lead that says whose they are: "The leaflet runs as follows. …", "In our translation: …"."""
    sentences = cable.sentences
    done = 0
    for i in sentences.holding(_SIGNS.bit):
        end = _lead_end(sentences[i].text) if i >= done and i not in inside else 0
        if end and _goes_on_in_words(sentences[i].text[end:]):
            first = i if end < len(sentences[i].text) else i + 1
            run = range(first, _stop(cable, i, first))
            done = run.stop
            yield run


def _goes_on_in_words(rest: str) -> bool:
    """Return whether what stands behind a lead in its sentence may be theirs: an order, or what speaks to "you"; nothing is too."""
    words = small(rest).strip(" \"“'").split()
    is_named = words[:1] != [] and words[0] in _NAMING
    is_ours = (
        words[:1] != [] and words[0] in _PLEADING and rest.strip()[:1].islower()
    )  # ": please send two copies"
    is_told = not _TOLD.isdisjoint(words) or any(len(w) > len("need") and w.endswith("ed") for w in words)
    return not _YOU.isdisjoint(words) or not (is_named or is_told or is_ours)


def _lead_end(text: str) -> int:
    """Return where the words end that lead words of others, 0 where there are none."""
    if (
        ":" not in text
        and not text.endswith(("follows.", "thus.", "part.", "FOLLOWS.", "THUS."))
        and "from" not in text.lower()
    ):
        return 0
    low = small(text)
    match = _LEAD.match(low)
    if match is None:
        return 0
    lead = _PASSED_ON.sub(" ", match.group())
    is_ours = _NAMES_OURS.search(lead) is not None or _ASKS.search(lead) is not None
    rest = text[match.end() :]
    return 0 if is_ours or (rest and not rest.startswith(" ")) else match.end()


def _stop(cable: Cable, lead: int, first: int) -> int:
    """Return the sentence behind the words led: behind a list, behind lines set apart, or where no order goes on."""
    sentences = cable.sentences
    if first >= len(sentences):
        return first
    if sentences[first].is_bullet:
        return points_below.bullets_from(sentences, first).stop
    gap = cable.text[sentences[lead].end : sentences[first].start] if first > lead else ""
    is_apart = _GAP.search(gap) is not None and sentences[first].paragraph == sentences[lead].paragraph
    for j in range(first, min(len(sentences), first + MOST_SENTENCES)):
        one = sentences[j]
        if one.paragraph != sentences[lead].paragraph:
            return j
        between = cable.text[sentences[j - 1].end : one.start] if j > first else ""
        if j > first and is_apart and _GAP.search(between) and labels.entry_of(one.text) is None:
            return j
        if j > lead and not _goes_on(one, is_apart=is_apart):
            return j
    return min(len(sentences), first + MOST_SENTENCES)


def _goes_on(sentence: Sentence, *, is_apart: bool) -> bool:
    """Return whether a sentence may still be others' words: an order or what speaks to "you", and nothing of ours."""
    low = small(sentence.text)
    if _NAMES_OURS.search(low):
        return False
    if is_apart or not _YOU.isdisjoint(sentence.words):
        return True
    return not low.startswith(_PLEADS) and _TOLD.isdisjoint(sentence.words)
