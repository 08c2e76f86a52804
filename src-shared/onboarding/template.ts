import type { PartnerTier, PartnerType } from '../partners/partner.ts'

/** The words of a template: every language that the program speaks. */
export interface Localised {
  readonly en: string
  readonly ja: string
  readonly es: string
}

/** The languages a partner's checklist is written in. */
export const checklistLanguages = ['en', 'ja', 'es'] as const
export type ChecklistLanguage = (typeof checklistLanguages)[number]

/** What kind of thing is to be done (field.md A.1, 4–12). */
export const taskKinds = ['document', 'agreement', 'training', 'certification', 'meeting', 'systemAccess', 'review'] as const
export type TaskKind = (typeof taskKinds)[number]

export const sides = ['vendor', 'partner'] as const
export type Side = (typeof sides)[number]

/** Who of a side sees to it. */
export const taskRoles = ['channelManager', 'onboardingCoordinator', 'legal', 'trainer', 'it', 'finance', 'management', 'sales', 'technical'] as const
export type TaskRole = (typeof taskRoles)[number]

/** What has to be put on record with a task that is done. */
export const evidenceKinds = ['none', 'note', 'link', 'agreementVersion', 'certificate'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What follows when a task is revoked after its partner became active: it is shown, or the partner is suspended. */
export const revocationPolicies = ['flag', 'stopAccess'] as const
export type RevocationPolicy = (typeof revocationPolicies)[number]

/** Which partners something is for; an empty list asks nothing. */
export interface Condition {
  readonly types: readonly PartnerType[]
  readonly tiers: readonly PartnerTier[]
  /** Countries (`GT`) and regions (`JP-13`). */
  readonly places: readonly string[]
  /** BCP 47, the language alone (`es`). */
  readonly languages: readonly string[]
  readonly products: readonly string[]
}

export const FOR_EVERYBODY: Condition = { types: [], tiers: [], places: [], languages: [], products: [] }

export interface TemplateTask {
  readonly key: string
  readonly title: Localised
  /** What is to be done, in more words; empty in all languages where the title says it. */
  readonly text: Localised
  readonly kind: TaskKind
  readonly side: Side
  readonly role: TaskRole
  /** Working days of the partner's calendar after the last of what it needs is done, or after the start. */
  readonly days: number
  /** Tasks of the same or an earlier stage. */
  readonly needs: readonly string[]
  readonly when: Condition
  readonly required: boolean
  readonly evidence: EvidenceKind
  /** Whether somebody of the vendor has to approve what was handed in. */
  readonly approval: boolean
  readonly onRevocation: RevocationPolicy
  /** The course, certification or agreement it is about, by its key: what several programmes ask for is done once. */
  readonly about: string | null
  readonly material: readonly { readonly title: Localised; readonly address: string }[]
}

export interface TemplateStage {
  readonly key: string
  readonly title: Localised
  /** Opens at once, whatever the stage before it is at. */
  readonly free: boolean
  readonly tasks: readonly TemplateTask[]
}

export type TemplateStages = readonly TemplateStage[]

export const templateStates = ['draft', 'published', 'replaced'] as const
export type TemplateState = (typeof templateStates)[number]

export function tasksOf(stages: TemplateStages): readonly TemplateTask[] {
  return stages.flatMap(({ tasks }) => tasks)
}
