import type { CommandResult, Push, PushAnswer, SentCommand } from '#shared/sync/messages.ts'
import type { Central } from '../central.ts'
import type { Bearer } from '../people/bearer.ts'
import { readStanding } from '../people/standing.ts'
import { JournalBook } from '../store/journal-book.ts'
import type { Session } from '../store/store.ts'
import { lockTenant } from '../store/tenant-lock.ts'
import { advanceClient, lockClient } from './client-record.ts'
import { commandsById, recordResults, resultsBySeq } from './command-log.ts'
import { CommandDesk, type Care } from './command-desk.ts'

export { NeedsSavepoints, type Care } from './command-desk.ts'

type Stop = NonNullable<PushAnswer['stop']>

/** One try at a push: one transaction, under the lock that lets a tenant's commands run one after another. */
export function pushOnce(central: Central, bearer: Bearer, message: Push, care: Care): Promise<PushAnswer> {
  return central.store.transaction({ tenantId: bearer.tenantId }, async (session) => {
    await lockTenant(session, bearer.tenantId)
    const now = central.clock()
    const standing = await readStanding(session, bearer)
    const client = await lockClient(session, bearer, message.programVersion, now)
    const { epoch } = standing.version
    const [first] = message.commands
    // Sent to the server before an older copy of it was put back: the desk must hear of that first.
    if (first !== undefined && message.epoch !== null && message.epoch !== epoch) return { epoch, serverTime: now, lastSeq: client.lastSeq, results: [], stop: { seq: first.seq, reason: 'gap', retryAfterMs: null } }
    const desk = await openDesk(central, session, bearer, message, care, client.lastSeq, { standing, now })

    const answers = new Map(await resultsBySeq(session, bearer.clientId, message.commands.map(({ seq }) => seq).filter((seq) => seq <= client.lastSeq)))
    const [next, ...others] = message.commands.filter(({ seq }) => seq > client.lastSeq)
    if (next !== undefined && outOfLine(next, client.lastSeq, client.lastCommand) === null) await desk.foresee([next, ...others])
    const results: CommandResult[] = []
    const fresh: { command: SentCommand; result: CommandResult }[] = []
    let { lastSeq, lastCommand } = client
    let stop: Stop | null = null
    for (const command of message.commands) {
      const earlier = answers.get(command.seq)
      if (command.seq <= lastSeq && earlier?.id === command.id) {
        results.push(earlier)
        continue
      }
      const reason = outOfLine(command, lastSeq, lastCommand)
      const result = reason === null ? await desk.answer(command) : { stop: reason }
      if ('stop' in result) {
        stop = { seq: command.seq, reason: result.stop, retryAfterMs: result.stop === 'retry' ? 2_000 : null }
        break
      }
      answers.set(command.seq, result)
      results.push(result)
      fresh.push({ command, result })
      lastSeq = command.seq
      lastCommand = command.id
    }

    await desk.finish()
    await recordResults(session, bearer, now, fresh)
    if (lastCommand !== null && fresh.length > 0) await advanceClient(session, bearer.clientId, lastSeq, lastCommand)
    return { epoch, serverTime: now, lastSeq, results, stop }
  })
}

/** Not the next command of this desk: one is missing, or another desk has the same identity. */
function outOfLine(command: SentCommand, lastSeq: number, lastCommand: string | null): 'gap' | 'forked' | null {
  if (command.seq <= lastSeq) return 'forked'
  if (command.seq > lastSeq + 1) return 'gap'
  return command.previous === lastCommand ? null : 'forked'
}

async function openDesk(central: Central, session: Session, bearer: Bearer, message: Push, care: Care, lastSeq: number, now: { standing: Awaited<ReturnType<typeof readStanding>>; now: string }): Promise<CommandDesk> {
  const ids = message.commands.filter(({ seq }) => seq > lastSeq).map(({ id }) => id)
  const book = new JournalBook(session)
  await book.learn(ids)
  const known = await commandsById(session, ids)
  return new CommandDesk({ session, registry: central.registry, book, known, bearer, programVersion: message.programVersion, care, log: central.log, ...now })
}
