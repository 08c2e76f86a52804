import { expect } from 'vitest'
import { settings } from '#shared/settings/setting.table.ts'
import { settingsContract } from '#shared/settings/settings.contract.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { set } = settingsContract.operations

export const settingsScenarios: Scenarios = {
  'keeps a setting under its name, and the latest value of it': async (desk) => {
    expect(valueOf(await desk.run(set, { name: 'language', value: 'ja' }))).toEqual({ name: 'language' })
    await desk.run(set, { name: 'language', value: 'es' })
    expect(await desk.rows(settings)).toEqual([{ id: 'language', value: 'es', updatedAt: NOW, rev: 2 }])
  },
  'keeps a setting of many parts whole': async (desk) => {
    await desk.run(set, { name: 'layout', value: { list: 320, detail: 480.5 } })
    expect((await desk.row(settings, 'layout'))?.value).toEqual({ list: 320, detail: 480.5 })
  },
  'refuses a value the setting cannot have, and keeps the one it has': async (desk) => {
    await desk.run(set, { name: 'theme', value: 'dark' })
    for (const value of ['blue', null, 3, ['dark']]) expect(refusalOf(await desk.run(set, { name: 'theme', value }))).toEqual({ code: 'setting.invalid', details: { name: 'theme' } })
    expect((await desk.row(settings, 'theme'))?.value).toBe('dark')
  },
}
