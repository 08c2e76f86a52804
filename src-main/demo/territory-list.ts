/**
 * The demo's territory tree; a territory without candidates takes those above it.
 * code|name|parent|strategy|tie break|candidates, with their weight|countries of its rule|regions of its rule|required: certifications, tier, `language`
 */
export const TERRITORY_LIST = `
WORLD|World||roundRobin|fewestOpenLeads||||
KEY-ACCOUNTS|Key accounts|WORLD|bestFit|highestTier|US-REDWICK GB-THAMESLEY DE-ISARION FR-LUTEVIA JP-AKATSUME SG-MERLIONE|||gold
AMERICAS|Americas|WORLD|roundRobin|fewestOpenLeads||||
US|United States|AMERICAS|weighted|highestTier|US-REDWICK:4 US-LLANOROCK:4 US-BRISTLEWOOD:4 US-HALDEN:3 US-SANDPINE:3 US-PRAIRIEWICK:3 US-CHAPARRA:3 US-TIDEWELL:3 US-QUAYSTONE:2 US-KESTREL:2 US-MANGROVIA:2 US-NORTHFEN:2 US-SAGUARINE:2 US-FERNHOLM:2 US-LOBLOLLY:1|US||
US-NORTHEAST|US Northeast|US|roundRobin|fewestOpenLeads|US-HALDEN US-QUAYSTONE||US-NY US-NJ US-CT US-MA US-RI US-VT US-NH US-ME|
US-MID-ATLANTIC|US Mid-Atlantic|US|roundRobin|fewestOpenLeads|US-TIDEWELL US-KESTREL||US-PA US-DE US-MD US-DC US-VA US-WV|
US-SOUTHEAST|US Southeast|US|nearest|fewestOpenLeads|US-SANDPINE US-MANGROVIA US-LOBLOLLY||US-NC US-SC US-GA US-FL US-AL US-MS US-TN US-KY US-AR US-LA|
US-MIDWEST|US Midwest|US|weighted|highestTier|US-PRAIRIEWICK:3 US-NORTHFEN:2||US-OH US-MI US-IN US-IL US-WI US-MN US-IA US-MO US-ND US-SD US-NE US-KS|
US-SOUTH-CENTRAL|US South Central|US|roundRobin|fewestOpenLeads|US-LLANOROCK||US-TX US-OK|
US-MOUNTAIN|US Mountain|US|nearest|fewestOpenLeads|US-BRISTLEWOOD US-SAGUARINE||US-CO US-UT US-AZ US-NM US-NV US-ID US-MT US-WY|
US-PACIFIC|US Pacific|US|weighted|highestTier|US-REDWICK:3 US-CHAPARRA:2 US-FERNHOLM:1||US-CA US-OR US-WA US-AK US-HI|
US-BAY-AREA|San Francisco Bay Area|US-PACIFIC|roundRobin|fewestOpenLeads|US-REDWICK|||
US-EDUCATION|US education and research|US|weighted|highestTier|US-IVYWELL:3 US-TIDEWELL:1 US-CHAPARRA:1|||
US-HEALTHCARE|US healthcare|US|bestFit|highestTier|US-CLINARA US-NORTHFEN|||LIRA-COMPLY-PRO
US-PUBLIC|US public sector|US|roundRobin|highestTier|US-CIVIQUELL US-TIDEWELL|||LIRA-PUBLIC gold
US-ENTERPRISE|US enterprise|US|bestFit|highestTier|US-REDWICK US-LLANOROCK US-BRISTLEWOOD|||platinum
CA|Canada|AMERICAS|weighted|highestTier|CA-ONTARIS:3 CA-BOREALYS:2 CA-PACIFEN:1 CA-CHINOOKE:1 CA-FUNDYNE:1|CA||
CA-ONTARIO|Ontario|CA|roundRobin|fewestOpenLeads|CA-ONTARIS||CA-ON|
CA-QUEBEC|Québec|CA|roundRobin|fewestOpenLeads|CA-BOREALYS CA-ONTARIS||CA-QC|language
CA-WEST|Western Canada|CA|nearest|fewestOpenLeads|CA-PACIFEN CA-CHINOOKE||CA-BC CA-AB CA-SK CA-MB CA-YT CA-NT CA-NU|
CA-ATLANTIC|Atlantic Canada|CA|roundRobin|fewestOpenLeads|CA-FUNDYNE||CA-NS CA-NB CA-PE CA-NL|
LATAM|América Latina|AMERICAS|roundRobin|fewestOpenLeads||||
MX|México|LATAM|weighted|highestTier|MX-NORTEVAL:2 MX-ANAHUARIA:1|MX||
MX-NORTE|México Norte|MX|roundRobin|fewestOpenLeads|MX-NORTEVAL||MX-NLE MX-COA MX-TAM MX-CHH MX-SON MX-BCN MX-BCS MX-SIN MX-DUR|
MX-CENTRO|México Centro|MX|bestFit|fewestOpenLeads|MX-ANAHUARIA MX-NORTEVAL||MX-CMX MX-MEX MX-MOR MX-PUE MX-TLA MX-HID|
GT-BZ|Guatemala y Belice|LATAM|roundRobin|fewestOpenLeads|GT-LUCIO|GT BZ||
CENTROAMERICA|Centroamérica y Panamá|LATAM|nearest|fewestOpenLeads|CR-TICARA PA-ISTMARA|CR NI HN SV PA||
CARIBE|Caribe|LATAM|nearest|fewestOpenLeads|DO-CARIBEA US-MANGROVIA|PR DO HT VI||
ANDINA|Región Andina|LATAM|nearest|fewestOpenLeads|CO-ANDIVALLE PE-INTIRA|CO EC PE BO||
CONO-SUR|Cono Sur|LATAM|nearest|fewestOpenLeads|CL-AUSTRALIS AR-PLATARIS|CL AR UY PY||
BR|Brasil|LATAM|weighted|highestTier|BR-PAULISTEC:2 BR-GAUCHARA:1|BR||
BR-SUL|Brasil Sul|BR|roundRobin|fewestOpenLeads|BR-GAUCHARA||BR-RS BR-SC BR-PR|
EMEA|Europe, Middle East and Africa|WORLD|roundRobin|fewestOpenLeads||||
UKI|United Kingdom and Ireland|EMEA|roundRobin|fewestOpenLeads||||
GB|United Kingdom|UKI|weighted|highestTier|GB-THAMESLEY:4 GB-PENNARD:3 GB-CLYDEWYN:1|GB||
GB-LONDON|London|GB|roundRobin|fewestOpenLeads|GB-THAMESLEY|||
GB-SCOTLAND|Scotland|GB|roundRobin|fewestOpenLeads|GB-CLYDEWYN||GB-SCT|
GB-EDUCATION|UK education and research|GB|weighted|fewestOpenLeads|GB-SEVERNIA:2 GB-PENNARD:1|||
IE|Ireland and Northern Ireland|UKI|roundRobin|fewestOpenLeads|IE-LIFFEYNE|IE|GB-NIR|
FR|France|EMEA|weighted|highestTier|FR-LUTEVIA:4 FR-RHODANE:2 FR-NORDALIA:2 FR-GARONNIS:1 FR-ARMORYS:1|FR MC||
FR-IDF|Île-de-France|FR|weighted|fewestOpenLeads|FR-LUTEVIA:2 FR-NORDALIA:1||FR-IDF|
FR-NORD-OUEST|France Nord-Ouest|FR|nearest|fewestOpenLeads|FR-NORDALIA FR-ARMORYS||FR-HDF FR-NOR FR-BRE FR-PDL FR-CVL|
FR-SUD-EST|France Est et Sud-Est|FR|roundRobin|fewestOpenLeads|FR-RHODANE||FR-GES FR-BFC FR-ARA FR-PAC FR-20R|
FR-SUD-OUEST|France Sud-Ouest|FR|roundRobin|fewestOpenLeads|FR-GARONNIS||FR-OCC FR-NAQ|
BENELUX|Benelux|EMEA|roundRobin|fewestOpenLeads|BE-SCALDARIS NL-AMSTELANE NL-MAASKADE|BE NL LU||
DACH|Deutschland, Österreich, Schweiz|EMEA|bestFit|highestTier||||
DE|Deutschland|DACH|bestFit|fewestOpenLeads|DE-ISARION DE-RHEINFALK DE-MAINBOGEN DE-SPREEWERK DE-NECKARO DE-ALSTERNA|DE||
DE-NORD|Deutschland Nord|DE|roundRobin|fewestOpenLeads|DE-ALSTERNA||DE-HH DE-SH DE-HB DE-NI DE-MV|
DE-OST|Deutschland Ost|DE|roundRobin|fewestOpenLeads|DE-SPREEWERK||DE-BE DE-BB DE-SN DE-ST DE-TH|
DE-WEST|Deutschland West|DE|roundRobin|fewestOpenLeads|DE-RHEINFALK DE-MAINBOGEN||DE-NW DE-RP DE-SL DE-HE|
DE-SUED|Deutschland Süd|DE|nearest|fewestOpenLeads|DE-ISARION DE-NECKARO||DE-BW DE-BY|
AT|Österreich|DACH|weighted|highestTier|AT-DONAURA:2 DE-ISARION:1|AT||
CH|Schweiz|DACH|roundRobin|fewestOpenLeads|CH-HELVARIS CH-LEMANIS|CH LI||language
IBERIA|Iberia|EMEA|roundRobin|fewestOpenLeads||||
ES|España|IBERIA|weighted|highestTier|ES-MADRIVAL:2 ES-MONTSERRANA:1 ES-NERVIAZ:1|ES AD||
ES-ESTE|España Este|ES|roundRobin|fewestOpenLeads|ES-MONTSERRANA||ES-CT ES-VC ES-IB ES-AR|
ES-NORTE|España Norte|ES|roundRobin|fewestOpenLeads|ES-NERVIAZ||ES-PV ES-NC ES-CB ES-RI ES-AS ES-GA|
PT|Portugal|IBERIA|weighted|highestTier|PT-TEJANA:3 PT-DOURANTE:2|PT||
IT|Italia|EMEA|weighted|highestTier|IT-LOMBARDINA:3 IT-TIBERIANA:2 IT-PARTENIA:1|IT MT||
NORDICS|Nordics|EMEA|nearest|highestTier|SE-MALARIN NO-FJORDVAKT DK-ORESANDA FI-SAIMARO|SE NO DK FI IS FO||
BALTICS|Baltics|EMEA|roundRobin|fewestOpenLeads|EE-LIIVANE|EE LV LT||
CEE|Central and Eastern Europe|EMEA|nearest|highestTier|PL-WISLANEX CZ-VLTAVIN RO-CARPATINA HR-JADRANIK GR-EGEONIS|PL CZ SK HU RO BG MD HR SI BA RS GR CY||
UA|Ukraine|CEE|roundRobin|fewestOpenLeads|UA-DNIPRAVA|UA||
TR|Türkiye|EMEA|roundRobin|fewestOpenLeads|TR-BOGAZINAR|TR||
MIDDLE-EAST|Middle East|EMEA|nearest|fewestOpenLeads|AE-KHALEEJA IL-CARMELON|AE SA QA OM KW BH JO IL||
AFRICA|Africa|EMEA|nearest|fewestOpenLeads|EG-NILARIS MA-ATLASSIA ZA-HIGHVELDT KE-SAVANNEX NG-LAGUNAIRE|EG MA TN ZA NA BW ZW ZM KE UG TZ RW NG GH||
APAC|Asia Pacific|WORLD|roundRobin|fewestOpenLeads||||
AU|Australia|APAC|weighted|highestTier|AU-HARBOURN:3 AU-YARRAVALE:3 AU-SWANLEIGH:1|AU||
AU-STATES|Australia by state|AU|nearest|fewestOpenLeads|AU-HARBOURN AU-YARRAVALE AU-SWANLEIGH||AU-NSW AU-QLD AU-ACT AU-VIC AU-SA AU-TAS AU-WA AU-NT|
NZ|New Zealand and Fiji|APAC|roundRobin|fewestOpenLeads|NZ-AORAKINE|NZ FJ||
IN|India|APAC|weighted|highestTier|IN-DECCANO:3 IN-KONKANA:3 IN-YAMUNEX:2 IN-HOOGLYNE:1|IN||
IN-STATES|India by state|IN|nearest|fewestOpenLeads|IN-DECCANO IN-KONKANA IN-YAMUNEX IN-HOOGLYNE||IN-KA IN-TN IN-KL IN-TS IN-AP IN-MH IN-GJ IN-GA IN-MP IN-DL IN-HR IN-UP IN-RJ IN-PB IN-UK IN-HP IN-WB IN-BR IN-OD IN-AS IN-JH|
SEA|South-East Asia|APAC|bestFit|highestTier|SG-MERLIONE MY-KLANGARA ID-NUSARAYA TH-CHAOPRAYA VN-HOKIMSO PH-LUZONIA|SG MY BN ID TH KH LA VN PH||
KR|대한민국|APAC|weighted|highestTier|KR-HANGARAM:3 KR-HAEUNDAL:1|KR||
GREATER-CHINA|Greater China|APAC|roundRobin|fewestOpenLeads||||
CN|China (no partner yet)|GREATER-CHINA|roundRobin|fewestOpenLeads|CN-YANGTZEN|CN||
TW|台灣|GREATER-CHINA|roundRobin|fewestOpenLeads|TW-JADELEDGE|TW||
HK|Hong Kong and Macao|GREATER-CHINA|roundRobin|fewestOpenLeads|HK-VICTARA|HK MO||
JP|日本|APAC|weighted|highestTier|JP-AKATSUME:3 JP-KASUMIORI:1 JP-MANABIYA:1|JP||
JP-FINANCE|日本 金融|JP|roundRobin|highestTier|JP-AKATSUME|||platinum
JP-EDUCATION|日本 教育・研究|JP|weighted|fewestOpenLeads|JP-MANABIYA:2 JP-KASUMIORI:1|||
JP-PUBLIC|日本 官公庁|JP|roundRobin|fewestOpenLeads|JP-KASUMIORI|||LIRA-PUBLIC
JP-HOKKAIDO|北海道地方|JP|roundRobin|fewestOpenLeads|JP-EZOKAZE|||
JP-TOHOKU|東北地方|JP|roundRobin|fewestOpenLeads|JP-MICHINOKA|||
JP-KANTO|関東地方|JP|nearest|fewestOpenLeads|JP-SUMIDANE JP-MINATOMI JP-MUSASHIGO|||
JP-CHUBU|中部地方|JP|nearest|fewestOpenLeads|JP-OWARIYA JP-SURUGANE JP-HOKURIN JP-SHINANOKI|||
JP-KINKI|近畿地方|JP|nearest|fewestOpenLeads|JP-NANIWABE JP-MIYAKOJI JP-ROKKOSEN|||
JP-CHUGOKU|中国地方|JP|nearest|highestTier|JP-SETONAGI JP-SANINKA|||
JP-SHIKOKU|四国地方|JP|roundRobin|fewestOpenLeads|JP-IYOMIKAN JP-ROKKOSEN|||
JP-KYUSHU|九州・沖縄地方|JP|nearest|fewestOpenLeads|JP-CHIKUSHINO JP-ASOHIBI JP-CHURAUMI|||
JP-TOKYO-CENTRAL|東京都心|JP-13|weighted|highestTier|JP-AKATSUME:2 JP-SUMIDANE:1|||
`

/** The eight regions of Japan with their prefectures, by the numbers of ISO 3166-2. */
export const JAPAN_REGIONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  'JP-HOKKAIDO': [1, 1],
  'JP-TOHOKU': [2, 7],
  'JP-KANTO': [8, 14],
  'JP-CHUBU': [15, 23],
  'JP-KINKI': [24, 30],
  'JP-CHUGOKU': [31, 35],
  'JP-SHIKOKU': [36, 39],
  'JP-KYUSHU': [40, 47],
}

/** Prefectures where leads are not simply given to the partners of their region: prefecture|strategy|candidates. */
export const PREFECTURE_CHOICES = `
JP-13|weighted|JP-AKATSUME:3 JP-SUMIDANE:2 JP-MINATOMI:1 JP-KASUMIORI:1
JP-23|roundRobin|JP-OWARIYA
JP-24|roundRobin|JP-OWARIYA JP-NANIWABE
JP-27|weighted|JP-NANIWABE:3 JP-ROKKOSEN:1
JP-40|roundRobin|JP-CHIKUSHINO
`

/**
 * Rules beside the one by place that a territory of the list has.
 * code|name|territory|priority|condition: all of `field=value,value`
 */
export const RULE_LIST = `
KEY-ACCOUNTS-R1|Named key accounts|KEY-ACCOUNTS|10|account=charite.de,aru.ac.uk,scoular.com,4010001090011,umbralith.example,kaminagi.example
US-EDUCATION-R1|Universities and schools|US-EDUCATION|60|country=US industry=education
US-EDUCATION-R2|Research facilities|US-EDUCATION|62|country=US industry=facility
US-HEALTHCARE-R1|Hospitals and clinics|US-HEALTHCARE|60|country=US industry=healthcare
US-PUBLIC-R1|Federal, state and local government|US-PUBLIC|60|country=US industry=government
US-ENTERPRISE-R1|A thousand employees or more|US-ENTERPRISE|50|country=US employees=1000..
US-BAY-AREA-R1|Bay Area postcodes|US-BAY-AREA|80|country=US postcode=940-951
US-PACIFIC-R2|West coast postcodes|US-PACIFIC|90|country=US postcode=900-939,952-999
US-MIDWEST-R2|Chicago land postcodes|US-MIDWEST|90|country=US postcode=600-629
CA-QUEBEC-R2|Montréal postcodes|CA-QUEBEC|90|country=CA postcode=H,J
GT-BZ-R2|Referrals of Jose Lucio|GT-BZ|40|country=GT,BZ,HN source=partner-referral
MX-CENTRO-R2|Gobierno federal|MX-CENTRO|60|country=MX industry=government
GB-EDUCATION-R1|Universities and research|GB-EDUCATION|60|country=GB industry=education,facility
GB-LONDON-R1|London postcodes|GB-LONDON|80|country=GB postcode=EC,WC,E1,N1,NW1,SE1,SW1,W1
FR-IDF-R2|Codes postaux d’Île-de-France|FR-IDF|90|country=FR postcode=75,77,78,91,92,93,94,95
DE-NORD-R2|Postleitzahl 2|DE-NORD|90|country=DE postcode=2
DE-OST-R2|Postleitzahl 0 und 1|DE-OST|90|country=DE postcode=0,1
DE-WEST-R2|Postleitzahl 4 bis 6|DE-WEST|90|country=DE postcode=4,5,6
DE-SUED-R2|Postleitzahl 7 bis 9|DE-SUED|90|country=DE postcode=7,8,9
AT-R2|Banken und Versicherungen|AT|70|country=AT industry=banking,insurance
CH-R2|Organisations internationales|CH|60|country=CH industry=nonprofit
ES-ESTE-R2|Códigos postales de Cataluña|ES-ESTE|90|country=ES postcode=08,17,25,43
IT-R2|Pubblica amministrazione|IT|60|country=IT industry=government
SEA-R2|Fintech summit Singapore|SEA|40|country=SG,MY,ID source=event-singapore
AU-R2|Universities|AU|60|country=AU industry=education
IN-R2|Government and education|IN|60|country=IN industry=government,education
BR-R2|Bancos e seguradoras|BR|70|country=BR industry=banking,insurance
KR-R2|금융|KR|70|country=KR industry=banking,insurance,securities
DE-R2|Treasury für Banken|DE|55|country=DE industry=banking product=LIRA-TREASURY,LIRA-COMPLY
US-R2|Free trial of Lira Pay|US|45|country=US source=web-trial product=LIRA-PAY
FR-R2|Webinaire|FR|75|country=FR source=webinar employees=500..
CEE-R2|Universities|CEE|80|country=PL,CZ,SK,RO,HR,RS,GR industry=education
NORDICS-R2|Ports and shipping|NORDICS|70|country=SE,NO,DK,FI industry=marine-transport,warehousing
AFRICA-R2|Development agencies|AFRICA|60|country=KE,UG,TZ,RW,ZA,NG,GH industry=nonprofit
JP-FINANCE-R1|銀行・証券・保険|JP-FINANCE|60|country=JP industry=banking,securities,insurance,other-finance
JP-EDUCATION-R1|教育機関・研究施設|JP-EDUCATION|60|country=JP industry=education,facility
JP-PUBLIC-R1|官公庁・助成機関|JP-PUBLIC|60|country=JP industry=government,funder
JP-TOKYO-CENTRAL-R1|都心三区の郵便番号|JP-TOKYO-CENTRAL|80|country=JP postcode=100-108
JP-R2|展示会（東京）|JP|40|country=JP source=event-tokyo
`
