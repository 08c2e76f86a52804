import type { ImportField } from './import-subject.ts'

/** What a column of a file of partners can become. */
export const partnerFields = [
  { name: 'code', required: true, synonyms: ['partner code', 'partner id', 'id', 'パートナーコード', 'コード', 'código', 'código de socio'] },
  { name: 'name', required: true, synonyms: ['partner', 'partner name', 'company', 'company name', 'reseller', 'パートナー', 'パートナー名', '会社名', '名称', 'socio', 'nombre', 'empresa', 'razón social'] },
  { name: 'type', required: true, synonyms: ['partner type', 'kind', 'パートナー種別', '種別', '区分', 'tipo', 'tipo de socio'] },
  { name: 'tier', required: false, synonyms: ['level', 'partner tier', 'ティア', 'パフォーマンス階層', 'ランク', 'nivel', 'categoría'] },
  { name: 'status', required: false, synonyms: ['state', 'ステータス', '状態', 'estado del socio', 'situación'] },
  { name: 'country', required: true, synonyms: ['country code', '国', '国名', '国コード', 'país', 'código de país'] },
  { name: 'region', required: false, synonyms: ['state/province', 'province', 'prefecture', '都道府県', '州', 'estado', 'provincia', 'departamento', 'región'] },
  { name: 'city', required: false, synonyms: ['town', '市区町村', '都市', '市', 'ciudad', 'municipio'] },
  { name: 'latitude', required: false, synonyms: ['lat', '緯度', 'latitud'] },
  { name: 'longitude', required: false, synonyms: ['lng', 'lon', '経度', 'longitud'] },
  { name: 'domain', required: false, synonyms: ['website', 'web site', 'url', 'homepage', 'ドメイン', 'ウェブサイト', 'ホームページ', 'dominio', 'sitio web', 'página web'] },
  { name: 'regions', required: false, synonyms: ['serves', 'countries served', 'coverage', 'service area', '担当地域', '対応地域', 'cobertura', 'países atendidos', 'regiones'] },
  { name: 'languages', required: false, synonyms: ['language', '言語', '対応言語', 'idiomas', 'idioma'] },
  { name: 'products', required: false, synonyms: ['authorised products', 'authorized products', '取扱製品', '製品', 'productos', 'productos autorizados'] },
  { name: 'industries', required: false, synonyms: ['industry', 'specialities', 'verticals', '業種', '得意業種', 'industrias', 'sectores', 'rubros'] },
  { name: 'certifications', required: false, synonyms: ['certification', '認定', 'certificaciones'] },
  { name: 'capacity', required: false, synonyms: ['maximum leads', 'max leads', 'lead capacity', '受入上限', 'リード上限', 'capacidad'] },
  { name: 'timeZone', required: false, synonyms: ['time zone', 'タイムゾーン', 'zona horaria', 'huso horario'] },
  { name: 'calendar', required: false, synonyms: ['holidays', 'working calendar', '休日カレンダー', 'カレンダー', 'calendario', 'festivos'] },
  { name: 'absences', required: false, synonyms: ['absence', 'leave', '休業', '不在', 'ausencias'] },
  { name: 'contactName', required: false, synonyms: ['contact', 'contact person', '担当者', '担当者名', 'contacto', 'nombre del contacto'] },
  { name: 'contactEmail', required: false, synonyms: ['email', 'e-mail', 'mail', 'メールアドレス', 'メール', 'correo electrónico', 'correo'] },
  { name: 'contactPhone', required: false, synonyms: ['phone', 'telephone', '電話番号', '電話', 'teléfono'] },
  { name: 'contactRole', required: false, synonyms: ['job title', 'role', '役職', 'cargo', 'puesto'] },
  { name: 'notes', required: false, synonyms: ['comments', 'remarks', '備考', 'メモ', 'notas', 'observaciones'] },
] as const satisfies readonly ImportField[]
export type PartnerField = (typeof partnerFields)[number]['name']
