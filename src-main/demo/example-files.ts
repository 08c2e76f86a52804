import { partnerExport, territoryExport, type ExportedCell } from '#shared/imports/subjects/export-subjects.ts'
import { demoRows, type DemoRows } from './demo-workspace.ts'

interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly (readonly ExportedCell[])[]
}

const SEED = 7
/** Certifications and absences of the files lie around this day. */
const WRITTEN_ON = '2026-11-01T00:00:00.000Z'
const EXAMPLE_LEADS = 50

let rows: DemoRows | undefined

function exampleRows(): DemoRows {
  let made = 0
  rows ??= demoRows(SEED, WRITTEN_ON, () => `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`)
  return rows
}

const stamps = { rev: 1, importId: null }

export function examplePartners(): Sheet {
  return { header: partnerExport.header, rows: exampleRows().partners.map((partner) => partnerExport.cells({ ...partner, ...stamps })) }
}

export function exampleTerritories(): Sheet {
  const { partners, territories, rules } = exampleRows()
  const partnerCodes = new Map(partners.map(({ id, code }) => [id, code]))
  const territoryCodes = new Map(territories.map(({ id, code }) => [id, code]))
  const names = { partnerCode: (id: string) => partnerCodes.get(id), territoryCode: (id: string) => territoryCodes.get(id) }
  return {
    header: territoryExport.header,
    rows: territories.flatMap((territory) =>
      territoryExport.lines({ ...territory, ...stamps }, rules.filter(({ territoryId }) => territoryId === territory.id).map((rule) => ({ ...rule, ...stamps })), names),
    ),
  }
}

/** Fifty leads in English, Japanese and Spanish, under the headers that somebody who is not us would write. */
export function exampleLeads(): Sheet {
  const leads = exampleRows().leads.filter(({ language }) => language !== null && ['en', 'ja', 'es'].includes(language)).slice(-EXAMPLE_LEADS)
  return {
    header: ['Company', 'Web site', 'Country', 'State', 'City', 'Postal code', 'Industry', 'Employees', 'Product', 'Lead source', 'Language', 'Contact', 'E-mail'],
    rows: leads.map((lead) => [
      lead.company, lead.website, lead.country, lead.region, lead.city, lead.postcode, lead.industry, lead.employees, lead.product, lead.source, lead.language, lead.contactName, lead.contactEmail,
    ]),
  }
}
