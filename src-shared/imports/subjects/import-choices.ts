import type { OpportunityStage } from '../../opportunities/opportunity.ts'
import type { ProductKind } from '../../catalogue/product.ts'
import type { PartnerStatus, PartnerTier, PartnerType } from '../../partners/partner.ts'
import type { RegistrationKind } from '../../deals/registration.ts'
import type { ChoiceStrategy, TieBreak } from '../../territories/territory.ts'
import { fieldRead, fieldRefused, type FieldReading } from '../field-reading.ts'
import { foldName } from '../fold-name.ts'

export type FieldReader<T> = (text: string) => FieldReading<T>

/** Reads one of a closed list of words: by the key itself, or as people write it in English, Japanese or Spanish. */
function choiceReader<K extends string>(words: Readonly<Record<K, string>>): FieldReader<K> {
  const keys = new Map<string, K>()
  for (const key of Object.keys(words) as K[]) {
    for (const word of [key, ...words[key].split(';')]) keys.set(foldName(word), key)
  }
  return (text) => {
    if (text === '') return fieldRead<K>(null)
    const key = keys.get(foldName(text))
    return key === undefined ? fieldRefused('import.choice-unknown', text) : fieldRead(key)
  }
}

export const readPartnerType = choiceReader<PartnerType>({
  reseller: '再販業者;リセラー;revendedor;dealer',
  valueAddedReseller: 'value-added reseller;VAR;付加価値再販業者;revendedor de valor añadido;revendedor de valor agregado',
  distributor: '販売代理店;ディストリビューター;distribuidor;mayorista;wholesaler',
  referral: 'referral partner;紹介;紹介パートナー;referido',
  consulting: 'consultant;consultancy;system integrator;SI;コンサルティング;コンサルタント;consultoría;consultor',
  broker: 'intermediary;agent;仲介業者;intermediario;agente',
})

export const readPartnerTier = choiceReader<PartnerTier>({
  registered: '登録;レジスタード;registrado',
  silver: 'シルバー;plata',
  gold: 'ゴールド;oro',
  platinum: 'プラチナ;platino',
})

export const readPartnerStatus = choiceReader<PartnerStatus>({
  applicant: '申請中;solicitante',
  vetting: '審査中;en evaluación',
  approved: '承認済;承認済み;aprobado',
  declined: '否認済;却下;rechazado',
  onboarding: 'オンボーディング;オンボーディング中;incorporación;en incorporación',
  active: 'アクティブ;稼働中;有効;activo',
  suspended: '停止中;一時停止;suspendido',
  inactive: '休止;無効;inactivo',
  terminated: '契約終了;解約;terminado',
})

export const readRegistrationKind = choiceReader<RegistrationKind>({
  planned: 'future;計画済み;計画;prevista;planificada',
  running: 'in progress;ongoing;処理中;進行中;en curso',
})

export const readOpportunityStage = choiceReader<OpportunityStage>({
  discovery: 'prospecting;prospect;new;qualification;課題の把握;見込み;exploración;prospección;calificación',
  evaluation: 'engaging;engaged;in progress;needs analysis;評価;商談中;evaluación;en curso',
  proposal: 'proposal sent;quote;quoted;価格提案;提案;見積;propuesta;cotización',
  negotiation: 'negotiating;negotiation review;contract;交渉;契約交渉;negociación',
  won: 'closed won;受注;成約;ganada;ganado;cerrada ganada',
  lost: 'closed lost;失注;perdida;perdido;cerrada perdida',
})

export const readStrategy = choiceReader<ChoiceStrategy>({
  roundRobin: '順番割り当て;ラウンドロビン;順番割り当て (ラウンドロビン);asignación rotativa;rotativa',
  weighted: 'by weight;重み付け;ponderada',
  nearest: '最寄り;más cercano',
  bestFit: '最適;mejor ajuste',
})

export const readTieBreak = choiceReader<TieBreak>({
  fewestOpenLeads: '未完了リードが最少;menos clientes potenciales abiertos',
  highestTier: 'ティアが最上位;nivel más alto',
  listOrder: '並び順;orden de la lista',
})

export const readProductKind = choiceReader<ProductKind>({
  product: 'goods;item;hardware;製品;商品;物品;producto;bien',
  service: 'services;software;subscription;サービス;役務;servicio;suscripción',
})

const readYesNo = choiceReader<'yes' | 'no'>({ yes: 'y;true;1;on;x;はい;有効;○;sí', no: 'n;false;0;off;いいえ;無効;×' })

export function readBoolean(text: string): FieldReading<boolean> {
  const reading = readYesNo(text)
  return reading.ok ? fieldRead(reading.value === null ? null : reading.value === 'yes') : reading
}
