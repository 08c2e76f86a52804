/**
 * Words that organisations and places share in several languages, one meaning between bars; the first word names it. `technolog*` stands
 * for every word that begins so. Latin words are folded (no accents, lower case), as `foldText` does; Japanese ones as they are written.
 * None is the name of an organisation.
 */
export const ORGANISATION_WORDS = `
university universit* universid* univ univers univerzit* uniwersyte* yliopisto univerza sveuciliste uni 大学 daigaku u
college colleges colegio colegi college* 短期大学 専門学校 colego | school schools escuela escola ecole schule scuola skola schola szkola 学校 学園 gakko gakuen
highschool hochschule* 高等学校 高専 | faculty facult* fakult* faculdade 学部 gakubu | institute institut* inst ustav intezet* enstitu* 研究所 kenkyujo kenkyusho
polytechnic politecn* polytech* politech* polit* politechnika | centre center* centro* centr* zentrum centrum zentral* central* centru centar centre* 中央 センター senta chuo
research recherche* investigaci* investigaca* investigad* ricerc* ricerch* forschung* recerca pesquis* onderzoek* forskning* 研究 kenkyu tutkimus* badan badawcz* vyzkum*
science scienc* cienci* scienz* wissenschaft* cienti* scientif* scientist* wetenschap* veda vedy nauk* 科学 サイエンス kagaku
technology technolog* tecnolog* teknolog* tech tec tecno techno 技術 テクノロジー gijutsu tecn | technical tecnico tecnica tecnicas tecnicos technisch* technique* tecnic* 工科
engineering engineer* ingenier* ingeneri* enginyer* ingegner* engenhar* ingenieur* 工学 エンジニアリング eng kogaku
foundation fondation fundaci* fundac* fondazione stiftung* stichting fundacja nadace saatio fundatia 財団 zaidan fdn
society societ* sociedad* sociedade* soc societat gesellschaft* seura selskab* genootschap 学会 gakkai
association associat* asociaci* associac* associaz* verband verein* vereniging assn assoc asoc yhdistys sdruzeni 協会 kyokai 社団
federation federat* federaci* federac* federaz* federal* bundes* 連合 連盟 rengokai 連合会 | union unio union* unione 組合 kumiai | confederation confedera*
hospital hospital* hopital* ospedal* krankenhaus* ziekenhuis* klinikum 病院 byoin hosp sairaala nemocnice szpital hosptl
clinic clinics clinica clinicas clinique* klinik klinika 診療所 クリニック kurinikku | clinical clinico clinicos kliniczn*
medical medic medical* medico medicos medica medicas medicale medicaux medizinisch* med 医療 iryo メディカル | medicine medicin* medecin* medizin* 医学 igaku
health salud salut sante saude gesundheit* salute sanit* healthcare 保健 健康 ヘルス 衛生 hoken | care cuidado* soin* pflege* ケア | nursing enfermer* enfermag* infirmier* 看護 kango
pharmacy farmaci* pharmacie* 薬局 | pharmaceutical pharma pharma* farmaceu* 製薬 薬品 seiyaku yakuhin ファーマ arzneimittel*
national nacional* national* nazional* nationaal* natl nac nat narodn* 国立 kokuritsu ntl
international internacional* internation* internazional* intl int inter internat 国際 kokusai インターナショナル internac
world mundo monde welt 世界 sekai ワールド global globales global* mundial* mondial* グローバル | general general* gen 総合 sogo ゼネラル gral | regional regional* reg
region regio region* regione | state estado etat stato estatal estadual staat* 州立 | public public* publica* publico* publique* publiek* oeffentlich* offentlich* 公立 公共
private privad* prive privee privat* | municipal municip* ayuntamiento ajuntament comune gemeinde 市立 町立 村立 | city ciudad ciutat ville citta cidade stadt 市 cd ciud
prefectural prefect* 県立 府立 都立 道立 | provincial provinci* diputacion diputacio | county condado comte | district distrit* districte
government gobierno govern* gouvernement* gouvern* governo regierung* govt generalitat | ministry ministeri* ministere* ministerium ministr* kementerian min 省
department departament* departement* dept dep dpto depto abteilung dipartiment* 部 | council consej* consell conseil* consiglio conselho councils rat 評議会 審議会 board junta
commission comision* comissi* commissi* kommission* 委員会 | committee comite* comitato comitet* komitee | agency agenci* agenz* agence* agentur* 庁
authority autoridad* autorite* autorita* authorit* | office oficin* officin* bureau* buro ufficio 事務所 オフィス | secretariat secretari* secretaria
service servic* serviz* servico* servei* dienst* svc svcs サービス | system system* sistem* systeme* システム | network network* red redes reseau* netz* netzwerk* xarxa rete ネットワーク
group grup* grupo* group* gruppe* gruppo groep grp グループ | unit unitat unidad* unite* unidade* einheit | laboratory laborator* labor lab labs 実験所 研究室 ラボ | division divisi*
section secci* sektion* sezione | museum muse* muzeum* 博物館 美術館 hakubutsukan | library bibliote* bibliothe* librar* knihovna 図書館 toshokan | archive archiv* arquiv* 文書館
academy academ* akadem* acadèmi* accadem* アカデミー | royal real reial royale konink* koniglich* reale | art arts arte* kunst* 芸術 美術 geijutsu アート
music music* musica* musik* musiqu* 音楽 ongaku | history histor* geschichte* 歴史 rekishi | natural natural* naturel* 自然 shizen | nature natur* naturaleza
education educac* educat* educaz* bildung* padagog* pedagog* 教育 kyoiku | training formac* formation* formaz*
applied aplicad* angewandt* applique* applicat* applicata 応用 oyo | advanced avanzad* avance* avancad* fortgeschritten* 先端 | higher superior* superieur* haute* hoger* hohere*
study studi* estudi* etude* estudos 学 | development desarroll* developpement* desenvolv* entwicklung* sviluppo develop* 開発 kaihatsu dev
innovation innovac* innovat* innovaz* inovac* イノベーション | environment environ* ambient* umwelt* medioambient* milieu 環境 kankyo | energy energ* energeti* エネルギー
nuclear nuclear* nucleair* nucle* nukle* kern* 原子力 核 | physics physic* fisic* physik* physiqu* fyzik* fizik* 物理 butsuri
chemistry chemi* quimic* chimi* kemi* 化学 ケミカル chemical* quimico quimica quimicas chemicals | biology biolog* 生物 | biomedical biomed* biomedizin*
biotechnology biotec* biotek* バイオテクノロジー | molecular molecul* molekul* 分子 | cell cellul* celula* zell* zelular* | genetics geneti* genom* 遺伝
mathematics matemat* mathemat* math mathem* 数学 suri | computer computer* comput* informatiqu* コンピュータ コンピューター 計算機 ordenador* | informatics informatic* informatik*
information informaci* informac* informati* informaz* info 情報 joho | data datos donnees daten dados dades データ | digital digital* numerique* デジタル
software softwar* ソフトウェア ソフト | electronics electroni* elektroni* 電子 denshi エレクトロニクス | electric electri* elektri* electr 電機 電気 denki
communication comunicac* communicat* kommunikat* comunicaz* telecom* 通信 tsushin コミュニケーション | media medios メディア
industry industri* sangyo 産業 工業 kogyo インダストリー インダストリーズ ind inds | manufacturing manufactur* mfg manuf fabrica* fabrik* seisakusho 製作所 製造
company compan* compania cia comp empresa* entrepris* enterprise* unternehmen* empresarial* 会社 エンタープライズ cie cias
business business* negocio* comercial* commerc* comerc* kommerz* 商業 ビジネス | trade trading comercio* handel* 商事 貿易 shoji boeki トレーディング
economics econom* okonom* ekonom* 経済 keizai | finance financ* finanz* finans* 金融 ファイナンス ファイナンシャル フィナンシャル | bank banc* banco bank* banque* banca 銀行 ginko バンク
insurance segur* assuranc* versicherung* insuranc* aseguradora* 保険 | security secur* seguridad seguranca sicherheit* securit* 証券 セキュリティ shoken 警備 safety
investment inversi* invest* インベストメント 投資 toshi | holdings holding* ホールディングス hd hldg hldgs
management gestion* gestao management* administraci* administrat* verwaltung* mgmt マネジメント 経営 管理 adm admin admon | consulting consult* konsult* コンサルティング asesor*
construction construcc* construct* construc* constru* bau 建設 kensetsu | building edifici* edificaci* gebaude* 建築 kenchiku | architecture arquitect* architec* architek*
housing vivienda* habitat* 住宅 jutaku ハウス ホーム home | estate inmobiliari* immobili* estate* 不動産 fudosan エステート | transport transport* 交通 輸送 運輸 kotsu
logistics logist* 物流 ロジスティクス butsuryu | railway railway* ferrocarril* railroad* ferrovia* eisenbahn* 鉄道 tetsudo
aviation aviac* aviat* aeron* luftfahrt* aerospac* aeroespac* 航空 koku エアライン | space espaci* spatial* espace* weltraum* 宇宙 uchu | marine marin* maritim* 海洋 kaiyo 海上
sea mar mer meer oceano* ocean* | port puerto* puertos hafen 港湾 kowan | naval naval* marina armada navy navales | military militar* militair*
defence defens* defenc* verteidigung* | fire bomberos pompiers feuerwehr incendios | police polici* polizei* | army ejercito armee heer | force fuerza* forces
water agua* eau* wasser* aigua acqua 水道 suido | fishery pesca* pesquer* fisher* 水産 suisan 漁業
agriculture agricult* agrar* agricol* landwirt* agri agro agron* agropecuar* 農業 nogyo | forest forest* forestal* forstwirt* foret* waldes 森林 林業 ringyo
food aliment* food* lebensmittel* nutric* nutrit* 食品 shokuhin フーズ フード | animal animal* tier* zootecn* zoo* 動物 | plant plant* pflanz* vegetal* 植物 | veterinary veterin* 獣医
garden jardin* garten* 庭園 植物園 botanic* | park parque* parc parco park* 公園 パーク | earth tierra terre erde | geology geolog* 地質 | geography geogra*
climate clima* klima* meteorolog* 気象 | astronomy astronom* 天文 | observatory observatori* observatoire* 天文台 | water-resources hidro* hydro* hydrolog* hidrolog*
mining miner* minas mines bergbau* 鉱業 | metal metal* 金属 kinzoku | steel acero* acier* stahl* steel* 製鋼 鉄鋼 スチール 製鉄 | material material* materia* materiau* werkstoff* 材料 マテリアル
oil petrol* petrole* 石油 sekiyu | gas gases ガス | plastic plastic* plastiqu* 樹脂 | paper papel* papier* 製紙 seishi | textile textil* 繊維 sen'i
printing impresi* imprent* imprimer* 印刷 insatsu | machine machin* maquin* maschin* 機械 kikai mecanic* mechanic* mechanik* machines
precision precis* prazis* 精密 精機 seiki seimitsu | instrument instrument* 計器 keiki | automobile automovil* automob* automot* 自動車 jidosha モーター | optics optic* optik* 光学
law derecho* droit* recht* jurid* juridic* dret legal | justice justici* justiz* | court tribunal* corte gericht* cour | politics politic* politiqu* politik*
social social* sozial* 社会 | welfare bienestar wohlfahrt* 福祉 fukushi | culture cultur* kultur* 文化 bunka | language lengua* idioma* langue* sprach* linguist* llengua* 言語
literature literat* litterat* | humanities humanid* humanit* geisteswissenschaft* humanistic* | human human* menschen* | philosophy filosof* philosoph*
psychology psicolog* psycholog* | psychiatry psiquiat* psychiat* 精神 | sociology sociolog* soziolog* | anthropology antropolog* anthropolog*
archaeology arqueolog* archeolog* archaolog* | theology teolog* theolog* | statistics estadistic* statisti* 統計 | analysis analis* analys* | sport deport* sport* スポーツ
tourism turism* touris* 観光 kanko | children nino* ninos infantil* enfant* kinder* child* infan* 小児 子ども こども childrens | youth joven* juvent* jeune* jugend* 青少年
women mujer* femme* frauen* women* 女子 joshi 婦人 | family familia* famill* familie* | people pueblo* popular* peuple*
teacher maestr* profesor* docent* enseignant* lehrer* 教員 | student estudiant* etudiant* 学生 | labour trabajo* travail* arbeit* labor* laboral 労働
cooperation cooperac* cooperat* kooperat* 協力 | cooperative cooperativ* genossenschaft* 協同組合 | promotion promoc* fomento* forderung* 振興 shinko 推進
protection protecc* protect* schutz* 保護 | conservation conservac* conservat* | control control* | quality calidad qualit* qualidade 品質 | standard estandar* norm* 標準 規格
patent patente* | disease enfermedad* maladi* krankheit* diseas* malalti* 疾患 | cancer cancer* onco* krebs* tumor* がん 癌 oncolog* onkolog*
heart cardio* cardiac* corazon coeur herz* cardiovasc* 循環器 心臓 | lung pulmon* respirator* | brain cerebr* gehirn* neuro* 脳 脳神経 神経 | eye oftalm* ophthalm* ojo augen* 眼科
child-health pediatr* paediatr* | surgery cirug* chirurg* surg* 外科 | dental dental* odontolog* dentist* zahn* 歯科 | orthopaedics ortoped* orthop* 整形外科
rehabilitation rehabilit* リハビリテーション リハビリ | maternal matern* mater maternidad | infection infecc* infect* 感染 | immunology inmunolog* immunolog* | toxicology toxicolog*
microbiology microbiolog* | ecology ecolog* okolog* | biodiversity biodivers* | memorial memorial* conmemor* 記念 kinen
saint san santa santo sainte sankt sant sao st ste 聖 sto sta | holy sagrad* sacre heilig* | virgin virgen vierge | mary maria marie | joseph jose josep giuseppe josef
john juan joan jean johann* joao giovanni | paul pablo pau paolo paulo | peter pedro pere pierre pietro | james jaime santiago jacques | michael miguel miquel michel michele
francis francisco francesc francois francesco francisc* | charles carlos carles karl carlo | catholic catolic* cattolic* catholique* katholisch* カトリック
christian cristian* chretien* christlich* キリスト教 | adventist adventist* | evangelical evangelic* evangel* | lutheran luther* | jewish judi* juif* judisch* | islam islam*
pontifical pontific* | autonomous autonom* | open abiert* ouvert* offen* obert* | distance distancia | free libre* frei* | new nuev* nouveau nouvelle neu* nova novo nou 新
old viej* ancien* antigu* | great gran* grand* gross* | north norte nord norden northern septentrional* 北 kita | south sur sud sul southern meridional* suden 南 minami
east este est oriental* ost eastern leste 東 higashi | west oeste ouest occident* western ovest 西 nishi | northwest noroest* nordouest northwestern nw
northeast nordest* noreste northeastern | southeast sureste sudeste sudest southeastern | southwest suroeste sudoeste sudouest southwestern
first primer* premier* erste* primo 第一 daiichi ichi 1st | second segund* ii deuxieme* zweit* 第二 daini 2nd | third tercer* iii troisieme* dritt* 第三 daisan 3rd
latin latin* latino* | american american* americain* amerikan* | america amerique amerika americas 米国 | europe europ* 欧州 european* europeo europea europeos europeen*
asia asia* asie* asiat* アジア | africa afric* afriqu* afrik* african* africain* | pacific pacifi* pazifi* 太平洋 | atlantic atlanti* | mediterranean mediterran*
caribbean carib* | indigenous indigen* autochton* | rural rural* | urban urban* | local local* | spain espan* espanol* spani* spanish espagn* | mexico mexic* mejic* mexican*
argentina argentin* | chile chile* chilean* chilen* | colombia colombi* | peru peru* | ecuador ecuador* ecuatorian* | bolivia bolivi* | venezuela venezol* venezuela*
uruguay uruguay* | paraguay paraguay* | guatemala guatemal* | honduras hondur* | salvador salvador* | nicaragua nicaragu* | costarica costarric* | panama panam*
cuba cuba* cuban* | dominican dominican* | puerto-rico puertorriq* | brazil brasil* brazil* bresil* | portugal portug*
france francia francai* frances* francis* franzos* frankreich french フランス | germany aleman* deutsch* german* allemagne allemand* ドイツ | italy itali* italian*
england inglaterra english ingles* anglais* angleterre | britain britan* british britisch* | ireland irland* irish | scotland escocia ecosse scottish
switzerland suiza* suisse* schweiz* swiss svizzer* helvetic* | austria austri* osterreich* autrich* | belgium belgi* belgic* belg*
netherlands holanda* nederland* dutch niederland* | sweden suec* swed* schwed* sverige svensk* suede* | norway norueg* norw* norges norsk* norwegian*
denmark dinamar* danish danmark dansk* | finland finland* finn* suomen suomi finnish | poland polon* polish polsk* polen | czech chec* cesk* tcheque* tschech*
slovakia eslova* slovak* slovensk* | hungary hungri* hungar* magyar* ungar* | romania ruman* roman* rouman* | bulgaria bulgar* | greece greci* greek griech* hellenic*
turkey turqu* turk* turkish turkiye | russia rusi* russi* russe* russian* | ukraine ucrani* ukrain* | china chin* chino* 中国 chinese chinoi*
japan japon* japan* japanes* nippon nihon 日本 | korea core* korea* coree* 韓国 | india india* inde indien* indian* | indonesia indonesi* | australia australi*
canada canad* kanad* | states unidos unis vereinigte etats 合衆国 | united unida* unies | kingdom reino royaume konigreich | republic republi* repubbl*
catalonia catalunya catalun* catalan* catalogne | basque vasc* euskal* euskad* basque* | galicia galici* galeg* gallego* | andalusia andaluci* andalu* | castile castil*
navarre navarr* nafarr* | valencia valenci* | mallorca mallorc* majorc* balear* | aragon aragon* | asturias asturi* | seville sevill* | cordoba cordob* | cadiz cadi*
zaragoza zaragoz* saragoss* | corunna coruna | biscay bizkaia vizcaya | guipuzcoa gipuzkoa | london londres londen | paris parisien* | rome roma rom romano
milan milan* mailand | turin turin* torin* | florence firenze florenc* florenz | naples napol* neapel | venice venezia venecia venedig venet* | munich munchen monaco
vienna viena wien vienne | cologne koln colonia | geneva ginebra geneve genf | brussels bruselas bruxell* brussel | lisbon lisboa lisbonne | prague praga prag praha* praze
warsaw varsov* warszaw* warsch* | copenhagen kobenhavn copenhague | moscow mosc* moskau moskv* | tokyo tokio 東京 | osaka 大阪 | kyoto 京都 | nagoya 名古屋 | yokohama 横浜 | kobe 神戸
fukuoka 福岡 | hokkaido 北海道 | sapporo 札幌 | sendai 仙台 | hiroshima 広島 | kyushu 九州 | kansai 関西 | kanto 関東 | tohoku 東北 | chubu 中部 | shikoku 四国 | okinawa 沖縄 | nagasaki 長崎
kumamoto 熊本 | kagoshima 鹿児島 | miyazaki 宮崎 | oita 大分 | saga 佐賀 | yamaguchi 山口 | okayama 岡山 | shimane 島根 | tottori 鳥取 | ehime 愛媛 | kagawa 香川 | tokushima 徳島 | kochi 高知
hyogo 兵庫 | nara 奈良 | wakayama 和歌山 | shiga 滋賀 | mie 三重 | aichi 愛知 | gifu 岐阜 | shizuoka 静岡 | nagano 長野 | yamanashi 山梨 | fukui 福井 | ishikawa 石川 | toyama 富山 | niigata 新潟
kanagawa 神奈川 | chiba 千葉 | saitama 埼玉 | gunma 群馬 | tochigi 栃木 | ibaraki 茨城 | fukushima 福島 | yamagata 山形 | akita 秋田 | miyagi 宮城 | iwate 岩手 | aomori 青森
organization organiza* organisat* organizz* 機構 kiko org | corporation corporaci* corporac* corp 公社 コーポレーション | fund fondo* fonds funds fund* 基金 ファンド
trust fideicomis* trust* 信託 shintaku トラスト | program programa* program* programm* プログラム | project proyect* projet* projekt* progetto* プロジェクト | plan plans planes
infrastructure infraestruct* infrastruct* | resource recurs* ressourc* resourc* 資源 | product product* produit* produkt* producto* プロダクツ | process proces* procedes
production producci* produz* | laboratory-test ensay* prueb* | survey encuest* relevamient* | power 電力 denryoku パワー | light luz lumiere licht | film cine* film* 映画
broadcast radio* television* 放送 hoso | press prensa presse* 新聞 shimbun shinbun | publishing editorial* edicion* edition* verlag* 出版 shuppan | post correo* poste 郵便
store tienda* magasin* 百貨店 ストア | wholesale mayorist* 卸 | restaurant restaurant* レストラン | hotel hotel* ホテル | wine vino* vin* wein* | beer cervez* biere* bier* brewer* 麦酒 ビール
glass vidri* verre* glas* 硝子 ガラス | rubber caucho* ゴム | cement cement* セメント | warehouse almacen* 倉庫 soko | shipping navier* 汽船 海運 kisen | medical-university 医科大学 ikadaigaku
graduate posgrado* postgrad* 大学院 daigakuin | junior 短期 ジュニア | professional profesional* professionnel* professional* 専門 | experiment experimental* experiment* 実験
theory teori* theor* theoret* | complex complej* complex* | integrated integrad* integr* | interdisciplinary interdisciplin* | comparative comparad* compar*
sustainable sostenib* sustentab* durable* sustain* nachhaltig* | change cambi* changement* | knowledge conocimient* connaissance* wissen* | expert expert*
intelligence inteligenc* intelligen* | artificial artifici* | robotics robotic* robot* ロボット ロボティクス | automation automatiz* automat* オートメーション
solution solucion* solution* ソリューション ソリューションズ | design disen* disseny* design* デザイン | creation creac* creat* | planning planific* planeac* planung* 企画
marketing mercad* marketing* マーケティング | agency-travel viaj* voyag* | citizen ciudadan* burger* | refugee refugiad* | peace paz paix frieden* 平和 | freedom libertad* liberte*
right derechos* droits* | friend amig* | house casa maison haus | hall sala halle* | tower torre torres turm | river rio fluss | mountain montan* montagne* berg 山
valley valle* vallee* tal | island isla* ile insel* 島 | lake lago lac see 湖 | coast cost* cote coast* coastal costero costera kust* | border fronter* | bridge puente pont
stone pied* | white blanc* weiss* | black negr* noir* schwarz* | red-colour roj* rouge* | green verd* vert* grun* | blue azul* bleu* blau* | gold oro or
sun sol soleil sonne* | star estrell* etoile* stern* | rice arroz* | sugar azucar* sucre* zucker* 製糖 シュガー | milk leche lait milch dairy lacte* 乳業 nyugyo | meat carn*
cotton algod* | leather cuero* | wood mader* bois holz* | ceramic ceram* keram* セラミック セラミックス 陶器 | semiconductor semiconduct* 半導体 | fiber fibra* fibre* faser*
battery bateri* batter* 電池 | motor motor* | vehicle vehicul* | ship buque* astiller* 造船 zosen | wire alambr* kabel* cable* 電線 電工 densen ケーブル | tool herramient* werkzeug* 工具
pump pumps bomba bombas ポンプ | valve valv* バルブ | bearing 軸受 ベアリング | spring 発条 | gear 歯車 ギヤ | measuring medici* messtechn* mesur* 計測 keisoku | laser laser* レーザー
plasma plasma* | vacuum vaci* vakuum* 真空 | solar solar* ソーラー | wind eolic* | cleaning limpiez* | personnel 人材 スタッフ | partner partner* socio* パートナー パートナーズ
brothers bros hermanos freres gebruder hnos | sons hijos fils sohne | emergency emergenc* urgenci* 救急 | blood sangre sang blut* 血液 | transplant trasplant* transplant*
diabetes diabet* | alcohol alcohol* | drug drog* medicament* | vaccine vacun* vaccin* ワクチン | radiation radiac* radiat* strahl* 放射線 hoshasen | nuclear-fusion fusion* 核融合
synchrotron sincrotron* synchrotron* | particle particul* teilchen* | accelerator aceler* accelerat* beschleunig* 加速器 | crystal cristal* kristal*
surface superfic* oberflach* | catalysis catalys* catalis* katalys* catalyt* | polymer polimer* polymer* 高分子 | nano nanotec* nanosc* nanomat* ナノ
seismology sismolog* seismolog* 地震 | volcano volcan* vulcan* 火山 | polar polar* 極地 | desert desiert* | tropical tropic* trop* | risk riesgo* risc risque* risiko* rischio
disaster desastre* catastroph* katastroph* | accident accident* | crime crimin* crimen* krimin* | prison penitenciari* carcel* prisons | heritage patrimoni* patrimoine erbe
treasury tesoro tresor hacienda hisenda fisco | tax tribut* impuest* steuer* fiscal* | customs aduan* douan* zoll | budget presupuest* | census censo*
election elector* election* wahl* | parliament parlament* parlement* parliament* | senate senad* senat* | congress congres* kongress* | presidency presid* | cabinet gabinet*
interior interior* inneres | foreign exterior* auswart* extranjer* | affair asunto* affair* angelegenheit* | relation relacion* relation* beziehung*
diplomacy diplomat* diplomac* | embassy embajada* ambassad* botschaft* | consulate consulad* consul* | summer verano estiu ete sommer | winter invierno hiver
spring-season primavera printemps fruhling | night noche nuit nacht | day dia dias jour tag | year ano anos annee jahr | century siglo siecle jahrhundert
age edad alter aging envejecim* geront* vieillissement alterung | elderly mayores ancianos | death muerte mort | life vida vie vita leben vivant | birth nacim* naissance
woman-breast mama breast mammar* | skin piel peau haut dermat* | bone hueso* osea osseous | joint articul* gelenk* | kidney rinon* renal nefrol* nephrol* rein niere*
liver higad* hepat* foie leber* | stomach gastro* digest* | throat otorrin* larynx | mental mental* mentales | memory memoria memoire | sleep sueno sommeil schlaf
pain dolor douleur schmerz | allergy alerg* allerg* | virus viral* virolog* | bacteria bacteri* bakteri* | parasite parasit* | malaria paludis* malari*
tuberculosis tubercul* | aids sida vih hiv | rare rar* selten* | chronic cronic* chroni* | palliative paliativ* palliativ* | intensive intensiv*
primary primari* atencion primaire* | specialised especiali* speciali* | treatment tratamient* traitement* behandlung* | therapy terap* therap* therapeut*
biopharma biopharm* biofarm* | bioscience bioscienc* biocienc* bioscien* lifescience* | diagnosis diagnos* 診断 | prevention prevenc* prevent* | donation donac* don dons
volunteer volunt* benevol* | charity carid* benefic* charit* caritas | poverty pobre* pauvre* | hunger hambre faim | migration migra* | equality iguald* egalit*
gender genero genre | diversity diversid* diversit* | identity identid* identit* | community comunid* comunit* communaut* communit* cdad | neighbourhood barrio*
council-island cabildo | territory territori* territoir* | frontier frontier* | landscape paisaj* paysag* landschaft* | species especi* espec* especes arten
threatened amenaz* menac* bedroht* | bird ave aves oiseau* vogel* ornitol* ornithol* | fish pez peces poisson* fisch* | insect insect* entomol*
horse caball* cheval pferd* equin* | dog dogs perro perros chien hund canin* | cattle ganad* bovin* rind* | wildlife fauna silvestr* salvaj* | flora flora* botan*
tree arbol* arbre baum | flower flor flores fleur* blume* | seed semill* semenc* graine* saatgut シード 種苗 タネ | fruit frut* fruit* obst
vegetable hortal* hortic* legume* gemuse | coffee cafe cafes kaffee コーヒー 珈琲 | cocoa caca* kakao | tea tee 茶 | olive oliv* oleicul* | potato papa papas patata*
corn maiz mais | wheat trigo ble weizen cereal* | banana banan* platano* | soil suelo* boden edafol* | rain lluvia pluie regen | wind-air viento vent | air aire luft
ice hielo glace eis glaciar* glaci* | fire-land incendio* | waste residuo* dechet* abfall* | recycling recicl* recycl* | carbon carbon* kohle charbon
hydrogen hidrogen* hydrogen* wasserstoff* | salt sal salz sel | sand arena sable | coal carbones | iron hierro fer eisen | copper cobre cuivre kupfer
silver plata argent silber | diamond diamant* | magnet magnet* 磁気 | thermal termic* thermi* geoterm* geotherm* | acoustic acust* acoust* akust* | photonics foton* photon*
quantum cuant* quant* 量子 | chip microelectron* microelektron* | sensor sensor* | telecommunication telecomunic* telecommunic* 電話 | internet internet* | cyber ciber* cyber*
graphic grafic* graph* | image imagen* imagerie* imag* bild | video vide* | publication publicac* publicat* publik* | journal revista* zeitschrift* journal*
book libro* livre* buch* books 書店 | dictionary diccionar* | document document* | translation traducc* traduct* | writing escrit* | reading-literacy lectur*
drama teatr* theat* 劇場 | dance danza* danse tanz* | opera opera* | orchestra orquest* orchest* | film-school cinemat* | painting pintur* peinture*
photo fotograf* photograph* 写真 | fashion moda mode | gastronomy gastronom* culinari* | game juego* jeu* spiel* ゲーム | football futbol fussball | club club* クラブ
camp campament* | campus | incubator incubad* incubat* | cluster cluster* | consortium consorc* consort* konsort* | alliance alianz* allianc* allianz* | league liga ligue
coalition coalic* coalit* | forum foro forum* | platform plataform* platform* plattform* | initiative iniciativ* initiativ* | movement movimient* mouvement*
campaign campan* campagne* | register registr* regist* | certification certific* zertifiz* | accreditation acredit* accredit* | evaluation evaluac* evaluat*
inspection inspecc* inspect* | superintendence superintend* | regulation regulac* regulat* | competition competenc* competit* wettbewerb*
consumer consumid* consommat* verbrauch* | market mercado* marche* markt* マーケット markets | price precio* prix preis* | value valor* valeur* wert* | capital capital* キャピタル
credit credit* クレジット | saving ahorro* epargne sparkasse | pension pension* pensiones | employment emple* emploi* beschaft* | worker trabajad* travailleur* obrer* worker*
employer emplead* patron* | union-trade sindica* syndica* gewerkschaft* | profession profesion* | lawyer abogad* avocat* anwalt* | notary notari* notaire* | doctor doctor*
nurse enfermera* | pharmacist farmaceutic* | journalist periodis* journalis* | writer escritor* ecrivain* | artist artist* | farmer agricultor* | soldier veterano* veteran*
leader lider* leader* | adult adult* | baby bebe* | mother madre* mere mutter | father padre* | our nuestra nuestro notre | lady senora dame | lord senor
mercy misericord* merced | hope esperanz* espoir esperance | faith fe foi | cross cruz croix kreuz | angel angel* | bishop obisp* episcop*
church iglesi* eglise* kirch* chiesa 教会 | monastery monaster* | temple templo 寺 | seminary seminari* | bible biblic* bibl* | mission mision* mission*
school-normal normal normale | secondary secundari* secondair* | baccalaureate bachill* | preparatory preparator* | scholarship beca* bours* | central-american centroamer*
south-american sudamer* sudameric* suramer* | latin-american latinoamer* iberoamer* | hispanic hispan* | iberian iberi* | andean andin* andes | amazon amazon*
pyrenees pirin* piren* pyren* | alps alpin* alpen alpes | antarctic antart* antarct* | arctic artic* arctic* arkti* | arab arab* | hebrew hebre* hebra* | medieval mediev*
modern modern* | contemporary contemporan* | ancient antigued* | prehistory prehist* | evolution evoluc* | future futur* zukunft* | station estacion* station* 駅
field camp* campo | farm granja* ferme farms ファーム | mill molin* moulin | workshop taller* atelier* | factory fabricas usine* werk* | foundry fundicion* 鋳造
welding soldadur* 溶接 | paint paint* 塗料 ペイント | ink tinta* インキ インク | adhesive adhesiv* | cosmetic cosmet* kosmet* 化粧品 コスメ | soap jabon* 石鹸 | toy juguet* 玩具 トイ
furniture mueb* meuble* mobel* 家具 | clothes ropa* vetement* kleid* アパレル | shoe zapat* calzad* chaussur* | jewel joya* bijou* | watch reloj* uhr* horlog* 時計
door puerta* porte tur | window ventana* fenetre* | roof techo* toit* | road carretera* route strasse* vial* 道路 | highway autopist* autorout* autobahn* 高速道路
bus autobus* バス | taxi taxi* タクシー | airport aeropuert* aeroport* flughafen 空港 | airline aerolin* airline* airways | satellite satel* | rocket cohete* | drone dron*
weapon arma armas armament* | dam presa embals* barrage | irrigation riego* irrigac* irrigat* | drinking potable* | sanitation saneam* | pollution contamin* pollu*
meteorology meteor* 気象庁 | ocean oceanograf* oceanogr* | cave espeleol* speleol* | mountain-climbing alpinis* | ski esqui* | worldwide | brands brand marcas marques ブランド
equipment equipo* equipement* 機器 kiki | apparatus aparat* 器械 | device disposit* devic* デバイス | component component* 部品 buhin | assembly montaj* | supply suministr* supplies
distribution distribuc* distribut* 流通 | import-export importac* exportac* import export | retail minorist* retail* | sales venta* vente* 販売 hanbai
advertising publicid* publicit* werbung 広告 | event evento* | travel viaje* voyage* travel* reise* 旅行 トラベル | leisure ocio loisir*
entertainment entreten* エンタテインメント エンターテインメント | beauty belleza beaute ビューティ | wedding boda* | funeral funer* | cemetery cementeri* | hygiene higien* hygien*
laundry lavander* | kitchen cocina* cuisine* kuche* | bread panader* boulang* 製パン ベーカリー | confectionery 製菓 菓子 | noodle 製麺 | flour harin* 製粉 farine | feed 飼料
fertiliser fertiliz* engrais 肥料 | pesticide plaguicid* pesticid* 農薬 | planetary planetar* | electronics-industry 電子工業 | heavy-industry 重工業 重工 jukogyo heavy | light-metal 軽金属
aluminium alumini* アルミ アルミニウム | titanium チタン titani* | oxygen oxigen* 酸素 | chemicals-industry 化成 kasei | optical 光学工業 | sewing ミシン | ware 陶 | office-work jimu 事務
research-institute-general 総研 総合研究所 | commerce-chamber camara chambre kammer chamber 商工会議所 | town village* aldea* dorf 村 町 | beach playa* plage* strand
bay bahia baie bucht | cape cabo | gulf golfo golfe | isthmus istmo | canal canal* | excellence excelenc* excellen* | directorate direccion direction direktion direccio
facility instalacion* facilities | renewable renovab* renouvel* erneuerbar* rinnovab* | physiology fisiolog* physiolog* | epidemiology epidemiolog* | metrology metrolog*
simulation simulac* simulat* | learning aprendizaj* apprentissag* | teaching ensenanza* enseign* ensino | support apoyo soporte | geoscience geoscienc* geocienc* geowissen*
geophysics geofisic* geophys* | astrophysics astrofisic* astrophys* | neuroscience neurocienc* neuroscienc* neurowissen* | dynamics dinamic* dynami*
efficiency eficienc* efficien* | performance rendimient* | reference referenc* | cognition cognit* cognic* | property propied* propriet* eigentum
intellectual intelectual* intellect* | exploration explorac* explorat* | forensic forens* | aquaculture acuicult* acuacult* aquacult* aquicult*
metallurgy metalurg* metallurg* | atomic atomi* | crop cultiv* crops | reproduction reproduc* | organic organic* | strategy estrateg* strateg*
biochemistry bioquim* biochem* biochim* | biophysics biofisic* biophys* | structure estructur* structur* strukturfor* | functional funcional* function*
fundamental fundament* | obstetrics obstet* ginecolog* gynecolog* gynaecolog* | haematology hematolog* haematolog* | endocrinology endocrin*
rheumatology reumatolog* rheumatolog* rheumat* | pathology patolog* patholog* | anatomy anatom* | radiology radiolog* | anaesthesia anestes* anesthes* anaesthes*
urology urolog* | atmosphere atmosf* atmosph* | vocational vocacional* vocation* | serbia serbi* srbij* srpsk* | croatia croat* hrvat* | slovenia sloven* esloven*
lithuania lituan* lithuan* | latvia letoni* latvi* | estonia eston* | iceland island-country islandi* icelandic | israel israel* | egypt egipt* egypt*
morocco marruec* maroc* moroc* | algeria argeli* algeri* | tunisia tunez* tunisi* | nigeria nigeri* | kenya kenia* kenya* | vietnam vietnam* ベトナム
thailand tailand* thai* タイ | singapore singapur* singapor* シンガポール | malaysia malasi* malaysi* | philippines filipin* philippin* | taiwan taiwan* 台湾 | pakistan pakist*
newzealand | california californi* | texas tejas | florida florid* | york | zurich | basel basilea bale | hamburg hamburg* hamburgo | berlin berlin* | lyon
marseille marsell* marseille* | bordeaux burdeos | toulouse tolosa | strasbourg estrasburg* strasbourg* strassburg | antwerp amberes antwerp* anvers | ghent gante gent gand
bologna bolon* bologn* | padua padov* | genoa genova | athens atenas athen* athina | cairo | jerusalem jerusalen | beijing pekin | shanghai | seoul seul
havana habana havane | quebec quebec* | philadelphia filadelfia philadelph*
`
