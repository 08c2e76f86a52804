import { z } from 'zod'
import { isConfidential } from '#shared/people/confidential-address.ts'
import type { HostEvent } from '../../operations/data-host.ts'

export const SIGN_IN_BEGUN = 'sync.signInBegun'

/** Longer than any provider's question, shorter than what a command line or a browser takes. */
const LONGEST = 8_000

const dataSchema = z.object({ address: z.string().max(LONGEST) })

/**
 * The page that a sign-in wants shown in the person's own browser, spelled anew from its parts.
 * @returns nothing where the event is another, or the page is none that may be shown
 */
export function signInPage({ name, data }: HostEvent): string | undefined {
  const begun = name === SIGN_IN_BEGUN ? dataSchema.safeParse(data) : undefined
  const page = begun?.success === true ? URL.parse(begun.data.address) : null
  return page !== null && isConfidential(page) ? page.href : undefined
}
