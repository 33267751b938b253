"""Cables written for the tests of extraction, in the style of the field; all names are invented."""

FRUIT_FLIES = """VZCZCXYZ0021
OO RUEHWEB

DE RUEHC #4417 0671512
ZNR UUUUU ZZH
O R 081507Z MAR 11
FM SECSTATE WASHDC
TO RUEHBO/AMEMBASSY BOGOTA IMMEDIATE 0000
RUEHPE/AMEMBASSY LIMA IMMEDIATE 0000
RUEHQT/AMEMBASSY QUITO IMMEDIATE 0000
INFO RUEHSG/AMEMBASSY SANTIAGO 0000
UNCLAS STATE 024417

SENSITIVE
SIPDIS

E.O. 13526: N/A
TAGS: ETRD EAGR PREL CO PE EC
SUBJECT: ACTION REQUEST: FRUIT FLY INSPECTION WORKSHOP, APRIL 12-14,
2011, IN MIAMI

REF: A. BOGOTA 512
     B. 10 STATE 118822

1. (U) This is an action request; see paragraphs 3-6.

SUMMARY
-------

2. (SBU) At the request of growers, the Department of
Agriculture will host a workshop on fruit fly inspection in
Miami April 12-14. In ref A, Embassy Bogota reported that the
plant health institute "should be given two weeks' notice and
posts should not press for a quick answer." The growers'
association has asked that embassies invite the press; the
Department does not agree. End summary.

ACTION REQUEST
--------------

3. (SBU) Action posts are requested to deliver the non-paper
in paragraph 7 to plant health authorities and to report
their reaction by March 18. Posts may leave the non-paper
with interlocutors. Nominations of up to three inspectors per
country should reach USDA no later than COB March 25.

4. (SBU) ACTION BOGOTA: Embassy should also ask the institute
whether the 2009 pest survey can be shared with Washington.

5. (SBU) FOR LIMA AND QUITO: Please confirm by March 14 that
the ministry has received the invitation sent in February.
Embassy Santiago is requested to follow the matter.

6. (U) Participants should arrive by April 11 and must carry
proof of insurance. Tickets cannot be issued before April 1.
Department will reimburse participants within 30 days.

7. (U) Begin text of non-paper:

FRUIT FLY INSPECTION: A COMMON TASK

-- Participating agencies should send their data to the
secretariat by March 20.

-- Please appoint a focal point no later than March 15.

-- We urge your government to attend.

End text.

REPORTING AND POINTS OF CONTACT
-------------------------------

8. (U) Responses should be slugged for WHA/EPSC. Questions
may be directed to Ana Whitfield, WHA/EPSC, at (202) 647-0199
or WhitfieldA@state.gov, and to Paul de Groot (USDA/APHIS),
tel. 301-555-0142, fax 301-555-0143. On the class side:
whitfielda@state.sgov.gov.

9. (U) The Department appreciates posts' assistance.
PETTIGREW
"""

LABORATORY_REPLY = """VZCZCXYZ0007
PP RUEHWEB

DE RUEHLU #0288 0711030
ZNR UUUUU ZZH
P 121030Z MAR 11
FM AMEMBASSY LUSAKA
TO SECSTATE WASHDC PRIORITY 1188
INFO SOUTHERN AF DEVELOPMENT COMMUNITY
UNCLAS LUSAKA 000288

SIPDIS

STATE FOR AF/S AND OES/IHB

E.O. 13526: N/A
TAGS: KHIV SOCI PREL ZA
SUBJECT: ZAMBIA: MINISTRY AGREES TO LABORATORY VISIT; REQUEST FOR
GUIDANCE

REF: A. STATE 24001
     B. LUSAKA 201

1. (U) Action request in paragraph 5.

2. (U) On March 10 Econoff delivered ref A points to Dr. Mary
Banda, Director of Public Health at the Ministry of Health.
Banda agreed to receive the laboratory team and proposed May
16-20. She said the embassy should submit a formal note and
asked that visitors bring their own reagents.

3. (U) Banda was unable to say whether samples may be
exported; she promised an answer by March 31.

4. (U) Travelers should obtain visas in advance. Please note
that hotels require payment in cash.

5. (U) Post requests guidance on whether the note may refer to
the 1999 agreement, by March 21 if possible. Department is
also asked to confirm the composition of the team. Post
recommends that the Department send a virologist.

6. (SBU) Comment: The Department should bear in mind that the
ministry is short of staff. Washington should not expect a
quick reply. End comment.

7. (U) Post point of contact is Economic Officer Tom Irving,
IrvingTJ@state.gov, +260-211-555-0100, ext. 4410.
STORELLA
"""

CHARTERS = """R 141502Z MAR 78
FM SECSTATE WASHDC
TO AMEMBASSY ANKARA
AMEMBASSY ATHENS
INFO USMISSION NATO
LIMITED OFFICIAL USE STATE 066120

E.O. 11652: N/A
TAGS: EAIR, TU, GR
SUBJECT: CIVAIR: RENEWAL OF CHARTER AUTHORITY

REF: ANKARA 1822

1. EMBASSIES REQUESTED TO INFORM AERONAUTICAL AUTHORITIES
THAT CHARTER AUTHORITY EXPIRES MARCH 31 AND TO SEEK VIEWS
ON ONE-YEAR RENEWAL. REQUEST REPLY BY MARCH 22.

2. AIRLINES HAVE BEEN TOLD THAT THEY MUST FILE BY MARCH 25.

3. FOR ANKARA: YOU SHOULD STRESS THAT WE CANNOT ACCEPT
CAPACITY LIMITS. APPRECIATE EMBASSY'S ASSESSMENT SOONEST.

4. POC IS JOHN HARTWELL, EB/AVP, 632-0291.
ROSSITER
"""

CHILD_SOLDIERS = """VZCZCXYZ0002
OO RUEHWEB
DE RUEHC #9911 0811500
ZNR UUUUU ZZH
O 221500Z MAR 11
FM SECSTATE WASHDC
TO RUCNDT/USMISSION USUN NEW YORK IMMEDIATE 0000
INFO RUEHGV/USMISSION GENEVA 0000
UNCLAS STATE 029911

SIPDIS

E.O. 13526: N/A
TAGS: UNGA PHUM PREL
SUBJECT: INSTRUCTIONS FOR VOTE ON DRAFT RESOLUTION ON CHILD
SOLDIERS

1. (U) USUN is instructed to vote yes on the draft resolution
in paragraph 3, to be put to the vote on March 24, and to
deliver the explanation of vote in paragraph 2.

2. (U) Explanation of vote:

Mr. President, the United States is pleased to support this
text. All states should end the recruitment of children. We
ask that states report on their measures by the end of the
year.

3. (U) Text of draft resolution follows:

The General Assembly,

Recalling its earlier resolutions,

1. Urges all parties to release children at once;

2. Requests the Secretary-General to report by 1 September
2011;

3. Decides to remain seized of the matter.

4. (U) If amendments are tabled, delegation should consult the
Department before taking a position. Delegation may support
editorial changes.
PETTIGREW
"""

NOMINATIONS = """VZCZCXYZ0031
RR RUEHWEB
DE RUEHC #5120 0950100
ZNR UUUUU ZZH
R 050058Z APR 11
FM SECSTATE WASHDC
TO ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE
UNCLAS STATE 035120

E.O. 13526: N/A
TAGS: AMGT ASEC
SUBJECT: TRAINING: CALL FOR NOMINATIONS, CRISIS MANAGEMENT COURSE

1. The Foreign Service Institute announces a course on crisis
management, June 6-10, 2011, in Arlington.

2. HOW TO APPLY: Posts wishing to nominate an officer should
send the following to FSI by April 29:

-- name, grade and title of the nominee;
-- a statement by the supervisor of no more than 200 words;
-- confirmation that post will pay for travel.

3. Nominees should have at least two years of service and must
be available for the whole course. Selected officers will be
told by May 13 and should book travel at once.

4. NEXT STEPS:

A. Confirm the name of your training officer.
B. Review post's emergency plan and correct the list of
wardens.
C. Reply to FSI/SPAS by April 29 even if post has no nominee.

5. Contacts: Maria Estrada (703-302-7100; estradam@state.gov)
and R. J. Holt, ext. 7-1234. Minimize considered.
PETTIGREW
"""
