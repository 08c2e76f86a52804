import { ApiError } from '../foundation/api-error.ts'

/** Who an access token speaks for: a person at one desk. What they may do is read from the database each time. */
export interface Bearer {
  readonly tenantId: string
  readonly personId: string
  readonly deviceId: string
  readonly clientId: string
}

/** One sentence for every reason, so that nobody learns which. */
export function unauthorised(): ApiError {
  return new ApiError(401, 'session.ended', 'sign in again')
}

/** The person is told: the desk keeps what is unsent, and only an administrator can help. */
export function suspended(): ApiError {
  return new ApiError(403, 'person.suspended', 'your access is suspended; ask an administrator of your company')
}

/** A desk speaks for itself alone. */
export function assertOwnClient(bearer: Bearer, clientId: string): void {
  if (bearer.clientId !== clientId) throw new ApiError(403, 'client.foreign', 'this is another desk’s identity')
}
