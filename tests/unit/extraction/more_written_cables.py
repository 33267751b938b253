"""More cables written for the tests of extraction: points, clearances, lists of orders; all names are invented."""

ELECTIONS = """VZCZCXYZ0005
PP RUEHWEB

DE RUEHC #8801 1211405
ZNR UUUUU ZZH
P 011400Z MAY 09
FM SECSTATE WASHDC
TO RUEHNR/AMEMBASSY NAIROBI PRIORITY 0000
RUEHDR/AMEMBASSY DAR ES SALAAM PRIORITY 0000
RUEHKM/AMEMBASSY KAMPALA PRIORITY 0000
INFO RUCNDT/USMISSION USUN NEW YORK 0000
UNCLAS STATE 048801

SIPDIS

E.O. 12958: N/A
TAGS: PREL PHUM UN
SUBJECT: DEMARCHE: ELECTIONS TO THE HUMAN RIGHTS COUNCIL

REF: STATE 33120

ACTION REQUEST
--------------

1. Posts are requested to approach host governments at the
highest appropriate level before the May 12 elections and to
report the response to IO/RHS by COB Friday, May 8. The points
below may be drawn on orally; they should not be left in
writing.

2. Embassies Nairobi and Kampala should also remind
interlocutors of commitments made last year. Embassy Dar es
Salaam has already done so.

3. The candidates have asked that all missions "must vote as
promised." NGOs recommend that posts should publish the
pledges; the Department takes no position.

TALKING POINTS
--------------

4. Posts may draw from the following:

-- The United States is a candidate for the first time.

-- We ask for your government's support.

-- Please let us know by May 10 how you will vote.

IF ASKED
--------

5. (If asked about abstentions):

-- An abstention should not be read as opposition.

POINT FOR NAIROBI ONLY: We thank Kenya for its pledge and
urge you to confirm it in writing.

BACKGROUND
----------

6. Elections to the Council take place each May. Voting
states should have submitted their pledges by April 30. A
letter from the Secretary, which posts may deliver as a
paper, reads as follows:

Dear Minister:

I am writing to ask for your support. Please reply at your
earliest convenience.

Sincerely,

7. Posts should not transmit the letter before May 4. Reftel
is hereby cancelled and should be destroyed.

8. Please contact Dana O'Neill or Lee Park, IO/RHS, at
202-647-0100. They can also be reached by e-mail:
oneilld@state.gov. Posts unable to reach IO/RHS should call
the Operations Center.
PETTIGREW
"""

CLEARANCE = """VZCZCXYZ0001
RR RUEHWEB
DE RUEHVI #0456 1410900
ZNR UUUUU ZZH
R 210855Z MAY 09
FM AMEMBASSY VIENNA
TO SECSTATE WASHDC 1022
RUEHC/DEPT OF ENERGY WASHINGTON DC
UNCLAS VIENNA 000456

SIPDIS

E.O. 12958: N/A
TAGS: OTRA AU
SUBJECT: AUSTRIA: COUNTRY CLEARANCE FOR DOE DELEGATION, JUNE 2-5

REF: DOE 11290

1. Embassy Vienna grants country clearance to the travelers in
reftel for the June 2-5 visit to Vienna.

2. Travelers must register with the RSO upon arrival. Please
bring proof of insurance. Visitors should call Post One at
+43-1-313-390.

3. Control officer is Rita Vance, vancerj@state.gov, mobile
+43-664-555-0100.
GIRARD-DICARLO
"""

PASSENGER_DATA = """VZCZCXYZ0009
PP RUEHWEB
DE RUEHC #1010 0151800
ZNR UUUUU ZZH
P 151755Z JAN 10
FM SECSTATE WASHDC
TO ALL EUROPEAN UNION POST COLLECTIVE PRIORITY
UNCLAS STATE 004010

SENSITIVE
SIPDIS

E.O. 13526: N/A
TAGS: EAIR PTER
SUBJECT: AVIATION SECURITY: MINISTERIAL IN TOLEDO, JANUARY 21,
2010

1. (U) This message contains an action request for all
addressees.

2. (SBU) OBJECTIVES: Post should pursue the following
objectives:

- Obtain the host government's agreement to share passenger
data.
- Identify the lead ministry for body scanners.
- Explain that the deadline for carriers is February 1.

3. (SBU) Embassies are asked to make the following points,
leaving the attached non-paper (para 4), portions of which
are in brackets and should be deleted:

-- The attempted attack showed a gap.
-- Governments must act together by June.

4. (SBU) NON-PAPER:

Passenger data should be exchanged within 24 hours. Airports
must screen all passengers.

5. (SBU) REPORTING REQUIREMENT: Post's reply is due by
opening of business January 20, Washington time, and should
be sent to EUR/ERA. Deliver the points by January 18 and
report the ministry's reaction by January 19. Late replies
cannot be used. The Secretary will meet ministers on January
21. We regret the short deadline.

6. (U) The European Commission has asked its members to reply
to its own questionnaire by January 25. Posts need not obtain
copies.
PETTIGREW
"""

FUNDING = """ZNR UUUUU ZZH
R 070900Z FEB 11
FM AMEMBASSY ACCRA
TO SECSTATE WASHDC 1201
RUEHAB/AMEMBASSY ABIDJAN 0311
RUEHLC/AMEMBASSY LIBREVILLE 0102
UNCLAS ACCRA 000120

E.O. 13526: N/A
TAGS: SENV GH
SUBJECT: REGIONAL FORESTRY WORKSHOP

REF: A. STATE 3310
     B. ABIDJAN 41

1. Embassy Accra would be grateful if Embassies could nominate two
participants each by February 18.

2. For the Department: Please confirm funding. Department is asked
to copy the regional office.

3. Post supersedes ref B with this cable. The ministry has not
replied to STATE 3310.

4. Embassies except Libreville are asked to pay for travel.
"""
