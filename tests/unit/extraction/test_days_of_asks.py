"""Where the day of an ask comes from: its own clause, the list it stands in, its half of a sentence; and from nowhere else."""

import pytest

from tests.rows import in_parts
from tracker.adapters.calendars import is_washington_day_off
from tracker.cable import parse
from tracker.extraction import extract

HEAD = """P 031540Z JUN 09
FM SECSTATE WASHDC
TO AMEMBASSY OSLO PRIORITY
AMEMBASSY RIGA
UNCLAS STATE 957001

E.O. 12958: N/A
TAGS: EFIS, NO
SUBJECT: HERRING

"""
PARAGRAPHS = [
    # a list takes the day of the words over it, where those ask for nothing themselves
    (
        "1. Not later than June 10, embassies should:\n-- price a trawler;\n-- find two pilots by June 8; and\n-- hire a cook.",
        [("price a", "2009-06-10"), ("find two", "2009-06-08"), ("hire a", "2009-06-10")],
    ),
    (
        "1. Please do the following before June 10:\n-- Photograph the quay.\n-- Ask who owns it.",
        [("Photograph", "2009-06-09"), ("Ask who", "2009-06-09")],
    ),
    (
        "1. Embassy Riga should price a trawler within ten days, as follows:\na. Ask the two yards.\nb. Compare their offers.",
        [("Embassy Riga", "2009-06-13"), ("Ask the", None), ("Compare", None)],
    ),
    (
        "1. By June 10 embassies should:\n-- price a trawler.\n\n2. Please hire a cook.\n-- Ask two cooks.",
        [("price a", "2009-06-10"), ("Please hire", None), ("Ask two", None)],
    ),
    ("1. By June 10 both ministries should:\n-- price a trawler;\n-- hire a cook.", []),
    # each half of a sentence has the day that stands in it
    (
        "1. Catches of cod are wanted by June 12, those of herring by July 3.",
        [("Catches of", "2009-06-12"), ("those of", "2009-07-03")],
    ),
    (
        "1. Reports on cod are due by June 12, those on herring by July 3.",
        [("Reports on", "2009-06-12"), ("those on", "2009-07-03")],
    ),
    (
        "1. Post should weigh the catch between June 8 and June 12 and cable the tonnage by June 19.",
        [("Post should", "2009-06-12"), ("cable the", "2009-06-19")],
    ),
    (
        "1. If no pilot can be had, please tell us by June 9; otherwise forward two names by June 12.",
        [("If no pilot", "2009-06-09"), ("otherwise", "2009-06-12")],
    ),
    ("1. Post should weigh the catch by June 12, those boats included.", [("Post should", "2009-06-12")]),
    # of a series the first day, of what is arranged none: it is the day of that
    ("1. Posts should cable a short note every Friday in June.", [("Posts should", "2009-06-05")]),
    (
        "1. Please request an appointment with the Minister of Ports for the week of June 22.",
        [("Please", None)],
    ),
    ("1. Embassy Riga is asked to arrange a dinner on the evening of June 22.", [("Embassy Riga", None)]),
    (
        "1. Please arrange a dinner by June 22 and report on June 23.",
        [("Please", "2009-06-22"), ("report on", "2009-06-23")],
    ),
    ("1. Post should raise the matter during the June 22 call on the Minister.", [("Post should", None)]),
    ("1. Post should raise the matter during the week of June 22.", [("Post should", "2009-06-26")]),
    ("1. Post should deliver the note between June 20 and 22.", [("Post should", "2009-06-22")]),
    ("1. Embassy Riga should call, but in no case earlier than June 22.", [("Embassy Riga", None)]),
    ("1. Posts should not renew leases that run out before December 31.", [("Posts should", None)]),
    (
        "1. For each boat that was at sea at any time between May 1 and May 9, posts should name the owner.",
        [("For each", None)],
    ),
    ("1. If he has a license, cable its text today.", [("If he", "2009-06-03")]),
    ("1. When the yard answers, please cable its letter within two days of its receipt.", [("When", None)]),
    ("1. Please act on this cable within two days of its receipt.", [("Please", "2009-06-05")]),
    ("1. Oslo and Riga are requested to answer following by June 12:", [("Oslo and", "2009-06-12")]),
    (
        "1. We would be grateful for a decision on the two requests before the talks on June 12.",
        [("We would", "2009-06-11")],
    ),
    # the day before the order, the ground of the ask, the day of what is meant
    ("1. ACTION REQUESTED NLT JUNE 12: Posts should deliver the points.", [("Posts should", "2009-06-12")]),
    (
        "1. This is an action request with a deadline of June 12; posts should call on the ports.",
        [("posts should", "2009-06-12")],
    ),
    ("1. The rent is due June 12: Posts should price a trawler.", [("The rent is", None)]),
    (
        "1. The Senator's office expects to hear from us by June 15, so we need post's answer by June 12.",
        [("The Senator", "2009-06-12")],
    ),
    (
        "1. Replies are needed by June 12, so that the text can go to print before June 20.",
        [("Replies are", "2009-06-12")],
    ),
    (
        "1. Papers that are to go by the June 12 pouch must be at the mailroom by June 11.",
        [("Papers that", "2009-06-11")],
    ),
    (
        "1. Until the quota takes effect on July 1, posts should go on using the old form.",
        [("Until the", None)],
    ),
    (
        "1. Embassy is asked to report the results of the June 17 meeting within one week.",
        [("Embassy is", "2009-06-24")],
    ),
    (
        "1. Please provide a list of all leases signed before January 1 by COB June 12.",
        [("Please provide", "2009-06-12")],
    ),
    (
        "1. Your comments on the draft would be most useful if we had them by June 12.",
        [("Your comments", "2009-06-12")],
    ),
    (
        "1. Posts should stop accepting the old form at the close of business June 12.",
        [("Posts should", "2009-06-12")],
    ),
    ("1. Posts should return all old forms by mid-month.", [("Posts should", "2009-06-15")]),
    # whose day it is: others' pledges, what is paid or held, how long a thing lasts
    (
        "1. Please find out, by June 9 if at all possible and no later than June 12, who owns the yard.",
        [("Please find", "2009-06-12")],
    ),
    (
        "1. Posts should deliver them between June 20 and 22 and report by June 26.",
        [("Posts should", "2009-06-22"), ("report by", "2009-06-26")],
    ),
    (
        "1. We would ask Embassy Riga to find out whether the yards keep books, and to let us know before June 12.",
        [("We would", "2009-06-11")],
    ),
    (
        "1. IT IS REQUESTED THAT THE PAPER BE LEFT WITH HOST GOVERNMENT PORT AUTHORITIES BETWEEN JUNE 20 AND 22.",
        [("IT IS", "2009-06-22")],
    ),
    (
        "1. Embassy Riga should seek an undertaking that the catch will be weighed before June 12.",
        [("Embassy Riga", None)],
    ),
    (
        "1. Embassy Riga should see that the visa is valid for the whole course by June 12.",
        [("Embassy Riga", "2009-06-12")],
    ),
    (
        "1. Embassy Riga should tell skippers that fees paid before July 1 stay in force.",
        [("Embassy Riga", None)],
    ),
    ("1. Posts should list the skippers whose licenses expire before July 1.", [("Posts should", None)]),
    ("1. Please identify a clerk for August 5 through September 13.", [("Please identify", None)]),
    ("1. Posts should name a yard that can be reached in under three hours.", [("Posts should", None)]),
    (
        "1. Embassies are asked to use the points; a translation will reach them by e-mail on June 19.",
        [("Embassies are", None)],
    ),
    (
        "1. It would be appreciated if, before the team leaves on June 12, Embassy Riga would call on the mayor.",
        [("It would", "2009-06-11")],
    ),
    (
        "1. Answers are due by June 12. Posts without boats should say so by the same date.",
        [("Answers are", "2009-06-12"), ("Posts without", "2009-06-12")],
    ),
    (
        "1. Posts should report the names of those the ports intend to send, no later than June 12, bearing in mind that the hosts would like to hear by June 10.",
        [("Posts should", "2009-06-12")],
    ),
    (
        "1. The names should be sent to the Department, since funds for the skippers (who, incidentally, must book by June 10) are fixed.",
        [("The names", None)],
    ),
    (
        "1. Please find out whether the amendment, which parliament was to have voted by Christmas, is law.",
        [("Please find", None)],
    ),
    (
        "1. On the draft, whose sponsors have agreed to drop the reference to a deadline of June 30, posts should keep silent.",
        [("On the", None)],
    ),
    ("1. Posts unable to reply by June 12 should say so by June 9.", [("Posts unable", "2009-06-09")]),
    ("1. Posts unable to reply by June 12 should say so.", [("Posts unable", "2009-06-12")]),
    (
        "1. Posts should reply as soon as they can, but by June 12 at the outside.",
        [("Posts should", "2009-06-12")],
    ),
    ("1. Post should not wait beyond June 12 to deliver the note.", [("Post should", "2009-06-12")]),
    ("1. Post should wait until June 12 to deliver the note.", [("Post should", None)]),
    ("1. Please leave the line blank until the figures come out on June 12.", [("Please leave", None)]),
    (
        "1. Several yards have yet to file the figures that fell due on June 12; posts should ask why by June 19.",
        [("posts should", "2009-06-19")],
    ),
    # a day that is told of something in passing is not that of the ask
    (
        "1. Embassy Riga should see that the quota, which runs out on June 30, is shared out by June 24.",
        [("Embassy Riga", "2009-06-24")],
    ),
    ("1. Embassy Oslo should renew the quota, which the fleet shares on June 30.", [("Embassy Oslo", None)]),
    (
        "1. Embassy Oslo should collect the logs, which are to reach us by June 30.",
        [("Embassy Oslo", "2009-06-30")],
    ),
    ("1. Embassies should ask that the June 19 date for their logs be moved.", [("Embassies", None)]),
    # a bare day that opens an entry is that of the ask behind it, else it stands by itself
    (
        "1. What is wanted:\n\nA. Suspense: June 10. Count the herring.\n\nB. Suspense: June 12. The cod are counted.",
        [("Count the", "2009-06-10"), ("Suspense: J", "2009-06-12")],
    ),
    ("1. What is wanted:\n\nA. Suspense: June 12.", [("Suspense: J", "2009-06-12")]),
    # haste and a day are two terms
    (
        "1. Post should warn the fleet at once and report the answer by June 12.",
        [("Post should", None), ("report the", "2009-06-12")],
    ),
    (
        "1. Embassy Riga should warn the fleet; the list of boats should reach us by June 12.",
        [("Embassy Riga", "2009-06-12")],
    ),
    # a thing asked for goes on as "they"; people do not
    (
        "1. Samples are also wanted. They must be here by June 26.",
        [("Samples are", None), ("They must", "2009-06-26")],
    ),
    ("1. Please thank the crews. They must land the catch by June 26.", [("Please thank", None)]),
    ("1. The samples are old. They must be here by June 26.", []),
]


def quotes_and_days(body):
    return [
        (one.evidence.quote, str(one.deadline.day) if one.deadline and one.deadline.day else None)
        for one in extract(parse(f"{HEAD}{body}\n"), is_day_off=is_washington_day_off).actions
    ]


def are_those(found, want):
    """Say whether as many asks are found as wanted, each beginning so and with its day."""
    return len(found) == len(want) and all(
        quote.startswith(start) and day == its_day
        for (quote, day), (start, its_day) in zip(found, want, strict=True)
    )


@pytest.mark.parametrize("rows", in_parts(PARAGRAPHS))
def test_an_ask_has_its_own_day(rows):
    found = [(body, want, quotes_and_days(body)) for body, want in rows]

    assert [row for row in found if not are_those(row[2], row[1])] == []
