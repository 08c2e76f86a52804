import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Bridge } from '../client/bridge.ts'
import type { ChosenFile } from './import-wizard.ts'

/** Asks for a file: the desktop's own dialog, else the browser's. Nothing when the person thought better of it. */
export async function chooseFile(bridge: Bridge): Promise<Outcome<ChosenFile | null>> {
  if (bridge.uploadFile === undefined) return (await bridge.call('shell.chooseFile', { kind: 'table' })) as Outcome<ChosenFile | null>
  const file = await new Promise<File | undefined>((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.csv,.tsv,.txt,.xlsx' })
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  return file === undefined ? { ok: true, value: null } : bridge.uploadFile(file)
}
