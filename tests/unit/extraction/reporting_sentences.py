"""Sentences that tell what others must, should or are to do: none asks those addressed for anything."""

FROM_WASHINGTON = """
Finance Minister Odhul must table the budget before parliament by March 31.
The Ministry of Trade is to publish its new tariff schedule no later than April 15.
Member states should deposit their instruments with the depositary by June 1.
Amnesty has called on the government to release the detainees before Easter.
Under the Treaty, each party shall notify the other of any exercise within thirty days.
By statute the certification is to be sent to the Committee on Appropriations by May 15.
The annual report must be submitted to Congress not later than February 25.
Any request for an exemption should be referred to the Board of Governors.
The Executive Director is requested to circulate a revised timetable by May 2.
No guidance is required on the remaining articles.
No reply to the Saudi note is needed at this stage.
The Department is grateful for the detailed reporting that preceded the talks.
Department is grateful to posts for the care taken with last year's submissions.
Wheat stocks are higher than at any point since 1971 and freight rates have doubled since ref B.
The Norwegian delegation had asked in August for a list of sponsors; it was handed over in Oslo.
The law obliges the Secretary to certify by September 30 that no assistance was diverted.
The consortium expects to have the pipeline tested by July 10.
The Department plans to send a team to the region before the rainy season.
We will provide further guidance septel once the interagency group has met.
The European Commission must respond to the WTO panel by April 20.
Carriers are required to file passenger lists with the airport authority within two hours of departure.
Comments from the public on the proposed rule are due by June 30.
Applicants should present their documents at the consular window by 10 a.m.
The tribunal has ordered that the files be produced by October 3.
USTR will need to consult Congress before any offer is tabled.
USDA requires importers to register by January 1.
The present agreement expires on September 30 and must be renewed by both parties.
Post's draft of last year should not be taken as a model by other agencies.
It is expected that the Council will adopt the text by acclamation.
The opposition wants the election date moved and needs the court's ruling by May 4.
This message requests several things of posts; details are in paragraphs 4 and 5.
The Embassy in Oslo was asked in ref A to report on fisheries quotas by May 1.
Ambassador Keswick has been instructed septel to call on the Prime Minister.
Reports of abuses are to be investigated by the Ombudsman within sixty days.
A decision by the Paris Club is needed before the Fund can disburse.
The Secretary hopes to visit the region before the end of the year.
The inspectors recommended that the mission close its annex by December 31.
Treasury believes that the loan should be submitted to the Bank's board by June 15.
Airlines should submit their slot requests to the coordinator by May 14.
The resolution requests the Secretary-General to report to the Assembly at its next session.
The new ordinance says that foreign missions shall register their vehicles by July 1.
NGOs are to submit shadow reports to the Committee by May 30.
Delegations were asked to send nominations to the chair by March 2.
The deadline for offers to the Fund's auction is March 20.
It is important that the parties comply with the cease-fire.
The House must act on the bill by July 4 if funds are to flow.
None of the above requires action by posts at this time.
Posts will recall that budget proposals were due in Washington on March 1.
The working group should complete its paper by May 10 and the chair should circulate it.
All vessels must report to the harbor master 24 hours before arrival.
Customs is to release the containers as soon as duties are paid.
Shares of the cost should be paid to the organization by each member by January 31.
No objection to the candidate need be voiced before the second ballot.
Mission Geneva has already asked the secretariat to distribute the paper by May 12.
Exporters must present certificates of origin before May 5.
The Governor should decide by Friday whether to sign the decree.
The Department will inform Congress by March 3 of its intention to resume aid.
Under Section 620 the President shall suspend assistance within 60 days.
The protocol requires that declarations be submitted to the Technical Secretariat within 30 days.
This telegram asks missions to take three steps; see paragraphs 4 to 6.
We remain grateful to missions for the trouble that was taken with the spring survey.
Overview: This message requests missions to take several steps; see para 4.
The farmers cannot wait beyond June 15.
No ruling on that protest is needed before the two ministers meet.
Supply of rice is at its lowest since the drought.
Number of refugees has risen since March 1.
The Philippine mission could offer two ships by May 3.
No statement on the ballot is called for before the two chairmen meet.
The final accounts must be filed with the court by June 9.
Comments from the public are requested before May 30.
A vote by the parliament is required before May 30.
Pledges by the parties are needed before May 30.
The statute requires growers to register by June 1.
The closing date for tenders is May 5; the deadline for bids at the port auction is May 9.
The Assembly's Third Committee is to take up the item by November 3.
The donors should agree on a schedule before the ship sails.
ICAO requires that carriers file their manifests within 24 hours.
The contract with the builder must be signed by the Ministry before June 10.
A copy of the decree is to be filed with the national registry by May 3.
The chairman requested that amendments be submitted to the secretariat by noon on May 2.
The Commission needs member states' replies by April 9.
The quota should be lowered before the season opens.
Parliament has until June 3 to confirm the nominee.
The Department will send a cleared text to posts by May 9.
The Bureau expects to complete its review before the end of the month.
The airport must be reopened by Friday, shippers say.
Residents are urged to stay indoors until the storm passes.
Both sides should refrain from provocative acts.
The secretariat's report on sanctions is due by June 1.
Ministers' comments on the draft are due at the Council on June 1.
The embassy of Peru should receive its note by Friday.
The team's visas must be valid until July 1.
The defense attache at the French embassy should be asked first, the general said.
Under the rules bidders shall lodge a bond with the port by May 5.
All exporters must report holdings to the central bank by the 15th of each month.
The panel's ruling should be implemented by December 31.
The strike should end before the holiday, in the union's view.
The committee requires that each state party submit a report every four years.
Fees are to be paid to the canal authority before transit.
The law provides that permits be renewed by January 31.
The refugees must be moved before the rains.
The grain should arrive at Mombasa by May 1.
The inspectors will need access by May 3, the IAEA says.
OMB must clear the budget before it is sent to the Hill.
Each will state the day by which a demarche is to be made, and most will allow a week or more.
Each cable will name the date by which the report is to be sent.
Later messages will tell posts what is to be done.
The annual report on voting practices must be with the Congress by June 1.
The certification must be in the hands of the committees by June 1.
The budget must reach the Hill by June 1.
Nor do we ask posts to telephone the ministry.
Nor are posts asked to reply.
Neither are posts asked to keep lists.
Its text is being agreed between the two ministries and must be in the hands of both ministers two days before May 20.
"""

FROM_A_POST = """
The Interior Minister should decide by May 3 whether to extend the curfew.
Political parties must submit candidate lists to the commission by June 12.
The IMF asked the government to freeze wages before the next review.
A draft law is to be sent to parliament before the summer recess.
The Embassy will host a workshop on May 9 and needs to reserve the hall by April 20.
The bank's creditors should be notified by the receiver within ten days.
The Chinese side requested an answer by June 1 and has been told to wait.
No decision by Washington is needed until the court rules.
No instructions are needed on the fourth agenda item.
The secretariat is asked to prepare a paper on financing before the next session.
Farmers want the subsidy paid by planting time.
The Ministry would appreciate a U.S. delegation at the fair, an official told us.
Parliament is expected to vote before the end of May.
Post is grateful for the Department's help with the visit.
The president said ministers must declare their assets by July 31.
Opposition leaders are to meet the mediator on Monday and should present their demands.
The commission asks that observers register by April 4.
The agreement must be ratified by both chambers before it enters into force.
Port authorities require ships to give notice within 24 hours.
Post plans to submit its mission performance plan by March 10.
Embassy will report the results of the vote by May 8.
The UN has requested that donors pledge by September 15.
Employers should file returns with the tax office by April 30.
The GOI needs the spare parts by August, according to the chief of staff.
Any change in the quota should be approved by the Council of Ministers.
Reforms are needed before the elections.
The company must sell its shares by year's end.
The court has given the defendants until June 3 to appeal.
Comment: The government should move quickly if it is to keep its majority.
We expect to receive the ministry's list by May 30.
Nor do we ask Washington to say anything before the Commission has announced the result.
Nor does Mission ask the Department to send a team.
Nor would we want the Department to make a statement.
Neither do we request a decision.
The Bureau of the committee closed the list of speakers on May 17 and has set May 24 as the last day on which delegations may table amendments.
CDC's field office here has lent two of its staff since July and can spare no more.
USDA has lent us a truck and can spare another.
The Department may recall that the debt was paid.
"""
