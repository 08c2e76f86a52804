import { z } from 'zod'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { KnownLink } from './deep-link.ts'
import type { Dialogs } from './dialogs.ts'
import type { ShellOperations } from './ipc.ts'
import { shellLocale, themeChoice, type ShellSettings } from './shell-settings.ts'
import type { Updates } from './updates.ts'

export interface ShellServices {
  readonly dialogs: Dialogs
  readonly openLink: (address: string) => Promise<Outcome<null>>
  readonly changeAppearance: (choice: Pick<ShellSettings, 'theme' | 'locale'>) => void
  /** The link the program was started with, once. */
  readonly takeLink: () => KnownLink | null
  readonly updates: Pick<Updates, 'status' | 'check' | 'install'>
}

const fileName = z.string().min(1).max(200)

/** The operations that only a desktop has; the shell answers them itself, under names of its own. */
export function shellOperations({ dialogs, openLink, changeAppearance, takeLink, updates }: ShellServices): ShellOperations {
  return new Map([
    operation('shell.chooseFile', z.strictObject({ kind: z.enum(['table', 'backup', 'any']) }), async ({ kind }) =>
      succeeded(await dialogs.chooseFile(kind)),
    ),
    operation('shell.chooseTarget', z.strictObject({ kind: z.enum(['table', 'backup', 'document', 'any', 'report']), name: fileName }), async ({ kind, name }) =>
      succeeded(await dialogs.chooseTarget(kind, name)),
    ),
    operation('shell.openLink', z.strictObject({ url: z.string().max(4000) }), ({ url }) => openLink(url)),
    operation('shell.appearance', z.strictObject({ theme: themeChoice, locale: shellLocale }), async (choice) => {
      changeAppearance(choice)
      return succeeded(null)
    }),
    operation('shell.takeLink', z.strictObject({}), async () => succeeded(takeLink())),
    operation('shell.updates', z.strictObject({}), async () => succeeded(updates.status())),
    operation('shell.checkForUpdates', z.strictObject({}), async () => {
      await updates.check()
      return succeeded(updates.status())
    }),
    operation('shell.installUpdate', z.strictObject({}), async () => {
      await updates.install()
      return succeeded(updates.status())
    }),
  ])
}

function operation<Input>(
  name: string,
  schema: z.ZodType<Input>,
  run: (input: Input) => Promise<Outcome<unknown>>,
): [string, (input: unknown) => Promise<Outcome<unknown>>] {
  return [
    name,
    async (raw) => {
      const input = schema.safeParse(raw ?? {})
      return input.success ? run(input.data) : refused('input.invalid', z.prettifyError(input.error))
    },
  ]
}
