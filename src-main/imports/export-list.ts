import { basename } from 'node:path'
import { accounts } from '#shared/accounts/account.table.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import type { ImportSubject } from '#shared/imports/imports.contract.ts'
import { accountExport, dealExport, leadExport, opportunityExport, partnerExport, priceExport, territoryExport, type ExportNames } from '#shared/imports/subjects/export-subjects.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import type { JobContext } from '../operations/capability.ts'
import { outgoing } from '../workspace/outgoing.ts'
import { selectRows } from '../workspace/rows.ts'
import { writeCsv, type ExportCell } from './files/write-csv.ts'
import { writeXlsx } from './files/write-xlsx.ts'

interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}

/** Writes a whole list to a file that this program can import again; returns a token by which the asker may fetch it. */
export async function exportList(request: { subject: ImportSubject; format: 'csv' | 'xlsx'; file: string | null }, context: JobContext) {
  const { header, rows } = sheetOf(request.subject, context)
  const path = request.file === null ? outgoing(context.directory, `${request.subject}.${request.format}`) : context.file(request.file, 'write')
  context.progress('writing', 0, rows.length)
  await (request.format === 'csv' ? writeCsv(path, header, rows) : writeXlsx(path, header, rows))
  return { file: context.offerFile(path), name: basename(path), rows: rows.length }
}

function sheetOf(subject: ImportSubject, context: JobContext): Sheet {
  const codes = (table: string): Map<string, string> => new Map(context.db.prepare(`SELECT "id", "code" FROM "${table}"`).raw().all() as [string, string][])
  const partnerCodes = codes('partners')
  const territoryCodes = codes('territories')
  const names: ExportNames = { partnerCode: (id) => partnerCodes.get(id), territoryCode: (id) => territoryCodes.get(id) }
  switch (subject) {
    case 'leads':
      return { header: leadExport.header, rows: selectRows(context.db, leads, `WHERE ${VISIBLE} ORDER BY "_row"`).map((row) => leadExport.cells(row, names)) }
    case 'accounts':
      return { header: accountExport.header, rows: selectRows(context.db, accounts, `WHERE ${VISIBLE} ORDER BY "_row"`).map((row) => accountExport.cells(row, names)) }
    case 'opportunities': {
      const accountNames = new Map(context.db.prepare(`SELECT "id", "name" FROM "accounts"`).raw().all() as [string, string][])
      return { header: opportunityExport.header, rows: selectRows(context.db, opportunities, `WHERE ${VISIBLE} ORDER BY "_row"`).map((row) => opportunityExport.cells(row, accountNames.get(row.accountId) ?? '', names)) }
    }
    case 'deals':
      return { header: dealExport.header, rows: selectRows(context.db, registrations, `WHERE ${VISIBLE} ORDER BY "_row"`).map((row) => dealExport.cells(row, names)) }
    case 'partners':
      return { header: partnerExport.header, rows: selectRows(context.db, partners, `WHERE ${VISIBLE} ORDER BY "code"`).map((row) => partnerExport.cells(row)) }
    case 'prices': {
      const sold = new Map(selectRows(context.db, products, `WHERE ${VISIBLE}`).map((product) => [product.id, product]))
      const books = new Map(selectRows(context.db, priceBooks, `WHERE ${VISIBLE}`).map((book) => [book.id, book]))
      return { header: priceExport.header, rows: selectRows(context.db, prices, `WHERE ${VISIBLE} ORDER BY "_row"`).flatMap((price) => {
        const [product, book] = [sold.get(price.productId), books.get(price.bookId)]
        return product === undefined || book === undefined ? [] : [priceExport.cells(product, price, book)]
      }) }
    }
    case 'territories': {
      const rules = Map.groupBy(selectRows(context.db, territoryRules, `WHERE ${VISIBLE} ORDER BY "priority", "code"`), (rule) => rule.territoryId)
      return { header: territoryExport.header, rows: selectRows(context.db, territories, `WHERE ${VISIBLE} ORDER BY "_row"`).flatMap((row) => territoryExport.lines(row, rules.get(row.id) ?? [], names)) }
    }
  }
}
