import type { Integer } from '../foundation/integer.ts'
import type { Locale } from '../locales/locale.ts'

export const documentKinds = ['proposal', 'orderForm'] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface Labelled {
  readonly label: string
  readonly value: string
}

export interface DocumentColumn {
  readonly id: 'place' | 'item' | 'quantity' | 'unitPrice' | 'discount' | 'tax' | 'amount'
  readonly title: string
  readonly align: 'start' | 'end'
  /** Its part of the width. */
  readonly weight: number
}

/** A row of the table; the cells of a heading are but the one. */
export interface DocumentRow {
  readonly kind: 'heading' | 'line'
  /** One for each column; each may have several lines. */
  readonly cells: readonly string[]
  /** What is carried on, in minor units. */
  readonly amount: Integer
}

export interface DocumentTotal extends Labelled {
  readonly strong: boolean
}

/**
 * A document as plain words and numbers in the customer's language: what is on paper and what the preview shows are both this and nothing else.
 * Nothing in it tells a cost, a margin or another partner's price.
 */
export interface QuoteDocument {
  readonly kind: DocumentKind
  readonly language: Locale
  readonly paper: 'a4' | 'letter'
  /** `#rrggbb`. */
  readonly accent: string
  /** Across every page until the quote may be sent; null afterwards. */
  readonly watermark: string | null
  /** PNG, Base64, with its pixels; null: none. */
  readonly logo: { readonly content: string; readonly width: number; readonly height: number } | null
  readonly title: string
  readonly addressee: readonly string[]
  readonly sender: readonly string[]
  /** What stands in the space for the seal; null without one. */
  readonly seal: string | null
  readonly facts: readonly Labelled[]
  readonly opening: readonly string[]
  /** The one number everybody looks for. */
  readonly headline: Labelled
  readonly columns: readonly DocumentColumn[]
  readonly rows: readonly DocumentRow[]
  /** Labels of what is carried to the next page and from the one before. */
  readonly carried: { readonly over: string; readonly from: string }
  readonly money: (amount: Integer) => string
  readonly totals: readonly DocumentTotal[]
  readonly terms: readonly { readonly heading: string; readonly text: string }[]
  /** To be filled in by whoever accepts; none on a proposal. */
  readonly acceptance: { readonly title: string; readonly text: string; readonly fields: readonly string[] } | null
  readonly closing: readonly string[]
  readonly footer: string
  readonly pageOf: (page: number, pages: number) => string
}
