"""The TAGS line: subjects, places, organizations and programs a cable is filed under."""

import re

from tracker.cable import captions, labels
from tracker.cable.draft import Reader
from tracker.cable.lines import Line

NAMED = re.compile(r"[A-Z][a-z]{2,14}(?= *(?:[,;]|$))")  # a program's name between commas: "USTR, Trade"
TAG = re.compile(r"[A-Z][A-Z0-9/-]{1,23}")
MOST_OF_NAME = 40  # characters: "(TRENHOLM,", and below it "ADELE)"
PERSON = re.compile(r"\s*\([^()]{2,60}\)")
SUBJECT_TAGS = frozenset(
    "ABLD ACOA ADCO ADPM AEMR AFIN AFSI AFSN AGAO AGMT AINF AINR ALOW AMED AMGT AMKT AORC AORG APCS APER ASEC ASIG "
    "ATRN BBSR BENG BEXP BMGT BTIO CASC CFED CJAN CMGT CPAS CVIS EAGR EAID EAIR ECIN ECON ECPS EFIN EFIS EIND EINT "
    "EINV ELAB ELTN EMIN ENRG EPET ETRD ETRO ETTC EWWT KCOR KCRM KCRS KDEM KFLO KFLU KFRD KGHG KGIC KIPR KIRF KISL "
    "KJUS KMCA KMDR KNNP KNUC KOLY KOMC KPAL KPAO KPKO KPLS KPRP KRVC KSCA KSEP KSTC KSTH KSUM KTDB KTFN KTIA KTIP "
    "KUNR KVPR KWBG KWMN MARR MASS MCAP MNUC MOPS OEXC OIIP OPDC OPRC OREP OSCI OTRA OVIP PARM PBTS PGOV PHSA PHUM "
    "PINR PINS PNAT PREF PREL PROP PTER SCUL SENV SMIG SNAR SOCI TBIO TINT TNGD TPHY TRGY TSPA TSPL".split()
)


def tags_line(reader: Reader, line: Line) -> bool:
    """tags-line = "TAGS:" tags {next line of tags}

    Example: `TAGS: KNNP, MNUC, MX`. It goes on where it ends in a comma or the next line is all tags.
    """
    label = labels.TAGS.match(line.text)
    if not label:
        return False
    words = line.text[label.end() :]
    while reader.has_next:
        below = reader.next_line
        goes_on = words.rstrip().endswith(",") or not below.has_gap
        is_named = words.count("(") > words.count(")") and ")" in below.text[:MOST_OF_NAME]
        if not is_named and not (goes_on and are_tags(below.text)):
            break
        words += " " + below.text
        reader.at += 1
    reader.draft.tags = tags_in(words)
    return True


def tags_in(words: str) -> list[str]:
    """tags = tag {(" " | "," | ";") tag};  tag = letters ["(" person ")"]

    Example: `OVIP (DOE, JOHN), IS SY` is `OVIP`, `IS`, `SY`: the person says of whom, and is no part of the TAG
    by which cables are filed and found. Words glued together that are two subject TAGS are taken apart.
    """
    found: list[str] = []
    at = 0
    while at < len(words):
        match = TAG.match(words, at) or (NAMED.match(words, at) if "," in words else None)
        if not match:
            at += 1
            continue
        at = match.end()
        person = PERSON.match(words, at) if "(" in words else None
        if person:
            at = person.end()
        found += _unglued(match[0].strip("-/"))
    return list(dict.fromkeys(found))


def _unglued(tag: str) -> list[str]:
    head, rest = tag[:4], tag[4:]
    if head in SUBJECT_TAGS and (rest in SUBJECT_TAGS or (len(rest) == 2 and rest.isalpha())):
        return [head, rest]
    return [tag]


def are_tags(words: str) -> bool:
    """Tell whether a line below TAGS goes on with them: short words in capitals, no caption."""
    parts = words.replace(",", " ").replace(";", " ").split()
    return all(len(p) <= 8 and TAG.fullmatch(p) for p in parts) and not captions.captions_in(words)[0]
