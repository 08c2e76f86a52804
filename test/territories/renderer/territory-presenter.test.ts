import { expect, it } from 'vitest'
import { ancestorsOf, inheritedFrom, moveCandidate, openLeadsOf, shareOf, subtreeOf, territoryNodes, type Territory } from '#renderer/territories/territory.presenter.ts'

const territory = (id: string, parentId: string | null, openLeads: number, candidates: Territory['candidates'] = []) => ({ id, name: id, code: id, parentId, openLeads, candidates }) as unknown as Territory
const partner = { partnerId: 'p', weight: 1 }
const world = territory('World', null, 1, [partner])
const asia = territory('Asia', 'World', 2)
const japan = territory('Japan', 'Asia', 3)
const lost = territory('Lost', 'gone', 0)
const all = [japan, world, lost, asia]
const formats = { number: String, compare: (a: string, b: string) => (a < b ? -1 : 1) }

it('makes a tree in the order of names, with the open leads of each subtree', () => {
  expect(territoryNodes(all, formats)).toEqual([
    { id: 'Lost', label: 'Lost', children: [] },
    { id: 'World', label: 'World', detail: '6', children: [{ id: 'Asia', label: 'Asia', detail: '5', children: [{ id: 'Japan', label: 'Japan', detail: '3', children: [] }] }] },
  ])
})

it('finds the way up from the top, and ends where a parent is missing', () => {
  expect(ancestorsOf(japan, all).map(({ id }) => id)).toEqual(['World', 'Asia'])
  expect(ancestorsOf(lost, all)).toEqual([])
})

it('takes candidates from the nearest territory above that names some', () => {
  expect(inheritedFrom(japan, all)?.id).toBe('World')
  expect(inheritedFrom(world, all)).toBeUndefined()
})

it('knows all that lies in a territory', () => {
  expect([...subtreeOf('Asia', all)].toSorted()).toEqual(['Asia', 'Japan'])
  expect(openLeadsOf(subtreeOf('World', all), all)).toBe(6)
})

it('moves a candidate by places, and not past the ends', () => {
  const candidates = ['a', 'b', 'c'].map((partnerId) => ({ partnerId, weight: 1 }))
  const order = (moved: typeof candidates | readonly { partnerId: string }[]) => moved.map(({ partnerId }) => partnerId).join('')
  expect(order(moveCandidate(candidates, 0, 1))).toBe('bac')
  expect(order(moveCandidate(candidates, 2, -2))).toBe('cab')
  expect(moveCandidate(candidates, 2, 1)).toBe(candidates)
})

it('shares by weight', () => {
  const candidates = [{ partnerId: 'a', weight: 3 }, { partnerId: 'b', weight: 1 }]
  expect(candidates.map((candidate) => shareOf(candidate, candidates))).toEqual([0.75, 0.25])
})
