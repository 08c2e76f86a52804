import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'
import type { Toasts } from '../ui/toasts.ts'
import type { Language } from './language.ts'
import { refusalWords } from './refusal-words.ts'
import type { Doing, UndoResult, UndoStack } from './undo.ts'

export interface Changing {
  /**
   * Waits for a command's answer and tells the person: what was done, with Undo, or why not.
   * @param quiet codes that the caller handles itself
   */
  change<T extends { readonly entry: string }>(said: string, outcome: Promise<Outcome<T>>, quiet?: readonly string[]): Promise<Outcome<T>>
  /** Says that something was done, and keeps how it is taken back. */
  did(doing: Doing): void
  /** Says something that needs no undoing. */
  say(text: string): void
  /** Says why something was not done. */
  refuse(refusal: Refusal): void
  undo(doing?: Doing): Promise<void>
  redo(): Promise<void>
}

export function createChanging(toasts: Toasts, stack: UndoStack, language: Language): Changing {
  const refuse = (refusal: Refusal): void => void toasts.show({ text: refusalWords(refusal, language.words.value, language.formats.value), tone: 'danger' })

  /** Only the latest change is noticed with Undo; the ones before it are reached by undoing again. */
  let notice = 0

  function did(doing: Doing): void {
    stack.push(doing)
    toasts.dismiss(notice)
    notice = toasts.show({ text: doing.said, action: { label: language.words.value.shell.undo.action, run: () => void undo(doing) } })
  }

  function tell(result: UndoResult, done: (said: string) => string, nothing: string): void {
    if (result.kind === 'refused') {
      if (!result.outcome.ok) refuse(result.outcome.error)
    } else {
      toasts.show({ text: result.kind === 'done' ? done(result.doing.said) : nothing })
    }
  }

  async function undo(doing?: Doing): Promise<void> {
    const { undo: words } = language.words.value.shell
    toasts.dismiss(notice)
    tell(await stack.undo(doing), words.undone, words.nothing)
  }

  return {
    async change(said, outcome, quiet = []) {
      const answer = await outcome
      if (answer.ok) did({ said, what: { entries: [answer.value.entry] } })
      else if (!quiet.includes(answer.error.code)) refuse(answer.error)
      return answer
    },
    did,
    say: (text) => void toasts.show({ text, tone: 'success' }),
    refuse,
    undo,
    async redo() {
      const { undo: words } = language.words.value.shell
      tell(await stack.redo(), words.redone, words.nothingToRedo)
    },
  }
}
