import type { Session } from './store.ts'

/** The database's instant, ISO 8601 UTC: the one clock that all processes share. */
export async function databaseTime(session: Session): Promise<string> {
  const [time] = await session.query<{ now: string }>(`SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "now"`)
  if (time === undefined) throw new Error('a database without a clock')
  return time.now
}
