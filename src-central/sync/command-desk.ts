import type { Command } from '#shared/foundation/command.ts'
import type { JsonValue } from '#shared/foundation/json.ts'
import { RefusedError, type Outcome, type Refusal } from '#shared/foundation/outcome.ts'
import { presentInput } from '#shared/foundation/up-cast.ts'
import { mayGive } from '#shared/people/permissions.ts'
import type { CommandResult, SentCommand, stopReasons } from '#shared/sync/messages.ts'
import { territories } from '#shared/territories/territory.table.ts'
import type { Bearer } from '../people/bearer.ts'
import { expandScopes, type Standing } from '../people/standing.ts'
import type { JournalBook } from '../store/journal-book.ts'
import { runCommand } from '../store/run-command.ts'
import type { Scopes } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import { hashInput, type KnownCommand } from './command-log.ts'
import type { CommandRegistry } from './command-registry.ts'
import { foresee } from './foresee.ts'
import { quarantine } from './quarantine.ts'
import { isStorable } from './storable-text.ts'
import { isTransient } from './transient-fault.ts'

/** `together`: no savepoints. `each`: one savepoint a command. `each-or-stop`: and a passing fault stops there, what came before stays. */
export type Care = 'together' | 'each' | 'each-or-stop'

/** A command broke while all ran together: nothing is lost, but all must be run again with more care. */
export class NeedsSavepoints extends Error {}

export type Answer = CommandResult | { readonly stop: (typeof stopReasons)[number] }

type Judged = Answer | { readonly command: Command; readonly input: unknown }

interface Circumstances {
  readonly session: Session
  readonly registry: CommandRegistry
  readonly book: JournalBook
  readonly known: ReadonlyMap<string, KnownCommand>
  readonly bearer: Bearer
  readonly standing: Standing
  readonly programVersion: string
  readonly now: string
  readonly care: Care
  readonly log: (line: string) => void
}

const BREAKDOWNS = 3

/** Answers one command after another within one transaction. */
export class CommandDesk {
  readonly #with: Circumstances
  readonly #judged = new Map<number, Judged>()
  #scopes: Scopes

  constructor(circumstances: Circumstances) {
    this.#with = circumstances
    this.#scopes = circumstances.standing.scopes
  }

  readonly #mayGive = (command: string): boolean => mayGive(this.#with.standing.role, command)

  /** Reads at once what these commands will ask. */
  async foresee(commands: readonly SentCommand[]): Promise<void> {
    const { book, standing, now } = this.#with
    const foreseen = commands.map((sent) => ({ sent, judged: this.#judge(sent) })).flatMap(({ sent, judged }) => ('command' in judged ? [{ command: judged.command, call: { id: sent.id, input: judged.input, actor: standing.actor, now, mayGive: this.#mayGive } }] : []))
    if (foreseen.length > 1) await foresee(book.rows, foreseen)
  }

  async answer(sent: SentCommand): Promise<Answer> {
    const judged = this.#judge(sent)
    if (!('command' in judged)) return judged
    return this.#with.care === 'together' ? this.#runTogether(sent, judged.command, judged.input) : this.#runApart(sent, judged.command, judged.input)
  }

  /** Writes what has been held back. */
  async finish(): Promise<void> {
    try {
      await this.#with.book.flush()
    } catch (error) {
      throw this.#with.care === 'together' && !isTransient(error) ? new NeedsSavepoints('a command broke', { cause: error }) : error
    }
  }

  /** What can be said of a command before it is run, or what to run. */
  #judge(sent: SentCommand): Judged {
    let judged = this.#judged.get(sent.seq)
    if (judged === undefined) this.#judged.set(sent.seq, (judged = this.#judgeAnew(sent)))
    return judged
  }

  #judgeAnew(sent: SentCommand): Judged {
    const command = this.#with.registry.get(sent.name)
    if (command === undefined || sent.version > command.operation.version) return { stop: 'unsupported' }
    const earlier = this.#with.known.get(sent.id)
    if (earlier !== undefined) return this.#again(sent, earlier)
    if (!this.#mayGive(sent.name)) return refusedResult(sent, { code: 'permission.denied', message: 'your role may not do this', details: { command: sent.name, role: this.#with.standing.role } })
    if (!isStorable(sent.input)) return refusedResult(sent, { code: 'input.invalid', message: 'a text holds what cannot be stored' })
    const input = command.operation.input.safeParse(presentInput(command.operation, sent.version, sent.input))
    if (!input.success) {
      const issues = input.error.issues.slice(0, 20).map((issue) => ({ at: issue.path.map(String).join('.'), problem: issue.message }))
      return refusedResult(sent, { code: 'input.invalid', message: issues.map(({ at, problem }) => `${at}: ${problem}`).join('; '), details: { issues } })
    }
    return { command, input: input.data }
  }

  /** A command that has had its answer keeps it, under whatever number it comes again. */
  #again(sent: SentCommand, earlier: KnownCommand): CommandResult {
    const same = earlier.name === sent.name && earlier.personId === this.#with.bearer.personId && earlier.inputHash === hashInput(sent.input)
    if (!same) return refusedResult(sent, { code: 'command.id-taken', message: 'another command has this id' })
    const { status, code, message, details } = earlier
    return { seq: sent.seq, id: sent.id, status, code, message, details: details === null ? null : (JSON.parse(details) as JsonValue) as CommandResult['details'] }
  }

  async #runTogether(sent: SentCommand, command: Command, input: unknown): Promise<CommandResult> {
    try {
      return resultOf(sent, await this.#run(sent, command, input))
    } catch (error) {
      throw isTransient(error) ? error : new NeedsSavepoints('a command broke', { cause: error })
    }
  }

  async #runApart(sent: SentCommand, command: Command, input: unknown): Promise<Answer> {
    const { session, book, bearer, programVersion, now, care, log } = this.#with
    await book.flush()
    for (let attempts = 1; ; attempts += 1) {
      await session.script('SAVEPOINT one_command')
      try {
        const outcome = await this.#run(sent, command, input)
        await book.flush()
        await session.script('RELEASE SAVEPOINT one_command')
        return resultOf(sent, outcome)
      } catch (error) {
        if (isTransient(error) && care !== 'each-or-stop') throw error
        await session.script('ROLLBACK TO SAVEPOINT one_command; RELEASE SAVEPOINT one_command')
        book.forget(sent.id)
        if (isTransient(error)) return { stop: 'retry' }
        if (error instanceof RefusedError) return refusedResult(sent, error.refusal)
        if (attempts < BREAKDOWNS) continue
        log(`command ${sent.id} (${sent.name}) was set aside: ${error instanceof Error ? error.message : String(error)}`)
        await quarantine(session, bearer, programVersion, now, { command: sent, error, attempts })
        return { seq: sent.seq, id: sent.id, status: 'quarantined', code: 'internal', message: 'the server could not carry this out; it is kept for its operators', details: null }
      }
    }
  }

  async #run(sent: SentCommand, command: Command, input: unknown): Promise<Outcome<unknown>> {
    const { session, book, standing, now } = this.#with
    const { outcome, touched } = await runCommand(book, command, { id: sent.id, input, actor: standing.actor, now, batchId: sent.batchId, scopes: this.#scopes, mayGive: this.#mayGive })
    // Whoever makes a territory below his own may use it at once.
    if (this.#scopes !== 'all' && touched.has(territories.name)) {
      await book.flush()
      this.#scopes = await expandScopes(session, standing.territories)
    }
    return outcome
  }
}

function resultOf(sent: SentCommand, outcome: Outcome<unknown>): CommandResult {
  return outcome.ok ? { seq: sent.seq, id: sent.id, status: 'applied', code: null, message: null, details: null } : refusedResult(sent, outcome.error)
}

function refusedResult({ seq, id }: SentCommand, { code, message, details }: Refusal): CommandResult {
  return { seq, id, status: 'refused', code, message, details: (details ?? null) as CommandResult['details'] }
}
