import type Database from 'better-sqlite3'
import { idOfHash } from '#shared/attachments/id-of-hash.ts'
import { endings } from '#shared/attachments/kept-file.ts'
import { isSafeFileName } from '#shared/attachments/safe-file-name.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { locales } from '#shared/locales/locale.ts'
import { materialFor } from '#shared/material/material-for.ts'
import { materialContract, materialListFields } from '#shared/material/material.contract.ts'
import { materialFiles, materials } from '#shared/material/material.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories } from '#shared/territories/territory.table.ts'
import { writeAtomically } from '../imports/files/write-atomically.ts'
import { hostCapability } from '../operations/capability.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'
import { outgoing } from '../workspace/outgoing.ts'
import { decodeRow, quoted, selectRows } from '../workspace/rows.ts'

const title = `coalesce(${locales.map((language) => `json_extract("materials"."${language}", '$.title')`).join(', ')}, '')`
const missing = `trim(${locales.map((language) => `CASE WHEN "materials"."${language}" IS NULL THEN '${language} ' ELSE '' END`).join(' || ')})`
const extra = { title, missing }
const textFields = new Set(['title', 'missing', 'places'])

const source: ListSource = {
  table: materials,
  fields: Object.fromEntries(materialListFields.map((name): [string, ListField] => [name, { sql: name in extra ? extra[name as keyof typeof extra] : `"materials"."${name}"`, kind: name === 'place' ? 'number' : textFields.has(name) ? 'text' : 'exact' }])),
  hidden: VISIBLE,
  extra,
  defaultSort: '"materials"."updatedAt" DESC, "materials"."_row" DESC',
}

const columns = `${quoted(materials.columnNames)}, ${Object.entries(extra).map(([name, sql]) => `${sql} AS "${name}"`).join(', ')}`

function materialOf(db: Database.Database, id: string): RowOf<typeof materials> {
  const row = db.prepare(`SELECT ${columns} FROM "materials" WHERE "id" = ? AND ${VISIBLE}`).get(id) as Record<string, unknown> | undefined
  if (row === undefined) throw new RefusedError('material.not-found', 'there is no such material')
  return decodeRow(materials, row) as unknown as RowOf<typeof materials>
}

/** Whether what a file holds has reached this desk: texts may come before it. */
function lookForFiles(db: Database.Database): (sha256: string) => boolean {
  const there = db.prepare('SELECT 1 FROM "materialFiles" WHERE "id" = ?').pluck()
  return (sha256) => there.get(idOfHash(sha256)) === 1
}

export const materialHost = hostCapability(
  materialContract,
  {
    list: (input, { lists }) => lists.list(source, input) as never,
    get: ({ id }, { db }) => {
      const material = materialOf(db, id)
      const isHere = lookForFiles(db)
      return { material: material as never, here: locales.flatMap((language) => material[language]?.file?.sha256 ?? []).filter(isHere) }
    },
    pageOf: ({ partnerId, language }, { db }) => {
      const [partner] = selectRows(db, partners, `WHERE "id" = ? AND ${VISIBLE}`, partnerId)
      if (partner === undefined) throw new RefusedError('partner.not-found', 'there is no such partner')
      const page = materialFor({ partner, materials: selectRows(db, materials, `WHERE "state" = 'published' AND ${VISIBLE}`), territories: selectRows(db, territories, `WHERE ${VISIBLE}`), language, now: new Date().toISOString() })
      const isHere = lookForFiles(db)
      const shown = page.shown.map((each) => ({ ...each, file: each.file === null ? null : { ...each.file, here: isHere(each.file.sha256) } }))
      return { partner: partner.name, ...page, shown } as never
    },
  },
  {
    saveFile: async ({ id, language, file }, context) => {
      const given = materialOf(context.db, id)[language]?.file ?? null
      if (given === null) throw new RefusedError('material.file-missing', 'no file goes with this text')
      const [kept] = selectRows(context.db, materialFiles, 'WHERE "id" = ?', idOfHash(given.sha256))
      if (kept === undefined) throw new RefusedError('material.file-not-here', 'the file has not reached this desk yet', { name: given.name })
      // Rows may come from elsewhere: a name that this program would not have taken is not written to the disk.
      const name = isSafeFileName(given.name) ? given.name : `material.${endings[kept.mediaType][0]}`
      const path = file === null ? outgoing(context.directory, name) : context.file(file, 'write')
      await writeAtomically(path, async (handle) => {
        await handle.writeFile(Buffer.from(kept.content, 'base64'))
      })
      return { file: context.offerFile(path), name }
    },
  },
)
