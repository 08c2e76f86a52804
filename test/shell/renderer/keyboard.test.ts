import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createKeySequence, isPlain, strokeName, type KeyStroke } from '#renderer/shell/keyboard.ts'

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

describe('the name of a stroke', () => {
  test('calls Ctrl, and ⌘ on a Mac, Mod', () => {
    expect(strokeName(stroke('k', { ctrlKey: true }), false)).toBe('Mod+K')
    expect(strokeName(stroke('k', { metaKey: true }), true)).toBe('Mod+K')
    expect(strokeName(stroke('k', { ctrlKey: true }), true)).toBe('K')
  })

  test('names Shift for letters and named keys, not for the characters it makes', () => {
    expect(strokeName(stroke('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z')
    expect(strokeName(stroke('?', { shiftKey: true }), false)).toBe('?')
    expect(strokeName(stroke('ArrowDown', { shiftKey: true }), false)).toBe('Shift+ArrowDown')
  })

  test('takes the letter from the place of the key while an input method is open', () => {
    expect(strokeName(stroke('Process', { code: 'KeyG' }), false)).toBe('G')
  })

  test('tells plain characters from commands', () => {
    expect([isPlain('G'), isPlain('Shift+G'), isPlain('?'), isPlain('Mod+G'), isPlain('F2')]).toEqual([true, true, true, false, false])
  })
})

describe('a sequence of keys', () => {
  const targets = ['C', 'G L', 'G P', 'Mod+K']
  const sequence = () => createKeySequence<string>((keys) => keys)

  test('runs a single key at once', () => {
    expect(sequence()('C', 0, targets)).toEqual({ kind: 'run', target: 'C' })
  })

  test('waits after the first key of a pair and runs with the second', () => {
    const match = sequence()
    expect(match('G', 0, targets)).toEqual({ kind: 'waiting' })
    expect(match('P', 400, targets)).toEqual({ kind: 'run', target: 'G P' })
  })

  test('forgets the first key when the second comes late', () => {
    const match = sequence()
    match('G', 0, targets)
    expect(match('P', 5_000, targets)).toEqual({ kind: 'none' })
  })

  test('lets a single key through that completes no pair', () => {
    const match = sequence()
    match('G', 0, targets)
    expect(match('C', 100, targets)).toEqual({ kind: 'run', target: 'C' })
  })

  test('leaves other keys alone', () => {
    expect(sequence()('X', 0, targets)).toEqual({ kind: 'none' })
  })
})

test('no two pages are gone to by the same keys', () => {
  const root = new URL('../../../src-renderer/', import.meta.url)
  const keys = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.descriptor.ts'))
    .flatMap((path) => [...readFileSync(new URL(path, root), 'utf8').matchAll(/keys: '(G .)'/g)].map(([, found]) => found))
  expect(keys.length).toBeGreaterThan(15)
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
})
