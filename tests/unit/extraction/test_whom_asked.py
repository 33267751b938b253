"""Whom an ask is for, where several stand under TO: offices by their short names, the only one of a kind, a title of names."""

import pytest

from tracker.cable import parse
from tracker.extraction import extract

HEAD = """P 031540Z JUN 09
FM {origin}
TO {to}
UNCLAS {place} 957002

E.O. 12958: N/A
TAGS: EFIS, NO
SUBJECT: HERRING

1. {text}
"""
OFFICES = ("SECSTATE WASHDC", "FAA WASHDC", "DEPT OF HOMELAND SECURITY WASHINGTON DC", "AMEMBASSY RIGA")
POSTS = ("AMEMBASSY OSLO", "AMEMBASSY RIGA", "USMISSION USUN NEW YORK", "DEPT OF TREASURY WASHINGTON DC")


def asked(text, to):
    origin, place = ("AMEMBASSY LIMA", "LIMA") if "SECSTATE WASHDC" in to else ("SECSTATE WASHDC", "STATE")
    cable = parse(HEAD.format(origin=origin, place=place, to="\n".join(to), text=text))
    found = extract(cable, is_day_off=lambda _: False).actions
    return [
        tuple(d.split()[1] if d.startswith("AM") else d.split()[0] for d in one.addressees) for one in found
    ]


@pytest.mark.parametrize(
    "text, want",
    [
        ("Post requests the Department's advice on the barge.", [("SECSTATE",)]),
        ("Post requests that OES name a diver.", [("SECSTATE",)]),
        ("Post requests FAA's advice on the barge.", [("FAA",)]),
        ("We would be grateful if DHS could name a diver.", [("DEPT",)]),
        ("It would be helpful to have FAA's list of divers.", [("FAA",)]),
        (
            "It would help to have FAA's list, and the Department is asked to check it.",
            [("FAA",), ("SECSTATE",)],
        ),
        ("The Department is asked to list divers, and the diver should rest.", [("SECSTATE",)]),
        ("Post requests advice on the barge.", [("SECSTATE", "FAA", "DEPT", "RIGA")]),
        ("Mission requests advice on the barge.", [("SECSTATE", "FAA", "DEPT", "RIGA")]),
    ],
)
def test_an_office_is_asked_by_what_it_is_called(text, want):
    assert asked(text, OFFICES) == want


@pytest.mark.parametrize(
    "text, want",
    [
        ("Mission should vote no.", [("USMISSION",)]),
        ("USUN should vote no.", [("USMISSION",)]),
        ("Embassy should vote no.", [("OSLO", "RIGA", "USMISSION")]),
        ("Posts should report.", [("OSLO", "RIGA", "USMISSION")]),
        ("Treasury is asked to name a diver.", [("DEPT",)]),
        ("Riga only: please name a diver.", [("RIGA",)]),
        ("Oslo: please name a diver.", [("OSLO",)]),
        ("Posts' views on the next meeting (Riga, June 8) would be welcome.", [("OSLO", "RIGA", "USMISSION")]),
        ("FOR RIGA:\n\na. Please name a diver.\n\nb. Rent a barge.", [("RIGA",), ("RIGA",)]),
        ("Embassy Riga should rent a barge by June 8, and Embassy Oslo should hire a diver by June 9.", [("RIGA",), ("OSLO",)]),
    ],
)  # fmt: skip
def test_a_post_is_asked_by_its_name_or_as_the_only_one_of_its_kind(text, want):
    assert asked(text, POSTS) == want


COLLECTIVE = ("ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE", "AMEMBASSY OSLO")
ALL = [("ALL", "OSLO")]


@pytest.mark.parametrize(
    "text, want",
    [
        ("Posts in Riga, Port Louis and Lagos only: please name a diver.", [("RIGA", "PORT", "LAGOS")]),
        ("Posts in Riga and Oslo only should name a diver.", [("RIGA", "OSLO")]),
        ("Riga and Oslo only should name a diver.", [("RIGA", "OSLO")]),
        ("EMBASSIES RIGA AND LAGOS ONLY SHOULD NAME A DIVER.", [("RIGA", "LAGOS")]),
        ("Embassies Riga and Lagos are asked to name a diver.", [("RIGA", "LAGOS")]),
        ("Posts in Europe should name a diver.", ALL),
        ("Posts should name a diver for use in Riga only.", ALL),
        ("Embassy Public Affairs Sections should name a diver.", ALL),
        ("EMBASSY OFFICERS SHOULD NAME A DIVER.", ALL),
        ("The mayors of Riga and Lagos only should name a diver.", []),
    ],
)
def test_words_narrow_a_collective_to_the_posts_they_name(text, want):
    found = asked(text, COLLECTIVE)

    assert found == want
