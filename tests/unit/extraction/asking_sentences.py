"""Sentences written for the tests, in the style of the field: what each asks of whom, and by which day.

Each line: what is expected | the day due, if any | the sentence. Sent on Tuesday 8 March 2011.
"ask", "optional": taken; "no": not taken.
"""

FROM_WASHINGTON = """
ask | 2011-03-25 | Posts should submit the number of K-visa cases awaiting administrative processing to the Visa Office by March 25.
ask | - | Consular sections are instructed to suspend issuance of the old foil at the end of the working day on which the new stock arrives.
ask | 2011-03-18 | Please confirm by cable no later than March 18 that the new fee schedule is posted in the waiting room.
no | - | Applicants must bring the confirmation page to the interview.
no | - | Applicants should apply at least three months before the start of classes.
no | - | Consular officers have long asked for clearer guidance on this class of visa.
ask | - | Any refusal under this section should be reported to the Advisory Opinions Division by e-mail.
optional | - | Posts may waive the interview for children under fourteen.
optional | - | Embassies are encouraged to hold outreach sessions with universities before the summer season.
no | - | The Department will issue further guidance on the electronic form by septel.
ask | 2011-04-01 | The Department requests that posts with a backlog of more than 500 cases send a reduction plan by April 1.
ask | - | Embassy is asked to raise the discriminatory labeling rule with the Ministry of Commerce at the highest appropriate level.
ask | - | In doing so, Econoff should emphasize that the measure appears to be inconsistent with the agreement on technical barriers to trade.
no | - | The ministry should notify the draft measure to the committee before it takes effect.
no | - | U.S. exporters have requested that the embassy intervene.
no | - | Washington agencies met on March 3 and recommended that the case be taken to dispute settlement.
ask | 2011-03-11 | We would appreciate Embassy's assessment of the prospects for early repeal by COB Friday.
ask | - | Ambassador is requested to call on the Trade Minister to underline the concerns set out in paragraph 4.
no | - | The American Chamber has asked the government to delay the rule, and members say they will raise it themselves.
no | - | "The embassy should do more for our growers," the association's president told reporters.
ask | 2011-03-15 | Post is requested to provide the name of the official responsible for import licenses not later than March 15.
no | - | Importers must file the new declaration within thirty days.
optional | - | Posts may wish to share the fact sheet with industry contacts.
no | - | This is an action request; please see paragraphs 6 through 8.
no | - | Action requested in paragraph 4.
no | - | Please protect this information accordingly.
ask | - | Missions should remind host governments that the amendment enters into force on October 1.
ask | - | Health attaches are requested to report confirmed and suspected cholera cases weekly, beginning March 31.
ask | - | Please pass the attached dosage table to the national immunization program.
no | - | The vaccine should be given to children under five.
no | - | The WHO has asked member states to report cases within 24 hours.
no | - | Travelers should consult the CDC web page before departure.
no | - | Ministries of health should consider adopting the new case definition.
ask | - | Host government health officials should be encouraged to share virus samples promptly.
ask | - | Interlocutors should be reminded that the offer of laboratory support stands.
no | - | Post reported on February 20 that the ministry had asked for test kits.
ask | - | Embassy Lusaka should identify a warehouse able to hold 40 pallets under refrigeration.
no | - | The team will need visas and country clearance before it can travel.
ask | - | Post is requested to grant country clearance for the three-member team and to arrange meetings with the Ministry of Health.
ask | 2011-04-15 | Nominations for the air-traffic management course are due at FAA by April 15.
no | - | Nominees must speak fluent English and hold a current license.
ask | - | Nominations should be sent to the Office of Aviation Negotiations with a copy to the desk.
no | - | Candidates should expect to pay their own lodging.
ask | - | Only one candidate should be nominated for each seat.
no | - | Airlines must comply with the security directive by June 1.
ask | 2011-04-22 | Post should inform the civil aviation authority that the assessment team will arrive on May 9 and obtain its agreement to the schedule by April 22.
no | - | The carrier may not operate to the United States until the inspection is completed.
optional | - | If posts believe that additional inspectors are needed, they should contact the regional safety office.
ask | - | If the authority does not agree to the dates, please propose alternatives as soon as possible.
no | - | The review found that the authority should hire twelve more inspectors.
no | - | The inspector general recommended that the embassy should keep a log of all charter clearances.
ask | 2011-03-28 | Posts are to update the human rights report template by March 28 and upload it to the shared site.
ask | - | Posts should not contact the families directly without first consulting DRL.
no | - | Prison authorities should allow the visits to resume without delay.
ask | - | Embassy should request consular access and press for a medical examination by an independent physician.
no | - | We urge your government to release the journalist at once.
no | - | We call on all parties to respect the outcome of the vote.
no | - | Human rights defenders told us that foreign missions must speak up in public.
no | - | Embassy's efforts on behalf of the detained teachers are greatly appreciated.
no | - | The Department thanks posts for their timely contributions to last year's report.
ask | 2011-03-21 | Please send any corrections to the draft chapter to the report team by OOB March 21.
no | - | Last year posts were asked to limit their contributions to ten pages.
no | - | Contributions received after that date will not be used.
ask | - | Contributions should not exceed ten pages.
ask | - | Contributions should address the treatment of refugees, stateless persons and internally displaced people.
ask | - | Delegation is instructed to vote against the amendment and to call for a separate vote on operative paragraph 3.
optional | - | USUN is authorized to join consensus on the draft as orally revised.
ask | - | If a vote is called, delegation should abstain.
ask | - | USUN should make the following explanation of vote after the vote.
no | - | The resolution calls upon all states to submit their views to the Secretary-General by June 30.
no | - | Member states should refrain from the use of force.
ask | - | Missions are asked to urge host governments to instruct their delegations in New York to support the candidate.
no | - | We understand that the group intends to ask for a vote before the end of the month.
no | - | The vote is expected on March 24.
ask | 2011-03-22 | Posts should report the reaction of host governments before the vote on March 23.
ask | - | Responses should be slugged for IO/UNP and copied to USUN.
ask | 2011-03-14 | Request addressee posts deliver the points below to appropriate officials by March 14.
no | - | Department will ask selected posts to follow up once the results are known.
no | - | Post will be asked to deliver the same points in the capital next month.
ask | 2011-05-02 | Completed questionnaires must reach the Office of Overseas Schools by May 2.
ask | 2011-03-30 | Management officers are asked to fill in the attached survey and return it by e-mail by March 30.
no | - | Employees should keep copies of their receipts.
no | - | No response is required from posts that have no leased warehouse.
no | - | Posts that have already replied need not respond again.
ask | - | Posts that have not yet appointed a records coordinator should do so now.
ask | 2011-03-31 | All posts must certify the inventory of controlled equipment by the end of the month.
no | - | The survey was due on January 31.
ask | 2011-06-30 | The deadline for submission of the annual energy report is June 30.
no | - | The deadline for states parties to submit confidence-building returns is April 15.
ask | - | Embassy is requested to inform the MFA that the inspection team will arrive at the point of entry on April 4.
ask | - | Please remind the host government of its obligation to provide overflight clearance for the observation aircraft.
no | - | States parties must declare their stockpiles under Article III.
no | - | The treaty requires that each party notify the others within 48 hours.
ask | - | Embassy Astana should seek clarification of the declared capacity of the Stepnogorsk facility.
no | - | The inspected state should facilitate the inspection.
no | - | The delegation head suggested that Washington send experts to the next round.
no | - | Ambassador Ruiz argued that the embassy must stay out of the matter.
ask | 2011-03-12 | Post is urged to report damage to ports and airfields within four days.
ask | - | Request post advise whether a disaster declaration is contemplated.
ask | - | Grateful for Embassy's best estimate of the number of displaced families.
no | - | Relief agencies need blankets, water and plastic sheeting.
no | - | Donors were asked to pledge at the conference in Geneva.
ask | - | Offers of assistance from host governments should be referred to the coordination cell in Washington.
ask | - | Bills of lading must be faxed to the logistics office before each shipment leaves.
no | - | The shipment should arrive in port on or about March 20.
no | - | Aid should reach the northern districts before the rains.
ask | - | Chiefs of Mission are requested to make a public statement of condolence.
ask | - | Kindly forward two copies of the signed agreement to L/T.
ask | - | Department seeks posts' views on the proposed change to the reporting cycle.
no | - | Department does not seek formal comments on the draft.
no | - | It is hoped that the new law will be passed this year.
ask | - | It is requested that addressees acknowledge receipt of this message.
ask | - | It is essential that posts keep the original seals under lock.
no | - | It is important that the government act quickly.
ask | - | This cable instructs posts to approach host governments on the nomination.
ask | - | This request is for post to identify a venue for the regional workshop.
ask | - | Post's assistance in locating the witness is requested.
no | - | Post's assistance has been invaluable.
ask | 2011-03-17 | Early reply would be appreciated, and in any case no later than March 17.
ask | - | You should make clear that the offer expires when the tender closes.
no | - | The offer expires on May 1.
no | - | The points should be delivered orally and no paper should be left, the British embassy has told its staff.
ask | - | Points may be delivered at working level but should not be left as a paper.
ask | - | Refugee coordinators should continue to monitor arrivals at the eastern crossing.
no | - | Officers should be aware that the hotline is not staffed on weekends.
no | - | Posts should note that funds are limited.
no | - | Posts will receive the training kits by diplomatic pouch.
ask | - | Posts will need to designate a control officer for the visit.
no | - | The Secretary will visit the region from April 10 to 14.
ask | - | Action officers should hold the information until the release on March 16.
ask | - | Post should deliver the invitation no earlier than March 20.
no | - | The invitation cannot be delivered before March 20.
no | - | Washington wishes to send a team of experts in May.
ask | - | Post is requested to propose dates for such a visit.
no | - | The grant must be obligated by September 30.
no | - | Grantees shall submit a final report within ninety days.
ask | - | Grant files should be closed out and the unspent balance returned to the Department.
no | - | In his speech the Secretary said that embassies must do more with less.
ask | - | As the Secretary said in his speech, embassies must look for savings in every contract.
no | - | According to the study, consulates should be merged.
no | - | He added that posts should feel free to disagree.
ask | - | Further to our telephone conversation of March 4, please cancel the April 1 shipment.
no | - | He should be back in the office on Monday.
no | - | Thank you for your help in this matter.
ask | - | Replies by e-mail to the drafter are sufficient, but posts must use the subject line PORT SURVEY.
no | - | Questions may be directed to the regional desk.
optional | - | Posts are welcome to propose other dates.
no | - | The desk can be reached at extension 7-4410.
ask | - | Report responses by front-channel cable, using the TAGS above.
ask | - | Deliver the points to the foreign ministry at the earliest opportunity.
no | - | Reports of harassment continue.
no | - | Delivery of the equipment is planned for June.
no | - | Support for the proposal is growing among the Nordic states.
no | - | Visits by congressional delegations require two weeks' notice.
ask | - | RSO should coordinate the escort with local police and confirm arrangements to the desk.
ask | 2011-03-16 | Embassy Quito is requested to deliver the note by March 16; Embassy Lusaka need take no action at this time.
no | - | Embassies in the region have informally raised the matter already.
ask | - | By way of background, posts should recall that the moratorium ended in 2009 and should correct any statement to the contrary.
no | - | Should the government refuse, Washington will consider other steps.
optional | - | Should posts have questions, please contact the desk.
ask | - | Payment vouchers should be charged to the fund cite in paragraph 9.
no | - | Officials who signed the declaration were invited to Washington.
ask | - | The points should be presented at a level senior enough to command a reply.
ask | - | Posts' replies should include the name and title of the interlocutor.
"""

FROM_A_POST = """
ask | 2011-03-14 | Post requests Department guidance on the reply to the note by March 14.
ask | - | Embassy requests that the Department clear the draft agreement for signature.
ask | - | Please advise whether the exchange may go forward.
no | - | Post recommends that the Department approve the waiver.
no | - | Post believes Washington should respond in kind.
no | - | The minister asked that the Department send an expert in April.
no | - | Minister Ortega requested that the United States postpone the deadline to May 1.
no | - | Post delivered the points on March 4 to the director for multilateral affairs.
no | - | Post will report the ministry's reply as soon as it is received.
ask | - | Department is requested to inform the Office of the Legal Adviser.
no | - | The director promised an answer by March 20.
ask | - | We would be grateful for an early decision on the amount of the grant.
no | - | Embassy asked the ministry to reply by March 1.
no | - | The opposition demanded that the embassy must stop meddling.
no | - | The government should be pressed to publish the decree, the head of the bar association argued.
ask | - | Mission needs guidance on how to answer the press.
no | - | Visitors are asked to contact the duty officer upon arrival.
no | - | Embassy appreciates the Department's quick reply.
"""

MORE_FROM_WASHINGTON = """
ask | - | Department would be grateful if Embassy could learn whether the ministry has fixed a date for the tender.
ask | - | Embassy's help in identifying a suitable school principal would be appreciated.
ask | - | Posts are reminded to use the new form for all waiver requests.
ask | 2011-04-29 | Posts are reminded that the annual property report is due on April 29.
no | - | Posts are reminded that the exchange rate will change on April 1.
ask | - | It would be helpful if posts could rank the proposals in order of priority.
ask | 2011-04-08 | Posts have until April 8 to comment on the draft.
ask | 2011-03-18 | Action posts have ten days to respond.
optional | - | Embassy has the Department's authorization to sign the extension.
optional | - | Post may, at its discretion, leave the points as a non-paper.
optional | - | Posts should feel free to add local examples.
ask | - | Embassy Lusaka, in coordination with the regional aviation office, should inspect the runway lights.
ask | 2011-04-15 | The report, which should cover calendar year 2010, is due April 15.
ask | - | Negative replies are required.
ask | - | Under no circumstances should posts release the list of donors.
ask | 2011-05-03 | No later than COB May 3, please send the fingerprint cards to the embassy in Quito.
ask | 2011-05-31 | Before June 1 each post must test its radio network.
ask | - | Prior to delivery, Embassy should check the translation of paragraph 5.
ask | - | Posts unable to meet this deadline should notify the desk at once.
no | - | Extensions will not be granted.
no | - | USUN has been instructed to abstain.
no | - | The Department has instructed Embassy Quito to lodge a protest.
no | - | Why has the ministry not replied to the note of January 12?
ask | - | Reporting should be sent to the Office of Crisis Management by cable only.
no | - | Post's reporting on the dispute has been timely and useful.
no | - | The Secretary looks forward to the Ambassador's report on the talks.
ask | - | Embassy should also explore whether the cabinet would accept a joint inspection.
ask | - | Embassies in EU capitals should coordinate their approach with the local presidency.
ask | 2011-03-15 | Please provide a first estimate of crop losses within one week, and a full one once the roads are open.
no | - | Farmers must register their losses within one week.
no | - | Farm losses should be compensated, the agriculture minister said on television.
ask | - | The attached note should be presented to the Ministry of Foreign Affairs under cover of a first-person letter.
no | - | The note should be read together with the agreement of 1998.
ask | - | Officers delivering the demarche should listen for any sign that the government is rethinking its vote.
ask | - | In the meantime, post should keep the Department informed of any sign of a change.
ask | - | Posts should emphasize that the United States supports the candidacy of Judge Marin.
no | - | The United States supports the candidacy of Judge Marin and will vote for her.
no | - | Our position is that the mandate should be renewed for twelve months.
no | - | The mandate should be renewed for twelve months without change.
no | - | We believe that all states should ratify the protocol.
no | - | The committee asked the secretariat to prepare a paper by May 15.
no | - | The secretariat shall prepare a paper by May 15.
ask | - | Please have the Public Affairs Section invite at least two reporters to the training.
no | - | Trainees must arrive by April 3 and should bring warm clothing.
ask | 2011-03-24 | Names, grades and dates of birth of nominees must be received in the bureau by March 24.
ask | - | Consulates should route their submissions through the embassy.
no | - | The consulate of Peru should forward the file to the court.
no | - | Romanian embassy officials should be able to attend.
ask | - | Post should not wait for the formal note before raising the case.
no | - | There is no need to reply by cable.
ask | - | We ask that you treat the date of the visit as confidential until it is announced.
ask | 2011-03-10 | Department needs post's input within 48 hours in order to brief the Under Secretary.
no | - | Refs A and B requested post's input.
no | - | As requested in ref B, post provided the list on March 1.
ask | - | As requested in ref B, posts should provide the list of frozen accounts.
ask | - | Regional security officers must brief all new arrivals on the curfew.
no | - | Embassy officers briefed all new arrivals on the curfew, as they must.
optional | - | If Embassy wishes to propose another venue, it should do so before tickets are bought.
ask | 2011-03-22 | If the ministry has not replied by March 15, Embassy should renew the request in writing not later than March 22.
ask | - | Addressees should destroy earlier versions of the checklist.
ask | - | Embassy is requested, drawing on the points in paragraph 7, to seek the foreign minister's support for the candidate.
ask | - | Washington asks that Embassy Quito convey our condolences to the families.
no | - | Some posts have asked whether the cap applies to local staff; it does not.
no | - | Embassy Quito asked on March 2 whether the cap should apply to local staff.
ask | - | Posts should plan on a visit by the audit team in the second half of the year.
ask | - | Post is asked to make the embassy's conference room available for the video link.
no | - | Further instructions will follow, and posts will be asked to report in April.
ask | 2011-03-09 | Post should call the operations center with the results by 1700 local tomorrow.
"""

CORNERS = """
ask | - | The Department would appreciate it if posts could check the list.
no | - | Requires two signatures, and is long.
ask | - | Department requests that posts kindly.
ask | - | Department would be grateful, and it would be grateful if posts could say so soon.
no | - | Posts are not asked for figures, which the bureau requests elsewhere.
no | - | The bank has ten days to respond to those who asked.
no | - | For details please see paragraph 5 of the guidance.
no | - | Comments were due by Friday.
no | - | EUR/ERA should be ready by June.
no | - | The Italian embassy is requested by its ministry to reply.
no | - | It is vital that the ministry must reply.
no | - | We ask that the Department of the Interior be spared.
ask | - | The bureau requests that we be kept informed.
no | - | The bureau requests are many and should be short.
ask | - | The Department requests that the posts of the region which have no such list of their own, and which wish for one, and have money, ask for it.
"""

HARDER = """
ask | - | Washington would welcome Embassy's thinking on the timing of the announcement.
ask | - | It would be appreciated if posts replied by e-mail.
ask | - | Department requires post's concurrence before the grant can be awarded.
no | - | The grant requires the recipient to submit quarterly reports.
ask | - | Posts are tasked with identifying three sites.
no | - | The embassy in Paris of the Republic of Togo should answer the note.
ask | - | Would Embassy please confirm the spelling of the minister's name?
no | - | Would the ministry accept such language?
ask | - | Can post confirm that the shipment has arrived?
ask | - | Let us know if the text needs changes.
no | - | Let us hope that the text survives.
ask | - | The Ambassador should consider a joint approach with the British High Commissioner.
optional | - | We leave to post's judgment whether to leave a paper, and posts may add local examples.
no | - | The Department leaves the choice of interlocutor to post.
ask | - | Ensure that the list does not include minors.
ask | - | When presenting the note, Embassy should insist on a written reply.
no | - | When presenting the note, the Embassy was asked to wait.
ask | - | Embassy is also requested to obtain copies of the decree and pouch them to L/LEI.
no | - | The decree requires all foreign missions to register vehicles by July 1.
no | - | Under the new decree missions must register vehicles by July 1, the foreign ministry announced.
ask | - | Post's comments on the draft are requested no later than June 6.
no | - | The bank's comments on the draft were requested.
ask | - | All American officers should review the new travel rule.
no | - | All American citizens should register with the embassy.
ask | - | American citizens should be advised to avoid the port area.
ask | - | Wardens should be told that the drill is postponed.
no | - | Wardens should tell their neighbors.
ask | - | Please instruct the contractor to stop work until further notice.
no | - | The contractor was instructed to stop work.
no | - | The judge ordered that the consulate must produce the file.
ask | - | Posts holding earlier editions must destroy them.
no | - | Earlier editions must be read with care.
ask | - | Post should under no circumstances sign before clearance from L.
ask | - | Nothing should be signed; post should await instructions.
no | - | Post should by now have received the pouch.
no | - | Posts should find the new form easier to use.
no | - | Posts should have received the pouch by May 1.
ask | - | Embassy need only file the copy.
ask | - | The following questions should be answered in the order given.
ask | - | For each project, please give the amount, the partner and the end date.
ask | - | In reporting, Embassy should distinguish between official and private views.
no | - | Embassy's report distinguishes between official and private views.
no | - | A request for extradition should be made through diplomatic channels.
ask | - | A negative reply should be sent if post has nothing to report.
no | - | Post asked that the Department postpone the visit.
no | - | The Department, as posts requested, has postponed the visit.
ask | - | The Department asks all posts, as in past years, to nominate one local employee.
no | - | We have asked Embassy Tokyo to take the lead.
ask | - | We now ask Embassy Quito to take the lead.
no | - | The Under Secretary may ask posts for their views.
no | - | Action: None.
ask | - | Action: Post to provide flight details to the desk.
no | - | Congress has directed that embassies should close on that day.
no | - | A senior official urged that the embassy "please understand our position."
no | - | He told the Charge that Washington should send a signal.
ask | - | Posts must, without exception, use the secure channel.
ask | - | Addressees are asked not to reply to all.
no | - | Addressees asked not to be named.
optional | - | Embassy has discretion to choose the level of approach.
optional | - | Posts are invited but not obliged to comment.
"""
