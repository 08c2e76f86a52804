import { expect } from 'vitest'
import { views } from '#shared/views/view.table.ts'
import { viewsContract } from '#shared/views/views.contract.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { save, remove } = viewsContract.operations
const state = { filter: [{ field: 'stage', operator: 'is', values: ['new'] }], columns: ['company'] }

export const viewsScenarios: Scenarios = {
  'saves views behind one another, each list counting for itself': async (desk) => {
    const id = idNumber(7)
    expect(valueOf(await desk.run(save, { list: 'leads', name: ' Mine ', state }, { id }))).toEqual({ entry: id, id: idNumber(8) })
    await desk.run(save, { list: 'leads', name: 'Second', state: {} })
    await desk.run(save, { list: 'partners', name: 'Mine', state: {} })
    expect((await desk.rows(views)).map(({ list, name, position }) => [list, name, position])).toEqual([['leads', 'Mine', 1], ['leads', 'Second', 2], ['partners', 'Mine', 1]])
    expect(await desk.row(views, idNumber(8))).toEqual({ id: idNumber(8), list: 'leads', name: 'Mine', position: 1, state, createdAt: NOW, updatedAt: NOW, rev: 1 })
  },
  'writes over the view of the same name': async (desk) => {
    const first = valueOf(await desk.run(save, { list: 'leads', name: 'Mine', state }))
    const second = valueOf(await desk.run(save, { list: 'leads', name: 'Mine', state: { filter: [] } }))
    expect(second.id).toBe(first.id)
    expect(await desk.rows(views)).toMatchObject([{ state: { filter: [] }, position: 1, rev: 2 }])
  },
  'removes a view': async (desk) => {
    const { id } = valueOf(await desk.run(save, { list: 'leads', name: 'Mine', state }))
    expect(refusalOf(await desk.run(remove, { id }))).toBe('accepted')
    expect(await desk.rows(views)).toEqual([])
  },
  'refuses to remove a view that is not there': async (desk) => {
    expect(refusalOf(await desk.run(remove, { id: nextId() }))).toEqual({ code: 'view.not-found' })
  },
}
