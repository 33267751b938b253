"""What peoples are called in English, in small letters, and the country each belongs to; two that share a name with a stroke between."""

_TABLE = """
    afghan afghans: afghanistan; albanian albanians: albania; algerian algerians: algeria; angolan angolans: angola;
    argentine argentines argentinian: argentina; armenian armenians: armenia; australian australians: australia;
    austrian austrians: austria; azerbaijani azeri azeris: azerbaijan; bahamian: bahamas; bahraini bahrainis: bahrain;
    bangladeshi bangladeshis: bangladesh; belarusian: belarus; belgian belgians: belgium; belizean: belize;
    beninese: benin; bolivian bolivians: bolivia; bosnian bosnians: bosnia; botswanan motswana batswana: botswana;
    brazilian brazilians: brazil; british britons: britain; bruneian: brunei; bulgarian bulgarians bulgars: bulgaria;
    burmese: burma/myanmar; burundian: burundi; cambodian cambodians khmer: cambodia; cameroonian: cameroon;
    canadian canadians: canada; chadian chadians: chad; chilean chileans: chile; chinese prc: china;
    colombian colombians: colombia; congolese: congo; cypriot cypriots: cyprus; croatian croat croats: croatia;
    cuban cubans: cuba; czech czechs: czech; danish danes: denmark; dominican dominicans: dominican; dutch: netherlands;
    ecuadorean ecuadorian ecuadoreans: ecuador; egyptian egyptians: egypt; eritrean: eritrea; estonian estonians: estonia;
    ethiopian ethiopians: ethiopia; fijian fijians: fiji; finnish finns: finland; french: france; gabonese: gabon;
    gambian gambians: gambia; georgian georgians: georgia; german germans frg gdr: germany; ghanaian ghanaians: ghana;
    greek greeks: greece; guatemalan guatemalans: guatemala; guinean: guinea; guyanese: guyana; haitian haitians: haiti;
    honduran hondurans: honduras; hungarian hungarians: hungary; icelandic icelanders: iceland; indian indians: india;
    indonesian indonesians: indonesia; iranian iranians: iran; iraqi iraqis: iraq; irish: ireland; israeli israelis: israel;
    italian italians: italy; ivorian ivorians: ivory; jamaican jamaicans: jamaica; japanese: japan;
    jordanian jordanians: jordan; kazakh kazakhs: kazakhstan; kenyan kenyans: kenya; korean koreans rok dprk: korea;
    kosovar kosovars: kosovo; kuwaiti kuwaitis: kuwait; kyrgyz: kyrgyzstan; lao laotian laotians: laos;
    latvian latvians: latvia; lebanese: lebanon; liberian liberians: liberia; libyan libyans: libya;
    lithuanian lithuanians: lithuania; luxembourger: luxembourg; macedonian macedonians: macedonia;
    malagasy: madagascar; malawian malawians: malawi; malaysian malaysians: malaysia; maldivian: maldives;
    malian malians: mali; maltese: malta; mauritanian mauritanians: mauritania; mauritian mauritians: mauritius;
    mexican mexicans: mexico; moldovan moldovans: moldova; mongolian mongolians mongols: mongolia;
    montenegrin: montenegro; moroccan moroccans: morocco; mozambican: mozambique; namibian namibians: namibia;
    nepalese nepali: nepal; nicaraguan nicaraguans: nicaragua; nigerian nigerians: nigeria; nigerien: niger;
    norwegian norwegians: norway; omani omanis: oman; pakistani pakistanis: pakistan; panamanian panamanians: panama;
    paraguayan paraguayans: paraguay; peruvian peruvians: peru; filipino filipinos philippine: philippines;
    polish poles: poland; portuguese: portugal; qatari qataris: qatar; romanian romanians: romania;
    russian russians soviet soviets ussr: russia; rwandan rwandans: rwanda; salvadoran salvadorans: salvador;
    saudi saudis: arabia; senegalese: senegal; serbian serbs serb: serbia; singaporean singaporeans: singapore;
    slovak slovaks: slovakia; slovene slovenes slovenian slovenians: slovenia; somali somalis: somalia;
    spanish spaniards: spain; sudanese: sudan; surinamese: suriname; swazi swazis: swaziland; swedish swedes: sweden;
    swiss: switzerland; syrian syrians: syria; taiwanese: taiwan; tajik tajiks: tajikistan;
    tanzanian tanzanians: tanzania; thai thais: thailand; togolese: togo; tunisian tunisians: tunisia;
    turkish turks: turkey; turkmen: turkmenistan; ugandan ugandans: uganda; ukrainian ukrainians: ukraine;
    emirati emiratis: emirates; uruguayan uruguayans: uruguay; uzbek uzbeks: uzbekistan;
    venezuelan venezuelans: venezuela; vietnamese: vietnam; yemeni yemenis: yemen; yugoslav yugoslavs: yugoslavia;
    zairian zairians: zaire; zambian zambians: zambia; zimbabwean zimbabweans rhodesian rhodesians: zimbabwe
"""

DEMONYMS = {
    people: country.strip()
    for entry in _TABLE.split(";")
    for names, _, country in (entry.partition(":"),)
    for people in names.split()
}
