import type { ImportField } from './import-subject.ts'
import { leadFields } from './lead-fields.ts'

/** The fields that a registration has as a lead has them, under the same names. */
export const sharedWithLeads = ['company', 'companyEn', 'corporateNumber', 'website', 'country', 'city', 'postcode', 'address', 'contactName', 'contactEmail', 'notes'] as const
type Shared = (typeof sharedWithLeads)[number]

const shared = sharedWithLeads.map((name) => {
  const { required, synonyms } = leadFields.find((field) => field.name === name)!
  return { name, required, synonyms }
})

/** What a column of a file of deal registrations can become. */
export const dealFields: readonly ImportField<DealField>[] = [
  { name: 'partner', required: true, synonyms: ['partner code', 'registering partner', 'reseller', 'パートナー', 'パートナーコード', '登録パートナー', 'socio', 'código de socio', 'revendedor'] },
  ...shared,
  { name: 'kind', required: false, synonyms: ['registration type', 'planned or running', '種類', '登録種別', 'tipo', 'tipo de registro'] },
  { name: 'project', required: false, synonyms: ['project name', 'site', 'project or site', 'プロジェクト', '案件名', '拠点', 'proyecto', 'sede'] },
  { name: 'fiscalYear', required: false, synonyms: ['fiscal year', 'FY', '会計年度', '年度', 'ejercicio', 'ejercicio fiscal'] },
  { name: 'products', required: false, synonyms: ['product', 'product code', 'product codes', '製品', '商品', 'producto', 'productos'] },
  { name: 'amount', required: false, synonyms: ['deal size', 'deal value', 'value', 'expected revenue', '金額', '見込金額', 'importe', 'monto', 'valor'] },
  { name: 'currency', required: false, synonyms: ['currency code', '通貨', 'moneda', 'divisa'] },
  { name: 'expectedCloseOn', required: false, synonyms: ['expected close', 'expected close date', 'close date', '完了予定日', '受注予定日', 'cierre previsto', 'fecha de cierre'] },
]
export type DealField = Shared | 'partner' | 'kind' | 'project' | 'fiscalYear' | 'products' | 'amount' | 'currency' | 'expectedCloseOn'
