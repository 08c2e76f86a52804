import { expect, it, vi } from 'vitest'
import { createImportWizard } from '#renderer/imports/import-wizard.ts'
import { refused } from '#shared/foundation/outcome.ts'
import { fakeBridge, fakeWorkbench } from '#test/shell/renderer/fake-bridge.ts'

const inspection = {
  fileName: 'leads.csv', encoding: 'utf-8', encodingConfidence: 1, notices: [], encodings: [], delimiter: ',', sheets: [], columns: ['Name'], sample: [['A']], rows: 3, mapping: { company: { column: 'Name' } }, remembered: false,
  fields: [{ field: 'company', required: true }, { field: 'country', required: false }],
}
const report = { read: 3, imported: 2, duplicates: 0, refused: 1, errors: [], errorsOmitted: 0, notices: [], batchId: null, ms: 5 }

async function wizardOver(answers: Record<string, (input: never) => unknown> = {}) {
  let state = 'done'
  const bridge = fakeBridge({
    'imports.inspect': () => inspection,
    'imports.dryRun': () => report,
    'imports.run': () => ({ ...report, batchId: 'b' }),
    'journal.undoBatch': () => {
      state = 'undone'
      return { undone: 2 }
    },
    'journal.batches': () => [{ id: 'b', state }],
    ...answers,
  })
  const workbench = await fakeWorkbench(bridge)
  const wizard = createImportWizard(workbench)
  const inputs = (name: string) => bridge.calls.filter((call) => call.name === name).map(({ input }) => input as Record<string, unknown>)
  return { wizard, workbench, bridge, inputs }
}

const file = { token: 'token-12', name: 'leads.csv' }

it('goes from the file to its result, and writes only at the end', async () => {
  const { wizard, inputs } = await wizardOver()
  expect(wizard.step.value).toBe('file')
  await wizard.choose(file)
  expect(wizard.step.value).toBe('mapping')
  await wizard.check()
  expect(wizard.step.value).toBe('check')
  expect(inputs('imports.run')).toEqual([])
  wizard.skipRefused.value = true
  await wizard.run()
  expect(wizard.step.value).toBe('done')
  expect(inputs('imports.run')).toMatchObject([{ file: 'token-12', subject: 'leads', mapping: { company: { column: 'Name' } }, skipRefused: true }])
})

it('imports no file with refused rows unless they are left out', async () => {
  const { wizard, inputs } = await wizardOver()
  await wizard.choose(file)
  await wizard.check()
  expect(wizard.canImport.value).toBe(false)
  await wizard.run()
  expect(inputs('imports.run')).toEqual([])
  wizard.skipRefused.value = true
  expect(wizard.canImport.value).toBe(true)
})

it('does not check a file while a required field has no source', async () => {
  const { wizard, inputs } = await wizardOver()
  await wizard.choose(file)
  wizard.setMapping({})
  expect(wizard.missing.value).toEqual(['company'])
  await wizard.check()
  expect(inputs('imports.dryRun')).toEqual([])
})

it('forgets what it checked when the mapping or the reading changes', async () => {
  const { wizard, inputs } = await wizardOver()
  await wizard.choose(file)
  await wizard.check()
  wizard.setMapping({ company: { constant: 'X' } })
  expect(wizard.step.value).toBe('mapping')
  await wizard.check()
  await wizard.setReading({ encoding: 'shift_jis' })
  expect(wizard.checked.value).toBeUndefined()
  expect(inputs('imports.inspect').at(-1)).toMatchObject({ reading: { encoding: 'shift_jis', delimiter: null, sheet: null } })
})

it('takes no answer about a file that is no longer chosen', async () => {
  let answerFirst: (value: unknown) => void = () => undefined
  const first = new Promise((resolve) => (answerFirst = resolve))
  const { wizard } = await wizardOver({ 'imports.inspect': ({ file: token }: { file: string }) => (token === 'token-12' ? first : { ...inspection, fileName: 'other.csv' }) })
  const early = wizard.choose(file)
  await wizard.choose({ token: 'token-34', name: 'other.csv' })
  answerFirst(inspection)
  await early
  expect(wizard.inspection.value?.fileName).toBe('other.csv')
})

it('keeps the file when it could not be read, so that it can be read otherwise', async () => {
  const { wizard } = await wizardOver({ 'imports.inspect': () => refused('import.undecodable', '') })
  await wizard.choose(file)
  expect(wizard.refusal.value?.code).toBe('import.undecodable')
  expect(wizard.file.value).toEqual(file)
  expect(wizard.step.value).toBe('file')
})

it('stays at the check when the import was cancelled', async () => {
  const { wizard } = await wizardOver({ 'imports.run': () => refused('job.cancelled', '') })
  await wizard.choose(file)
  await wizard.check()
  wizard.skipRefused.value = true
  await wizard.run()
  expect(wizard.step.value).toBe('check')
  expect(wizard.refusal.value?.code).toBe('job.cancelled')
})

it('knows when its import was undone, wherever that was done', async () => {
  const { wizard, workbench, bridge } = await wizardOver()
  await wizard.choose(file)
  await wizard.check()
  wizard.skipRefused.value = true
  await wizard.run()
  expect(workbench.toasts.shown.value.at(-1)?.text).toBe('2 leads imported')
  await wizard.undo()
  bridge.send({ name: 'batches.changed', data: { ids: ['b'] } })
  await vi.waitFor(() => expect(wizard.undone.value).toBe(true))
})

it('gives the file back when it is done with it: after the import, for another file, and when starting over', async () => {
  const released: string[] = []
  const { bridge } = await wizardOver()
  const workbench = await fakeWorkbench({ ...bridge, releaseFile: async (token) => (released.push(token), { ok: true, value: null }) })
  const wizard = createImportWizard(workbench)
  await wizard.choose(file)
  await wizard.choose({ token: 'token-34', name: 'other.csv' })
  expect(released).toEqual(['token-12'])
  wizard.startOver()
  expect(released).toEqual(['token-12', 'token-34'])
  await wizard.choose({ token: 'token-56', name: 'third.csv' })
  await wizard.check()
  expect(released).toHaveLength(2)
  wizard.skipRefused.value = true
  await wizard.run()
  expect(released).toEqual(['token-12', 'token-34', 'token-56'])
  wizard.setMapping({ company: { column: 'Name' } })
  await wizard.check()
  expect([wizard.checked.value, wizard.refusal.value?.code]).toEqual([undefined, 'file.unknown'])
})
