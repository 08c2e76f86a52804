import type { MediaType } from '../attachments/kept-file.ts'
import type { Locale } from '../locales/locale.ts'

/** What partners are given, in the order in which their home page shows it. */
export const materialKinds = ['news', 'salesProcess', 'faq', 'taxNote', 'pricingNote', 'demo', 'caseStudy', 'collateral'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** What is withdrawn may be published again. */
export const materialStates = ['draft', 'published', 'withdrawn'] as const
export type MaterialState = (typeof materialStates)[number]

/** What a text is made of besides its body, by the kind of material: questions and objections with what is said to them, phases with exit criteria. */
export const partKinds = ['question', 'objection', 'phase'] as const
export type PartKind = (typeof partKinds)[number]
export const partsOf: Readonly<Partial<Record<MaterialKind, readonly PartKind[]>>> = { faq: ['question', 'objection'], salesProcess: ['phase'] }

export interface MaterialPart {
  readonly kind: PartKind
  readonly title: string
  readonly text: string
  /** Of a phase: what has to be so before the next one begins. */
  readonly criteria: readonly string[]
}

/** What one language says. */
export interface MaterialWords {
  readonly title: string
  readonly body: string
  readonly parts: readonly MaterialPart[]
}

/** A file that goes with a text; what it holds is kept apart, by its hash (`materialFiles`), and may not be on this desk yet. */
export interface MaterialFile {
  readonly name: string
  readonly mediaType: MediaType
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

export interface MaterialText extends MaterialWords {
  readonly file: MaterialFile | null
}

/** The texts of a piece of material; null where there is none yet. */
export type MaterialTexts = Readonly<Record<Locale, MaterialText | null>>
