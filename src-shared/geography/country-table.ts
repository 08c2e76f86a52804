/** Made by resources/data/generate-countries.ts, which names the sources. Fields: see countries.ts. */
export const COUNTRY_TABLE = `
AD|AND|020|Andorra|アンドラ|Andorra|42.52|1.54|EU|Europe/Andorra|ca|EUR|
AE|ARE|784|United Arab Emirates|アラブ首長国連邦|Emiratos Árabes Unidos|25.07|55.26|AS|Asia/Dubai|ar|AED|دولة الإمارات العربية المتحدة;الإمارات العربية المتحدة
AF|AFG|004|Afghanistan|アフガニスタン|Afganistán|34.66|67.95|AS|Asia/Kabul|ps fa uz tk|AFN|افغانستان;Afgʻoniston;Owganystan
AG|ATG|028|Antigua & Barbuda|アンティグア・バーブーダ|Antigua y Barbuda|17.13|-61.83|NA|America/Antigua|en|XCD|Antigua and Barbuda
AI|AIA|660|Anguilla|アンギラ|Anguila|18.20|-63.07|NA|America/Anguilla|en|XCD|
AL|ALB|008|Albania|アルバニア|Albania|41.08|19.86|EU|Europe/Tirane|sq|ALL|Shqipëria;Shqipëri
AM|ARM|051|Armenia|アルメニア|Armenia|40.28|44.58|AS|Asia/Yerevan|hy ru|AMD|Հայաստան;Армения
AO|AGO|024|Angola|アンゴラ|Angola|-9.77|13.94|AF|Africa/Luanda|pt|AOA|
AQ|ATA|010|Antarctica|南極|Antártida|-77.80|166.70|AN|Antarctica/McMurdo|||
AR|ARG|032|Argentina|アルゼンチン|Argentina|-33.16|-60.81|SA|America/Argentina/Buenos_Aires|es gn|ARS|
AS|ASM|016|American Samoa|米領サモア|Samoa Americana|-14.31|-170.69|OC|Pacific/Pago_Pago|en sm|USD|
AT|AUT|040|Austria|オーストリア|Austria|47.81|14.85|EU|Europe/Vienna|de|EUR|Österreich
AU|AUS|036|Australia|オーストラリア|Australia|-33.58|144.65|OC|Australia/Sydney|en|AUD|
AW|ABW|533|Aruba|アルバ|Aruba|12.51|-69.99|NA|America/Aruba|nl pa|AWG|ਅਰੂਬਾ
AX|ALA|248|Åland Islands|オーランド諸島|Islas Aland|60.16|20.01|EU|Europe/Mariehamn|sv|EUR|Åland
AZ|AZE|031|Azerbaijan|アゼルバイジャン|Azerbaiyán|40.30|48.58|AS|Asia/Baku|az|AZN|Azərbaycan
BA|BIH|070|Bosnia & Herzegovina|ボスニア・ヘルツェゴビナ|Bosnia y Herzegovina|44.25|17.85|EU|Europe/Sarajevo|bs hr sr|BAM|Bosnia;Bosna i Hercegovina;Босна и Херцеговина
BB|BRB|052|Barbados|バルバドス|Barbados|13.11|-59.62|NA|America/Barbados|en|BBD|
BD|BGD|050|Bangladesh|バングラデシュ|Bangladés|23.59|90.40|AS|Asia/Dhaka|bn|BDT|বাংলাদেশ
BE|BEL|056|Belgium|ベルギー|Bélgica|50.86|4.43|EU|Europe/Brussels|nl fr de|EUR|België;Belgique;Belgien
BF|BFA|854|Burkina Faso|ブルキナファソ|Burkina Faso|12.19|-2.08|AF|Africa/Ouagadougou|fr ff|XOF|Burkibaa Faaso
BG|BGR|100|Bulgaria|ブルガリア|Bulgaria|42.77|25.00|EU|Europe/Sofia|bg|EUR|България
BH|BHR|048|Bahrain|バーレーン|Baréin|26.18|50.57|AS|Asia/Bahrain|ar|BHD|‏البحرين;البحرين
BI|BDI|108|Burundi|ブルンジ|Burundi|-3.33|29.65|AF|Africa/Bujumbura|fr rn|BIF|Uburundi
BJ|BEN|204|Benin|ベナン|Benín|7.56|2.30|AF|Africa/Porto-Novo|fr|XOF|Bénin
BL|BLM|652|St. Barthélemy|サン・バルテルミー|San Bartolomé|17.90|-62.85|NA|America/St_Barthelemy|fr|EUR|Saint-Barthélemy
BM|BMU|060|Bermuda|バミューダ|Bermudas|32.35|-64.71|NA|Atlantic/Bermuda|en|BMD|
BN|BRN|096|Brunei|ブルネイ|Brunéi|4.76|114.65|AS|Asia/Brunei|ms|BND|Negara Brunei Darussalam
BO|BOL|068|Bolivia|ボリビア|Bolivia|-17.61|-65.33|SA|America/La_Paz|es ay qu|BOB|
BQ|BES|535|Caribbean Netherlands|オランダ領カリブ|Caribe neerlandés|14.00|-66.60|NA|America/Kralendijk|nl|USD|Bonaire;Caribisch Nederland
BR|BRA|076|Brazil|ブラジル|Brasil|-18.16|-45.53|SA|America/Sao_Paulo|pt|BRL|
BS|BHS|044|Bahamas|バハマ|Bahamas|25.45|-77.63|NA|America/Nassau|en|BSD|
BT|BTN|064|Bhutan|ブータン|Bután|27.30|89.97|AS|Asia/Thimphu|dz|BTN|ʼbrug-yul;འབྲུག
BV|BVT|074|Bouvet Island|ブーベ島|Isla Bouvet|-54.40|3.40|AN|Europe/Oslo|no nb nn|NOK|Bouvetøya
BW|BWA|072|Botswana|ボツワナ|Botsuana|-23.30|25.96|AF|Africa/Gaborone|en tn|BWP|
BY|BLR|112|Belarus|ベラルーシ|Bielorrusia|53.60|27.88|EU|Europe/Minsk|be ru|BYN|Беларусь
BZ|BLZ|084|Belize|ベリーズ|Belice|17.46|-88.46|NA|America/Belize|en es|BZD|
CA|CAN|124|Canada|カナダ|Canadá|48.03|-86.50|NA|America/Toronto|en fr|CAD|
CC|CCK|166|Cocos (Keeling) Islands|ココス(キーリング)諸島|Islas Cocos|-12.20|96.80|AS|Indian/Cocos|en|AUD|Cocos Islands
CD|COD|180|Congo - Kinshasa|コンゴ民主共和国(キンシャサ)|República Democrática del Congo|-4.87|19.89|AF|Africa/Kinshasa|fr ln kg sw lu|CDF|République démocratique du Congo;Congo-Kinshasa;Republíki ya Kongó Demokratíki;Kongo - Kinshasa;Ditunga wa Kongu
CF|CAF|140|Central African Republic|中央アフリカ共和国|República Centroafricana|4.95|18.64|AF|Africa/Bangui|fr sg|XAF|Ködörösêse tî Bêafrîka;République centrafricaine
CG|COG|178|Congo - Brazzaville|コンゴ共和国(ブラザビル)|Congo|-4.18|14.10|AF|Africa/Brazzaville|fr ln|XAF|République du Congo;Congo-Brazzaville;Kongo
CH|CHE|756|Switzerland|スイス|Suiza|47.09|8.05|EU|Europe/Zurich|de fr it|CHF|Schweiz;Suisse;Svizzera
CI|CIV|384|Côte d’Ivoire|コートジボワール|Côte d’Ivoire|6.09|-4.63|AF|Africa/Abidjan|fr|XOF|Côte d'Ivoire
CK|COK|184|Cook Islands|クック諸島|Islas Cook|-21.21|-159.78|OC|Pacific/Rarotonga|en|NZD|
CL|CHL|152|Chile|チリ|Chile|-33.74|-71.18|SA|America/Santiago|es|CLP|
CM|CMR|120|Cameroon|カメルーン|Camerún|5.90|11.51|AF|Africa/Douala|en fr|XAF|Cameroun
CN|CHN|156|China|中国|China|33.16|115.15|AS|Asia/Shanghai|zh|CNY|
CO|COL|170|Colombia|コロンビア|Colombia|5.96|-74.87|SA|America/Bogota|es|COP|
CR|CRI|188|Costa Rica|コスタリカ|Costa Rica|9.97|-84.15|NA|America/Costa_Rica|es|CRC|
CU|CUB|192|Cuba|キューバ|Cuba|22.13|-80.00|NA|America/Havana|es|CUP|
CV|CPV|132|Cape Verde|カーボベルデ|Cabo Verde|15.70|-23.98|AF|Atlantic/Cape_Verde|pt|CVE|
CW|CUW|531|Curaçao|キュラソー|Curazao|12.12|-68.94|NA|America/Curacao|nl pa en|XCG|ਕੁਰਾਕਾਓ
CX|CXR|162|Christmas Island|クリスマス島|Isla de Navidad|-10.40|105.70|AS|Indian/Christmas|en|AUD|
CY|CYP|196|Cyprus|キプロス|Chipre|35.00|33.32|EU|Asia/Nicosia|el tr hy|EUR|Κύπρος;Kıbrıs;Կիպրոս
CZ|CZE|203|Czechia|チェコ|Chequia|49.86|15.61|EU|Europe/Prague|cs|CZK|Česko
DE|DEU|276|Germany|ドイツ|Alemania|51.01|9.80|EU|Europe/Berlin|de|EUR|Deutschland
DJ|DJI|262|Djibouti|ジブチ|Yibuti|11.57|43.09|AF|Africa/Djibouti|fr ar|DJF|جيبوتي
DK|DNK|208|Denmark|デンマーク|Dinamarca|55.84|11.22|EU|Europe/Copenhagen|da|DKK|Danmark
DM|DMA|212|Dominica|ドミニカ国|Dominica|15.38|-61.37|NA|America/Dominica|en|XCD|
DO|DOM|214|Dominican Republic|ドミニカ共和国|República Dominicana|18.77|-70.13|NA|America/Santo_Domingo|es|DOP|
DZ|DZA|012|Algeria|アルジェリア|Argelia|35.69|3.65|AF|Africa/Algiers|ar|DZD|الجزائر
EC|ECU|218|Ecuador|エクアドル|Ecuador|-1.45|-79.37|SA|America/Guayaquil|es|USD|
EE|EST|233|Estonia|エストニア|Estonia|59.09|25.58|EU|Europe/Tallinn|et|EUR|Eesti
EG|EGY|818|Egypt|エジプト|Egipto|29.90|31.18|AF|Africa/Cairo|ar|EGP|مصر‎;مصر
EH|ESH|732|Western Sahara|西サハラ|Sáhara Occidental|27.10|-13.20|AF|Africa/El_Aaiun|es|MAD|الصحراء الغربية
ER|ERI|232|Eritrea|エリトリア|Eritrea|15.28|39.00|AF|Africa/Asmera|ti ar en|ERN|ኤርትራ;إريتريا
ES|ESP|724|Spain|スペイン|España|39.79|-3.07|EU|Europe/Madrid|es eu ca gl oc|EUR|Espainia;Espanya;Espanha
ET|ETH|231|Ethiopia|エチオピア|Etiopía|9.29|38.71|AF|Africa/Addis_Ababa|am|ETB|ኢትዮጵያ
FI|FIN|246|Finland|フィンランド|Finlandia|61.70|24.92|EU|Europe/Helsinki|fi sv|EUR|Suomi
FJ|FJI|242|Fiji|フィジー|Fiyi|-17.70|178.11|OC|Pacific/Fiji|en fj hi ur|FJD|फ़िजी;فجی
FK|FLK|238|Falkland Islands|フォークランド諸島|Islas Malvinas|-51.69|-57.86|SA|Atlantic/Stanley|en|FKP|
FM|FSM|583|Micronesia|ミクロネシア連邦|Micronesia|7.27|153.74|OC|Pacific/Pohnpei|en|USD|
FO|FRO|234|Faroe Islands|フェロー諸島|Islas Feroe|62.01|-6.82|EU|Atlantic/Faeroe|fo|DKK|Føroyar
FR|FRA|250|France|フランス|Francia|47.07|2.79|EU|Europe/Paris|fr|EUR|
GA|GAB|266|Gabon|ガボン|Gabón|-0.13|10.13|AF|Africa/Libreville|fr|XAF|
GB|GBR|826|United Kingdom|イギリス|Reino Unido|52.65|-1.52|EU|Europe/London|en|GBP|UK
GD|GRD|308|Grenada|グレナダ|Granada|12.13|-61.70|NA|America/Grenada|en|XCD|
GE|GEO|268|Georgia|ジョージア|Georgia|41.96|43.70|AS|Asia/Tbilisi|ka|GEL|საქართველო
GF|GUF|254|French Guiana|仏領ギアナ|Guayana Francesa|5.02|-52.73|SA|America/Cayenne|fr|EUR|Guyane française
GG|GGY|831|Guernsey|ガーンジー|Guernesey|49.46|-2.54|EU|Europe/Guernsey|en fr|GBP|
GH|GHA|288|Ghana|ガーナ|Ghana|6.37|-0.88|AF|Africa/Accra|en|GHS|
GI|GIB|292|Gibraltar|ジブラルタル|Gibraltar|36.14|-5.35|EU|Europe/Gibraltar|en|GIP|
GL|GRL|304|Greenland|グリーンランド|Groenlandia|65.45|-50.43|NA|America/Nuuk|kl|DKK|Kalaallit Nunaat
GM|GMB|270|Gambia|ガンビア|Gambia|13.42|-16.28|AF|Africa/Banjul|en|GMD|
GN|GIN|324|Guinea|ギニア|Guinea|9.62|-13.11|AF|Africa/Conakry|fr ff|GNF|Guinée;Gine
GP|GLP|312|Guadeloupe|グアドループ|Guadalupe|16.21|-61.55|NA|America/Guadeloupe|fr|EUR|
GQ|GNQ|226|Equatorial Guinea|赤道ギニア|Guinea Ecuatorial|2.53|9.57|AF|Africa/Malabo|es fr|XAF|Guinée équatoriale
GR|GRC|300|Greece|ギリシャ|Grecia|38.65|23.39|EU|Europe/Athens|el|EUR|Ελλάδα
GS|SGS|239|South Georgia & South Sandwich Islands|サウスジョージア・サウスサンドウィッチ諸島|Islas Georgia del Sur y Sandwich del Sur|-54.30|-36.50|AN|Atlantic/South_Georgia|en|GBP|South Georgia
GT|GTM|320|Guatemala|グアテマラ|Guatemala|14.77|-90.73|NA|America/Guatemala|es|GTQ|
GU|GUM|316|Guam|グアム|Guam|13.47|144.79|OC|Pacific/Guam|en ch es|USD|
GW|GNB|624|Guinea-Bissau|ギニアビサウ|Guinea-Bisáu|11.88|-15.50|AF|Africa/Bissau|pt|XOF|Guiné-Bissau
GY|GUY|328|Guyana|ガイアナ|Guyana|6.61|-58.13|SA|America/Guyana|en|GYD|
HK|HKG|344|Hong Kong SAR China|中華人民共和国香港特別行政区|RAE de Hong Kong (China)|22.29|114.17|AS|Asia/Hong_Kong|zh en|HKD|Hong Kong;香港;中国香港特别行政区
HM|HMD|334|Heard & McDonald Islands|ハード島・マクドナルド諸島|Islas Heard y McDonald|-53.10|73.50|AN|Indian/Kerguelen|en|AUD|Heard Island and McDonald Islands
HN|HND|340|Honduras|ホンジュラス|Honduras|14.81|-87.49|NA|America/Tegucigalpa|es|HNL|
HR|HRV|191|Croatia|クロアチア|Croacia|45.21|16.35|EU|Europe/Zagreb|hr|EUR|Hrvatska
HT|HTI|332|Haiti|ハイチ|Haití|18.74|-72.51|NA|America/Port-au-Prince|fr ht|HTG|Haïti
HU|HUN|348|Hungary|ハンガリー|Hungría|47.35|19.38|EU|Europe/Budapest|hu|HUF|Magyarország
ID|IDN|360|Indonesia|インドネシア|Indonesia|-5.00|109.14|AS|Asia/Jakarta|id|IDR|
IE|IRL|372|Ireland|アイルランド|Irlanda|53.16|-6.96|EU|Europe/Dublin|ga en|EUR|Éire
IL|ISR|376|Israel|イスラエル|Israel|32.08|34.97|AS|Asia/Jerusalem|he ar|ILS|יִשְׂרָאֵל;ישראל;إسرائيل
IM|IMN|833|Isle of Man|マン島|Isla de Man|54.18|-4.51|EU|Europe/Isle_of_Man|en gv|GBP|Ellan Vannin
IN|IND|356|India|インド|India|21.79|78.48|AS|Asia/Kolkata|hi en|INR|भारत
IO|IOT|086|British Indian Ocean Territory|英領インド洋地域|Territorio Británico del Océano Índico|-7.30|72.40|AS|Indian/Chagos|en|USD|
IQ|IRQ|368|Iraq|イラク|Irak|33.43|44.98|AS|Asia/Baghdad|ar ku|IQD|العراق;Îraq
IR|IRN|364|Iran|イラン|Irán|34.53|51.52|AS|Asia/Tehran|fa|IRR|ایران
IS|ISL|352|Iceland|アイスランド|Islandia|64.32|-21.35|EU|Atlantic/Reykjavik|is|ISK|Ísland
IT|ITA|380|Italy|イタリア|Italia|42.88|12.19|EU|Europe/Rome|it|EUR|
JE|JEY|832|Jersey|ジャージー|Jersey|49.19|-2.10|EU|Europe/Jersey|en fr|GBP|
JM|JAM|388|Jamaica|ジャマイカ|Jamaica|18.04|-76.94|NA|America/Jamaica|en|JMD|
JO|JOR|400|Jordan|ヨルダン|Jordania|32.00|35.97|AS|Asia/Amman|ar|JOD|الأردن
JP|JPN|392|Japan|日本|Japón|35.67|137.14|AS|Asia/Tokyo|ja|JPY|
KE|KEN|404|Kenya|ケニア|Kenia|-1.21|37.02|AF|Africa/Nairobi|en sw|KES|
KG|KGZ|417|Kyrgyzstan|キルギス|Kirguistán|42.13|74.23|AS|Asia/Bishkek|ky ru|KGS|Кыргызстан;Киргизия
KH|KHM|116|Cambodia|カンボジア|Camboya|11.68|104.63|AS|Asia/Phnom_Penh|km|KHR|កម្ពុជា
KI|KIR|296|Kiribati|キリバス|Kiribati|1.45|174.67|OC|Pacific/Tarawa|en|AUD|
KM|COM|174|Comoros|コモロ|Comoras|-12.00|43.94|AF|Indian/Comoro|ar fr|KMF|Komori;جزر القمر;Comores
KN|KNA|659|St. Kitts & Nevis|セントクリストファー・ネーヴィス|San Cristóbal y Nieves|17.28|-62.72|NA|America/St_Kitts|en|XCD|Saint Kitts and Nevis
KP|PRK|408|North Korea|北朝鮮|Corea del Norte|39.51|126.47|AS|Asia/Pyongyang|ko|KPW|북한
KR|KOR|410|South Korea|韓国|Corea del Sur|36.62|127.51|AS|Asia/Seoul|ko|KRW|대한민국
KW|KWT|414|Kuwait|クウェート|Kuwait|29.20|48.06|AS|Asia/Kuwait|ar|KWD|الكويت
KY|CYM|136|Cayman Islands|ケイマン諸島|Islas Caimán|19.30|-81.35|NA|America/Cayman|en|KYD|
KZ|KAZ|398|Kazakhstan|カザフスタン|Kazajistán|47.55|70.81|AS|Asia/Almaty|kk ru|KZT|Қазақстан;Казахстан
LA|LAO|418|Laos|ラオス|Laos|17.90|103.63|AS|Asia/Vientiane|lo|LAK|ສປປລາວ;ລາວ
LB|LBN|422|Lebanon|レバノン|Líbano|33.86|35.51|AS|Asia/Beirut|ar fr|LBP|لبنان;Liban
LC|LCA|662|St. Lucia|セントルシア|Santa Lucía|13.95|-60.98|NA|America/St_Lucia|en|XCD|Saint Lucia
LI|LIE|438|Liechtenstein|リヒテンシュタイン|Liechtenstein|47.16|9.52|EU|Europe/Vaduz|de|CHF|
LK|LKA|144|Sri Lanka|スリランカ|Sri Lanka|7.29|80.21|AS|Asia/Colombo|si ta|LKR|śrī laṃkāva;ශ්‍රී ලංකාව;இலங்கை
LR|LBR|430|Liberia|リベリア|Liberia|6.35|-10.44|AF|Africa/Monrovia|en|LRD|
LS|LSO|426|Lesotho|レソト|Lesoto|-29.47|27.74|AF|Africa/Maseru|en st|LSL|
LT|LTU|440|Lithuania|リトアニア|Lituania|55.12|24.03|EU|Europe/Vilnius|lt|EUR|Lietuva
LU|LUX|442|Luxembourg|ルクセンブルク|Luxemburgo|49.62|6.08|EU|Europe/Luxembourg|fr de lb|EUR|Luxemburg;Lëtzebuerg
LV|LVA|428|Latvia|ラトビア|Letonia|56.83|24.28|EU|Europe/Riga|lv|EUR|Latvija
LY|LBY|434|Libya|リビア|Libia|31.89|15.55|AF|Africa/Tripoli|ar|LYD|‏ليبيا;ليبيا
MA|MAR|504|Morocco|モロッコ|Marruecos|33.55|-6.61|AF|Africa/Casablanca|ar|MAD|المغرب
MC|MCO|492|Monaco|モナコ|Mónaco|43.74|7.42|EU|Europe/Monaco|fr|EUR|
MD|MDA|498|Moldova|モルドバ|Moldavia|47.11|28.76|EU|Europe/Chisinau|ro|MDL|Republica Moldova
ME|MNE|499|Montenegro|モンテネグロ|Montenegro|42.55|19.17|EU|Europe/Podgorica|sr bs sq hr|EUR|Црна Гора;Crna Gora;Mal i Zi
MF|MAF|663|St. Martin|サン・マルタン|San Martín|18.07|-63.08|NA|America/Marigot|en fr nl|EUR|Saint-Martin
MG|MDG|450|Madagascar|マダガスカル|Madagascar|-19.13|47.48|AF|Indian/Antananarivo|fr mg|MGA|Madagasikara
MH|MHL|584|Marshall Islands|マーシャル諸島|Islas Marshall|7.67|169.98|OC|Pacific/Majuro|en mh|USD|M̧ajeļ
MK|MKD|807|North Macedonia|北マケドニア|Macedonia del Norte|41.76|21.50|EU|Europe/Skopje|mk|MKD|Северна Македонија
ML|MLI|466|Mali|マリ|Mali|13.10|-6.98|AF|Africa/Bamako|fr|XOF|
MM|MMR|104|Myanmar (Burma)|ミャンマー (ビルマ)|Myanmar (Birmania)|18.37|96.22|AS|Asia/Rangoon|my|MMK|Myanmar;မြန်မာ
MN|MNG|496|Mongolia|モンゴル|Mongolia|48.02|105.06|AS|Asia/Ulaanbaatar|mn|MNT|Монгол улс;Монгол
MO|MAC|446|Macao SAR China|中華人民共和国マカオ特別行政区|RAE de Macao (China)|22.20|113.55|AS|Asia/Macau|zh pt|MOP|Macao;澳門;中国澳门特别行政区;Macau, RAE da China
MP|MNP|580|Northern Mariana Islands|北マリアナ諸島|Islas Marianas del Norte|15.15|145.72|OC|Pacific/Saipan|en ch|USD|
MQ|MTQ|474|Martinique|マルティニーク|Martinica|14.63|-61.00|NA|America/Martinique|fr|EUR|
MR|MRT|478|Mauritania|モーリタニア|Mauritania|18.12|-14.84|AF|Africa/Nouakchott|ar|MRU|موريتانيا
MS|MSR|500|Montserrat|モントセラト|Montserrat|16.79|-62.21|NA|America/Montserrat|en|XCD|
MT|MLT|470|Malta|マルタ|Malta|35.90|14.46|EU|Europe/Malta|mt en|EUR|
MU|MUS|480|Mauritius|モーリシャス|Mauricio|-20.23|57.59|AF|Indian/Mauritius|en|MUR|Maurice
MV|MDV|462|Maldives|モルディブ|Maldivas|3.60|73.39|AS|Indian/Maldives|dv|MVR|
MW|MWI|454|Malawi|マラウイ|Malaui|-14.27|34.38|AF|Africa/Blantyre|en ny|MWK|
MX|MEX|484|Mexico|メキシコ|México|21.23|-100.14|NA|America/Mexico_City|es|MXN|
MY|MYS|458|Malaysia|マレーシア|Malasia|3.82|104.10|AS|Asia/Kuala_Lumpur|ms|MYR|
MZ|MOZ|508|Mozambique|モザンビーク|Mozambique|-21.13|34.94|AF|Africa/Maputo|pt|MZN|Moçambique
NA|NAM|516|Namibia|ナミビア|Namibia|-21.75|17.11|AF|Africa/Windhoek|en af|NAD|Namibië
NC|NCL|540|New Caledonia|ニューカレドニア|Nueva Caledonia|-21.85|166.25|OC|Pacific/Noumea|fr|XPF|Nouvelle-Calédonie
NE|NER|562|Niger|ニジェール|Níger|14.06|5.08|AF|Africa/Niamey|fr|XOF|
NF|NFK|574|Norfolk Island|ノーフォーク島|Isla Norfolk|-29.00|168.00|OC|Pacific/Norfolk|en|AUD|
NG|NGA|566|Nigeria|ナイジェリア|Nigeria|8.13|6.23|AF|Africa/Lagos|en|NGN|
NI|NIC|558|Nicaragua|ニカラグア|Nicaragua|12.36|-86.11|NA|America/Managua|es|NIO|
NL|NLD|528|Netherlands|オランダ|Países Bajos|52.07|5.28|EU|Europe/Amsterdam|nl|EUR|Nederland
NO|NOR|578|Norway|ノルウェー|Noruega|60.96|9.61|EU|Europe/Oslo|no nb nn|NOK|Norge;Noreg
NP|NPL|524|Nepal|ネパール|Nepal|27.62|84.89|AS|Asia/Katmandu|ne|NPR|नेपाल
NR|NRU|520|Nauru|ナウル|Nauru|-0.53|166.93|OC|Pacific/Nauru|en na|AUD|
NU|NIU|570|Niue|ニウエ|Niue|-19.10|-169.90|OC|Pacific/Niue|en|NZD|Niuē
NZ|NZL|554|New Zealand|ニュージーランド|Nueva Zelanda|-39.72|174.42|OC|Pacific/Auckland|en mi|NZD|Aotearoa
OM|OMN|512|Oman|オマーン|Omán|23.20|57.58|AS|Asia/Muscat|ar|OMR|عمان;عُمان
PA|PAN|591|Panama|パナマ|Panamá|8.86|-80.08|NA|America/Panama|es|PAB|
PE|PER|604|Peru|ペルー|Perú|-11.11|-76.50|SA|America/Lima|es|PEN|
PF|PYF|258|French Polynesia|仏領ポリネシア|Polinesia Francesa|-17.47|-149.49|OC|Pacific/Tahiti|fr|XPF|Polynésie française
PG|PNG|598|Papua New Guinea|パプアニューギニア|Papúa Nueva Guinea|-7.35|147.20|OC|Pacific/Port_Moresby|en|PGK|Papua Niugini
PH|PHL|608|Philippines|フィリピン|Filipinas|12.17|122.43|AS|Asia/Manila|en tl|PHP|Pilipinas
PK|PAK|586|Pakistan|パキスタン|Pakistán|29.66|70.91|AS|Asia/Karachi|en ur|PKR|پاکستان
PL|POL|616|Poland|ポーランド|Polonia|51.73|19.28|EU|Europe/Warsaw|pl|PLN|Polska
PM|SPM|666|St. Pierre & Miquelon|サンピエール島・ミクロン島|San Pedro y Miquelón|46.80|-56.20|NA|America/Miquelon|fr|EUR|Saint-Pierre-et-Miquelon
PN|PCN|612|Pitcairn Islands|ピトケアン諸島|Islas Pitcairn|-25.10|-130.10|OC|Pacific/Pitcairn|en|NZD|Pitcairn
PR|PRI|630|Puerto Rico|プエルトリコ|Puerto Rico|18.31|-66.29|NA|America/Puerto_Rico|es en|USD|
PS|PSE|275|Palestinian Territories|パレスチナ自治区|Territorios Palestinos|31.76|34.91|AS|Asia/Gaza|ar|ILS|Palestine;فلسطين;الأراضي الفلسطينية
PT|PRT|620|Portugal|ポルトガル|Portugal|39.53|-9.37|EU|Europe/Lisbon|pt|EUR|
PW|PLW|585|Palau|パラオ|Palaos|7.35|134.47|OC|Pacific/Palau|en|USD|
PY|PRY|600|Paraguay|パラグアイ|Paraguay|-25.32|-57.05|SA|America/Asuncion|es gn|PYG|
QA|QAT|634|Qatar|カタール|Catar|25.31|51.47|AS|Asia/Qatar|ar|QAR|قطر
RE|REU|638|Réunion|レユニオン|Reunión|-21.09|55.46|AF|Indian/Reunion|fr|EUR|La Réunion
RO|ROU|642|Romania|ルーマニア|Rumanía|45.62|25.35|EU|Europe/Bucharest|ro|RON|România
RS|SRB|688|Serbia|セルビア|Serbia|44.60|20.57|EU|Europe/Belgrade|sr|RSD|Србија
RU|RUS|643|Russia|ロシア|Rusia|56.90|51.66|AS|Europe/Moscow|ru|RUB|Россия
RW|RWA|646|Rwanda|ルワンダ|Ruanda|-1.99|29.89|AF|Africa/Kigali|rw en fr|RWF|U Rwanda
SA|SAU|682|Saudi Arabia|サウジアラビア|Arabia Saudí|23.96|43.22|AS|Asia/Riyadh|ar|SAR|المملكة العربية السعودية
SB|SLB|090|Solomon Islands|ソロモン諸島|Islas Salomón|-9.29|159.81|OC|Pacific/Guadalcanal|en|SBD|
SC|SYC|690|Seychelles|セーシェル|Seychelles|-4.65|55.46|AF|Indian/Mahe|fr en|SCR|
SD|SDN|729|Sudan|スーダン|Sudán|14.65|31.88|AF|Africa/Khartoum|ar en|SDG|السودان
SE|SWE|752|Sweden|スウェーデン|Suecia|58.84|15.68|EU|Europe/Stockholm|sv|SEK|Sverige
SG|SGP|702|Singapore|シンガポール|Singapur|1.30|103.85|AS|Asia/Singapore|en ms ta zh|SGD|Singapura;சிங்கப்பூர்;新加坡
SH|SHN|654|St. Helena|セントヘレナ|Santa Elena|-16.90|-10.17|AF|Atlantic/St_Helena|en|SHP|Saint Helena
SI|SVN|705|Slovenia|スロベニア|Eslovenia|46.16|14.80|EU|Europe/Ljubljana|sl|EUR|Slovenija
SJ|SJM|744|Svalbard & Jan Mayen|スバールバル諸島・ヤンマイエン島|Svalbard y Jan Mayen|78.20|15.60|EU|Arctic/Longyearbyen|no|NOK|Svalbard og Jan Mayen
SK|SVK|703|Slovakia|スロバキア|Eslovaquia|48.65|19.03|EU|Europe/Bratislava|sk|EUR|Slovensko
SL|SLE|694|Sierra Leone|シエラレオネ|Sierra Leona|8.39|-12.37|AF|Africa/Freetown|en|SLE|
SM|SMR|674|San Marino|サンマリノ|San Marino|43.95|12.46|EU|Europe/San_Marino|it|EUR|
SN|SEN|686|Senegal|セネガル|Senegal|14.66|-16.83|AF|Africa/Dakar|fr|XOF|Sénégal
SO|SOM|706|Somalia|ソマリア|Somalia|3.78|45.06|AF|Africa/Mogadishu|so ar|SOS|Soomaaliya;الصومال
SR|SUR|740|Suriname|スリナム|Surinam|5.80|-55.23|SA|America/Paramaribo|nl|SRD|
SS|SSD|728|South Sudan|南スーダン|Sudán del Sur|6.86|29.96|AF|Africa/Juba|en|SSP|
ST|STP|678|São Tomé & Príncipe|サントメ・プリンシペ|Santo Tomé y Príncipe|0.36|6.74|AF|Africa/Sao_Tome|pt|STN|São Tomé e Príncipe
SV|SLV|222|El Salvador|エルサルバドル|El Salvador|13.70|-89.09|NA|America/El_Salvador|es|USD|
SX|SXM|534|Sint Maarten|シント・マールテン|Sint Maarten|18.05|-63.06|NA|America/Lower_Princes|nl en|XCG|Sint-Maarten
SY|SYR|760|Syria|シリア|Siria|34.96|36.98|AS|Asia/Damascus|ar|SYP|سوريا
SZ|SWZ|748|Eswatini|エスワティニ|Esuatini|-26.47|31.35|AF|Africa/Mbabane|en ss|SZL|
TC|TCA|796|Turks & Caicos Islands|タークス・カイコス諸島|Islas Turcas y Caicos|21.46|-71.14|NA|America/Grand_Turk|en|USD|Turks and Caicos Islands
TD|TCD|148|Chad|チャド|Chad|11.40|16.42|AF|Africa/Ndjamena|fr ar|XAF|Tchad;تشاد
TF|ATF|260|French Southern Territories|仏領極南諸島|Territorios Australes Franceses|-49.40|70.20|AN|Indian/Kerguelen|fr|EUR|Territoire des Terres australes et antarctiques fr;Terres australes françaises
TG|TGO|768|Togo|トーゴ|Togo|7.30|1.13|AF|Africa/Lome|fr|XOF|
TH|THA|764|Thailand|タイ|Tailandia|13.82|100.79|AS|Asia/Bangkok|th|THB|ประเทศไทย;ไทย
TJ|TJK|762|Tajikistan|タジキスタン|Tayikistán|38.76|69.21|AS|Asia/Dushanbe|tg ru|TJS|Тоҷикистон;Таджикистан
TK|TKL|772|Tokelau|トケラウ|Tokelau|-9.20|-171.80|OC|Pacific/Fakaofo|en|NZD|
TL|TLS|626|Timor-Leste|東ティモール|Timor-Leste|-8.69|125.65|OC|Asia/Dili|pt|USD|
TM|TKM|795|Turkmenistan|トルクメニスタン|Turkmenistán|38.82|59.66|AS|Asia/Ashgabat|tk ru|TMT|Türkmenistan;Туркменистан
TN|TUN|788|Tunisia|チュニジア|Túnez|35.82|10.16|AF|Africa/Tunis|ar|TND|تونس
TO|TON|776|Tonga|トンガ|Tonga|-20.81|-175.01|OC|Pacific/Tongatapu|en to|TOP|
TR|TUR|792|Türkiye|トルコ|Turquía|39.68|32.14|AS|Europe/Istanbul|tr|TRY|
TT|TTO|780|Trinidad & Tobago|トリニダード・トバゴ|Trinidad y Tobago|10.47|-61.39|NA|America/Port_of_Spain|en|TTD|Trinidad and Tobago
TV|TUV|798|Tuvalu|ツバル|Tuvalu|-8.26|178.87|OC|Pacific/Funafuti|en|AUD|
TW|TWN|158|Taiwan|台湾|Taiwán|24.49|121.19|AS|Asia/Taipei|zh|TWD|臺灣
TZ|TZA|834|Tanzania|タンザニア|Tanzania|-5.97|36.17|AF|Africa/Dar_es_Salaam|sw en|TZS|
UA|UKR|804|Ukraine|ウクライナ|Ucrania|48.76|32.42|EU|Europe/Kyiv|uk|UAH|Україна
UG|UGA|800|Uganda|ウガンダ|Uganda|0.71|32.30|AF|Africa/Kampala|en sw|UGX|
UM|UMI|581|U.S. Outlying Islands|合衆国領有小離島|Islas menores alejadas de EE. UU.|19.30|166.60|OC|Pacific/Midway|en|USD|United States Minor Outlying Islands
US|USA|840|United States|アメリカ合衆国|Estados Unidos|38.90|-92.72|NA|America/New_York|en|USD|US
UY|URY|858|Uruguay|ウルグアイ|Uruguay|-34.09|-56.26|SA|America/Montevideo|es|UYU|
UZ|UZB|860|Uzbekistan|ウズベキスタン|Uzbekistán|40.72|68.11|AS|Asia/Tashkent|uz ru|UZS|O'zbekiston;Oʻzbekiston;Узбекистан
VA|VAT|336|Vatican City|バチカン市国|Ciudad del Vaticano|41.90|12.50|EU|Europe/Vatican|it la|EUR|Vaticano;Città del Vaticano
VC|VCT|670|St. Vincent & Grenadines|セントビンセント及びグレナディーン諸島|San Vicente y las Granadinas|13.17|-61.22|NA|America/St_Vincent|en|XCD|Saint Vincent and the Grenadines
VE|VEN|862|Venezuela|ベネズエラ|Venezuela|10.00|-67.80|SA|America/Caracas|es|VES|
VG|VGB|092|British Virgin Islands|英領ヴァージン諸島|Islas Vírgenes Británicas|18.43|-64.62|NA|America/Tortola|en|USD|
VI|VIR|850|U.S. Virgin Islands|米領ヴァージン諸島|Islas Vírgenes de EE. UU.|17.92|-64.80|NA|America/St_Thomas|en|USD|United States Virgin Islands
VN|VNM|704|Vietnam|ベトナム|Vietnam|14.46|106.75|AS|Asia/Ho_Chi_Minh|vi|VND|Việt Nam
VU|VUT|548|Vanuatu|バヌアツ|Vanuatu|-16.99|167.95|OC|Pacific/Efate|bi en fr|VUV|
WF|WLF|876|Wallis & Futuna|ウォリス・フツナ|Wallis y Futuna|-13.67|-176.91|OC|Pacific/Wallis|fr|XPF|Wallis et Futuna;Wallis-et-Futuna
WS|WSM|882|Samoa|サモア|Samoa|-13.80|-171.89|OC|Pacific/Apia|sm en|WST|
XK|XKX|983|Kosovo|コソボ|Kosovo|42.56|20.93|EU|Europe/Belgrade|sq sr|EUR|Republika e Kosovës;Kosovë;Косово
YE|YEM|887|Yemen|イエメン|Yemen|14.60|44.44|AS|Asia/Aden|ar|YER|اليَمَن;اليمن
YT|MYT|175|Mayotte|マヨット|Mayotte|-12.80|45.18|AF|Indian/Mayotte|fr|EUR|
ZA|ZAF|710|South Africa|南アフリカ|Sudáfrica|-28.80|26.95|AF|Africa/Johannesburg|af en nr st ss tn ts ve xh zu|ZAR|Suid-Afrika;Afrika Borwa;Aforika Borwa;EMzantsi Afrika;iNingizimu Afrika
ZM|ZMB|894|Zambia|ザンビア|Zambia|-14.03|28.32|AF|Africa/Lusaka|en|ZMW|
ZW|ZWE|716|Zimbabwe|ジンバブエ|Zimbabue|-18.56|30.45|AF|Africa/Harare|en sn nd|ZWG|
`
