import { isClosed, type LeadStage } from '#shared/leads/lead.ts'
import { duplicateKey } from '#shared/leads/duplicate-key.ts'

interface Company {
  readonly company: string
  readonly country: string | null
  readonly language: string | null
  readonly corporateNumber: string | null
  readonly website: string | null
  readonly domain: string | null
  readonly contactEmail: string | null
  readonly industry: string | null
  readonly stage: LeadStage
  readonly duplicateKey: string
}

/** How the same company calls itself another time. */
const longer: Readonly<Record<string, (name: string) => string>> = { ja: (name) => name.replace(/(?:株式会社)?$/u, 'ホールディングス$&'), es: (name) => `Grupo ${name}` }
const usual = (name: string): string => name.replace(/(?: (?:Inc|LLC|Ltd))?$/, ' Group$&')
const DOUBLES = 5

/** Some of the latest new leads come from companies that asked before, under a longer name and from the same web site. */
export function withDoubles<Lead extends Company>(leads: readonly Lead[]): Lead[] {
  const doubled = [...leads]
  const used = new Set<number>()
  for (let at = leads.length - 1; at >= 0 && used.size < DOUBLES; at -= 1) {
    const late = leads[at]!
    if (late.stage !== 'new') continue
    const earlier = leads.findIndex(({ country, stage, domain }, place) => place < at - DOUBLES && !used.has(place) && country === late.country && domain !== null && !isClosed(stage))
    const first = leads[earlier]
    if (first === undefined) continue
    used.add(earlier)
    const company = (longer[first.language ?? ''] ?? usual)(first.company)
    doubled[at] = { ...late, company, website: first.website, domain: first.domain, contactEmail: first.contactEmail, industry: first.industry, language: first.language, duplicateKey: duplicateKey(company, late.country, late.corporateNumber) }
  }
  return doubled
}
