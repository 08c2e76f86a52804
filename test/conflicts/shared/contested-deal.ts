import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import type { Case } from '#test/foundation/builders/build-case.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { buildApproved, buildDraft, buildRegistration, type Registration } from '#test/foundation/builders/build-registration.ts'
import { valueOf, type Desk } from '#test/foundation/desk.ts'

const { submit } = dealsContract.operations
const { take, review, decide, finalise } = conflictsContract.operations

/** One customer, under its number. */
export const KITAYAMA = { company: '北山食品株式会社', corporateNumber: '7000012050002', customerKey: '#7000012050002' }

/** Two resellers and a distributor. */
export async function thePartners(desk: Desk): Promise<readonly [Partner, Partner, Partner]> {
  const all = [buildPartner({ name: 'Jose Lucio', products: ['LEDGER'] }), buildPartner({ name: 'Aoba', products: ['LEDGER'] }), buildPartner({ name: 'Oku', type: 'distributor', products: ['LEDGER'] })] as const
  await desk.put(partners, ...all)
  return all
}

export async function submitted(desk: Desk, draft: Registration, deviceAt: string | null = null): Promise<Registration> {
  await desk.put(registrations, draft)
  valueOf(await desk.run(submit, { id: draft.id, deviceAt }))
  return (await desk.row(registrations, draft.id))!
}

/** Two partners' claims on one deal, and the case that has opened by itself. */
export async function contested(desk: Desk, first: Partial<Registration> = {}, isApproved = false) {
  const [lucio, aoba] = await thePartners(desk)
  const earlier = (isApproved ? buildApproved : buildRegistration)({ partnerId: lucio.id, ...KITAYAMA, ...first })
  await desk.put(registrations, earlier)
  const later = await submitted(desk, buildDraft({ partnerId: aoba.id, ...KITAYAMA, company: 'KITAYAMA FOODS' }))
  const [conflict] = await desk.rows(conflictCases)
  return { lucio, aoba, earlier, later, conflict: conflict! }
}

/** Takes a case through to its end. */
export async function closed(desk: Desk, { id, claims }: Case, kind: 'uphold' | 'award' | 'split' | 'none', shares: readonly { claimId: string; percent: number }[]) {
  await desk.run(take, { id })
  await desk.run(review, { id })
  valueOf(await desk.run(decide, { id, seen: 0, verdict: { kind, shares: [...shares] }, reasonForHouse: 'By the rules', reasons: claims.map((claim) => ({ claimId: claim.id, text: `Reason for ${claim.partnerName}` })) }))
  return valueOf(await desk.run(finalise, { id, agreed: true }))
}

/** Its status, the case that holds it, what its partner was told. */
export const statusOf = async (desk: Desk, { id }: { readonly id: string }) => {
  const row = await desk.row(registrations, id)
  return [row?.status, row?.caseId, row?.reasonForPartner]
}
