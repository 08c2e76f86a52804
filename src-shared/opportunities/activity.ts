/** What was done, or is to be done, about an opportunity. */
export const activityKinds = ['note', 'call', 'meeting', 'mail', 'task'] as const
export type ActivityKind = (typeof activityKinds)[number]
