import type { ImportNotice } from '#shared/imports/import-errors.ts'

/**
 * Unique, visible column names. A second `Phone` becomes `Phone (2)`, a nameless column `#3`: no column is lost and a saved
 * mapping can name each one; every change is put into `notices`.
 */
export function nameColumns(cells: readonly string[], line: number, notices: ImportNotice[]): string[] {
  const written = cells.map((cell) => cell.replace(/\s+/gu, ' ').trim())
  const taken = new Set(written)
  const used = new Set<string>()
  return written.map((cell, index) => {
    let name = cell
    if (name === '') name = `#${index + 1}`
    for (let count = 2; used.has(name) || (name !== cell && taken.has(name)); count++) name = `${cell === '' ? `#${index + 1}` : cell} (${count})`
    used.add(name)
    if (name !== cell) {
      const code = cell === '' ? 'import.empty-header' : 'import.duplicate-header'
      notices.push({ code, line, column: { index: index + 1, name: cell }, data: { name } })
    }
    return name
  })
}
