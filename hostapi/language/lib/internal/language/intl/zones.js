'use strict';
// Names of time zones: standard, daylight, the short ones where they are not
// offsets; then the zones.

module.exports = {
  names: `Greenwich Mean Time||GMT||Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou Africa/Sao_Tome America/Danmarkshavn Antarctica/Troll Atlantic/Reykjavik Atlantic/St_Helena Europe/Guernsey Europe/Isle_of_Man Europe/Jersey
East Africa Time||||Africa/Addis_Ababa Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Africa/Nairobi Indian/Antananarivo Indian/Comoro Indian/Mayotte
Central European Standard Time||||Africa/Algiers Africa/Tunis
West Africa Time||||Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Ndjamena Africa/Niamey Africa/Porto-Novo
Central Africa Time||||Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Juba Africa/Khartoum Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo Africa/Windhoek
Eastern European Standard Time|Eastern European Summer Time|||Africa/Cairo Asia/Beirut Asia/Famagusta Asia/Gaza Asia/Hebron Asia/Nicosia Europe/Athens Europe/Bucharest Europe/Chisinau Europe/Helsinki Europe/Kiev Europe/Mariehamn Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius
Central European Standard Time|Central European Summer Time|||Africa/Ceuta Arctic/Longyearbyen Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich
South Africa Standard Time||||Africa/Johannesburg Africa/Maseru Africa/Mbabane
Eastern European Standard Time||||Africa/Tripoli Europe/Kaliningrad
Hawaii-Aleutian Standard Time|Hawaii-Aleutian Daylight Time|HAST|HADT|America/Adak
Alaska Standard Time|Alaska Daylight Time|AKST|AKDT|America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat
Atlantic Standard Time||AST||America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Martinique America/Montserrat America/Port_of_Spain America/Puerto_Rico America/Santo_Domingo America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola
Brasilia Standard Time||||America/Araguaina America/Bahia America/Belem America/Fortaleza America/Maceio America/Recife America/Santarem America/Sao_Paulo
Argentina Standard Time||||America/Argentina/La_Rioja America/Argentina/Rio_Gallegos America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis America/Argentina/Tucuman America/Argentina/Ushuaia America/Buenos_Aires America/Catamarca America/Cordoba America/Jujuy America/Mendoza
Paraguay Standard Time|Paraguay Summer Time|||America/Asuncion
Central Standard Time||CST||America/Bahia_Banderas America/Belize America/Chihuahua America/Costa_Rica America/El_Salvador America/Guatemala America/Managua America/Merida America/Mexico_City America/Monterrey America/Regina America/Swift_Current America/Tegucigalpa
Amazon Standard Time||||America/Boa_Vista America/Campo_Grande America/Cuiaba America/Manaus America/Porto_Velho
Colombia Standard Time||||America/Bogota
Mountain Standard Time|Mountain Daylight Time|MST|MDT|America/Boise America/Cambridge_Bay America/Ciudad_Juarez America/Denver America/Edmonton America/Inuvik
Eastern Standard Time||EST||America/Cancun America/Cayman America/Coral_Harbour America/Jamaica America/Panama
Venezuela Time||||America/Caracas
French Guiana Time||||America/Cayenne
Central Standard Time|Central Daylight Time|CST|CDT|America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Matamoros America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem America/Ojinaga America/Rankin_Inlet America/Resolute America/Winnipeg
Chile Standard Time|Chile Summer Time|||America/Coyhaique America/Santiago
Mountain Standard Time||MST||America/Creston America/Dawson_Creek America/Fort_Nelson America/Phoenix
Yukon Time||||America/Dawson America/Whitehorse
Eastern Standard Time|Eastern Daylight Time|EST|EDT|America/Detroit America/Grand_Turk America/Indiana/Marengo America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Indianapolis America/Iqaluit America/Kentucky/Monticello America/Louisville America/Nassau America/New_York America/Port-au-Prince America/Toronto
Acre Standard Time||||America/Eirunepe America/Rio_Branco
Atlantic Standard Time|Atlantic Daylight Time|AST|ADT|America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton America/Thule Atlantic/Bermuda
West Greenland Standard Time|Greenland Summer Time|||America/Godthab
Ecuador Time||||America/Guayaquil
Guyana Time||||America/Guyana
Cuba Standard Time|Cuba Daylight Time|||America/Havana
Mexican Pacific Standard Time||||America/Hermosillo America/Mazatlan
Bolivia Time||||America/La_Paz
Peru Standard Time||||America/Lima
Pacific Standard Time|Pacific Daylight Time|PST|PDT|America/Los_Angeles America/Tijuana America/Vancouver
St. Pierre & Miquelon Standard Time|St. Pierre & Miquelon Daylight Time|||America/Miquelon
Uruguay Standard Time||||America/Montevideo
Fernando de Noronha Standard Time||||America/Noronha
Suriname Time||||America/Paramaribo
East Greenland Standard Time|Greenland Summer Time|||America/Scoresbysund
Newfoundland Standard Time|Newfoundland Daylight Time|||America/St_Johns
Australian Western Standard Time||||Antarctica/Casey Australia/Perth
Davis Time||||Antarctica/Davis
Dumont d’Urville Time||||Antarctica/DumontDUrville
Australian Eastern Standard Time|Australian Eastern Daylight Time|||Antarctica/Macquarie Australia/Hobart Australia/Melbourne Australia/Sydney
Mawson Time||||Antarctica/Mawson
New Zealand Standard Time|New Zealand Daylight Time|||Antarctica/McMurdo Pacific/Auckland
Rothera Time||||Antarctica/Rothera
Syowa Time||||Antarctica/Syowa
Vostok Time||||Antarctica/Vostok
Arabian Standard Time||||Asia/Aden Asia/Baghdad Asia/Bahrain Asia/Kuwait Asia/Qatar Asia/Riyadh
East Kazakhstan Time|Kazakhstan Time|||Asia/Almaty Asia/Qostanay
Kamchatka Standard Time||||Asia/Anadyr Asia/Kamchatka
West Kazakhstan Time|Kazakhstan Time|||Asia/Aqtau Asia/Aqtobe Asia/Atyrau Asia/Oral Asia/Qyzylorda
Turkmenistan Standard Time||||Asia/Ashgabat
Azerbaijan Standard Time||||Asia/Baku
Indochina Time||||Asia/Bangkok Asia/Phnom_Penh Asia/Saigon Asia/Vientiane
Krasnoyarsk Standard Time||||Asia/Barnaul Asia/Krasnoyarsk Asia/Novokuznetsk Asia/Novosibirsk Asia/Tomsk
Kyrgyzstan Time||||Asia/Bishkek
Brunei Time||||Asia/Brunei
India Standard Time||||Asia/Calcutta Asia/Colombo
Yakutsk Standard Time||||Asia/Chita Asia/Khandyga Asia/Yakutsk
Bangladesh Standard Time||||Asia/Dhaka
Timor-Leste Time||||Asia/Dili
Gulf Standard Time||||Asia/Dubai Asia/Muscat
Tajikistan Time||||Asia/Dushanbe
Hong Kong Standard Time||||Asia/Hong_Kong
Khovd Standard Time||||Asia/Hovd
Irkutsk Standard Time||||Asia/Irkutsk
Western Indonesia Time||||Asia/Jakarta Asia/Pontianak
Eastern Indonesia Time||||Asia/Jayapura
Israel Standard Time|Israel Daylight Time|||Asia/Jerusalem
Afghanistan Time||||Asia/Kabul
Pakistan Standard Time||||Asia/Karachi
Nepal Time||||Asia/Katmandu
Malaysia Time||||Asia/Kuala_Lumpur Asia/Kuching
China Standard Time||||Asia/Macau Asia/Shanghai
Magadan Standard Time||||Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk
Central Indonesia Time||||Asia/Makassar
Philippine Standard Time||||Asia/Manila
Omsk Standard Time||||Asia/Omsk
Korean Standard Time||||Asia/Pyongyang Asia/Seoul
Myanmar Time||||Asia/Rangoon
Uzbekistan Standard Time||||Asia/Samarkand Asia/Tashkent
Singapore Standard Time||||Asia/Singapore
Taiwan Standard Time||||Asia/Taipei
Georgia Standard Time||||Asia/Tbilisi
Iran Standard Time||||Asia/Tehran
Bhutan Time||||Asia/Thimphu
Japan Standard Time||||Asia/Tokyo
Ulaanbaatar Standard Time||||Asia/Ulaanbaatar
Vladivostok Standard Time||||Asia/Ust-Nera Asia/Vladivostok
Yekaterinburg Standard Time||||Asia/Yekaterinburg
Armenia Standard Time||||Asia/Yerevan
Azores Standard Time|Azores Summer Time|||Atlantic/Azores
Western European Standard Time|Western European Summer Time|||Atlantic/Canary Atlantic/Faeroe Atlantic/Madeira Europe/Lisbon
Cape Verde Standard Time||||Atlantic/Cape_Verde
South Georgia Time||||Atlantic/South_Georgia
Falkland Islands Standard Time||||Atlantic/Stanley
Australian Central Standard Time|Australian Central Daylight Time|||Australia/Adelaide Australia/Broken_Hill
Australian Eastern Standard Time||||Australia/Brisbane Australia/Lindeman
Australian Central Standard Time||||Australia/Darwin
Australian Central Western Standard Time||||Australia/Eucla
Lord Howe Standard Time|Lord Howe Daylight Time|||Australia/Lord_Howe
Samara Standard Time||||Europe/Astrakhan Europe/Samara Europe/Saratov Europe/Ulyanovsk
Greenwich Mean Time|Irish Standard Time|GMT||Europe/Dublin
Türkiye Standard Time||||Europe/Istanbul
Moscow Standard Time||||Europe/Kirov Europe/Minsk Europe/Moscow Europe/Simferopol Europe/Volgograd
Greenwich Mean Time|British Summer Time|GMT||Europe/London
Indian Ocean Time||||Indian/Chagos
Christmas Island Time||||Indian/Christmas
Cocos Islands Time||||Indian/Cocos
French Southern & Antarctic Time||||Indian/Kerguelen
Seychelles Time||||Indian/Mahe
Maldives Time||||Indian/Maldives
Mauritius Standard Time||||Indian/Mauritius
Réunion Time||||Indian/Reunion
Samoa Standard Time||||Pacific/Apia
Chatham Standard Time|Chatham Daylight Time|||Pacific/Chatham
Easter Island Standard Time|Easter Island Summer Time|||Pacific/Easter
Vanuatu Standard Time||||Pacific/Efate
Phoenix Islands Time||||Pacific/Enderbury
Tokelau Time||||Pacific/Fakaofo
Fiji Standard Time||||Pacific/Fiji
Tuvalu Time||||Pacific/Funafuti
Galapagos Time||||Pacific/Galapagos
Gambier Time||||Pacific/Gambier
Solomon Islands Time||||Pacific/Guadalcanal
Chamorro Standard Time||||Pacific/Guam Pacific/Saipan
Hawaii-Aleutian Standard Time||HST||Pacific/Honolulu
Line Islands Time||||Pacific/Kiritimati
Kosrae Time||||Pacific/Kosrae
Marshall Islands Time||||Pacific/Kwajalein Pacific/Majuro
Marquesas Time||||Pacific/Marquesas
American Samoa Standard Time||||Pacific/Midway Pacific/Pago_Pago
Nauru Time||||Pacific/Nauru
Niue Time||||Pacific/Niue
Norfolk Island Standard Time|Norfolk Island Daylight Time|||Pacific/Norfolk
New Caledonia Standard Time||||Pacific/Noumea
Palau Time||||Pacific/Palau
Pitcairn Time||||Pacific/Pitcairn
Pohnpei Time||||Pacific/Ponape
Papua New Guinea Time||||Pacific/Port_Moresby
Cook Islands Standard Time||||Pacific/Rarotonga
Tahiti Time||||Pacific/Tahiti
Gilbert Islands Time||||Pacific/Tarawa
Tonga Standard Time||||Pacific/Tongatapu
Chuuk Time||||Pacific/Truk
Wake Island Time||||Pacific/Wake
Wallis & Futuna Time||||Pacific/Wallis
Coordinated Universal Time||UTC||UTC`,
  // What Intl calls a zone, then the zone's other names.
  aliases: `Africa/Asmera Africa/Asmara
Africa/Bamako Africa/Timbuktu
Africa/Cairo Egypt
Africa/Tripoli Libya
America/Adak America/Atka US/Aleutian
America/Anchorage US/Alaska
America/Buenos_Aires America/Argentina/Buenos_Aires
America/Catamarca America/Argentina/Catamarca America/Argentina/ComodRivadavia
America/Chicago CST6CDT US/Central
America/Coral_Harbour America/Atikokan
America/Cordoba America/Argentina/Cordoba America/Rosario
America/Denver America/Shiprock MST7MDT Navajo US/Mountain
America/Detroit US/Michigan
America/Edmonton America/Yellowknife Canada/Mountain
America/Godthab America/Nuuk
America/Halifax Canada/Atlantic
America/Havana Cuba
America/Indiana/Knox America/Knox_IN US/Indiana-Starke
America/Indianapolis America/Fort_Wayne America/Indiana/Indianapolis US/East-Indiana
America/Iqaluit America/Pangnirtung
America/Jamaica Jamaica
America/Jujuy America/Argentina/Jujuy
America/Los_Angeles PST8PDT US/Pacific
America/Louisville America/Kentucky/Louisville
America/Manaus Brazil/West
America/Mazatlan Mexico/BajaSur
America/Mendoza America/Argentina/Mendoza
America/Mexico_City Mexico/General
America/New_York EST5EDT US/Eastern
America/Noronha Brazil/DeNoronha
America/Panama EST
America/Phoenix MST US/Arizona
America/Regina Canada/Saskatchewan
America/Rio_Branco America/Porto_Acre Brazil/Acre
America/Santiago Chile/Continental
America/Sao_Paulo Brazil/East
America/St_Johns Canada/Newfoundland
America/St_Thomas America/Virgin
America/Tijuana America/Ensenada America/Santa_Isabel Mexico/BajaNorte
America/Toronto America/Montreal America/Nipigon America/Thunder_Bay Canada/Eastern
America/Vancouver Canada/Pacific
America/Whitehorse Canada/Yukon
America/Winnipeg America/Rainy_River Canada/Central
Antarctica/McMurdo Antarctica/South_Pole
Arctic/Longyearbyen Atlantic/Jan_Mayen
Asia/Ashgabat Asia/Ashkhabad
Asia/Calcutta Asia/Kolkata
Asia/Dhaka Asia/Dacca
Asia/Hong_Kong Hongkong
Asia/Jerusalem Asia/Tel_Aviv Israel
Asia/Katmandu Asia/Kathmandu
Asia/Macau Asia/Macao
Asia/Makassar Asia/Ujung_Pandang
Asia/Nicosia Europe/Nicosia
Asia/Rangoon Asia/Yangon
Asia/Saigon Asia/Ho_Chi_Minh
Asia/Seoul ROK
Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin PRC
Asia/Singapore Singapore
Asia/Taipei ROC
Asia/Tehran Iran
Asia/Thimphu Asia/Thimbu
Asia/Tokyo Japan
Asia/Ulaanbaatar Asia/Choibalsan Asia/Ulan_Bator
Asia/Urumqi Asia/Kashgar
Atlantic/Faeroe Atlantic/Faroe
Atlantic/Reykjavik Iceland
Australia/Adelaide Australia/South
Australia/Brisbane Australia/Queensland
Australia/Broken_Hill Australia/Yancowinna
Australia/Darwin Australia/North
Australia/Hobart Australia/Currie Australia/Tasmania
Australia/Lord_Howe Australia/LHI
Australia/Melbourne Australia/Victoria
Australia/Perth Australia/West
Australia/Sydney Australia/ACT Australia/Canberra Australia/NSW
Europe/Athens EET
Europe/Brussels CET MET
Europe/Chisinau Europe/Tiraspol
Europe/Dublin Eire
Europe/Istanbul Asia/Istanbul Turkey
Europe/Kiev Europe/Kyiv Europe/Uzhgorod Europe/Zaporozhye
Europe/Lisbon Portugal WET
Europe/London Europe/Belfast GB GB-Eire
Europe/Moscow W-SU
Europe/Warsaw Poland
Pacific/Auckland NZ
Pacific/Chatham NZ-CHAT
Pacific/Easter Chile/EasterIsland
Pacific/Enderbury Pacific/Kanton
Pacific/Honolulu HST Pacific/Johnston US/Hawaii
Pacific/Kwajalein Kwajalein
Pacific/Pago_Pago Pacific/Samoa US/Samoa
Pacific/Ponape Pacific/Pohnpei
Pacific/Truk Pacific/Chuuk Pacific/Yap`,
};
