import type { Client, ValueOf } from '../client/client.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** An agreement with its versions, the latest first. */
export type ListedAgreement = ValueOf<Client['agreements']['list']>[number]
export type Version = ListedAgreement['versions'][number]
export type AgreementStanding = ValueOf<Client['agreements']['standing']>[number]
export type Acceptance = ValueOf<Client['agreements']['acceptancesOf']>[number]

const tones: Readonly<Record<AgreementStanding['state'], BadgeTone>> = { accepted: 'success', acceptAgain: 'warning', missing: 'danger', unpublished: 'neutral' }

export const agreementTone = (state: AgreementStanding['state']): BadgeTone => tones[state]
