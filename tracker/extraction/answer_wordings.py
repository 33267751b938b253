"""How the wordings of answers are kept: expressions laid out over lines, for text in small letters, and the things they share."""

import re

from tracker.cable.hints import Sieve


def joined(lines: str) -> str:
    """Return an expression that was laid out over lines, each broken before a stroke."""
    return "".join(line.strip() for line in lines.splitlines())


def rule(lines: str, **parts: str) -> re.Pattern[str]:
    """Return it compiled; "<papers>" stands for the part of that name."""
    text = joined(lines)
    for name, part in parts.items():
        text = text.replace(f"<{name}>", part)
    return re.compile(text)


def sieve(lines: str) -> Sieve:
    """Return the words that begin so: one of them stands in whatever a rule finds."""
    begins = re.compile(joined(lines)).match
    return Sieve(lambda word: begins(word) is not None)


PAPERS = joined(
    r"""
    (?:lists?|texts?|cop(?:y|ies)|figures?|data|names?|information|info|answers?|response|reply|reports?
        |views?|comments?|recommendations?|statistics|tables?|details|drafts?|schedules?|results?|decision
        |position|opinion|ruling|ideas?|documents?|particulars|estimates?|reaction|word|signature
        |confirmation|instructions|findings|survey|questionnaire|questionnaires|forms?|translation|input
        |nominations?|nominees?|bio(?:s|data)?|material)
    """
)
THINGS = joined(
    r"""
    (?:reftels?|refs?|demarche|démarche|points?|non-?papers?|papers?|aide[- ]memoires?|letter|notes?
        |request|messages?|invitations?|information|summary|proposals?|concerns?|resolution|objectives
        |memorandum|text|copy|copies|cases?|position|views|talkers|talking|document|documents|package
        |questionnaire|draft|approach|representations?|arguments|instructions|material|brief|subject|issue
        |matter|message|views|invitation|text|communication|request|list)
    """
)
PAPER = joined(
    r"""
    (?:reftels?|demarche|démarche|points?|non-?papers?|papers?|aide[- ]memoires?|letter|notes?|messages?
        |invitations?|memorandum|text|copy|copies|case|talkers|talking|documents?|package|questionnaire
        |approach|arguments|brief|material|concerns?|views)
    """
)
