/** At the partner: `pending` is known and may not act for it yet, `active` may, `left` is there no more. */
export const personStatuses = ['pending', 'active', 'left'] as const

export const courseStates = ['offered', 'retired'] as const
export const requirementStates = ['inForce', 'off'] as const

/** What is closed to a partner that does not meet a requirement: a tier, or a gate of the program. */
export const requirementKinds = ['tier', 'gate'] as const

export const gates = ['activation', 'dealRegistration', 'leads', 'quotes'] as const

/** So many days before its last one a certificate is said to expire soon. */
export const WARN_DAYS = 60

export const personEditableFields = ['name', 'email', 'phone', 'role', 'language', 'country', 'region', 'city', 'status', 'notes'] as const
