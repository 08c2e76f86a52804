import type { RefusalSentence } from '../refusal-sentence.ts'
import { deals } from './deals.ts'
import { partners } from './partners.ts'

const registrationStatus = (code: string): string => deals.statuses[code as keyof typeof deals.statuses] ?? code
const dealField = (code: string): string => deals.fields[code as keyof typeof deals.fields] ?? code
const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const quoted = (value: string): string => (value === '' ? 'this value' : `“${value}”`)

/** Refusals of registered deals and of the terms they are registered by. */
export const dealRefusals = {
  'registration.not-found': 'This registration is not here any more.',
  'registration.status-not-reachable': (d) => `A registration cannot go from “${registrationStatus(d('from'))}” to “${registrationStatus(d('to'))}”.`,
  'registration.held': 'A conflict case holds this registration. It is decided there.',
  'registration.not-draft': (d) => `This is no draft any more (${registrationStatus(d('status'))}).`,
  'registration.company-missing': 'A registration names its customer.',
  'registration.products-missing': 'A registration names at least one product.',
  'registration.product-not-authorised': (d) => `${d('partner')} is not authorised to sell ${d('products')}.`,
  'registration.partner-not-active': (d) => `${d('partner')} is not active (${status(d('status'))}). Only active partners can hold a deal.`,
  'registration.amount-incomplete': 'An amount needs its currency: choose that first.',
  'registration.currency-unknown': (d) => `${quoted(d('currency'))} is no currency.`,
  'registration.registered-already': (d) => `This partner has registered ${quoted(d('company'))} for the same business already.`,
  'registration.no-resubmissions-left': 'It was submitted as often as the terms allow.',
  'registration.not-editable': (d) => `Nothing can be changed while it is “${registrationStatus(d('status'))}”.`,
  'registration.nothing-asked': 'Nothing was asked of this registration, or it was answered already.',
  'registration.field-not-open': (d) => `Only what was asked for can be changed now; ${quoted(dealField(d('field')))} was not.`,
  'registration.window-used-up': 'The window of the earlier claim, which this one goes on with, is over. Wait for the cool-down to end.',
  'registration.decided-already': (d) => `${d('by') === '' ? 'It was' : `${d('by')} has`} decided already: ${registrationStatus(d('status'))}.`,
  'registration.not-extendable': (d) => `Only a window that runs, or ended lately, can be extended (${registrationStatus(d('status'))}).`,
  'registration.no-extensions-left': 'It was extended as often as the terms allow.',
  'registration.extension-too-long': (d) => `An extension is ${d('most')} days at most.`,
  'registration.no-extension-asked': 'No extension was asked for, or it was decided already.',
  'registration.not-approved': (d) => `This is for approved deals only (${registrationStatus(d('status'))}).`,
  'registration.claimed-meanwhile': 'Another claim exists since the window ended, so it cannot be extended.',
  'registration.stale': 'The field was changed in the meantime.',
  'registration.policy-name-missing': 'A registration policy needs a name.',
  'registration.policy-not-found': 'This registration policy is not here any more.',
} satisfies Record<string, RefusalSentence>
