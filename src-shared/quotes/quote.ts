/** Draft → In approval → Approved → Sent → Accepted | Declined | Expired; a later revision supersedes; Accepted → Ordered (field.md B4). */
export const quoteStatuses = ['draft', 'inApproval', 'approved', 'sent', 'accepted', 'declined', 'expired', 'superseded', 'ordered'] as const
export type QuoteStatus = (typeof quoteStatuses)[number]

/** Whose price a quote states: the customer's, or what the partner pays. */
export const audiences = ['customer', 'partner'] as const
export type Audience = (typeof audiences)[number]

export const quoteLanguages = ['en', 'ja', 'es'] as const
export type QuoteLanguage = (typeof quoteLanguages)[number]

/** An edit takes what was approved back to the beginning; what was sent is never edited. */
export const editableStatuses: readonly QuoteStatus[] = ['draft', 'inApproval', 'approved']

/** A quote that nothing has been decided about yet. */
export const openStatuses: readonly QuoteStatus[] = [...editableStatuses, 'sent']

export const MAXIMUM_QUOTE_LINES = 2000
