/**
 * Writes partners.csv, territories.csv and leads.csv beside this file: `node resources/examples/generate-examples.ts`.
 * Everybody in them is invented, apart from Jose Lucio's reseller. The same program writes the same files.
 */
import { join } from 'node:path'
import { writeCsv } from '#main/imports/files/write-csv.ts'
import { exampleLeads, examplePartners, exampleTerritories } from '#main/demo/example-files.ts'

for (const [name, { header, rows }] of Object.entries({ partners: examplePartners(), territories: exampleTerritories(), leads: exampleLeads() })) {
  await writeCsv(join(import.meta.dirname, `${name}.csv`), header, rows)
}
