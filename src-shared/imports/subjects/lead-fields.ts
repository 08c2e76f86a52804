import type { ImportField } from './import-subject.ts'

/** What a column of a file of leads can become. */
export const leadFields = [
  { name: 'company', required: true, synonyms: ['company', 'company name', 'account', 'account name', 'organisation', 'organization', 'organisation name', 'customer', 'customer name', 'business name', 'name', '会社', '会社名', '企業名', '法人名', '商号', '取引先', '取引先名', '顧客名', '団体名', '組織名', '名称', '提出者名', 'empresa', 'nombre de la empresa', 'compañía', 'cliente', 'razón social', 'organización'] },
  { name: 'companyEn', required: false, synonyms: ['company english', 'company name (English)', 'English name', 'name en', '会社名（英語）', '英文名', '英文社名', '英語名', '提出者名（英字）', 'nombre en inglés', 'empresa (inglés)'] },
  { name: 'companyKana', required: false, synonyms: ['kana', 'name kana', 'reading', '会社名カナ', '会社名フリガナ', 'フリガナ', 'カナ', 'カナ名', '読み', '提出者名（ヨミ）'] },
  { name: 'corporateNumber', required: false, synonyms: ['company number', 'registration number', 'tax id', '法人番号', '提出者法人番号', '企業番号', 'número de identificación corporativa', 'número de empresa', 'NIF', 'NIT', 'RFC', 'CIF'] },
  { name: 'website', required: false, synonyms: ['web site', 'web', 'url', 'homepage', 'home page', 'site', 'ウェブサイト', 'ホームページ', 'サイト', 'sitio web', 'página web'] },
  { name: 'domain', required: false, synonyms: ['web domain', 'email domain', 'ドメイン', 'dominio'] },
  { name: 'country', required: false, synonyms: ['country code', 'nation', 'office location', 'country/region', '国', '国名', '国コード', '国/地域', 'país', 'código de país', 'nación'] },
  { name: 'region', required: false, synonyms: ['state', 'state/province', 'province', 'prefecture', 'county', 'region code', 'state code', '都道府県', '都道府県名', '州', '県', '地域', 'estado', 'provincia', 'departamento', 'región', 'comunidad autónoma'] },
  { name: 'city', required: false, synonyms: ['town', 'municipality', 'locality', '市区町村', '市町村', '都市', '市', 'ciudad', 'municipio', 'localidad', 'población'] },
  { name: 'postcode', required: false, synonyms: ['postal code', 'zip', 'zip code', 'postal', '郵便番号', '〒', 'código postal', 'CP'] },
  { name: 'address', required: false, synonyms: ['street', 'street address', 'address line 1', 'head office', '住所', '所在地', '本店所在地', '本社所在地', '番地', 'dirección', 'calle', 'domicilio'] },
  { name: 'latitude', required: false, synonyms: ['lat', '緯度', 'latitud'] },
  { name: 'longitude', required: false, synonyms: ['lng', 'lon', '経度', 'longitud'] },
  { name: 'industry', required: false, synonyms: ['sector', 'industry type', 'types', 'type', 'business type', 'vertical', 'segment', '業種', '業界', '提出者業種', '産業', 'industria', 'sector económico', 'giro', 'rubro'] },
  { name: 'employees', required: false, synonyms: ['employee count', 'number of employees', 'headcount', 'staff', 'company size', '従業員数', '社員数', '従業員', 'empleados', 'número de empleados', 'plantilla'] },
  { name: 'product', required: false, synonyms: ['product code', 'product interest', 'product of interest', 'interested in', '製品', '商品', '関心製品', 'producto', 'producto de interés'] },
  { name: 'source', required: false, synonyms: ['lead source', 'campaign', 'origin', 'channel', '流入元', 'リードソース', '獲得経路', 'キャンペーン', 'fuente', 'origen', 'fuente del prospecto', 'campaña'] },
  { name: 'language', required: false, synonyms: ['preferred language', 'lang', 'locale', '言語', '使用言語', 'idioma', 'lengua'] },
  { name: 'contactName', required: false, synonyms: ['contact', 'contact person', 'full name', 'person', '担当者', '担当者名', '氏名', 'お名前', '取引先責任者', 'contacto', 'nombre de contacto', 'persona de contacto'] },
  { name: 'contactEmail', required: false, synonyms: ['email', 'e-mail', 'mail', 'email address', 'メール', 'メールアドレス', 'eメール', 'correo', 'correo electrónico'] },
  { name: 'contactPhone', required: false, synonyms: ['phone', 'telephone', 'phone number', 'tel', 'mobile', '電話', '電話番号', '携帯', 'teléfono', 'móvil'] },
  { name: 'notes', required: false, synonyms: ['note', 'comment', 'comments', 'remarks', 'description', 'memo', '備考', 'メモ', 'コメント', 'notas', 'comentarios', 'observaciones'] },
  { name: 'score', required: false, synonyms: ['lead score', 'rating', 'スコア', '評点', 'puntuación'] },
] as const satisfies readonly ImportField[]
export type LeadField = (typeof leadFields)[number]['name']
