import { WHOLE, type Share } from './attribution.ts'

interface Business {
  readonly partnerId: string | null
  readonly leadId: string | null
}

/**
 * What a person may begin with: whoever registered the deal has what its approval says, else brought it; a partner that was given the
 * house's lead helped to sell it; without either, its part is that of taking the order.
 * @param registered what an approved registration of the opportunity was credited as, null where it does not say; undefined: there is none
 */
export function proposeShares({ partnerId, leadId }: Business, registered: { readonly partnerId: string; readonly attribution: 'sourced' | 'coSell' | 'fulfilled' | null } | undefined): readonly Share[] {
  if (registered !== undefined) return [{ partnerId: registered.partnerId, kind: registered.attribution ?? 'sourced', percent: WHOLE }]
  if (partnerId === null) return []
  return [{ partnerId, kind: leadId === null ? 'fulfilled' : 'coSell', percent: WHOLE }]
}
