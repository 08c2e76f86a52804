import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { AppCommand } from '../shell/commands.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { applicationName, type Application } from './application.presenter.ts'

/** What can be done with an application, with its key and the command that it is in the end. */
export const applicationActs = {
  vetting: { keys: 'V', command: 'recruiting.startVetting' },
  approve: { keys: 'A', command: 'recruiting.approve' },
  decline: { keys: 'R', command: 'recruiting.decline' },
  reopen: { keys: 'O', command: 'recruiting.reopen' },
  eraseNow: { keys: undefined, command: 'recruiting.eraseNow' },
} as const satisfies Readonly<Record<string, { readonly keys: string | undefined; readonly command: string }>>
export type ApplicationAct = keyof typeof applicationActs

/** What can be done with it where it is, the usual first. */
export function actsOf({ status, erasedAt }: Pick<Application, 'status' | 'erasedAt'>): readonly ApplicationAct[] {
  switch (status) {
    case 'applicant':
      return ['vetting', 'decline']
    case 'vetting':
      return ['approve', 'decline']
    case 'declined':
      return erasedAt === null ? ['reopen', 'eraseNow'] : []
    case 'approved':
      return []
  }
}

/** An act that asks something first, in a dialog of its own. */
export interface ApplicationQuestion {
  readonly act: 'approve' | 'decline' | 'eraseNow'
  readonly application: Application
}

export interface ApplicationActions {
  readonly question: ShallowRef<ApplicationQuestion | undefined>
  readonly commands: ComputedRef<readonly AppCommand[]>
  act(act: ApplicationAct, application: Application): Promise<void>
}

/** @param shown the application that keys act on */
export function useApplicationActions(shown: () => Application | undefined): ApplicationActions {
  const { changing, client, language } = useWorkbench()
  const question = shallowRef<ApplicationQuestion>()

  /** A decision is not taken back by undoing, so nothing offers it. */
  async function told(said: string, asked: Promise<Outcome<unknown>>): Promise<void> {
    const outcome = await asked
    if (outcome.ok) changing.say(said)
    else changing.refuse(outcome.error)
  }

  async function act(wanted: ApplicationAct, application: Application): Promise<void> {
    const { id } = application
    const name = applicationName(application, language.words.value)
    const { said } = language.words.value.recruiting
    switch (wanted) {
      case 'vetting':
        return told(said.vetting(name), client.recruiting.startVetting({ id }))
      case 'reopen':
        return told(said.reopened(name), client.recruiting.reopen({ id }))
      case 'approve':
      case 'decline':
      case 'eraseNow':
        question.value = { act: wanted, application }
    }
  }

  const may = (wanted: ApplicationAct): boolean => {
    const application = shown()
    return application !== undefined && actsOf(application).includes(wanted)
  }
  const actOnShown = async (wanted: ApplicationAct): Promise<void> => {
    const application = shown()
    if (application !== undefined) await act(wanted, application)
  }

  return {
    question,
    act,
    commands: computed(() =>
      (Object.keys(applicationActs) as ApplicationAct[]).map((wanted): AppCommand => ({
        id: `recruiting.${wanted}`, title: (w) => w.recruiting.actions[wanted], section: 'recruiting', gives: applicationActs[wanted].command, when: () => may(wanted), run: () => actOnShown(wanted),
        ...(applicationActs[wanted].keys === undefined ? { isMinor: true } : { keys: applicationActs[wanted].keys }),
      })),
    ),
  }
}
