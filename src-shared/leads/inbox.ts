/** Why a lead waits for a person, the most urgent first: its offer runs out, it came back, it may be another one's double, the rules found nobody, it does not qualify yet. */
export const inboxReasons = ['runsOut', 'cameBack', 'possibleDuplicate', 'unroutable', 'toQualify'] as const
export type InboxReason = (typeof inboxReasons)[number]
