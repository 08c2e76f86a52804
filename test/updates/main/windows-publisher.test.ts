import { expect, test } from 'vitest'
import { isOfPublisher } from '#main/updates/windows-publisher.ts'

const LIRA = 'CN=Lira Financial, O=Lira Financial, C=US'
const answering = (answer: string | Error) => isOfPublisher('C:\\x\'; calc.exe', LIRA, async () => {
  if (answer instanceof Error) throw answer
  return answer
})

test('a file is of its publisher when Windows says so of the whole of it', async () => {
  expect(await answering(JSON.stringify({ status: 'Valid', subject: LIRA }))).toBe(true)
})

test.each([
  ['another publisher', JSON.stringify({ status: 'Valid', subject: 'CN=Lira Financial, O=Other, C=US' })],
  ['a name that holds ours', JSON.stringify({ status: 'Valid', subject: `${LIRA}, L=X` })],
  ['a changed file', JSON.stringify({ status: 'HashMismatch', subject: LIRA })],
  ['no signature', JSON.stringify({ status: 'NotSigned', subject: '' })],
  ['a certificate nobody knows', JSON.stringify({ status: 'UnknownError', subject: LIRA })],
  ['no answer', ''],
  ['another answer', 'Access is denied.'],
  ['a question that cannot be asked', new Error('spawn EPERM')],
])('%s is a no', async (_, answer) => {
  expect(await answering(answer)).toBe(false)
})

test('a program without a publisher believes nobody, and the file’s path is no part of the command', async () => {
  const asked: (readonly string[])[] = []
  const run = async (_: string, args: readonly string[], variables: Readonly<Record<string, string>>): Promise<string> => {
    asked.push([...args, ...Object.values(variables)])
    return JSON.stringify({ status: 'Valid', subject: '' })
  }
  expect(await isOfPublisher('x.exe', '', run)).toBe(false)
  await isOfPublisher('C:\\$(calc)\\x.exe', LIRA, run)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.slice(0, -1).join(' ')).not.toContain('calc')
})
