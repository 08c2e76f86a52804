import { expect, it } from 'vitest'
import { addTags } from '#renderer/views/add-tags.ts'

it('takes a pasted list apart at commas, semicolons, tabs and their wide forms', () => {
  expect(addTags(['A'], 'B, C；D、E\tF\nG')).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G'])
})

it('adds nothing twice', () => {
  expect(addTags(['A'], 'A, B, B')).toEqual(['A', 'B'])
})

it('adds nothing at all when one of the values is none', () => {
  expect(addTags(['1'], '2, x', (text) => (/^\d$/.test(text) ? text : undefined))).toBeUndefined()
})
