/**
 * The demo's partners; all but Jose Lucio's are invented.
 * code|name|type|tier|country|region|city|latitude|longitude|serves|languages|industries|status (active where empty)
 */
export const PARTNER_LIST = `
US-HALDEN|Halden Ledger Partners|reseller|gold|US|US-NY|New York|40.71|-74.01|US|en|banking securities
US-QUAYSTONE|Quaystone Data Works|valueAddedReseller|silver|US|US-MA|Boston|42.36|-71.06|US|en|insurance services
US-TIDEWELL|Tidewell Bay Advisory|consulting|gold|US|US-VA|Richmond|37.54|-77.44|US|en|government nonprofit
US-KESTREL|Kestrelmoor Systems|reseller|silver|US|US-PA|Pittsburgh|40.44|-79.99|US|en|other-products
US-SANDPINE|Sandpine Business Systems|valueAddedReseller|gold|US|US-GA|Atlanta|33.75|-84.39|US|en|wholesale land-transport
US-MANGROVIA|Mangrovia Tech Partners|reseller|silver|US|US-FL|Miami|25.76|-80.19|US PR VI|en es|retail wholesale
US-LOBLOLLY|Loblolly Ledger Group|reseller|registered|US|US-NC|Charlotte|35.23|-80.84|US|en|banking
US-PRAIRIEWICK|Prairiewick Solutions|valueAddedReseller|gold|US|US-IL|Chicago|41.88|-87.63|US|en|other-products wholesale
US-NORTHFEN|Northfen Consulting|consulting|silver|US|US-MN|Minneapolis|44.98|-93.27|US|en|healthcare insurance
US-LLANOROCK|Llanorock Systems|valueAddedReseller|platinum|US|US-TX|Austin|30.27|-97.74|US|en|information utilities
US-BRISTLEWOOD|Bristlewood Finance Systems|valueAddedReseller|platinum|US|US-CO|Denver|39.74|-104.99|US|en|services securities
US-SAGUARINE|Saguarine Partners|reseller|silver|US|US-AZ|Phoenix|33.45|-112.07|US|en es|construction real-estate
US-REDWICK|Redwick Bay Software|valueAddedReseller|platinum|US|US-CA|San Francisco|37.77|-122.42|US|en|information services
US-CHAPARRA|Chaparra Digital|reseller|gold|US|US-CA|Los Angeles|34.05|-118.24|US|en es|retail information
US-FERNHOLM|Fernholm Cloud Finance|consulting|silver|US|US-WA|Seattle|47.61|-122.33|US|en|information
US-IVYWELL|Quadrangle & Ivywell|consulting|gold|US|US-MA|Cambridge|42.37|-71.11|US|en|education facility
US-CLINARA|Clinara Health Finance|valueAddedReseller|gold|US|US-TN|Nashville|36.16|-86.78|US|en|healthcare
US-CIVIQUELL|Civiquell Public Systems|valueAddedReseller|platinum|US|US-DC|Washington|38.91|-77.04|US|en|government nonprofit
CA-ONTARIS|Ontaris Systems|valueAddedReseller|gold|CA|CA-ON|Toronto|43.65|-79.38|CA|en fr|banking insurance
CA-BOREALYS|Boréalys Conseil|consulting|gold|CA|CA-QC|Montréal|45.50|-73.57|CA|fr en|government education
CA-PACIFEN|Pacifen Software|reseller|silver|CA|CA-BC|Vancouver|49.28|-123.12|CA|en|information
CA-CHINOOKE|Chinooke Ledger|reseller|silver|CA|CA-AB|Calgary|51.05|-114.07|CA|en|utilities mining
CA-FUNDYNE|Fundyne Atlantic|reseller|registered|CA|CA-NS|Halifax|44.65|-63.58|CA|en|land-transport education
MX-NORTEVAL|Norteval Sistemas|valueAddedReseller|gold|MX|MX-NLE|Monterrey|25.69|-100.32|MX|es en|other-products
MX-ANAHUARIA|Anahuaria Consultores|consulting|silver|MX|MX-CMX|Ciudad de México|19.43|-99.13|MX|es|government banking
GT-LUCIO|Lucio Soluciones|valueAddedReseller|gold|GT|GT-01|Ciudad de Guatemala|14.63|-90.51|GT BZ|es en|banking retail
CR-TICARA|Ticara Software|reseller|silver|CR|CR-SJ|San José|9.93|-84.08|CR NI HN SV|es en|services
PA-ISTMARA|Istmara Partners|broker|silver|PA|PA-8|Panamá|8.98|-79.52|PA|es en|banking land-transport
DO-CARIBEA|Caribea Datos|reseller|registered|DO|DO-01|Santo Domingo|18.47|-69.89|DO PR HT|es|retail
CO-ANDIVALLE|Andivalle Tecnología|valueAddedReseller|gold|CO|CO-DC|Bogotá|4.71|-74.07|CO EC|es|banking government
PE-INTIRA|Intira Soluciones|reseller|silver|PE|PE-LIM|Lima|-12.05|-77.04|PE BO|es|mining
CL-AUSTRALIS|Australmar Consultores|consulting|silver|CL|CL-RM|Santiago|-33.45|-70.67|CL|es|mining education
AR-PLATARIS|Plataris Sistemas|valueAddedReseller|silver|AR|AR-C|Buenos Aires|-34.60|-58.38|AR UY PY|es|foods banking
BR-PAULISTEC|Paulistana Contábil Digital|valueAddedReseller|gold|BR|BR-SP|São Paulo|-23.55|-46.63|BR|pt|banking other-products
BR-GAUCHARA|Gaúchara Sistemas|reseller|registered|BR|BR-RS|Porto Alegre|-30.03|-51.22|BR|pt|foods
GB-THAMESLEY|Thamesley Systems|valueAddedReseller|platinum|GB|GB-ENG|London|51.51|-0.13|GB|en|banking insurance
GB-PENNARD|Pennardale Software|reseller|gold|GB|GB-ENG|Manchester|53.48|-2.24|GB|en|retail other-products
GB-SEVERNIA|Severnia Campus Finance|consulting|gold|GB|GB-ENG|Bristol|51.45|-2.59|GB|en|education facility
GB-CLYDEWYN|Clydewyn Partners|reseller|silver|GB|GB-SCT|Glasgow|55.86|-4.25|GB|en|utilities
IE-LIFFEYNE|Liffeyne Consulting|consulting|gold|IE|IE-L|Dublin|53.35|-6.26|IE GB|en|information pharmaceuticals
FR-LUTEVIA|Lutévia Conseil|valueAddedReseller|platinum|FR|FR-IDF|Paris|48.86|2.35|FR MC|fr en|banking insurance
FR-RHODANE|Rhodane Systèmes|reseller|gold|FR|FR-ARA|Lyon|45.76|4.84|FR MC|fr|chemicals other-products
FR-GARONNIS|Garonnis Logiciels|reseller|silver|FR|FR-OCC|Toulouse|43.60|1.44|FR|fr|other-products facility
FR-ARMORYS|Armorys Gestion|reseller|silver|FR|FR-BRE|Rennes|48.11|-1.68|FR|fr|foods
FR-NORDALIA|Nordalia Numérique|valueAddedReseller|gold|FR|FR-HDF|Lille|50.63|3.06|FR BE|fr en|retail
BE-SCALDARIS|Scaldaris|valueAddedReseller|silver|BE|BE-VLG|Antwerpen|51.22|4.40|BE LU|nl fr en|land-transport chemicals
NL-AMSTELANE|Amstelane Software|valueAddedReseller|gold|NL|NL-NH|Amsterdam|52.37|4.90|NL|nl en|banking information
NL-MAASKADE|Maaskadewerk|reseller|silver|NL|NL-ZH|Rotterdam|51.92|4.48|NL|nl en|land-transport
DE-SPREEWERK|Spreewerk Finanzsysteme GmbH|valueAddedReseller|gold|DE|DE-BE|Berlin|52.52|13.41|DE|de en|government facility
DE-ISARION|Isarion Consulting GmbH|consulting|platinum|DE|DE-BY|München|48.14|11.58|DE AT|de en|insurance other-products
DE-RHEINFALK|Rheinfalk Systemhaus GmbH|valueAddedReseller|gold|DE|DE-NW|Düsseldorf|51.23|6.78|DE|de|chemicals wholesale
DE-MAINBOGEN|Mainbogen Software GmbH|reseller|gold|DE|DE-HE|Frankfurt am Main|50.11|8.68|DE|de en|banking securities
DE-ALSTERNA|Alsterna Kontor GmbH|reseller|silver|DE|DE-HH|Hamburg|53.55|9.99|DE|de|land-transport
DE-NECKARO|Neckaro Digital GmbH|valueAddedReseller|silver|DE|DE-BW|Stuttgart|48.78|9.18|DE|de|other-products
AT-DONAURA|Donaura Systeme GmbH|reseller|silver|AT|AT-9|Wien|48.21|16.37|AT|de en|government banking
CH-HELVARIS|Helvaris Treuhandsysteme AG|valueAddedReseller|platinum|CH|CH-ZH|Zürich|47.38|8.54|CH LI|de en|banking insurance
CH-LEMANIS|Lémanis Conseil SA|consulting|gold|CH|CH-GE|Genève|46.20|6.14|CH|fr en|nonprofit banking
IT-LOMBARDINA|Lombardina Sistemi|valueAddedReseller|gold|IT|IT-25|Milano|45.46|9.19|IT|it en|banking other-products
IT-TIBERIANA|Tiberiana Consulenza|consulting|silver|IT|IT-62|Roma|41.90|12.50|IT|it|government education
IT-PARTENIA|Partenia Digitale|reseller|registered|IT|IT-72|Napoli|40.85|14.27|IT MT|it|land-transport
ES-MADRIVAL|Madrival Sistemas|valueAddedReseller|gold|ES|ES-MD|Madrid|40.42|-3.70|ES AD|es en|banking government
ES-MONTSERRANA|Montserrana Sistemes|reseller|silver|ES|ES-CT|Barcelona|41.39|2.17|ES AD|ca es en|pharmaceuticals retail
ES-NERVIAZ|Nerviaz Konputazioa|reseller|silver|ES|ES-PV|Bilbao|43.26|-2.93|ES|eu es|other-products
PT-TEJANA|Tejana Consultores|valueAddedReseller|gold|PT|PT-11|Lisboa|38.72|-9.14|PT|pt en|banking government
PT-DOURANTE|Dourante Sistemas|reseller|silver|PT|PT-13|Porto|41.15|-8.61|PT|pt|other-products education
PL-WISLANEX|Wislanex|valueAddedReseller|gold|PL|PL-14|Warszawa|52.23|21.01|PL|pl en|banking
CZ-VLTAVIN|Vltavin Systémy|reseller|silver|CZ|CZ-10|Praha|50.08|14.44|CZ SK HU|cs sk hu en|other-products
RO-CARPATINA|Carpatina Software|reseller|silver|RO|RO-B|București|44.43|26.10|RO MD BG|ro en|information
GR-EGEONIS|Egeonis Systems|reseller|silver|GR|GR-I|Athina|37.98|23.73|GR CY|el en|land-transport
HR-JADRANIK|Jadranik Rješenja|reseller|registered|HR|HR-21|Zagreb|45.81|15.98|HR SI BA RS|hr en|retail
SE-MALARIN|Mälarin Affärssystem|valueAddedReseller|gold|SE|SE-AB|Stockholm|59.33|18.07|SE|sv en|information other-products
NO-FJORDVAKT|Fjordvakt Økonomi|reseller|silver|NO|NO-03|Oslo|59.91|10.75|NO|no en|utilities agriculture
DK-ORESANDA|Øresanda Systemer|reseller|silver|DK|DK-84|København|55.68|12.57|DK IS FO|da en|pharmaceuticals
FI-SAIMARO|Saimaro Talousratkaisut|valueAddedReseller|silver|FI|FI-18|Helsinki|60.17|24.94|FI|fi sv en|pulp-paper information
EE-LIIVANE|Liivane Tarkvara|reseller|registered|EE|EE-37|Tallinn|59.44|24.75|EE LV LT|et en|information
TR-BOGAZINAR|Boğazınar Yazılım|valueAddedReseller|silver|TR|TR-34|İstanbul|41.01|28.98|TR|tr en|textiles
IL-CARMELON|Carmelon Finance Tech|consulting|silver|IL|IL-TA|Tel Aviv|32.09|34.78|IL|he en|information
AE-KHALEEJA|Khaleeja Gulf Systems|distributor|gold|AE|AE-DU|Dubai|25.20|55.27|AE SA QA OM KW BH JO|ar en|banking real-estate
EG-NILARIS|Nilaris Systems|reseller|registered|EG|EG-C|Cairo|30.04|31.24|EG|ar en|education
MA-ATLASSIA|Atlassia Conseil|reseller|registered|MA|MA-CAS|Casablanca|33.57|-7.59|MA TN|fr ar|banking
ZA-HIGHVELDT|Highveldt Ledger|valueAddedReseller|silver|ZA|ZA-GP|Johannesburg|-26.20|28.05|ZA NA BW ZW ZM|en|mining banking
KE-SAVANNEX|Savannex Solutions|reseller|silver|KE|KE-30|Nairobi|-1.29|36.82|KE UG TZ RW|en sw|nonprofit banking
NG-LAGUNAIRE|Lagunaire Systems|reseller|registered|NG|NG-LA|Lagos|6.52|3.38|NG GH|en|utilities banking
UA-DNIPRAVA|Dniprava Systems|reseller|registered|UA|UA-30|Kyiv|50.45|30.52|UA|uk en|information|suspended
IN-DECCANO|Deccano Infosystems|valueAddedReseller|gold|IN|IN-KA|Bengaluru|12.97|77.59|IN|en hi|information services
IN-KONKANA|Konkana Finserve|reseller|gold|IN|IN-MH|Mumbai|19.08|72.88|IN|en hi|banking securities
IN-YAMUNEX|Yamunex Public Systems|consulting|silver|IN|IN-DL|Delhi|28.61|77.21|IN|en hi|government education
IN-HOOGLYNE|Hooglyne Software|reseller|registered|IN|IN-WB|Kolkata|22.57|88.36|IN|en bn|education
SG-MERLIONE|Merlione Partners|distributor|platinum|SG||Singapore|1.35|103.82|SG MY BN|en zh ms|banking land-transport
MY-KLANGARA|Klangara Systems|reseller|silver|MY|MY-14|Kuala Lumpur|3.14|101.69|MY|ms en|other-products
ID-NUSARAYA|Nusaraya Teknologi|valueAddedReseller|silver|ID|ID-JK|Jakarta|-6.21|106.85|ID|id en|banking
TH-CHAOPRAYA|Chaopravit Systems|reseller|silver|TH|TH-10|Bangkok|13.76|100.50|TH KH LA|th en|foods
VN-HOKIMSO|Hồ Kim Số|reseller|registered|VN|VN-HN|Hà Nội|21.03|105.85|VN|vi en|other-products
PH-LUZONIA|Luzonia Business Systems|reseller|silver|PH|PH-00|Manila|14.60|120.98|PH|en tl|services
KR-HANGARAM|한가람결산시스템|valueAddedReseller|gold|KR|KR-11|Seoul|37.57|126.98|KR|ko en|electric-appliances banking
KR-HAEUNDAL|해운달소프트|reseller|registered|KR|KR-26|Busan|35.18|129.08|KR|ko|land-transport
TW-JADELEDGE|翠帳系統|valueAddedReseller|silver|TW|TW-TPE|Taipei|25.03|121.57|TW|zh en|electric-appliances
HK-VICTARA|Victara Harbour Systems|distributor|gold|HK||Hong Kong|22.32|114.17|HK MO|zh en|banking securities
AU-HARBOURN|Harbourn Finance Systems|valueAddedReseller|gold|AU|AU-NSW|Sydney|-33.87|151.21|AU|en|banking insurance
AU-YARRAVALE|Yarravale Consulting|consulting|gold|AU|AU-VIC|Melbourne|-37.81|144.96|AU|en|education healthcare
AU-SWANLEIGH|Swanleigh Software|reseller|silver|AU|AU-WA|Perth|-31.95|115.86|AU|en|mining
NZ-AORAKINE|Aorakine Systems|reseller|silver|NZ|NZ-AUK|Auckland|-36.85|174.76|NZ FJ|en mi|foods
PK-RAVIANA|Raviana Tech|referral|registered|PK|PK-PB|Lahore|31.55|74.34|PK|ur en||applicant
CN-YANGTZEN|扬岑软件|reseller|registered|CN|CN-SH|Shanghai|31.23|121.47|CN|zh||applicant
JP-EZOKAZE|蝦夷風システムズ株式会社|reseller|silver|JP|JP-01|札幌市|43.06|141.35|JP-01|ja|foods agriculture
JP-MICHINOKA|みちのか情報株式会社|valueAddedReseller|gold|JP|JP-04|仙台市|38.27|140.87|JP-02 JP-03 JP-04 JP-05 JP-06 JP-07|ja|electric-appliances
JP-AKATSUME|あかつめ会計システム株式会社|valueAddedReseller|platinum|JP|JP-13|東京都千代田区|35.69|139.75|JP|ja en|banking securities insurance
JP-SUMIDANE|すみだ音ソリューションズ株式会社|reseller|gold|JP|JP-13|東京都墨田区|35.71|139.80|JP-13 JP-12 JP-11 JP-08|ja|retail wholesale
JP-KASUMIORI|霞織コンサルティング株式会社|consulting|gold|JP|JP-13|東京都港区|35.66|139.75|JP|ja en|government nonprofit
JP-MANABIYA|学び矢システム株式会社|consulting|gold|JP|JP-13|東京都文京区|35.71|139.75|JP|ja|education facility healthcare
JP-MINATOMI|みなとみ商会株式会社|reseller|silver|JP|JP-14|横浜市|35.44|139.64|JP-14 JP-13 JP-22|ja en|machinery transport-equipment
JP-MUSASHIGO|武蔵郷データ株式会社|reseller|silver|JP|JP-11|さいたま市|35.86|139.65|JP-11 JP-10 JP-09 JP-08|ja|machinery construction
JP-OWARIYA|尾張矢システム株式会社|valueAddedReseller|platinum|JP|JP-23|名古屋市|35.18|136.91|JP-23 JP-21 JP-24 JP-22|ja|transport-equipment machinery
JP-SURUGANE|するが音情報株式会社|reseller|silver|JP|JP-22|静岡市|34.98|138.38|JP-22 JP-19|ja|pulp-paper machinery
JP-HOKURIN|北凛ソリューション株式会社|reseller|silver|JP|JP-17|金沢市|36.56|136.66|JP-16 JP-17 JP-18|ja|textiles machinery
JP-SHINANOKI|信濃樹データ株式会社|reseller|registered|JP|JP-20|長野市|36.65|138.19|JP-20 JP-15 JP-19|ja|precision-instruments
JP-NANIWABE|浪花部システム株式会社|valueAddedReseller|gold|JP|JP-27|大阪市|34.69|135.50|JP-27 JP-28 JP-29 JP-30 JP-26 JP-25|ja|wholesale pharmaceuticals
JP-MIYAKOJI|都路帳票株式会社|reseller|silver|JP|JP-26|京都市|35.01|135.77|JP-26 JP-25 JP-29|ja|electric-appliances precision-instruments
JP-ROKKOSEN|六甲泉ソフト株式会社|reseller|silver|JP|JP-28|神戸市|34.69|135.20|JP-28 JP-27 JP-37 JP-36|ja en|iron-steel foods
JP-SETONAGI|瀬戸凪システム株式会社|valueAddedReseller|gold|JP|JP-34|広島市|34.39|132.46|JP-33 JP-34 JP-35 JP-31 JP-32|ja|transport-equipment
JP-SANINKA|山陰霞データ株式会社|reseller|registered|JP|JP-32|松江市|35.47|133.05|JP-31 JP-32|ja|foods
JP-IYOMIKAN|伊予美冠ソフト株式会社|reseller|silver|JP|JP-38|松山市|33.84|132.77|JP-36 JP-37 JP-38 JP-39|ja|pulp-paper
JP-CHIKUSHINO|筑紫野音システム株式会社|valueAddedReseller|gold|JP|JP-40|福岡市|33.59|130.40|JP-40 JP-41 JP-42 JP-43 JP-44 JP-45 JP-46|ja|retail services
JP-ASOHIBI|阿蘇響情報株式会社|reseller|registered|JP|JP-43|熊本市|32.80|130.71|JP-43 JP-44 JP-45 JP-46|ja|agriculture
JP-CHURAUMI|美ら海帳票株式会社|reseller|silver|JP|JP-47|那覇市|26.21|127.68|JP-47|ja en|services
`
