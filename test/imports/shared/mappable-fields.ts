import type { MappableField } from '#shared/imports/suggest-mapping.ts'

/** Headers as the sample files and their kin write them; the real lists belong to each subject of an import. */
function fields(table: string): readonly MappableField[] {
  return table.trim().split('\n').map((line) => ({ name: line.split('|')[0]!, synonyms: line.split('|')[1]!.split(';') }))
}

export const accountFields = fields(`
company|company;company name;account;account name;organisation;organization;organisation name;customer;customer name;business name;name;会社;会社名;企業名;法人名;商号;取引先;取引先名;顧客名;団体名;名称;提出者名;empresa;nombre de la empresa;compañía;cliente;razón social;organización
corporateNumber|corporate number;company number;tax id;registration number;法人番号;nif;nit;rfc;cif
website|website;web site;web;url;homepage;home page;site;ウェブサイト;ホームページ;サイト;sitio web;página web;web corporativa
domain|domain;web domain;email domain;ドメイン;dominio
country|country;country code;nation;office location;country/region;国;国名;国コード;国/地域;país;codigo de pais;nación
region|region;state;state/province;province;prefecture;county;region code;state code;都道府県;都道府県名;州;県;地域;estado;provincia;departamento;región;comunidad autónoma
city|city;town;municipality;locality;市区町村;市町村;都市;市;ciudad;municipio;localidad;población
postcode|postcode;postal code;zip;zip code;postal;郵便番号;〒;código postal;cp
address|address;street;street address;address line 1;head office;住所;所在地;本店所在地;本社所在地;番地;dirección;calle;domicilio
industry|industry;sector;types;type;business type;vertical;業種;業界;industria;rubro
employees|employees;employee count;number of employees;headcount;従業員数;社員数;empleados;número de empleados
revenue|revenue;annual revenue;turnover;sales;売上;売上高;年商;ingresos;facturación
foundedYear|year established;founded;founded year;established;設立年;創業年;año de fundación
parent|subsidiary of;parent;parent company;親会社;empresa matriz;filial de
notes|notes;comment;備考;メモ;notas
`)

export const productFields = fields(`
code|product id;product-id;product code;sku;productsku;item code;item number;part number;code;商品コード;製品コード;品番;型番;código;código de producto;referencia
name|product;product name;productname;item;item name;name;商品名;製品名;品名;名称;producto;nombre;nombre del producto;artículo
family|series;family;product line;category;subcategory;modelname;model;シリーズ;カテゴリ;カテゴリー;分類;serie;familia;categoría;línea
description|description;productdescription;details;説明;商品説明;descripción;detalle
listPrice|price;list price;sales price;productprice;unit price;定価;価格;単価;標準価格;precio;precio de lista;precio unitario
cost|cost;unit cost;productcost;standard cost;原価;仕入価格;costo;coste;costo unitario
currency|currency;currency code;通貨;通貨コード;moneda;divisa
`)

export const dealFields = fields(`
externalId|opportunity id;deal id;registration id;id;案件番号;案件id;商談番号;id de oportunidad;número de registro
company|company;company name;account;account name;organisation;organization;organisation name;customer;customer name;business name;name;会社;会社名;企業名;法人名;商号;取引先;取引先名;顧客名;団体名;名称;提出者名;empresa;nombre de la empresa;compañía;cliente;razón social;organización;end customer;エンドユーザー;cliente final
product|product;product name;製品;製品名;商品;producto
partner|partner;partner name;reseller;パートナー;パートナー名;販売店;代理店;socio;distribuidor;revendedor
owner|sales agent;sales rep;owner;account manager;担当;営業担当;vendedor;responsable;agente de ventas
stage|deal stage;stage;status;phase;ステージ;商談フェーズ;フェーズ;状態;etapa;estado;fase
openedOn|engage date;created;created date;open date;start date;registered on;開始日;登録日;作成日;fecha de inicio;fecha de registro
closedOn|close date;closed date;expected close;closing date;完了日;成約日;受注予定日;クローズ日;fecha de cierre
amount|close value;value;amount;deal value;deal size;金額;案件金額;受注金額;importe;monto;valor
currency|currency;currency code;通貨;moneda;divisa
notes|notes;description;備考;メモ;notas
`)
