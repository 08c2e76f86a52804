import { expect, test } from 'vitest'
import { traceOf } from '#main/diagnostics/trace.ts'

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

test('tells the class, the code and where, and nothing of what it was about', () => {
  const trace = traceOf(parse('{"company": "Kawaguchi Canary"'))
  expect(trace).toMatch(/^SyntaxError\n/)
  expect(trace).toMatch(/ {4}at .*main\/trace\.test\.ts:\d+:\d+/)
  expect(trace).not.toContain('Kawaguchi')
  expect(trace).not.toContain(process.cwd())
  expect(traceOf(Object.assign(new Error('open /home/ana/x'), { code: 'ENOENT' }))).toMatch(/^Error ENOENT\n/)
})

test('a message that looks like frames does not pass for them', () => {
  expect(traceOf(new Error('no\n    at Kawaguchi (file:///tmp/canary.ts:1:1)'))).not.toMatch(/Kawaguchi|canary\.ts/)
  expect(traceOf(Object.assign(new Error('x'), { name: 'ana@lira.example', code: 'ana@lira.example' }))).not.toContain('ana@')
})

test('tells what caused it, and what is no error', () => {
  expect(traceOf(new Error('x', { cause: new TypeError('Kawaguchi') }))).toMatch(/caused by\nTypeError\n/)
  expect(traceOf('Kawaguchi')).toBe('a thrown string')
})
