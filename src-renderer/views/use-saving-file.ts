import type { Outcome } from '#shared/foundation/outcome.ts'
import type { BridgeFile } from '../client/bridge.ts'
import { useWorkbench } from '../shell/workbench.ts'

interface Saving<Input> {
  readonly title: string
  /** What the desktop's dialog proposes. */
  readonly name: string
  readonly kind: 'table' | 'document' | 'any'
  readonly said: (name: string) => string
  readonly job: (input: Input & { readonly file: string | null }, options: { readonly id: string }) => Promise<Outcome<{ readonly file: string; readonly name: string }>>
  readonly input: Input
}

/** Saves what a job writes: where the desktop's own dialog says, else as the browser's download. */
export function useSavingFile(): <Input>(asked: Saving<Input>) => Promise<void> {
  const { bridge, changing, jobs } = useWorkbench()
  return async ({ title, name, kind, said, job, input }) => {
    let file: string | null = null
    if (bridge.host === 'electron') {
      const chosen = (await bridge.call('shell.chooseTarget', { kind, name })) as Outcome<BridgeFile | null>
      if (!chosen.ok) return changing.refuse(chosen.error)
      if (chosen.value === null) return
      file = chosen.value.token
    }
    const outcome = await jobs.run(title, job, { ...input, file })
    if (!outcome.ok) return changing.refuse(outcome.error)
    if (file === null) await bridge.downloadFile?.({ token: outcome.value.file, name: outcome.value.name })
    changing.say(said(outcome.value.name))
  }
}
