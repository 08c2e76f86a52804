import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftCondition, emptyCondition, finishCondition, firstProblem, freeKey, isGroup, withValues, type DraftPart } from '#renderer/territories/condition-draft.ts'
import { conditionGroupSchema, type ConditionNode } from '#shared/territories/condition.ts'

const leaf: fc.Arbitrary<ConditionNode> = fc.oneof(
  fc.array(fc.constantFrom('JP', 'GT', 'BZ'), { minLength: 1, maxLength: 3 }).map((is) => ({ field: 'country' as const, is })),
  fc.record({ field: fc.constant('employees' as const), from: fc.option(fc.nat(100)), to: fc.option(fc.integer({ min: 100, max: 999 })) }),
  fc.array(fc.constantFrom('060', '0600000-0649999'), { minLength: 1, maxLength: 2 }).map((prefixes) => ({ field: 'postcode' as const, in: prefixes })),
)
const { node } = fc.letrec<{ node: ConditionNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'condition' },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('node'), { maxLength: 3 }).map((none) => ({ none })),
  ),
}))

const keys = (part: DraftPart): readonly number[] => (isGroup(part) ? [part.key, ...part.parts.flatMap(keys)] : [part.key])

describe('a condition being written', () => {
  it('finishes as what it was drafted from', () => {
    fc.assert(
      fc.property(node, (from) => {
        expect(finishCondition(draftCondition(from))).toEqual('field' in from ? { all: [from] } : from)
      }),
    )
  })

  it('gives every part a key of its own, and a free one for the next', () => {
    fc.assert(
      fc.property(node, (from) => {
        const draft = draftCondition(from)
        const all = keys(draft)
        expect(new Set(all).size).toBe(all.length)
        expect(all).not.toContain(freeKey(draft))
      }),
    )
  })

  it('has no problem only where the contract takes it', () => {
    fc.assert(fc.property(node, (from) => firstProblem(draftCondition(from)) !== undefined || conditionGroupSchema.safeParse(finishCondition(draftCondition(from))).success))
  })

  it('names what keeps it from being saved', () => {
    const group = (condition: ReturnType<typeof emptyCondition>) => ({ key: 1, kind: 'all' as const, parts: [{ key: 2, condition }] })
    expect(firstProblem(group(emptyCondition('country')))).toBe('empty')
    expect(firstProblem(group(emptyCondition('employees')))).toBe('empty')
    expect(firstProblem(group({ field: 'employees', from: 50, to: 5 }))).toBe('reversed')
    expect(firstProblem(group(withValues(emptyCondition('postcode'), ['060'])))).toBeUndefined()
    const deep = Array.from({ length: 7 }).reduce<ConditionNode>((inner) => ({ any: [inner] }), { field: 'country', is: ['JP'] })
    expect(firstProblem(draftCondition(deep))).toBe('deep')
  })
})
