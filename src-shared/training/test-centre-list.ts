/** Cities with a test centre, by public names and places: code|city|country|latitude|longitude|languages. */
export const TEST_CENTRE_LIST = `
US-DEN|Denver|US|39.74|-104.99|en es
US-NYC|New York|US|40.71|-74.01|en es
US-CHI|Chicago|US|41.88|-87.63|en
US-ATL|Atlanta|US|33.75|-84.39|en
US-DAL|Dallas|US|32.78|-96.80|en es
US-MIA|Miami|US|25.76|-80.19|en es
US-LAX|Los Angeles|US|34.05|-118.24|en es
US-SEA|Seattle|US|47.61|-122.33|en
US-BOS|Boston|US|42.36|-71.06|en
US-WAS|Washington|US|38.91|-77.04|en
CA-TOR|Toronto|CA|43.65|-79.38|en fr
CA-MTR|Montréal|CA|45.50|-73.57|fr en
CA-VAN|Vancouver|CA|49.28|-123.12|en
MX-MEX|Ciudad de México|MX|19.43|-99.13|es
MX-MTY|Monterrey|MX|25.69|-100.32|es
GT-GUA|Ciudad de Guatemala|GT|14.63|-90.51|es
CR-SJO|San José|CR|9.93|-84.08|es en
PA-PTY|Panamá|PA|8.98|-79.52|es en
DO-SDQ|Santo Domingo|DO|18.47|-69.89|es
CO-BOG|Bogotá|CO|4.71|-74.07|es
PE-LIM|Lima|PE|-12.05|-77.04|es
CL-SCL|Santiago|CL|-33.45|-70.67|es
AR-BUE|Buenos Aires|AR|-34.60|-58.38|es
BR-SAO|São Paulo|BR|-23.55|-46.63|pt
BR-POA|Porto Alegre|BR|-30.03|-51.22|pt
GB-LON|London|GB|51.51|-0.13|en
GB-EDI|Edinburgh|GB|55.95|-3.19|en
IE-DUB|Dublin|IE|53.35|-6.26|en
FR-PAR|Paris|FR|48.86|2.35|fr en
FR-LYS|Lyon|FR|45.76|4.84|fr
ES-MAD|Madrid|ES|40.42|-3.70|es en
ES-BCN|Barcelona|ES|41.39|2.17|es en
PT-LIS|Lisboa|PT|38.72|-9.14|pt en
DE-BER|Berlin|DE|52.52|13.41|de en
DE-MUC|München|DE|48.14|11.58|de en
DE-FRA|Frankfurt am Main|DE|50.11|8.68|de en
CH-ZRH|Zürich|CH|47.37|8.54|de fr en
AT-VIE|Wien|AT|48.21|16.37|de
IT-MIL|Milano|IT|45.46|9.19|it
IT-ROM|Roma|IT|41.90|12.50|it
NL-AMS|Amsterdam|NL|52.37|4.90|nl en
BE-BRU|Bruxelles|BE|50.85|4.35|fr nl en
SE-STO|Stockholm|SE|59.33|18.07|sv en
NO-OSL|Oslo|NO|59.91|10.75|en
DK-CPH|København|DK|55.68|12.57|en
FI-HEL|Helsinki|FI|60.17|24.94|en
PL-WAW|Warszawa|PL|52.23|21.01|pl en
CZ-PRG|Praha|CZ|50.08|14.44|cs en
ZA-JNB|Johannesburg|ZA|-26.20|28.05|en
AE-DXB|Dubai|AE|25.20|55.27|en ar
IN-BOM|Mumbai|IN|19.08|72.88|en hi
IN-BLR|Bengaluru|IN|12.97|77.59|en
SG-SIN|Singapore|SG|1.35|103.82|en zh
HK-HKG|Hong Kong|HK|22.32|114.17|en zh
TW-TPE|臺北|TW|25.03|121.57|zh
KR-SEL|서울|KR|37.57|126.98|ko
JP-TYO|東京|JP|35.68|139.69|ja en
JP-YOK|横浜|JP|35.44|139.64|ja
JP-NGO|名古屋|JP|35.18|136.91|ja
JP-OSA|大阪|JP|34.69|135.50|ja en
JP-HIJ|広島|JP|34.39|132.46|ja
JP-FUK|福岡|JP|33.59|130.40|ja
JP-SDJ|仙台|JP|38.27|140.87|ja
JP-CTS|札幌|JP|43.06|141.35|ja
AU-SYD|Sydney|AU|-33.87|151.21|en
AU-MEL|Melbourne|AU|-37.81|144.96|en
AU-PER|Perth|AU|-31.95|115.86|en
NZ-AKL|Auckland|NZ|-36.85|174.76|en
`
