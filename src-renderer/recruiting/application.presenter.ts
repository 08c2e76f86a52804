import type { Words } from '#shared/locales/words.ts'
import type { ApplicationStatus } from '#shared/recruiting/application.ts'
import type { Client, ValueOf } from '../client/client.ts'
import { partnerFieldText } from '../partners/partner.presenter.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

export type Application = ValueOf<Client['recruiting']['get']>
export type Profile = ValueOf<Client['recruiting']['profiles']>[number]
export type Vetting = ValueOf<Client['recruiting']['vet']>
export type Finding = Vetting['findings'][number]
export type Fit = Vetting['fits'][number]
export type Twin = Finding['twins'][number]

const tones: Readonly<Record<ApplicationStatus, BadgeTone>> = { applicant: 'info', vetting: 'accent', approved: 'success', declined: 'neutral' }

export const statusTone = (status: ApplicationStatus): BadgeTone => tones[status]

export function applicationName({ company, erasedAt }: Pick<Application, 'company' | 'erasedAt'>, words: Words): string {
  return erasedAt === null ? company : words.recruiting.erasedName
}

const MOMENTS: ReadonlySet<string> = new Set(['receivedAt', 'vettingAt', 'decidedAt', 'retentionUntil', 'erasedAt'])

/** A field's value in words of the present language; an empty text for what is not known. */
export function applicationFieldText(field: string, value: unknown, { language, names, places }: Pick<Workbench, 'language' | 'names' | 'places'>): string {
  if (value === null || value === undefined || value === '') return ''
  const { recruiting } = language.words.value
  const formats = language.formats.value
  const text = String(value)
  if (MOMENTS.has(field)) return formats.moment(text)
  switch (field) {
    case 'status':
      return recruiting.statuses[value as ApplicationStatus]
    case 'source':
      return recruiting.sources[value as Application['source']]
    case 'declineReason':
      return recruiting.declineReasons[value as NonNullable<Application['declineReason']>]
    case 'partnerType':
      return partnerFieldText('type', value, { language, places })
    case 'partnerId':
      return names.partner(text)
    case 'persons':
      return formats.list((value as Application['persons']).map(({ name }) => name))
    case 'answers':
      return formats.list((value as Application['answers']).map(({ answer }) => answer))
    default:
      return partnerFieldText(field, value, { language, places })
  }
}

/** What a criterion asks for, or an applicant has, in words. */
export function criterionText(kind: Fit['reasons'][number]['criterion']['kind'], values: readonly string[], speaker: Pick<Workbench, 'language' | 'names' | 'places'>): string {
  const field = ({ country: 'country', partnerType: 'partnerType', industry: 'industries', language: 'languages', product: 'products', source: 'source', employees: 'employees' } as const)[kind]
  const listed = kind === 'industry' || kind === 'language' || kind === 'product'
  return listed ? applicationFieldText(field, values, speaker) : speaker.language.formats.value.list(values.map((value) => applicationFieldText(field, value, speaker)))
}
