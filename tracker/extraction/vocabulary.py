"""The field's words, sorted by the part they play in an order: who is asked, what is done, with what."""

POSTS = frozenset(
    """post posts embassy embassies mission missions consulate consulates amembassy amembassies amconsul
    amconsuls consul consuls conoff conoffs poloff econoff poloffs econoffs usmission usmissions usun usnato
    useu usoecd usosce unvie unesco usint uslo addressee addressees addee addees you ambassador ambassadors
    charge chargé charges dcm dcms rso rsos pao paos gso gsos isso issos rimc rimcs supervisors ims ipo imo imos hro hros fmo fmos section sections
    usdel delegation command commands commander commanders unit units recipients chiefs com coms attache
    attaches officer officers team teams principals representatives negotiators constituent station cao caos refcoord refcoords laboff laboffs polcouns econcouns scicouns agcouns comcouns admincouns apo counselor counselors counsellor counsellors
    coordinator coordinators chief specialists manager managers del ait eac eacs relo relos vao vaos exo exos rco rcos
    clo clos rmo rmos arso arsos agatt agatts sciatt sciatts legatt legatts milatt milatts narcoff narcoffs esthoff
    esthoffs estoff estoffs emboff emboffs congen congens amcongen amcongens amemb amembs legation legations
    odc odcs usdao usdaos""".split()
)
OF_STAFF = frozenset(  # of a post, where nobody else is named whose they are
    """drafter drafters cashier cashiers timekeeper timekeepers notetaker notetakers note-taker note-takers webmaster webmasters
    adjudicator adjudicators preparer preparers""".split()
)
BODIES_BY_LETTERS = frozenset(  # in the plural, and none of our officers: "NGOs"
    "NGOs INGOs PVOs CEOs COOs CFOs CTOs CIOs CSOs CBOs FBOs IGOs IPOs HMOs PPOs UFOs GMOs FTOs TNOs NCOs HLOs GONGOs IOs".split()
)
BODIES_OF_POSTS = frozenset(
    {
        "emergency action committee",
        "emergency action committees",
        "interagency housing board",
        "interagency housing boards",
        "marine detachment",
        "marine detachments",
        "guard detachment",
        "guard detachments",
        "military liaison office",
        "military liaison offices",
        "security cooperation office",
        "security cooperation offices",
        "agricultural trade office",
        "agricultural trade offices",
        "regional security office",
        "regional security offices",
        "motor pool",
        "motor pools",
        "mail room",
        "mail rooms",
        "travel office",
        "health unit",
        "health units",
        "security assistance office",
        "security assistance offices",
        "defense attache office",
        "defense attache offices",
        "defense cooperation office",
        "defense cooperation offices",
        "information resource center",
        "information resource centers",
    }
)
BODIES_OF_CAPITAL = frozenset({"operations center", "ops center", "task force", "command center"})
NEED_A_HOME = frozenset(  # mean those asked only beside a word that says whose they are
    "officer officers section sections team teams chief chiefs representatives delegation attache attaches consul"
    " supervisors consuls principals negotiators unit units constituent station ambassador ambassadors coordinator coordinators"
    " specialists manager managers counselor counselors counsellor counsellors".split()
)
HOMES = frozenset(
    """consular economic political management human-resources hr public affairs action principal regional
    desk control u.s us american usg country front econ pol visa acs grants security information post's
    embassy's mission's embassy post mission consulate commercial agricultural labor reporting environmental
    esth narcotics refugee addressee posts' embassies' usaid duty medical financial responsible cultural
    deputy mission-wide law health defense legal trade energy science drug labor narcotics crisis records
    emergency program finance budget evacuation warden visiting reporting interviewing adjudicating certifying signing
    environment oceans science technology population petroleum minerals telecommunications transportation personnel housing press
    acting approving deciding drafting systems facilities property fraud prevention warehouse rated""".split()
)
AGENCIES = frozenset(
    {"coast guard", "secret service", "civil air"}
) | frozenset(  # that have people of their own at our posts: "CBP attaches"
    "naval air army cbp dea fbi tsa faa fas fcs aphis uscg dhs ice usaid irs epa usss treasury customs doj dod noaa nasa commerce usda usgs".split()
)
OF_FORCES = frozenset(  # officers and offices of our forces at a post, as they are written
    "DAO DATT DATTs DATTS ALUSNA OMC MAAG JUSMAG MILGP MILGRP LEGATT".split()
)
CAPITAL = frozenset(
    """department dept state washington bureau bureaus agency agencies desk headquarters hq treasury commerce
    usda ustr dhs doj dod usaid hhs fda cdc faa cbp secstate interagency office offices departments
    secretariat usg""".split()
)
BUREAUS = frozenset(
    "OBO FSI INL DRL OES PRM OFM KCC NVC ISN INR DTC DDTC ECA DS CA EUR EAP NEA WHA SCA ARA EEB IIP DGHR FBO FMP VCI AVC INM OIG IRM FFP OFDA OTI FAS EB OCS".split()
)  # written in capitals
LETTERS = frozenset("HLMPTGERSDFJ")  # offices of the Department that go by one letter: "H would appreciate"
STRANGERS = frozenset(
    """un u.n foreign international intergovernmental host local provincial municipal news travel relief aid voluntary
    private insurance recruiting employment specialized government space rating tax land patent ticket""".split()
)
MISSIONS_OF_OTHERS = frozenset(
    """imf un u.n eu osce oau nato trade observer fact-finding peacekeeping assessment monitoring bank relief rescue
    verification mediation ecowas african european inspection iaea wfp unhcr""".split()
)
EITHER_OR = frozenset("and/or his/her he/she him/her n/a w/o either/or yes/no".split())
EVERYBODY = frozenset("addressee addressees addee addees recipients you".split())
WE = frozenset("we i cable message telegram".split())

PERSONS = frozenset(
    """traveler travelers traveller travellers visitor visitors applicant applicants nominee nominees
    candidate candidates participant participants passenger passengers employee employees citizen citizens
    personnel member members tdyer tdyers student students spouse spouses families individuals persons people
    attendees guests crew parents sponsors petitioners petitioner beneficiaries beneficiary he she they
    delegates bearers holders contractor contractors users user grantee grantees escort escorts
    staffdel codel team delegation party speakers speaker dependents teenagers patients workers journalists
    everyone anyone travelers' minor minors child children caller callers""".split()
)
MATTERS = frozenset(
    """reply replies response responses report reports reporting comment comments question questions
    nomination nominations result results answer answers proposal proposals request requests input inputs
    contribution contributions submission submissions questionnaire questionnaires survey surveys form forms
    data information material materials copy copies application applications name names list lists remarks corrections invoice
    invoices certification certifications note notes text texts paper nonpaper non-paper points demarche
    demarches letter letters correspondence inquiry inquiries query queries concern concerns draft drafts
    update updates package packages document documents documentation views reaction reactions assessment
    assessments findings figures roster rosters plan plans statement statements summary summaries checklist
    checklists entry entries cable cables telegram telegrams e-mail e-mails email emails message messages
    receipts vouchers estimates estimate requirements confirmation confirmations acknowledgment guidance
    clearance views post's feedback suggestions bids proposals write-up write-ups readout readouts essay essays rankings
    recommendations certificates certificate inventory inventories resumes cv cvs biographies biography
    declarations notification notifications scores votes tallies records notice notices it these those
    this they contact contacts changes follow-up spreadsheet template amendments offers pledges assistance
    instructions tables table original originals copies chapter chapters attachment attachments annex annexes
    approval decision decisions concurrence authorization advice feedback translations translation version versions accounting tally readout
    ballots referrals itineraries itinerary dates evaluation evaluations audit audits reservations booking bookings cases""".split()
)

SEEN = frozenset(  # what is done to a thing in the mind only
    "treated viewed regarded considered noted needed expected concerned read seen understood construed compared".split()
)
GIVEN = MATTERS | frozenset(  # what a post may send, where it would be welcome
    """papers biodata sketch sketches scene-setter scene-setters scenesetter scenesetters read-out read-outs readout readouts backgrounder backgrounders bios sitrep sitreps edits
    paragraph paragraphs example examples indication indications reading sense help thoughts word account accounts
    breakdown sample samples illustrations anecdotes photograph photographs photo photos reminder suggestion details detail sentence
    sentences explanation explanations description descriptions perspective impressions ideas observations
    remarks remark corrections correction analysis insight insights judgment judgement opinion opinions view preference preferences appraisal forecast forecasts
    estimation guess language wording tally""".split()
)

HELP = frozenset("help assistance support cooperation aid offices intervention".split())  # "good offices"

COMMUNICATED = frozenset(
    """referred sent submitted forwarded reported directed addressed faxed e-mailed emailed cabled
    transmitted returned slugged captioned routed channeled channelled relayed mailed telephoned phoned
    telegraphed wired radioed telexed pouched air-pouched airpouched air-mailed airmailed copied passed""".split()
)
HANDLED = frozenset(
    """provided delivered presented conveyed coordinated completed raised notified informed cleared entered
    recorded scheduled posted uploaded nominated identified confirmed included attached obtained sought
    verified reviewed signed listed communicated distributed disseminated translated retained filed
    interviewed registered updated tagged charged used given handed left prepared drafted arranged conducted
    held explored followed monitored answered received shared explained emphasized stressed underscored
    approached refused issued returned screened placed kept briefed invited consulted contacted limited
    reflected described cited marked tracked destroyed inventoried requested scheduled paid published
    accompanied numbered formatted typed compiled translated certified counted""".split()
)
MOVED = frozenset(  # what is done to people spoken with
    """promised offered dissuaded discouraged pressed canvassed alerted reassured sensitized
    encouraged urged asked told informed advised reminded pressed thanked invited briefed approached
    contacted consulted assured notified persuaded cautioned warned sounded""".split()
)
STATES = frozenset(  # verbs of a matter that say how it must be
    """include reach address contain arrive specify identify describe cover state reflect indicate bear carry
    use cite refer list give provide follow conform focus show explain come note begin quote detail name
    summarize discuss exceed""".split()
)
KNOWING = frozenset(  # what nobody is asked to do
    """have be expect know see find receive encounter already feel wonder recall remember understand
    appreciate benefit continue hear experience differ vary become remain seem appear stand get""".split()
)
PROMISED = frozenset(  # what a post that "will" do it owes: "Embassy will submit its plan by June 30"
    """submit report provide send forward deliver prepare complete ensure inform advise notify coordinate arrange
    designate identify obtain return transmit confirm nominate enter load upload collect compile distribute furnish file update
    monitor review verify reply respond supply conduct present pass refrain abstain pouch fax cable e-mail email convey
    relay certify ship telegraph wire retransmit resubmit telephone dispatch circulate disseminate canvass query inventory
    destroy validate tabulate summarize ascertain determine""".split()
)
STILL_ASKED = frozenset("continue remain understand be remember have expect recall".split())

ORDERS = frozenset(
    """report deliver submit send provide enclose forward confirm advise inform notify convey raise pass present
    transmit request ask urge seek obtain propose encourage explain emphasize stress underscore identify
    nominate complete return reply respond answer contact coordinate consult ensure include make designate
    schedule arrange explore assess describe list indicate state determine verify review update monitor
    follow keep begin conduct hold brief approach demarche remind press offer thank invite cable e-mail email
    fax telephone call slug use caption mark refer direct address join vote support oppose abstain cosponsor
    co-sponsor work pursue develop prepare draft translate distribute disseminate share post publish
    publicize promote reiterate acknowledge assist help facilitate issue grant authorize approve appoint
    select rank certify count inventory destroy retain copy attach enter register file revoke suspend deny
    interview screen check take give leave hand lodge delay postpone cancel reconfirm clarify query survey
    compile collect gather estimate evaluate solicit discuss engage meet note recommend add limit instruct
    establish discourage highlight express reserve book apply pay charge draw furnish supply relay
    circulate tell point wish look let await refrain avoid maintain conclude negotiate sign exchange
    designate close open examine investigate trace locate visit search record document track test
    summarize record advocate lobby secure persuade intervene intercede protest deplore reaffirm restate
    table introduce co-host organize host attend participate explain outline quote append compare
    correct amend replace repeat resubmit expedite acknowledge accept decline decide decree clear
    remove detain refuse waive adjudicate process scan upload download print install disable enable
    inspect write insert fill choose rate specify resend retransmit number set bring accompany vet counter
    rebut reject congratulate condemn welcome thank praise repair recall ship pack mail pouch hire train recruit announce allow defer commend
    stand lead convene discuss draw cite underline assure warn caution alert debrief impress ascertain liaise
    canvass dissuade deter reassure remonstrate disregard hand-carry enlist hasten dispatch rush supplement
    tabulate tally sample withhold omit probe inquire disabuse restrict reroute rewrite reschedule reassign relocate
    sensitize enforce flag preserve safeguard adopt adjust administer analyze catalog hurry persevere insist
    purge unload erase dispose divert allot countersign notarize authenticate revalidate reissue validate weigh
    photograph transcribe edit dismantle deploy shred stow relabel reduce assign align adapt assemble unpack
    repack replenish restock redistribute reallocate allocate deduct debit remit inoculate vaccinate isolate
    deregister enroll greet accommodate evacuate equip repaint renumber reorder acquire borrow retrieve reclaim erect
    demolish interpret paraphrase reproduce duplicate reprint release conceal reveal disclose divulge cross-check
    double-check recheck reexamine retest attempt endeavor strive observe protect unlock reopen start commence
    initiate continue finalize terminate annul rescind load label
    reconcile withdraw halt stop cease suspend resume activate deactivate rotate rehearse drill brace earmark
    rename delete prune tidy convert migrate merge encrypt reformat resize reset itemize enumerate annotate collate
    tag seal wrap padlock crate affix pad
    laminate staple bundle unseal retype recycle put say lend procure purchase rent lease vacate de-obligate deobligate obligate repatriate refund reimburse recover audit spare telex telegraph wire airmail airfreight air-freight""".split()
)
ALSO_NOUNS = frozenset(
    """report request contact visit return support vote reply answer cable fax note use work post brief
    survey draft file issue list state offer press address present exchange query demarche call rank test
    record document count estimate update approach copy share charge place grant trace search help process
    ship train host table lead point wish look delay promise debrief review mark reserve group plan
    canvass sample flag rush drill rent lease refund audit halt stop purchase
    load label debit release attempt endeavor start
    supply limit number rate protest repair praise track outline alert e-mail email telephone pouch mail schedule display request research work promise screen
    tag seal wrap pad padlock crate telex wire spare airmail airfreight photograph duplicate supplement print reprint inventory""".split()
)
ASKED_OF_CAPITALS = (
    frozenset(  # bare orders of a post to the capital; most other words that open its sentences are nouns
        """advise instruct confirm request authorize inform approve provide send furnish forward pass expedite clear
    reply respond ensure please transmit notify convey consider arrange do""".split()
    )
)
LINKS = frozenset(
    """is was are were has had will of from follows that would should must shall can could remains came went
    begins resumes goes continues proceeds and or itself""".split()
)

LEADS = frozenset(  # words before the noun that do not change who is meant
    """the a an all each every any both this that such our your their its other interested relevant affected
    appropriate concerned participating receiving individual also therefore however accordingly
    meanwhile finally additionally further hence thus then so and but or nor only overseas listed selected
    designated those these no some most many where when while if addressee again moreover consequently
    eligible remaining neither either nevertheless furthermore similarly likewise in-country field because
    since whether how which unless once until now certain several two three four five six""".split()
)
PREPOSITIONS = frozenset(
    """of in at to with for from on by that which who whose whom as into about under above below through ahead
    regarding concerning without within during including involving having being wishing seeking planning
    requiring requesting not who've hosting receiving located named listed against between among after
    before near outside except excepting excluding inside where when if than per via over responding accredited may can is are was were should
    will have has had do does did must shall would could been be besides instead""".split()
)
ASIDES = frozenset(  # how an aside between commas begins
    """in with after as if where through working including like such following upon at when before during
    unless until since once whenever wherever on by per for using without especially particularly regardless
    consistent drawing while and or consulting taking acting beginning under having via not subject
    prior together depending along other especially to rather pursuant based given making which who whose whom however
    though although if even preferably one two three four whatever whoever within except excepting excluding
    besides beside instead despite notwithstanding barring pending beyond lacking""".split()
)
THIRD = frozenset(
    """government governments goverment authorities ministry ministries parliament minister president
    country countries states nations company companies ports port ngo ngos police court courts mfa gov't
    firms industry banks bank manufacturers airlines carriers secretary-general un unsc iaea who unhcr
    commission council host-government parties party allies partners interlocutors counterparts officials
    leaders donors members union congress army military taliban rebels opposition importers exporters
    ministers presidents governors mayors judges legislators lawmakers rebels insurgents regulators ombudsman
    importers shippers airlines vessels owners registrar depositary""".split()
)
ADVERB = r"(?!(?:reply|apply|supply|comply|rely|imply|multiply|tally|rally|ally|family|assembly|anomaly|july|italy)\b)\w+ly"  # for regular expressions
OPENING_DAY = r"(?:by|no later than|not later than|nlt|on or before|within) [\w,'’.:-]+(?: [\w,'’.:-]+){0,4}?,?"  # for regular expressions: "by August 5,"
