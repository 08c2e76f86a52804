import { digestAnswerSchema } from '#shared/sync/messages.ts'
import type { Desk } from './desk.ts'
import { foldJournal } from './fold-journal.ts'
import { reach, visible, type Oracle } from './oracle.ts'
import type { Server } from './server.ts'
import { must, mustEqual } from './violation.ts'

/** What must be true when everybody has been heard. */
export async function checkAtRest(server: Server, desks: readonly Desk[]): Promise<Oracle> {
  const oracle = await server.look()
  for (const desk of desks) {
    must('I12', desk.checks.unanswered().length === 0 && desk.problem === null, () => `${desk.name} has not come to rest: ${desk.problem ?? ''}`)
    const reached = reach(oracle, desk.person.territories)
    mustEqual('I12', `${desk.name} does not have in the end what the server has`, desk.checks.rows(), visible(oracle, reached))
    const cursor = desk.store.standing()?.cursor ?? ''
    const { tables } = digestAnswerSchema.parse((await server.handle('/sync/v1/digest', { clientId: desk.bearer.clientId, cursor }, desk.bearer)).body)
    must('I15', JSON.stringify(tables) === JSON.stringify(desk.checks.digest()), () => `${desk.name}’s digest is another than the server’s`)
  }
  for (const { db, name } of desks.slice(0, 1)) must('I13', db.pragma('integrity_check', { simple: true }) === 'ok', () => `${name}’s file is damaged`)
  await checkAnswers(server, desks)
  for (const key of oracle.rows.keys()) if (key.startsWith('journal ')) must('I6', server.expectedIds.has(key.slice(8)), () => `the server has run ${key.slice(8)}, which nobody gave`)
  foldJournal(oracle, server.runs)
  await checkSequences(server)
  return oracle
}

/** Every command has one answer, the one that desks were told. */
async function checkAnswers(server: Server, desks: readonly Desk[]): Promise<void> {
  const { answers, lastAnswered, restored } = server
  const kept = new Map<string, string>()
  for (const { id, status } of await server.query<{ id: string; status: string }>('SELECT "id", "status" FROM "sync_command"')) {
    must('I6', (kept.get(id) ?? status) === status && (answers.get(id)?.status ?? status) === status, () => `${id} is ${status} at the server, and was told to be ${answers.get(id)?.status ?? kept.get(id) ?? ''}`)
    kept.set(id, status)
  }
  for (const desk of desks) {
    for (const id of desk.given) {
      if (kept.has(id)) continue
      // After a restore what was refused is not asked again, and of two copies of one desk one may ask for what the other no longer has.
      const last = lastAnswered.get(id)
      must('I6', restored && last !== undefined && (desk.lostHistory || last !== 'applied'), () => `${desk.name}: ${id} has no answer in the end`)
    }
  }
}

async function checkSequences(server: Server): Promise<void> {
  const clients = await server.query<{ clientId: string; lastSeq: number; count: number; least: number; most: number }>(
    `SELECT s."clientId", s."lastSeq", count(c."seq") AS "count", coalesce(min(c."seq"), 1) AS "least", coalesce(max(c."seq"), 0) AS "most" FROM "sync_client" s LEFT JOIN "sync_command" c ON c."clientId" = s."clientId" GROUP BY s."clientId", s."lastSeq"`)
  for (const { clientId, lastSeq, count, least, most } of clients) must('I7', least === 1 && most === count && lastSeq === most, () => `${clientId}: ${count} commands from ${least} to ${most}, the last one is said to be ${lastSeq}`)
}
