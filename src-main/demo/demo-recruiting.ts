import type { partners } from '#shared/partners/partner.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { applications } from '#shared/recruiting/application.table.ts'
import type { partnerProfiles } from '#shared/recruiting/partner-profile.table.ts'
import { retentionEnd } from '#shared/recruiting/retention.ts'
import { daysAfter } from './demo-calendar.ts'
import { DEMO_NOTE } from './demo-partners.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Application = Row<typeof applications>

const VETTER = 'Demo: Dana Whitfield'

/** An applicant of the demo: `came` and `decided` days ago; the rest is what is special about it. */
type Case = Pick<Application, 'company' | 'source' | 'country'> & Partial<Application> & {
  readonly came: number
  readonly decided?: number
  readonly writes?: readonly [name: string, email: string]
}

/** One in each state, and of each kind of finding. */
function cases(now: string, known: readonly Row<typeof partners>[]): readonly Case[] {
  const [twin] = known.filter(({ code }) => code === 'GT-LUCIO')
  return [
    { company: 'Quetzalia Sistemas', source: 'inbound', country: 'GT', city: 'Quetzaltenango', website: 'https://quetzalia.example', domain: 'quetzalia.example', employees: 45, partnerType: 'valueAddedReseller', languages: ['es'], industries: ['banking'], products: ['LIRA-LEDGER'], writes: ['Inés Galindo', 'ines.galindo@quetzalia.example'], came: 2, answers: [{ question: '¿Cuántos clientes atienden?', answer: 'Unos sesenta bancos y cooperativas.' }] },
    { company: '白浜ソリューションズ株式会社', companyEn: 'Shirahama Solutions', source: 'referral', referredBy: '霧島 翔', country: 'JP', city: '福岡市', website: 'https://shirahama.example', domain: 'shirahama.example', employees: 120, partnerType: 'reseller', languages: ['ja'], industries: ['retail'], products: ['LIRA-PAY'], writes: ['月岡 恵', 'megumi.tsukioka@shirahama.example'], came: 6 },
    { company: 'Holloway & Garrick', source: 'outbound', country: 'GB', website: 'https://holloway-garrick.example', domain: 'holloway-garrick.example', partnerType: 'consulting', languages: ['en'], writes: ['Judith Holloway', 'judith@jholloway.example'], came: 4 },
    { company: twin?.name ?? 'Lucio Soluciones', source: 'inbound', country: 'BZ', partnerType: 'reseller', languages: ['es', 'en'], employees: 8, writes: ['Darío Figueredo', 'dario@lucio-belize.example'], came: 11, status: 'vetting', vetter: VETTER, vettingAt: daysAfter(now, -9) },
    { company: 'Ebeling Fehling Consult', source: 'referral', referredBy: 'Neckaro', country: 'DE', city: 'Mannheim', website: 'https://ebeling-fehling.example', domain: 'ebeling-fehling.example', employees: 30, partnerType: 'consulting', languages: ['de', 'en'], industries: ['insurance'], products: ['LIRA-COMPLY'], writes: ['Gesa Ebeling', 'gesa@ebeling-fehling.example'], came: 14, status: 'vetting', vetter: VETTER, vettingAt: daysAfter(now, -3) },
    { company: 'Borealis Ledgerworks', source: 'inbound', country: 'CA', partnerType: 'reseller', languages: ['en'], writes: ['Keith Ashworth', 'keith@borealis-ledgerworks.example'], came: 70, decided: 52, status: 'declined', declineReason: 'region', reasonForApplicant: 'We have enough partners in your region this year.', retentionUntil: retentionEnd(daysAfter(now, -52), 180) },
    { company: 'Pizarra Datos', source: 'inbound', country: 'MX', partnerType: 'broker', languages: ['es'], writes: ['Bruno Escamilla', 'bruno@pizarra.example'], came: 200, decided: 179, status: 'declined', declineReason: 'unverified', retentionUntil: retentionEnd(daysAfter(now, -179), 180) },
    { company: '', source: 'inbound', country: 'FR', came: 420, decided: 400, status: 'declined', declineReason: 'profile', erasedAt: daysAfter(now, -220) },
    ...(twin === undefined ? [] : [{ company: twin.name, source: 'outbound' as const, country: 'GT', partnerType: 'valueAddedReseller' as const, languages: ['es'], domain: twin.domain, writes: ['Jose Lucio', `jose.lucio@${twin.domain ?? ''}`] as const, came: 300, decided: 280, status: 'approved' as const, partnerId: twin.id }]),
  ]
}

export function demoRecruiting(known: readonly Row<typeof partners>[], now: string, makeId: () => string): { readonly profiles: readonly Row<typeof partnerProfiles>[]; readonly applications: readonly Application[] } {
  const stamps = { createdAt: daysAfter(now, -300), updatedAt: daysAfter(now, -300) }
  const profiles: Row<typeof partnerProfiles>[] = [
    {
      id: makeId(), name: 'Central America, in Spanish', description: 'Where Lira has no team of its own and banks are going digital.', state: 'inForce', ...stamps,
      criteria: [
        { kind: 'country', any: ['GT', 'BZ', 'SV', 'HN', 'NI', 'CR', 'PA'], weight: 40, required: true }, { kind: 'language', any: ['es'], weight: 25, required: true },
        { kind: 'employees', from: 20, to: 200, weight: 15, required: false }, { kind: 'industry', any: ['banking', 'insurance'], weight: 20, required: false },
      ],
    },
    {
      id: makeId(), name: 'Consultants in Europe', description: null, state: 'inForce', ...stamps,
      criteria: [
        { kind: 'partnerType', any: ['consulting', 'valueAddedReseller'], weight: 40, required: true }, { kind: 'country', any: ['DE', 'AT', 'CH', 'FR', 'GB', 'IT', 'ES'], weight: 40, required: true },
        { kind: 'source', any: ['referral'], weight: 20, required: false },
      ],
    },
    { id: makeId(), name: 'Japan', description: null, state: 'off', ...stamps, criteria: [{ kind: 'country', any: ['JP'], weight: 60, required: true }, { kind: 'language', any: ['ja'], weight: 40, required: true }] },
  ]
  const rows = cases(now, known).map(({ came, decided, writes, ...given }): Application => ({
    id: makeId(), status: 'applicant', companyEn: null, corporateNumber: null, website: null, domain: null, region: null, city: null, postcode: null, address: null, employees: null, partnerType: null,
    industries: [], languages: [], products: [], referredBy: null, answers: [], notes: given.company === '' ? null : DEMO_NOTE, profileId: null, vetter: decided === undefined ? null : VETTER, vettingAt: decided === undefined ? null : daysAfter(now, -decided - 5),
    decidedBy: decided === undefined ? null : VETTER, decidedAt: decided === undefined ? null : daysAfter(now, -decided), declineReason: null, reasonForApplicant: null, reasonForHouse: null, partnerId: null, retentionUntil: null, erasedAt: null,
    persons: writes === undefined ? [] : [{ name: writes[0], email: writes[1], phone: null, role: null }], receivedAt: daysAfter(now, -came), createdAt: daysAfter(now, -came), updatedAt: daysAfter(now, -(decided ?? came)), ...given,
  }))
  return { profiles, applications: rows }
}
