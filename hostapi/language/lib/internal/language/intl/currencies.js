'use strict';
// The currencies: code, fraction digits, symbol, narrow symbol, one, many, title.
// A symbol that is the code is left out.

module.exports = `AED|2|||UAE dirham|UAE dirhams|United Arab Emirates Dirham
AFN|0||؋|Afghan Afghani|Afghan Afghanis|Afghan Afghani
ALL|0|||Albanian lek|Albanian lekë|Albanian Lek
AMD|2||֏|Armenian dram|Armenian drams|Armenian Dram
ANG|2|||Netherlands Antillean guilder|Netherlands Antillean guilders|Netherlands Antillean Guilder
AOA|2||Kz|Angolan kwanza|Angolan kwanzas|Angolan Kwanza
ARS|2||$|Argentine peso|Argentine pesos|Argentine Peso
AUD|2|A$|$|Australian dollar|Australian dollars|Australian Dollar
AWG|2|||Aruban florin|Aruban florin|Aruban Florin
AZN|2||₼|Azerbaijani manat|Azerbaijani manats|Azerbaijani Manat
BAM|2||KM|Bosnia-Herzegovina convertible mark|Bosnia-Herzegovina convertible marks|Bosnia-Herzegovina Convertible Mark
BBD|2||$|Barbadian dollar|Barbadian dollars|Barbadian Dollar
BDT|2||৳|Bangladeshi taka|Bangladeshi takas|Bangladeshi Taka
BGN|2|||Bulgarian lev|Bulgarian leva|Bulgarian Lev
BHD|3|||Bahraini dinar|Bahraini dinars|Bahraini Dinar
BIF|0|||Burundian franc|Burundian francs|Burundian Franc
BMD|2||$|Bermudan dollar|Bermudan dollars|Bermudan Dollar
BND|2||$|Brunei dollar|Brunei dollars|Brunei Dollar
BOB|2||Bs|Bolivian boliviano|Bolivian bolivianos|Bolivian Boliviano
BRL|2|R$|R$|Brazilian real|Brazilian reals|Brazilian Real
BSD|2||$|Bahamian dollar|Bahamian dollars|Bahamian Dollar
BTN|2|||Bhutanese ngultrum|Bhutanese ngultrums|Bhutanese Ngultrum
BWP|2||P|Botswanan pula|Botswanan pulas|Botswanan Pula
BYN|2|||Belarusian ruble|Belarusian rubles|Belarusian Ruble
BZD|2||$|Belize dollar|Belize dollars|Belize Dollar
CAD|2|CA$|$|Canadian dollar|Canadian dollars|Canadian Dollar
CDF|2|||Congolese franc|Congolese francs|Congolese Franc
CHF|2|||Swiss franc|Swiss francs|Swiss Franc
CLP|0||$|Chilean peso|Chilean pesos|Chilean Peso
CNY|2|CN¥|¥|Chinese yuan|Chinese yuan|Chinese Yuan
COP|0||$|Colombian peso|Colombian pesos|Colombian Peso
CRC|2||₡|Costa Rican colón|Costa Rican colóns|Costa Rican Colón
CUC|2||$|Cuban convertible peso|Cuban convertible pesos|Cuban Convertible Peso
CUP|2||$|Cuban peso|Cuban pesos|Cuban Peso
CVE|2|||Cape Verdean escudo|Cape Verdean escudos|Cape Verdean Escudo
CZK|2||Kč|Czech koruna|Czech korunas|Czech Koruna
DJF|0|||Djiboutian franc|Djiboutian francs|Djiboutian Franc
DKK|2||kr|Danish krone|Danish kroner|Danish Krone
DOP|2||$|Dominican peso|Dominican pesos|Dominican Peso
DZD|2|||Algerian dinar|Algerian dinars|Algerian Dinar
EGP|2||E£|Egyptian pound|Egyptian pounds|Egyptian Pound
ERN|2|||Eritrean nakfa|Eritrean nakfas|Eritrean Nakfa
ETB|2|||Ethiopian birr|Ethiopian birrs|Ethiopian Birr
EUR|2|€|€|euro|euros|Euro
FJD|2||$|Fijian dollar|Fijian dollars|Fijian Dollar
FKP|2||£|Falkland Islands pound|Falkland Islands pounds|Falkland Islands Pound
GBP|2|£|£|British pound|British pounds|British Pound
GEL|2||₾|Georgian lari|Georgian laris|Georgian Lari
GHS|2||GH₵|Ghanaian cedi|Ghanaian cedis|Ghanaian Cedi
GIP|2||£|Gibraltar pound|Gibraltar pounds|Gibraltar Pound
GMD|2|||Gambian dalasi|Gambian dalasis|Gambian Dalasi
GNF|0||FG|Guinean franc|Guinean francs|Guinean Franc
GTQ|2||Q|Guatemalan quetzal|Guatemalan quetzals|Guatemalan Quetzal
GYD|2||$|Guyanaese dollar|Guyanaese dollars|Guyanaese Dollar
HKD|2|HK$|$|Hong Kong dollar|Hong Kong dollars|Hong Kong Dollar
HNL|2||L|Honduran lempira|Honduran lempiras|Honduran Lempira
HRK|2||kn|Croatian kuna|Croatian kunas|Croatian Kuna
HTG|2|||Haitian gourde|Haitian gourdes|Haitian Gourde
HUF|0||Ft|Hungarian forint|Hungarian forints|Hungarian Forint
IDR|0||Rp|Indonesian rupiah|Indonesian rupiahs|Indonesian Rupiah
ILS|2|₪|₪|Israeli new shekel|Israeli new shekels|Israeli New Shekel
INR|2|₹|₹|Indian rupee|Indian rupees|Indian Rupee
IQD|0|||Iraqi dinar|Iraqi dinars|Iraqi Dinar
IRR|0|||Iranian rial|Iranian rials|Iranian Rial
ISK|0||kr|Icelandic króna|Icelandic krónur|Icelandic Króna
JMD|2||$|Jamaican dollar|Jamaican dollars|Jamaican Dollar
JOD|3|||Jordanian dinar|Jordanian dinars|Jordanian Dinar
JPY|0|¥|¥|Japanese yen|Japanese yen|Japanese Yen
KES|2|||Kenyan shilling|Kenyan shillings|Kenyan Shilling
KGS|2||⃀|Kyrgyz som|Kyrgyz soms|Kyrgyz Som
KHR|2||៛|Cambodian riel|Cambodian riels|Cambodian Riel
KMF|0||CF|Comorian franc|Comorian francs|Comorian Franc
KPW|0||₩|North Korean won|North Korean won|North Korean Won
KRW|0|₩|₩|South Korean won|South Korean won|South Korean Won
KWD|3|||Kuwaiti dinar|Kuwaiti dinars|Kuwaiti Dinar
KYD|2||$|Cayman Islands dollar|Cayman Islands dollars|Cayman Islands Dollar
KZT|2||₸|Kazakhstani tenge|Kazakhstani tenges|Kazakhstani Tenge
LAK|0||₭|Laotian kip|Laotian kips|Laotian Kip
LBP|0||L£|Lebanese pound|Lebanese pounds|Lebanese Pound
LKR|2||Rs|Sri Lankan rupee|Sri Lankan rupees|Sri Lankan Rupee
LRD|2||$|Liberian dollar|Liberian dollars|Liberian Dollar
LSL|2|||Lesotho loti|Lesotho lotis|Lesotho Loti
LYD|3|||Libyan dinar|Libyan dinars|Libyan Dinar
MAD|2|||Moroccan dirham|Moroccan dirhams|Moroccan Dirham
MDL|2|||Moldovan leu|Moldovan lei|Moldovan Leu
MGA|0||Ar|Malagasy ariary|Malagasy ariaries|Malagasy Ariary
MKD|2|||Macedonian denar|Macedonian denari|Macedonian Denar
MMK|0||K|Myanmar kyat|Myanmar kyats|Myanmar Kyat
MNT|2||₮|Mongolian tugrik|Mongolian tugriks|Mongolian Tugrik
MOP|2|||Macanese pataca|Macanese patacas|Macanese Pataca
MRU|2|||Mauritanian ouguiya|Mauritanian ouguiyas|Mauritanian Ouguiya
MUR|2||Rs|Mauritian rupee|Mauritian rupees|Mauritian Rupee
MVR|2|||Maldivian rufiyaa|Maldivian rufiyaas|Maldivian Rufiyaa
MWK|2|||Malawian kwacha|Malawian kwachas|Malawian Kwacha
MXN|2|MX$|$|Mexican peso|Mexican pesos|Mexican Peso
MYR|2||RM|Malaysian ringgit|Malaysian ringgits|Malaysian Ringgit
MZN|2|||Mozambican metical|Mozambican meticals|Mozambican Metical
NAD|2||$|Namibian dollar|Namibian dollars|Namibian Dollar
NGN|2||₦|Nigerian naira|Nigerian nairas|Nigerian Naira
NIO|2||C$|Nicaraguan córdoba|Nicaraguan córdobas|Nicaraguan Córdoba
NOK|2||kr|Norwegian krone|Norwegian kroner|Norwegian Krone
NPR|2||Rs|Nepalese rupee|Nepalese rupees|Nepalese Rupee
NZD|2|NZ$|$|New Zealand dollar|New Zealand dollars|New Zealand Dollar
OMR|3|||Omani rial|Omani rials|Omani Rial
PAB|2|||Panamanian balboa|Panamanian balboas|Panamanian Balboa
PEN|2|||Peruvian sol|Peruvian soles|Peruvian Sol
PGK|2|||Papua New Guinean kina|Papua New Guinean kina|Papua New Guinean Kina
PHP|2|₱|₱|Philippine peso|Philippine pesos|Philippine Peso
PKR|0||Rs|Pakistani rupee|Pakistani rupees|Pakistani Rupee
PLN|2||zł|Polish zloty|Polish zlotys|Polish Zloty
PYG|0||₲|Paraguayan guarani|Paraguayan guaranis|Paraguayan Guarani
QAR|2|||Qatari riyal|Qatari riyals|Qatari Riyal
RON|2||lei|Romanian leu|Romanian lei|Romanian Leu
RSD|2|||Serbian dinar|Serbian dinars|Serbian Dinar
RUB|2||₽|Russian ruble|Russian rubles|Russian Ruble
RWF|0||RF|Rwandan franc|Rwandan francs|Rwandan Franc
SAR|2|||Saudi riyal|Saudi riyals|Saudi Riyal
SBD|2||$|Solomon Islands dollar|Solomon Islands dollars|Solomon Islands Dollar
SCR|2|||Seychellois rupee|Seychellois rupees|Seychellois Rupee
SDG|2|||Sudanese pound|Sudanese pounds|Sudanese Pound
SEK|2||kr|Swedish krona|Swedish kronor|Swedish Krona
SGD|2||$|Singapore dollar|Singapore dollars|Singapore Dollar
SHP|2||£|St. Helena pound|St. Helena pounds|St. Helena Pound
SLE|2|||Sierra Leonean leone|Sierra Leonean leones|Sierra Leonean Leone
SLL|0|||Sierra Leonean leone (1964—2022)|Sierra Leonean leones (1964—2022)|Sierra Leonean Leone (1964—2022)
SOS|0|||Somali shilling|Somali shillings|Somali Shilling
SRD|2||$|Surinamese dollar|Surinamese dollars|Surinamese Dollar
SSP|2||£|South Sudanese pound|South Sudanese pounds|South Sudanese Pound
STN|2||Db|São Tomé & Príncipe dobra|São Tomé & Príncipe dobras|São Tomé & Príncipe Dobra
SVC|2|||Salvadoran colón|Salvadoran colones|Salvadoran Colón
SYP|0||£|Syrian pound|Syrian pounds|Syrian Pound
SZL|2|||Swazi lilangeni|Swazi emalangeni|Swazi Lilangeni
THB|2||฿|Thai baht|Thai baht|Thai Baht
TJS|2|||Tajikistani somoni|Tajikistani somonis|Tajikistani Somoni
TMT|2|||Turkmenistani manat|Turkmenistani manat|Turkmenistani Manat
TND|3|||Tunisian dinar|Tunisian dinars|Tunisian Dinar
TOP|2||T$|Tongan paʻanga|Tongan paʻanga|Tongan Paʻanga
TRY|2||₺|Turkish lira|Turkish Lira|Turkish Lira
TTD|2||$|Trinidad & Tobago dollar|Trinidad & Tobago dollars|Trinidad & Tobago Dollar
TWD|2|NT$|$|New Taiwan dollar|New Taiwan dollars|New Taiwan Dollar
TZS|2|||Tanzanian shilling|Tanzanian shillings|Tanzanian Shilling
UAH|2||₴|Ukrainian hryvnia|Ukrainian hryvnias|Ukrainian Hryvnia
UGX|0|||Ugandan shilling|Ugandan shillings|Ugandan Shilling
USD|2|$|$|US dollar|US dollars|US Dollar
UYU|2||$|Uruguayan peso|Uruguayan pesos|Uruguayan Peso
UZS|2|||Uzbekistani som|Uzbekistani som|Uzbekistani Som
VES|2|||Venezuelan bolívar|Venezuelan bolívars|Venezuelan Bolívar
VND|0|₫|₫|Vietnamese dong|Vietnamese dong|Vietnamese Dong
VUV|0|||Vanuatu vatu|Vanuatu vatus|Vanuatu Vatu
WST|2|||Samoan tala|Samoan tala|Samoan Tala
XAF|0|FCFA|FCFA|Central African CFA franc|Central African CFA francs|Central African CFA Franc
XCD|2|EC$|$|East Caribbean dollar|East Caribbean dollars|East Caribbean Dollar
XCG|2|Cg.|Cg.|Caribbean guilder|Caribbean guilders|Caribbean guilder
XDR|2|||special drawing rights|special drawing rights|Special Drawing Rights
XOF|0|F CFA|F CFA|West African CFA franc|West African CFA francs|West African CFA Franc
XPF|0|CFPF|CFPF|CFP franc|CFP francs|CFP Franc
XSU|2|||Sucre|Sucres|Sucre
YER|0|||Yemeni rial|Yemeni rials|Yemeni Rial
ZAR|2||R|South African rand|South African rand|South African Rand
ZMW|2||ZK|Zambian kwacha|Zambian kwachas|Zambian Kwacha
ZWG|2|||Zimbabwean gold|Zimbabwean gold|Zimbabwean Gold
ZWL|2|||Zimbabwean dollar (2009–2024)|Zimbabwean dollars (2009–2024)|Zimbabwean Dollar (2009–2024)`;
