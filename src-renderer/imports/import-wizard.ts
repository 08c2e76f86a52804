import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'
import type { ImportMapping, ImportReport, ImportSubject } from '#shared/imports/imports.contract.ts'
import type { RunningJob } from '../shell/jobs.ts'
import type { Doing } from '../shell/undo.ts'
import type { Workbench } from '../shell/workbench.ts'
import { finishMapping, missingFields, type Inspection } from './field-mapping.ts'

export interface ChosenFile {
  readonly token: string
  readonly name: string
}

export interface Reading {
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
}

/** Where the work stands: the step a person is at. */
export type Step = 'file' | 'mapping' | 'check' | 'done'

export interface ImportWizard {
  readonly subject: ShallowRef<ImportSubject>
  readonly file: ShallowRef<ChosenFile | undefined>
  readonly reading: ShallowRef<Reading>
  readonly inspection: ShallowRef<Inspection | undefined>
  readonly mapping: ShallowRef<ImportMapping>
  /** Files beside it, to which its lines refer. */
  readonly beside: ShallowRef<readonly ChosenFile[]>
  readonly skipRefused: ShallowRef<boolean>
  /** Of the file as it is mapped now. */
  readonly checked: ShallowRef<ImportReport | undefined>
  readonly result: ShallowRef<ImportReport | undefined>
  readonly undone: ShallowRef<boolean>
  /** Why the latest step was refused. */
  readonly refusal: ShallowRef<Refusal | undefined>
  readonly step: ComputedRef<Step>
  readonly missing: ComputedRef<readonly string[]>
  readonly canImport: ComputedRef<boolean>
  readonly job: ComputedRef<RunningJob | undefined>
  choose(file: ChosenFile): Promise<void>
  setSubject(subject: ImportSubject): Promise<void>
  setReading(change: Partial<Reading>): Promise<void>
  setMapping(mapping: ImportMapping): void
  setBeside(files: readonly ChosenFile[]): void
  check(): Promise<void>
  run(): Promise<void>
  undo(): Promise<void>
  startOver(): void
}

const asFound: Reading = { encoding: null, delimiter: null, sheet: null }

/** An import from choosing the file to its result. It lives as long as the window, so that leaving the page loses nothing. */
export function createImportWizard({ bridge, changing, client, events, jobs, language }: Pick<Workbench, 'bridge' | 'changing' | 'client' | 'events' | 'jobs' | 'language'>): ImportWizard {
  const subject = shallowRef<ImportSubject>('leads')
  const file = shallowRef<ChosenFile>()
  const reading = shallowRef<Reading>(asFound)
  const inspection = shallowRef<Inspection>()
  const mapping = shallowRef<ImportMapping>({})
  const beside = shallowRef<readonly ChosenFile[]>([])
  const skipRefused = shallowRef(false)
  const checked = shallowRef<ImportReport>()
  const result = shallowRef<ImportReport>()
  const undone = shallowRef(false)
  const refusal = shallowRef<Refusal>()
  const title = shallowRef<string>()
  const words = () => language.words.value.imports
  let doing: Doing | undefined
  /** Grows with every other question; answers to former ones are of no use. */
  let generation = 0

  /** The file's token once the host no longer has the file: importing it again needs it to be chosen again. */
  let released: string | undefined

  function release(): void {
    const token = file.value?.token
    if (token === undefined || token === released || bridge.releaseFile === undefined) return
    released = token
    for (const each of [token, ...beside.value.map((other) => other.token)]) void bridge.releaseFile(each)
    beside.value = []
  }

  function isThere(): boolean {
    if (file.value === undefined) return false
    if (file.value.token !== released) return true
    refusal.value = { code: 'file.unknown', message: 'the file was given back' }
    return false
  }

  const missing = computed(() => (inspection.value === undefined ? [] : missingFields(inspection.value, mapping.value)))

  function forget(): number {
    checked.value = undefined
    result.value = undefined
    undone.value = false
    refusal.value = undefined
    doing = undefined
    generation += 1
    return generation
  }

  async function ask<I, T>(said: string, operation: (input: I, options: { readonly id: string }) => Promise<Outcome<T>>, input: I): Promise<T | undefined> {
    const mine = generation
    title.value = said
    const outcome = await jobs.run(said, operation, input)
    if (mine !== generation) return undefined
    title.value = undefined
    refusal.value = outcome.ok ? undefined : outcome.error
    return outcome.ok ? outcome.value : undefined
  }

  async function inspect(): Promise<void> {
    const mine = forget()
    if (file.value === undefined || !isThere()) return
    const found = await ask(words().looking(file.value.name), client.imports.inspect, { file: file.value.token, subject: subject.value, reading: reading.value })
    if (mine !== generation) return
    inspection.value = found
    mapping.value = found?.mapping ?? {}
  }

  const request = () => ({ file: file.value?.token ?? '', subject: subject.value, mapping: finishMapping(mapping.value), reading: reading.value, beside: subject.value === 'opportunities' ? beside.value.map(({ token }) => token) : [], skipRefused: skipRefused.value })
  const canImport = computed(() => checked.value !== undefined && checked.value.imported > 0 && (checked.value.refused === 0 || skipRefused.value))

  // The import can be undone from here, from its notice, or from the list of activities.
  events.onChanged('batches', () => {
    const batch = result.value?.batchId
    if (batch === undefined || batch === null || undone.value) return
    void client.journal.batches({}).then((outcome) => {
      if (outcome.ok && outcome.value.some(({ id, state }) => id === batch && state === 'undone')) undone.value = true
    })
  })

  return {
    subject,
    file,
    reading,
    inspection,
    mapping,
    beside,
    skipRefused,
    checked,
    result,
    undone,
    refusal,
    missing,
    canImport,
    step: computed(() => (result.value !== undefined ? 'done' : checked.value !== undefined ? 'check' : inspection.value !== undefined ? 'mapping' : 'file')),
    job: computed(() => jobs.running.value.find((job) => job.title === title.value)),
    async choose(chosen) {
      release()
      file.value = chosen
      reading.value = asFound
      inspection.value = undefined
      await inspect()
    },
    async setSubject(chosen) {
      if (chosen === subject.value) return
      subject.value = chosen
      await inspect()
    },
    async setReading(change) {
      reading.value = { ...reading.value, ...change }
      await inspect()
    },
    setMapping(now) {
      forget()
      mapping.value = now
    },
    setBeside(files) {
      // While the file is still being looked into there is nothing to forget, and its answer is wanted.
      if (inspection.value !== undefined) forget()
      beside.value = files
    },
    async check() {
      if (inspection.value === undefined || missing.value.length > 0) return
      forget()
      if (!isThere()) return
      checked.value = await ask(words().checking, client.imports.dryRun, request())
    },
    async run() {
      if (!canImport.value) return
      const report = await ask(words().running(words().subjects[subject.value]), client.imports.run, request())
      if (report === undefined) return
      result.value = report
      release()
      if (report.batchId === null) return
      doing = { said: words().said[subject.value](report.imported), what: { batch: report.batchId } }
      changing.did(doing)
    },
    async undo() {
      if (doing !== undefined) await changing.undo(doing)
    },
    startOver() {
      forget()
      release()
      file.value = undefined
      reading.value = asFound
      inspection.value = undefined
      mapping.value = {}
      skipRefused.value = false
    },
  }
}

const wizards = new WeakMap<Workbench, ImportWizard>()

/** The window's one import. */
export function importWizardOf(workbench: Workbench): ImportWizard {
  const wizard = wizards.get(workbench) ?? createImportWizard(workbench)
  wizards.set(workbench, wizard)
  return wizard
}
