/** A rolling backup as its name tells it. */
export interface BackupName {
  readonly name: string
  /** Counts the backups up, whatever a clock said; 0 in the names of early versions, which had only the moment. */
  readonly sequence: number
  /** The moment by the desk's clock, ISO 8601; null where the name tells none. */
  readonly at: string | null
}

const NAME = /^workspace-(?:(\d{6,15})-)?(.*)\.db$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/

/** The rolling backups among these names, newest first. */
export function backupsAmong(names: readonly string[]): readonly BackupName[] {
  return names.flatMap(read).toSorted((a, b) => b.sequence - a.sequence || (a.name < b.name ? 1 : -1))
}

/** The name of the next backup, which sorts before all that are there. */
export function nextBackupName(names: readonly string[], now: string): string {
  const next = (backupsAmong(names)[0]?.sequence ?? 0) + 1
  return `workspace-${String(next).padStart(6, '0')}-${now.replaceAll(/[:.]/g, '-')}.db`
}

function read(name: string): BackupName[] {
  const found = NAME.exec(name)
  if (found === null) return []
  const [, sequence = '0', stamp = ''] = found
  const moment = stamp.replace(MOMENT, '$1T$2:$3:$4.$5Z')
  return [{ name, sequence: Number(sequence), at: moment !== stamp && !Number.isNaN(Date.parse(moment)) ? moment : null }]
}
