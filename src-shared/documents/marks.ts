export type Ink = 'ink' | 'soft' | 'accent'

/** What is drawn, in points (1/72 inch) from the upper left corner. */
export type Mark =
  | {
    readonly kind: 'text'
    /** Of the beginning, or of the end where it is aligned there; `y` is the baseline. */
    readonly x: number
    readonly y: number
    readonly align: 'start' | 'end'
    readonly size: number
    readonly bold: boolean
    readonly ink: Ink
    readonly text: string
    readonly width: number
  }
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number; readonly ink: Ink }
  | { readonly kind: 'logo'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A document as it is drawn: the same marks for paper, for the window and for a file of HTML. */
export interface LaidOut {
  readonly title: string
  readonly language: string
  /** `#rrggbb`. */
  readonly accent: string
  readonly watermark: string | null
  /** The picture that marks of a logo show: PNG, Base64. */
  readonly logo: string | null
  readonly width: number
  readonly height: number
  readonly pages: readonly (readonly Mark[])[]
}

/** Of texts; rules that only divide are lighter. */
export const inks: Readonly<Record<Exclude<Ink, 'accent'>, string>> = { ink: '#1a1a1a', soft: '#5b5b5b' }
export const RULE = '#c4c8ce'
export const WATERMARK = { size: 110, colour: '#ececec' } as const
