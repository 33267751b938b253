"""Which places have, or once had, an embassy or a consulate in a country: whom "posts in Norway" means.

A line of the table: the names of a country, a colon, its places as cables write them, all in small letters; a star
marks a place whose post is closed.
"""

import re

_WHERE = re.compile(r", (?:where|which|whose) [^,]*,$")
_BETWEEN = re.compile(r", and |, | and ")
_TABLE = """
    afghanistan: kabul, herat, mazar-e sharif, *kandahar
    albania: tirana
    algeria: algiers, *oran, *constantine
    angola: luanda
    argentina: buenos aires
    armenia: yerevan
    australia: canberra, melbourne, melbourne vic, perth, sydney, *brisbane, *adelaide
    austria: vienna, *salzburg, *innsbruck
    azerbaijan: baku
    bahamas: nassau
    bahrain: manama
    bangladesh: dhaka, *dacca
    barbados: bridgetown
    belarus: minsk
    belgium: brussels, *antwerp
    belize: belmopan, belize, belize city
    benin/dahomey: cotonou
    bermuda: hamilton
    bolivia: la paz
    bosnia and herzegovina/bosnia-herzegovina/bosnia: sarajevo
    botswana: gaborone
    brazil: brasilia, porto alegre, recife, rio de janeiro, sao paulo, *salvador, *belem, *salvador da bahia
    brunei: bandar seri begawan
    bulgaria: sofia
    burkina faso/upper volta: ouagadougou
    burma/myanmar: rangoon, yangon
    burundi: bujumbura
    cambodia: phnom penh, *battambang
    cameroon: yaounde, branch office douala, douala
    canada: ottawa, calgary, halifax, montreal, quebec, quebec city, toronto, vancouver, winnipeg, *windsor, *st johns, *saint john
    cape verde: praia
    central african republic: bangui
    chad: ndjamena
    chile: santiago
    china/prc: beijing, chengdu, guangzhou, shanghai, shenyang, wuhan
    colombia: bogota, *cali, *medellin, *barranquilla
    congo/republic of congo/congo-brazzaville: brazzaville
    costa rica: san jose
    cote d'ivoire/ivory coast: abidjan
    croatia: zagreb
    cuba: havana, *santiago de cuba
    curacao/netherlands antilles: curacao
    cyprus: nicosia
    czech republic/czechia: prague
    denmark: copenhagen
    djibouti: djibouti
    dominican republic: santo domingo, *santiago de los caballeros
    east timor/timor-leste: dili
    ecuador: quito, guayaquil
    egypt: cairo, *alexandria, *port said
    el salvador: san salvador
    equatorial guinea: malabo
    eritrea: asmara
    estonia: tallinn
    ethiopia: addis ababa, *asmara
    fiji: suva
    finland: helsinki
    france: paris, marseille, marseilles, strasbourg, *lyon, *nice, *bordeaux, *toulouse, *rennes
    gabon: libreville
    gambia: banjul
    georgia: tbilisi
    germany/federal republic of germany/frg: berlin, dusseldorf, duesseldorf, frankfurt, hamburg, leipzig, munich, *bonn, *stuttgart, *bremen
    ghana: accra
    greece: athens, thessaloniki, *patras
    greenland: nuuk
    grenada: grenada
    guatemala: guatemala, guatemala city
    guinea: conakry
    guyana: georgetown
    haiti: port au prince
    holy see/vatican: vatican, vatican city, holy see
    honduras: tegucigalpa
    hong kong: hong kong
    hungary: budapest
    iceland: reykjavik
    india: new delhi, chennai, madras, hyderabad, kolkata, calcutta, mumbai, bombay
    indonesia: jakarta, medan, surabaya
    iran: *tehran, *tabriz, *shiraz, *isfahan, *khorramshahr
    iraq: baghdad, basrah, basra, erbil, kirkuk, *mosul
    ireland: dublin
    israel: jerusalem, tel aviv, *haifa
    italy: rome, florence, milan, naples, *trieste, *turin, *genoa, *palermo
    jamaica: kingston
    japan: tokyo, fukuoka, nagoya, naha, osaka kobe, osaka, sapporo, *kobe, *yokohama
    jordan: amman
    kazakhstan: almaty, astana, nur sultan
    kenya: nairobi
    kosovo: pristina
    kuwait: kuwait, kuwait city
    kyrgyzstan/kyrgyz republic: bishkek
    laos: vientiane, *luang prabang
    latvia: riga
    lebanon: beirut
    lesotho: maseru
    liberia: monrovia
    libya: tripoli, *benghazi
    lithuania: vilnius
    luxembourg: luxembourg
    macedonia/north macedonia: skopje
    madagascar: antananarivo, *tananarive
    malawi: lilongwe
    malaysia: kuala lumpur, *kuching
    maldives: male
    mali: bamako
    malta: valletta
    marshall islands: majuro
    mauritania: nouakchott
    mauritius: port louis
    mexico: mexico, mexico city, ciudad juarez, guadalajara, hermosillo, matamoros, merida, monterrey, nogales, nuevo laredo, tijuana, *mazatlan
    micronesia: kolonia
    moldova: chisinau
    mongolia: ulaanbaatar
    montenegro: podgorica
    morocco: rabat, casablanca, *tangier
    mozambique: maputo, *lourenco marques
    namibia: windhoek
    nepal: kathmandu
    netherlands/holland: the hague, amsterdam, *rotterdam
    new zealand: wellington, auckland
    nicaragua: managua
    niger: niamey
    nigeria: abuja, lagos, *kaduna, *ibadan, *enugu
    norway: oslo, *bergen, *tromso
    oman: muscat
    pakistan: islamabad, karachi, lahore, peshawar, *rawalpindi
    palau: koror
    panama: panama, panama city
    papua new guinea: port moresby
    paraguay: asuncion
    peru: lima
    philippines: manila, *cebu
    poland: warsaw, krakow, *poznan
    portugal: lisbon, ponta delgada, *oporto
    qatar: doha
    romania: bucharest, *cluj
    russia/soviet union/ussr: moscow, st petersburg, saint petersburg, vladivostok, yekaterinburg, *leningrad
    rwanda: kigali
    samoa: apia
    saudi arabia: riyadh, dhahran, jeddah, jiddah, *jidda
    senegal: dakar
    serbia/yugoslavia: belgrade
    seychelles: victoria
    sierra leone: freetown
    singapore: singapore
    slovakia/slovak republic: bratislava
    slovenia: ljubljana
    solomon islands: honiara
    somalia: mogadishu
    south africa: pretoria, cape town, durban, johannesburg
    south korea/republic of korea/korea/rok: seoul, busan, pusan
    south sudan: juba
    spain: madrid, barcelona, *bilbao, *seville, *valencia
    sri lanka/ceylon: colombo
    sudan: khartoum
    suriname: paramaribo
    swaziland/eswatini: mbabane
    sweden: stockholm, *goteborg, *gothenburg
    switzerland: bern, *zurich, *basel
    syria: damascus, *aleppo
    taiwan: taipei, kaohsiung
    tajikistan: dushanbe
    tanzania: dar es salaam, *zanzibar
    thailand: bangkok, chiang mai, *songkhla, *udorn
    togo: lome
    tonga: nukualofa
    trinidad and tobago/trinidad: port of spain
    tunisia: tunis
    turkey: ankara, adana, istanbul, *izmir, *iskenderun
    turkmenistan: ashgabat
    uganda: kampala
    ukraine: kyiv, kiev
    united arab emirates/uae/emirates: abu dhabi, dubai
    united kingdom/uk/u.k./britain/great britain/england: london, belfast, edinburgh, *liverpool
    uruguay: montevideo
    uzbekistan: tashkent
    vanuatu: port vila
    venezuela: caracas, *maracaibo
    vietnam/viet-nam: hanoi, ho chi minh city, ho chi minh, *saigon, *hue, *danang, *can tho, *bien hoa, *nha trang
    yemen: sanaa, *aden, *taiz
    zaire/democratic republic of congo/congo-kinshasa/drc: kinshasa, *lubumbashi, *bukavu, *kisangani, *elisabethville
    zambia: lusaka
    zimbabwe/rhodesia: harare, *salisbury
"""


def _lines() -> list[tuple[list[str], list[str]]]:
    lines = (line.strip().partition(": ") for line in _TABLE.strip().splitlines())
    return [(names.split("/"), places.split(", ")) for names, _, places in lines]


PLACES_IN = {name: frozenset(p.lstrip("*") for p in places) for names, places in _lines() for name in names}
OPEN_IN = {name: tuple(p for p in places if p[0] != "*") for names, places in _lines() for name in names}
ALL_PLACES = frozenset[str]().union(*PLACES_IN.values())


def cities_alone(words: str) -> tuple[str, ...]:
    """Return the places in words that name cities with posts and nothing else: "Port-au-Prince", "Harare and Lusaka"; no country, but among cities."""
    places = tuple(_BETWEEN.split(_WHERE.sub("", words.strip().lower()).strip(",").replace("-", " ")))
    are_posts = all(place in ALL_PLACES for place in places)
    return places if are_posts and any(place not in PLACES_IN for place in places) else ()


def is_office_at(post: str, word: str) -> bool:
    """Read "USAID/Lima", "FAS/Peru" of the post at Lima: an office of its own, which writes with its name."""
    place = word.lower().partition("/")[2] if post else ""
    return place != "" and (place == post or post in PLACES_IN.get(place, ()))
