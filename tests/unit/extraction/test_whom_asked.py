"""Whom an ask is for, where several stand under TO: offices by their short names, the only one of a kind, a title of names."""

import csv
from pathlib import Path

import pytest

from tracker.cable import parse
from tracker.extraction import extract, posts_of_countries, refusals
from tracker.extraction.designators import place_of

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
        ("For Embassy Riga only, count the barges.", [("RIGA",)]),
        ("Oslo: (i) Please count the barges. (ii) The list should be sent to EUR.", [("OSLO",), ("OSLO",)]),
        ("Riga: one diver, name to EUR/NB by July 1.", [("RIGA",)]),
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


COUNTRIES = (
    "AMEMBASSY OSLO", "AMCONSUL TROMSO", "AMEMBASSY RIGA", "AMEMBASSY TUNIS", "AMEMBASSY PARIS", "AMCONSUL LYON"
)  # fmt: skip
EACH = [("OSLO", "TROMSO", "RIGA", "TUNIS", "PARIS", "LYON")]


@pytest.mark.parametrize(
    "text, want",
    [
        ("Posts in Norway only should count their buoys.", [("OSLO", "TROMSO")]),
        ("POSTS IN NORWAY ONLY ARE TO COUNT THEIR BUOYS.", [("OSLO", "TROMSO")]),
        ("Posts in Latvia, Tunisia and France are asked to count their buoys.", [("RIGA", "TUNIS", "PARIS", "LYON")]),
        ("Embassies in Norway and France should count their buoys.", [("OSLO", "PARIS")]),
        ("Consulates in France should count their buoys.", [("LYON",)]),
        ("Embassy and consulates in France should count their buoys.", [("PARIS", "LYON")]),
        ("For posts in Norway: please count your buoys.", [("OSLO", "TROMSO")]),
        ("All posts except those in France should count their buoys.", [("OSLO", "TROMSO", "RIGA", "TUNIS")]),
        ("Posts in France should tell posts in Norway.", [("PARIS", "LYON")]),
        ("Posts in northern Europe should count their buoys.", EACH),
        ("Posts in Norway and the Baltic should count their buoys.", EACH),
        ("Posts with buoys in Norway should count them.", EACH),
        ("Posts should count the buoys in Norway.", EACH),
        ("Please tell posts in Norway how many buoys there are.", EACH),
        ("Posts in Peru should count their buoys.", EACH),
        ("The ministries in Norway, Latvia and France should count their buoys.", []),
    ],
)  # fmt: skip
def test_a_country_stands_for_its_posts(text, want):
    assert asked(text, COUNTRIES) == want


def test_the_places_of_countries_are_those_of_the_posts_known():
    lines = (Path(__file__).parents[3] / "config" / "posts.csv").read_text(encoding="utf-8").splitlines()
    posts = list(csv.DictReader(line for line in lines if not line.startswith("#")))

    country = {
        place_of(p["designator"]): p["country"] for p in posts if p["kind"] in ("embassy", "consulate")
    }
    known = {place for places in posts_of_countries.PLACES_IN.values() for place in places}
    assert country.keys() - known == set()
    mixed = [
        name
        for name, places in posts_of_countries.OPEN_IN.items()
        if len({country[place] for place in places if place in country}) > 1
    ]
    assert mixed == []


COLLECTIVE = ("ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE", "AMEMBASSY OSLO")
ALL = [("ALL", "OSLO")]


@pytest.mark.parametrize(
    "text, want",
    [
        ("Posts in Riga, Port Louis and Lagos only: please name a diver.", [("RIGA", "PORT", "LAGOS")]),
        ("Posts in Riga and Oslo only should name a diver.", [("RIGA", "OSLO")]),
        ("Riga and Oslo only should name a diver.", [("RIGA", "OSLO")]),
        ("Posts in Latvia and Norway only should name a diver.", [("RIGA", "OSLO")]),
        ("EMBASSIES RIGA AND LAGOS ONLY SHOULD NAME A DIVER.", [("RIGA", "LAGOS")]),
        ("Embassies Riga and Lagos are asked to name a diver.", [("RIGA", "LAGOS")]),
        ("Riga is asked to name a diver.", [("RIGA",)]),
        ("Riga and Lagos are requested to name a diver.", [("RIGA", "LAGOS")]),
        ("Riga, where the dive is held, is instructed to name a diver.", [("RIGA",)]),
        ("Djibouti is asked to pay its share.", []),
        ("Narvik is asked to name a diver.", []),
        ("Riga is asked about its divers.", []),
        ("Riga should pay its divers more.", []),
        (
            "Riga, Lagos and Djibouti should report the depth of their harbors.",
            [("RIGA", "LAGOS", "DJIBOUTI")],
        ),
        ("Riga and Lagos should include divers who work abroad.", [("RIGA", "LAGOS")]),
        ("Riga and Lagos must pay their divers more.", []),
        ("Djibouti and Singapore should include divers who work abroad.", []),
        ("Europe and Lagos should include divers who work abroad.", []),
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


@pytest.mark.parametrize(
    "text, want",
    [
        ("In its interventions Delegation should say that cod comes first.", [("USMISSION",)]),
        ('On "Use of Trawls" (L.12) Mission should vote no.', [("USMISSION",)]),
        ('On "Use of Trawls" the Italian mission should vote no.', []),
        ("In its speech the Icelandic Delegation should name its price.", []),
    ],
)
def test_a_delegation_may_stand_behind_an_opening(text, want):
    assert asked(text, ("USMISSION GENEVA",)) == want


def test_a_city_under_info_is_told_only_and_one_without_a_post_there_is_nobody():
    sentences = "Rome is asked to call. Rome, though on info, is asked to call. Vienna is asked to pay. Rome is asked by all to pay."
    to = "AMEMBASSY OSLO\nINFO AMEMBASSY ROME"

    cable = parse(HEAD.format(origin="SECSTATE WASHDC", place="STATE", to=to, text=sentences))
    reasons = [left.reason for left in extract(cable, is_day_off=lambda _: False).left_out]

    assert reasons == [refusals.TOLD_ONLY, refusals.TOLD_ONLY, refusals.NO_ADDRESSEE, refusals.NO_ADDRESSEE]
