import type { ImportField } from './import-subject.ts'

/** What a column of a file of opportunities can become. `closedOn` is the day it closed, of what is open the day it is expected to. */
export const opportunityFields = [
  { name: 'reference', required: false, synonyms: ['opportunity id', 'deal id', 'id', 'opportunity number', '商談番号', '案件番号', '案件ID', 'id de oportunidad', 'número de oportunidad'] },
  { name: 'name', required: false, synonyms: ['opportunity', 'opportunity name', 'deal name', '商談名', '案件名', 'nombre', 'oportunidad', 'nombre de la oportunidad'] },
  { name: 'account', required: true, synonyms: ['account name', 'customer', 'customer name', 'company', 'company name', '取引先', '取引先名', '顧客名', '会社名', 'cuenta', 'cliente', 'empresa'] },
  { name: 'stage', required: true, synonyms: ['deal stage', 'sales stage', 'status', 'phase', 'フェーズ', '商談フェーズ', 'ステージ', 'etapa', 'fase', 'estado'] },
  { name: 'product', required: false, synonyms: ['product name', 'product code', '製品', '製品名', '商品', 'producto'] },
  { name: 'amount', required: false, synonyms: ['close value', 'value', 'deal value', 'deal size', 'expected revenue', '金額', '案件金額', '受注金額', 'importe', 'monto', 'valor'] },
  { name: 'currency', required: true, synonyms: ['currency code', '通貨', '通貨コード', 'moneda', 'divisa'] },
  { name: 'openedOn', required: false, synonyms: ['engage date', 'created date', 'open date', 'start date', '開始日', '着手日', '作成日', 'fecha de inicio', 'fecha de creación'] },
  { name: 'closedOn', required: false, synonyms: ['close date', 'closed date', 'expected close', 'expected close date', 'closing date', '完了日', '完了予定日', '受注予定日', 'fecha de cierre', 'cierre previsto'] },
  { name: 'salesAgent', required: false, synonyms: ['sales agent', 'sales rep', 'salesperson', 'owner', 'account manager', '営業担当', '担当', 'vendedor', 'responsable', 'agente de ventas'] },
  { name: 'partner', required: false, synonyms: ['partner code', 'reseller', 'パートナー', 'パートナーコード', 'socio', 'código de socio', 'revendedor'] },
  { name: 'notes', required: false, synonyms: ['note', 'comment', 'comments', 'description', '備考', 'メモ', 'notas', 'comentarios'] },
  { name: 'accountElse', required: false, synonyms: ['account where none is named', '取引先名がない場合', 'cuenta si no hay'] },
] as const satisfies readonly ImportField[]
export type OpportunityField = (typeof opportunityFields)[number]['name']
