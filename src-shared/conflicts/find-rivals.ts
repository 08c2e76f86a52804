import type { Overlap } from '../deals/overlap.ts'

/**
 * Which of those who are with a customer already contest a claim: other partners' registrations of the same business of what is surely the
 * same customer, or likely and not by its name alone (field.md B3, case 2). Direct sales' business with that customer joins them, but alone
 * opens no case: the review weighs it.
 */
export function findRivals(overlaps: readonly Overlap[]): { readonly registrations: readonly Overlap[]; readonly direct: readonly Overlap[] } {
  const contested = overlaps.filter((overlap) => !overlap.isOwn && isContested(overlap))
  const registrations = contested.filter(({ kind }) => kind === 'registration')
  return { registrations, direct: registrations.length === 0 ? [] : contested.filter(({ kind, partnerId }) => kind === 'opportunity' && partnerId === null) }
}

function isContested({ verdict, evidence }: Overlap): boolean {
  if (verdict === 'same') return true
  return verdict === 'likely' && evidence.some((one) => one.weight >= 1 && (one.kind === 'corporateNumber' || one.kind === 'domain' || one.kind === 'address' || one.kind === 'contact'))
}
