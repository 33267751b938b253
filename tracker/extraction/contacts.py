"""Points of contact: people and offices named for questions, with e-mail, telephones, office and fax."""

import re
from collections.abc import Sequence

from tracker.cable.hints import Family, Sieve, small
from tracker.cable.parts import Cable, Sentence
from tracker.extraction import contact_drafts, contact_sets
from tracker.extraction.contact_drafts import Draft
from tracker.extraction.contact_words import (
    BRACKETED_PHONE,
    CUED_PHONE,
    EMAIL,
    EXTENSION,
    PHONE,
    Item,
    Kind,
    items_of,
)
from tracker.extraction.designators import place_of
from tracker.extraction.proposals import PointOfContact

_CUE = re.compile(  # in small letters
    r"^(?:on|for) [^:.;]{2,40}: |\bone to (?:ask|turn to|see|reach|write to)\b|\b(?:p\.?o\.?c\.?'?s?|points?[- ]of[- ]contact|contacts?(?! with\b| group)|contacting|questions?|inquir\w+|quer(?:y|ies)|reached|call|ring|in (?:his|her|their) absence|phone|"
    r"telephone|tel|fax|e-?mail(?:ed)?|attn|attention|escorts?|attorneys?|coordinators?|(?:desk|department|embassy|post|mission|action) officer|liaison (?:in|at|for)|after hours|control officer|duty officer|drafter|has (?:the )?(?:action|lead)|direct(?:ed)? to|(?:should|may|must|can|to|please) (?:be )?refer(?:red)?|send|sent|copy|cc)\b"
)
_NAMED_ONLY = re.compile(  # in small letters
    r"\b(?:p\.?o\.?c\.?'?s?|points?[- ]of[- ]contact|contacts?)\b[^.;]{0,90}?(?:\bis\b|\bare\b|:|\bremains?\b|\bwill be\b)"
    r"|\b(?:please|should|may|can|to|and) contact (?!with)|^contact ",
)
_ONE_TO_ASK = re.compile(  # in small letters; the name stands before what it is: "Ruth Ames is the point of contact"
    r"\b(?:is|are|will be|remains?|serves? as|will (?:serve|act) as|acts as) (?P<between>(?:the |our |your |[\w/]+'s |an? )?(?:u\.s\. )?[^.;]{0,60}?)"
    r"\b(?:points? of contact|p\.?o\.?c|contact(?: (?:person|officer))?|control officer|action officer|desk officer)s?\b(?! (?:at|in|of|with) the (?:ministry|foreign|mfa|party|palace))",
)
_IN_CARE = re.compile(  # in small letters: "Legal matters are for Imogen Ames, in L/NPV"
    r"\b(?:matters|aspects|issues|questions|cases|(?:legal|technical|budget|press|financial|administrative|logistical) side|points of (?:law|detail|protocol)) (?:[\w-]+ ){0,3}?(?:are|is|will be) (?:now )?"
    r"(?:for|with|handled by|looked after by|dealt with by|answered by|taken care of by|the (?:business|province|charge) of|in the (?:hands|care|charge) of) "
)
_DRAFTER = re.compile(  # in small letters: "The drafter of this message is Ruth Ames"
    r"\b(?:drafter|drafting officer)s?(?: of (?:this|the present|the) (?:message|cable|telegram|instruction))?(?: (?:here|in [\w/]+))?(?: is\b| are\b|:)"
)
_DESK_OF = re.compile(  # in small letters: "The desk officer for the program, Ms. Ruth Ames, will be away"
    r"\b(?:the|our|ref's) (?:desk|action|program|project|case) officer (?:for|on|in charge of) (?P<between>[^.,;]{2,60}), (?:(?:mr|ms|mrs|dr)\. )?[\w'’.-]+ (?:[\w'’.-]+ ){0,2}?[\w'’-]+, (?:will|can|may|is|has|remains|answers|takes)\b"
)
_IN_CHARGE = re.compile(  # in small letters: "Ruth Ames, P/EE, is in charge of the tour", "Maj Ames, OUSD(P)/EUR, 555-0100, runs the course"
    r"^(?:(?:mr|ms|mrs|dr|lt|lt ?col|col|maj|capt|cdr|lcdr|cmdr|sgt|gen|ltc|cpt)\.? )?[a-z][\w'’.-]+ (?:[\w'’.-]+ ){0,2}?[\w'’-]+(?:, (?:of |in )?| \()(?:[a-z]{1,8}(?:\([a-z]{1,3}\))?/[a-z/]{1,12}|(?:the )?(?:department|bureau|desk)[\w ]{0,20})\)?,?(?: [^;]{3,80}?,)? "
    r"(?:is (?:in charge|handling|running|coordinating|responsible|looking after)|has charge of|ha(?:s|ve) the (?:file|account|action|lead)|runs|handles|coordinates|manages|looks after|directs|keeps|answers|takes|books|arranges)\b"
)
_THEIRS = re.compile(
    r"\b(?:ministry|government|party|foreign|rebels?|union|company|firm|court|palace|army|committee)\b",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(  # in small letters
    r"(?:^|\b(?:please|should|may|can|must|to) )(?:address|direct|refer|send|put|forward)(?:ed)? (?:all |any |further |your )*(?:questions?|inquir\w+|quer(?:y|ies)|concerns)\b[^.;]{0,60}? to |"
    r"\b(?:questions?|inquir\w+|quer(?:y|ies)) [^.;]{0,60}?\b(?:should|may|can|must) be (?:directed|addressed|referred|sent|put) to ",
)
# One of them stands in whatever the rules of naming find; "c" is what a full stop leaves of "P.O.C.".
_REACHING = Family("contact contacts poc pocs oc ocs c cs".split())
_OFFICERS = Family(_REACHING | {"officer", "officers"})
_ASKING = Family("question questions inquiry inquiries query queries concerns inquire".split())
_CARED_FOR = Family("matters cases aspects issues questions side points".split())
_DRAFTERS = Family({"drafter", "drafters", "drafting"})
_CALLED = Family({"attention", "attn"})
_ATTENTION = re.compile(
    r"[,(:] ?(?:attention|attn)[:.,]? "
)  # in small letters: "to CA/FPP, attention Ruth Ames"
_CALLED_BEHIND = re.compile(r"[),;]* \(?(?:attention|attn)[:.,]? (?:(?:Mr|Ms|Mrs|Dr)\.? )?", re.IGNORECASE)
_BY_POUCH = re.compile(  # in small letters: a name behind it is part of the address
    r"\b(?:by|via|in) (?:the )?(?:\w+ ){0,2}?(?:pouch|mail|courier|bag|dhl|express|freight)\b"
)
_CHARGED = Family(
    "charge handling running coordinating responsible looking looks runs handles coordinates manages directs keeps answers takes books arranges file account action lead".split()
)
_NAMING = _CHARGED.bit | _OFFICERS.bit | _ASKING.bit | _CALLED.bit | _CARED_FOR.bit | _DRAFTERS.bit
_NAMING_ANYWHERE = (
    _OFFICERS.bit | _ASKING.bit | _CALLED.bit | _DRAFTERS.bit
)  # the others want an office: "L/NPV"
_RULES_OF_NAMING = (
    (_REACHING, _NAMED_ONLY),
    (_ASKING, _ASKED_TO),
    (_OFFICERS, _ONE_TO_ASK),
    (_CALLED, _ATTENTION),
    (_CARED_FOR, _IN_CARE),
    (_DRAFTERS, _DRAFTER),
    (_OFFICERS, _DESK_OF),
    (_CHARGED, _IN_CHARGE),
)
_FRIENDS = re.compile(  # in small letters; whom a post knows: no points of contact
    r"\b(?:post|embassy|mission|our|his|her|their|good|close|long\S*)(?:'s)? contacts?\b(?! (?:is|are|for|on|officer|person)\b)|\bcontacts (?:in|within|among|inside|at) (?:the )?"
    r"(?:party|ministry|government|opposition|army|military|church|press|business|unions?|palace|presidency|parliament)",
)
_TITLE = re.compile(
    r"\b(?:p\.?o\.?c|points? of contact|contacts?|(?:action|desk|control|project|duty) officer)s?\b",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\b[A-Z]{1,6}(?:\([A-Z]{1,3}\))?(?:/[A-Z&]{1,8}){1,3}\b")
_PRONOUN = re.compile(
    r"^(?:he|she|they|his|her|their|e-?mail|unclass(?:ified)?|tel|phone|fax|telephone|both|office|cell|mobile)\b",
    re.IGNORECASE,
)
_OFFICE_CUE = re.compile(
    r"\b(?:p\.?o\.?c|contact|questions?|inquir\w+|reached|hotline|watch|post one|duty (?:desk|line|attorney|agent|clerk)|help (?:desk|line)|task force|operations center|duty officer|working group|"
    r"command post|control room)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(CDR|LTC|LtCol|LTCOL|LCDR|COL|MAJ|CAPT|CPT|Dr|Amb|Col|Lt|Maj|Gen|Capt|Cdr|Major|Colonel|Captain|Lieutenant|Commander|General|Admiral|Sergeant)\.? $"
)
_PRIVATE = re.compile(
    r"\b(?:pastor|reverend|rev\.|father|rabbi|imam|mother|wife|husband|widow|son|daughter|brother|sister|parents?|landlord|owner|"
    r"firm'?s?|company'?s?|hotel|corporation|manufacturer|importer|exporter|dealer|applicant|petitioner|prisoner|detainee|hospital|doctor|lawyer|attorney|fianc\w+|next[- ]of[- ]kin|cousin|uncle|aunt|"
    r"friend|neighbor|employer)\b|\b(?:ministry|party|government|army|university|opposition)['’]s (?:\w+ )?(?:coordinator|escort|spokesman)\b|\b(?:called|telephoned|wrote(?: to)?|visited) (?:the )?(?:department|embassy|consulate|desk)\b|\b\d+ \w+ (?:st\.|street|ave\w*|road|rd\.|lane|drive)",
    re.IGNORECASE,
)
_OUR_LAWYERS = re.compile(
    r"\b(?:(?:trial|staff|agency|assistant u\.s\.|u\.s\.|senior|doj|oia|[a-z]{1,4}/[a-z]{2,7}(?:/[a-z]{1,7})?) attorneys?|attorney[- ]advis[eo]rs?)\b",
    re.IGNORECASE,
)
# Stands in every telephone number, and is far cheaper than PHONE. First comes a digit of ours or any sign of
# other scripts: the engine leaps to such a plain set of characters.
_NUMBER = re.compile(r"[^\x00-/:-\x7f](?:[ .-]\d\d|\d{4})")
_IN_FIGURES = Sieve(
    lambda word: not word.isalpha() and re.search(r"\d\d", word) is not None
)  # such a word stands in whatever _NUMBER finds
_EXTENSION = Family({"extension"})
_REACHABLE = _NAMING | _IN_FIGURES.bit | _EXTENSION.bit  # or an "@" stands in whatever gives a contact
_SENT_TO = re.compile(
    r"\b(?:send|sends|sent|submit\w*|forward\w*|e-?mail\w*|provide\w*|upload\w*|cop(?:y|ied)) [^;]{0,120}\bto (?:(?:the|our|its|an?|this) (?:[\w/-]+ ){0,3}?(?:mailbox|mail ?box|inbox|in-box|address|account),? )?\S+@"
    r"|\b(?:order\w*|place\w*|register\w*|book\w*|lodge\w*|file\w*|enroll\w*|appl(?:y|ied)) [^;]{0,90}\b(?:from|with|at|through|by writing to) \S+@",
    re.IGNORECASE,
)
_SWITCHBOARD = re.compile(  # in small letters: it puts calls through and answers none
    r"\b(?:switchboard|operator)(?:['’]s)?(?: (?:number|telephone|line))? (?:is|has|answers)\b"
)
_ASKED_OF = re.compile(
    r"\b(?:p\.?o\.?c|points? of contact|contacts?|questions?|inquir\w+|quer(?:y|ies))\b",
    re.IGNORECASE,
)
_BY_FAMILY_NAME = re.compile(
    r"\b(?:contact|call|reach|e-?mail|telephone) (?:(?:Mr|Ms|Mrs|Dr)\.? )?([A-Z][a-z]{2,})(?: at\b| on\b|,? \(|, [\d(+])"
    r"|^(?:(?:Mr|Ms|Mrs|Dr)\.? )?([A-Z][a-z]{2,})['’]s (?:\w+ ){0,2}?(?:numbers?|telephones?|phones?|extension|e-?mail|mobile|cell|line|address)(?: address| number)?s? (?:is|are|remains?)\b"
)
_TITLES = frozenset("contact call reach mr ms mrs dr please email telephone".split())
MOST_TO_NAME = 10  # characters from "is handled by" to the name
LOCAL = 7  # figures of a number without its area code
MANY = 2  # addresses in one sentence are not all one person's
_JOINED = re.compile(r"[\s,;/()]*(?:and|or|&)?[\s,;/()]*", re.IGNORECASE)


def contacts(cable: Cable, masked: frozenset[int]) -> tuple[PointOfContact, ...]:
    """Return the contacts outside the papers to hand over, each once, in reading order."""
    found: dict[tuple[str | None, str | None], Draft] = {}
    places = {
        place_of(a.designator) for a in (*cable.header.action_addressees, *cable.header.info_addressees)
    }
    places |= {place_of(cable.header.origin)} if cable.header.origin else set()
    before: list[Draft] = []
    last = -1
    for i, sentence in enumerate(cable.sentences):
        if i in masked or not (sentence.signs & _REACHABLE or "@" in sentence.text):
            continue  # as most
        before = _drafts(sentence, before if i == last + 1 else [])
        last = i
        for draft in before:
            if (draft.name or "").lower() in places:
                continue  # "(Hong Kong)" behind a telephone
            draft.name = draft.name or _known_name(cable.text, sentence.text, draft)
            key = (draft.name, None) if draft.name else (draft.email, draft.phone)
            _merge(found, key, draft)
    return tuple(_contact(cable, d) for d in found.values())


def _known_name(text: str, words: str, draft: Draft) -> str | None:
    """Return the full name that stands earlier for "contact Lindgren at 202-555-0114", None where there is none."""
    family = _BY_FAMILY_NAME.search(words) if draft.is_reachable and words.count("@") < MANY else None
    full = (
        re.search(rf"[A-Z][a-z]+ (?:[A-Z]\. )?{re.escape(family[1] or family[2])}\b", text)
        if family
        else None
    )
    return full.group() if full and full.group().split()[0].lower() not in _TITLES else None


def _merge(
    found: dict[tuple[str | None, str | None], Draft], key: tuple[str | None, str | None], draft: Draft
) -> None:
    known = found.get(key)
    if known is None:
        found[key] = draft
    elif known is not draft:
        known.email, known.phone = known.email or draft.email, known.phone or draft.phone


def _drafts(sentence: Sentence, before: list[Draft]) -> list[Draft]:
    """Return the contacts of a sentence; one that goes on about the person before adds to that one."""
    text = sentence.text
    if contact_sets.MARK in text and (
        sets := [contact_drafts.of_set(sentence, one) for one in contact_sets.sets_in(text)]
    ):
        return sets
    has_way = _has_way(sentence)
    is_named = _naming(sentence)
    if not (has_way or is_named):
        return []
    is_titled = bool(sentence.heading) and _TITLE.search(sentence.heading or "") is not None
    has_cue = (
        "@" in text
        or before
        or is_titled
        or _SLASHED.search(text)
        or _BY_FAMILY_NAME.match(text)
        or _CUE.search(text.lower())
    )
    if not has_cue:
        return []
    goes_on = bool(before) and has_way and bool(_PRONOUN.match(text))
    is_behind = is_named is not None and is_named.re not in (_ONE_TO_ASK, _IN_CHARGE)
    behind = is_named.end() if is_named and is_named.re in (_ATTENTION, _IN_CARE) else 0
    most = behind + MOST_TO_NAME if is_named and is_named.re is _IN_CARE else len(text)
    least = is_named.start() if is_named and is_behind else 0
    drafts = _called(text, _shared(text, _gathered(sentence, items_of(text), before[-4:] if goes_on else [])))
    return [
        d
        for d in drafts
        if _is_contact(d, text) or (is_named and d.name and d.end > least and behind <= d.at <= most)
    ]


def _has_way(sentence: Sentence) -> bool:
    """Return whether an address, a telephone or an extension stands in a sentence."""
    text = sentence.text
    if ("@" in text and EMAIL.search(text)) or (sentence.signs & _EXTENSION.bit and EXTENSION.search(text)):
        return True
    if not sentence.signs & _IN_FIGURES.bit or not _NUMBER.search(text):
        return False
    return any(rule.search(text) for rule in (PHONE, CUED_PHONE, EXTENSION, BRACKETED_PHONE))


def _naming(sentence: Sentence) -> re.Match[str] | None:
    """Return the words that say that a name is one to ask, without an address or a number."""
    if not sentence.signs & (_NAMING if "/" in sentence.text else _NAMING_ANYWHERE):
        return None
    text, found = small(sentence.text), None
    for words, rule in _RULES_OF_NAMING:
        found = found or (rule.search(text) if sentence.signs & words.bit else None)
    is_theirs = found is not None and found.re in (_ONE_TO_ASK, _DESK_OF) and _THEIRS.search(found["between"])
    is_address = found is not None and found.re is _ATTENTION and _BY_POUCH.search(text)
    if (
        found is not None
        and found.re in (_IN_CARE, _IN_CHARGE)
        and not (_SLASHED.search(sentence.text) or ")/" in sentence.text)
    ):
        return None
    return None if found is None or is_theirs or is_address or _FRIENDS.search(text) else found


def _is_contact(draft: Draft, text: str) -> bool:
    """Return whether a draft says how somebody is reached; a telephone alone needs a word of contact."""
    if draft.email and not draft.name and _SENT_TO.search(text) and not _ASKED_OF.search(text):
        return False
    if not draft.name and not draft.email and _SWITCHBOARD.search(text.lower()):
        return False
    return bool(draft.email or (draft.phone and (_is_of_ours(draft, text) or _OFFICE_CUE.search(text))))


def _is_of_ours(draft: Draft, text: str) -> bool:
    """Return whether a named person with a telephone only is one to ask, not one the text tells of."""
    is_named = draft.name is not None or bool(_BY_FAMILY_NAME.match(text))
    has_office = any("/" in office for office in draft.other)  # a lawyer of ours: "Ruth Ames, L/NPV"
    return is_named and (has_office or not _PRIVATE.search(_OUR_LAWYERS.sub("", text)))


def _gathered(sentence: Sentence, items: Sequence[Item], before: list[Draft]) -> list[Draft]:
    drafts = list(before)
    current = before[-1] if before else None
    offices: list[str] = []
    for item in items:
        if item.kind is Kind.NAME:
            current = Draft(
                name=item.text,
                first=sentence,
                last=sentence,
                at=item.start,
                end=item.end,
                other=_ranks(sentence.text, item),
            )
            drafts.append(current)
        elif item.kind is Kind.OFFICE:
            (current.other if current else offices).append(item.text)
        elif owner := _owner(item, drafts):
            owner.email, owner.last = item.text, sentence
        elif current is None or (item.kind is Kind.EMAIL and current.email):
            current = Draft(first=sentence, last=sentence, other=offices)
            offices = []
            drafts.append(current)
            _add(current, item)
        else:
            _add(current, item)
        if current:
            current.end, current.last = item.end, sentence
    return drafts


def _owner(item: Item, drafts: Sequence[Draft]) -> Draft | None:
    """Return the person without an address whose family name an e-mail address begins with."""
    if item.kind is not Kind.EMAIL or not item.text:
        return None
    local = re.sub(r"[^a-z]", "", item.text.partition("@")[0].lower())
    names = (
        (d, re.sub(r"[^a-z]", "", (d.name or "").lower().rpartition(" ")[2])) for d in drafts if not d.email
    )
    return next((d for d, family in names if len(family) > 3 and family in local), None)


def _ranks(text: str, item: Item) -> list[str]:
    rank = _RANK.search(text[max(0, item.start - 14) : item.start])
    return [rank.group(1)] if rank else []


def _add(draft: Draft, item: Item) -> None:
    if item.kind is Kind.EMAIL:
        draft.email = item.text or draft.email
    elif item.kind is Kind.PHONE and (draft.phone is None or _is_outside_line(draft, item)):
        draft.other += [draft.phone] if draft.phone else []
        draft.phone = item.text
    else:
        draft.other.append(f"fax {item.text}" if item.kind is Kind.FAX else item.text)


def _is_outside_line(draft: Draft, item: Item) -> bool:
    """Return whether a number can be called from outside, and the one before it only within the services: "DSN 225-2218 or (703) 695-2218"."""
    digits = sum(map(str.isdigit, draft.phone or "")), sum(map(str.isdigit, item.text))
    return digits[0] == LOCAL and digits[1] > LOCAL and f"DSN {draft.phone}" in draft.first.text


def _shared(text: str, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts after giving two people joined by "and" the telephone that stands behind the second."""
    for one, other in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        between = text[one.end : text.find(other.name or "", one.end)]
        if one.name and not one.is_reachable and other.phone and _JOINED.fullmatch(between):
            one.phone = other.phone
    return drafts


def _called(text: str, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, where a desk's ways go to the one behind "attention": "to the desk, 202-555-0100, attention Ruth Ames"."""
    kept: list[Draft] = []
    for draft in drafts:
        desk = kept[-1] if kept else None
        is_next = desk is not None and desk.first is draft.first and _ends_in_way(text, desk)
        if desk is None or not is_next or not _CALLED_BEHIND.fullmatch(text, desk.end, draft.at):
            kept.append(draft)
        elif desk.is_reachable and draft.name and not draft.is_reachable:
            draft.email, draft.phone = desk.email, desk.phone
            draft.other = [*draft.other, *([desk.name] if desk.name else []), *desk.other]
            kept[-1] = draft
        else:
            kept.append(draft)
    return kept


def _ends_in_way(text: str, desk: Draft) -> bool:
    """Return whether the last piece of a draft is its address or its number."""
    return any(way and text.endswith(way, 0, desk.end) for way in (desk.email, desk.phone))


def _contact(cable: Cable, draft: Draft) -> PointOfContact:
    return PointOfContact(
        name=draft.name,
        email=draft.email,
        phone=draft.phone,
        other=", ".join(dict.fromkeys(draft.other)) or None,
        evidence=cable.evidence(draft.first.start, draft.last.end),
    )
