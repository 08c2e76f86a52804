import type { ImportField } from './import-subject.ts'

/** What a column of a file of territories can become: a line is a territory with, mostly, one rule. */
export const territoryFields = [
  { name: 'code', required: true, synonyms: ['territory code', 'territory id', 'id', 'テリトリーコード', 'コード', 'código', 'código de territorio'] },
  { name: 'name', required: true, synonyms: ['territory', 'territory name', 'テリトリー', 'テリトリー名', '担当地域', 'エリア', '名称', 'territorio', 'nombre', 'zona'] },
  { name: 'parent', required: false, synonyms: ['parent code', 'parent territory', 'upper territory', '上位', '上位テリトリー', '親テリトリー', 'territorio superior'] },
  { name: 'strategy', required: false, synonyms: ['choice', 'distribution', 'assignment', '選び方', '割り当て方法', 'estrategia', 'método de asignación'] },
  { name: 'tieBreak', required: false, synonyms: ['tie breaker', '同点時', '同順位の決め方', 'desempate'] },
  { name: 'partners', required: false, synonyms: ['candidates', 'partner', 'partner codes', 'reseller', 'パートナー', '担当パートナー', '候補', 'socios', 'socio', 'candidatos'] },
  { name: 'certifications', required: false, synonyms: ['required certifications', '必要な認定', '認定', 'certificaciones requeridas', 'certificaciones'] },
  { name: 'minimumTier', required: false, synonyms: ['tier', 'minimum level', '最低ティア', '必要なティア', 'nivel mínimo'] },
  { name: 'languageRequired', required: false, synonyms: ['language', 'same language', '言語要件', '言語', 'requiere idioma', 'idioma'] },
  { name: 'notes', required: false, synonyms: ['comments', 'remarks', '備考', 'メモ', 'notas', 'observaciones'] },
  { name: 'ruleCode', required: false, synonyms: ['rule', 'rule id', 'ルールコード', '割り当てルール', 'código de regla', 'regla'] },
  { name: 'ruleName', required: false, synonyms: ['rule description', 'ルール名', 'nombre de regla'] },
  { name: 'priority', required: false, synonyms: ['rank', 'order', '優先度', '優先順位', 'prioridad'] },
  { name: 'countries', required: false, synonyms: ['country', 'country codes', '国', '国コード', 'países', 'país'] },
  { name: 'regions', required: false, synonyms: ['region', 'states', 'state', 'prefectures', 'prefecture', '都道府県', '地域', 'regiones', 'estados', 'departamentos', 'provincias'] },
  { name: 'postcodes', required: false, synonyms: ['postcode', 'postal codes', 'zip', 'zip codes', '郵便番号', 'códigos postales', 'código postal'] },
  { name: 'industries', required: false, synonyms: ['industry', 'sectors', '業種', 'industrias', 'sectores'] },
  { name: 'employeesFrom', required: false, synonyms: ['minimum employees', 'employees minimum', '従業員数（下限）', '従業員数下限', 'empleados desde'] },
  { name: 'employeesTo', required: false, synonyms: ['maximum employees', 'employees maximum', '従業員数（上限）', '従業員数上限', 'empleados hasta'] },
  { name: 'products', required: false, synonyms: ['product', 'product codes', '製品', '商品', 'productos', 'producto'] },
  { name: 'sources', required: false, synonyms: ['source', 'lead source', 'campaigns', 'リードソース', '流入元', 'fuentes', 'fuente', 'campañas'] },
  { name: 'accounts', required: false, synonyms: ['named accounts', 'account', '指名企業', '取引先', 'cuentas', 'cuentas nombradas'] },
  { name: 'condition', required: false, synonyms: ['conditions', 'rule condition', '条件', 'condición'] },
  { name: 'effectiveFrom', required: false, synonyms: ['valid from', 'from', 'start date', '適用開始日', '開始日', 'vigente desde', 'fecha de inicio'] },
  { name: 'effectiveTo', required: false, synonyms: ['valid to', 'to', 'end date', '適用終了日', '終了日', 'vigente hasta', 'fecha de fin'] },
  { name: 'enabled', required: false, synonyms: ['active', '有効', 'habilitada', 'activa'] },
] as const satisfies readonly ImportField[]
export type TerritoryField = (typeof territoryFields)[number]['name']
