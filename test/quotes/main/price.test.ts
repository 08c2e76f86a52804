import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '#test/foundation/run-cli.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { buildInput } from '../shared/build-input.ts'
import { chances, generateQuote } from '../shared/generate-quotes.ts'
import { priceWritten } from '../shared/price-written.ts'

const twoPanels = buildInput([{ quantity: '2', unitPrice: '13582', taxRate: '10' }], { currency: 'JPY', taxMode: 'inclusive' })

describe('workbench price', { timeout: 120_000 }, () => {
  test('prices a quote from standard input, and just what was asked for as JSON', async () => {
    const { exit, error, json } = await runCli(['price', '-', '--json'], JSON.stringify(twoPanels))
    expect([exit, error]).toEqual([0, ''])
    expect(json()).toEqual({ lines: [{ net: '24695', tax: '2469', gross: '27164' }], taxes: [{ rate: '10', base: '24695', tax: '2469' }], net: '24695', tax: '2469', gross: '27164' })
  })

  test('says in words what comes to what, and what was rounded by how much', async () => {
    const file = join(temporaryWorkspace(), 'quote.json')
    writeFileSync(file, `\uFEFF${JSON.stringify(buildInput([{ unitPrice: '333', taxRate: '10' }, { unitPrice: '333', taxRate: '10' }], { currency: 'JPY' }))}`)
    const { exit, out } = await runCli(['price', file])
    expect([exit, out.split('\n')]).toEqual([0, [
      'JPY      Net  Tax  Gross',
      'Line 1   333   34    367',
      'Line 2   333   33    366',
      'Tax 10%  666   67',
      'Total    666   67    733',
      '',
      'Rounding',
      '  Tax 10%: tax 66.6 was rounded to 67 (+0.4).',
      '  Line 1: tax 33.3 is shown as 34 (+0.7), so that everything adds up.',
      '  Line 2: tax 33.3 is shown as 33 (-0.3), so that everything adds up.',
      '  Rounded line by line the total would be 732, with a tax of 66.',
      '',
    ]])
  })

  test.each([
    ['text that is no JSON', '{"currency":', 'price.not-json: This is not JSON text.'],
    ['nothing at all', '', 'price.not-json: '],
    ['nesting without end', '['.repeat(200_000), 'price.not-json: '],
    ['a number in a line', JSON.stringify({ ...twoPanels, lines: [{ quantity: 2, unitPrice: '1', taxRate: '10' }] }), 'price.not-text: Line 1, quantity: '],
    ['an exponent', JSON.stringify({ ...twoPanels, lines: [{ quantity: '1e3', unitPrice: '1', taxRate: '10' }] }), 'price.number-invalid: Line 1, quantity: “1e3” is not a decimal.'],
    ['a key of prototypes', '{"__proto__":{"currency":"JPY"}}', 'price.field-unknown: __proto__: There is no such field.'],
    ['a discount from nothing', JSON.stringify({ ...buildInput([{ unitPrice: '0' }]), discountAmount: '1' }), 'price.discount-without-base: '],
  ])('ends with 1 and the code first for %s', async (_, input, said) => {
    const { exit, out, error } = await runCli(['price', '-', '--json'], input)
    expect([exit, out, error.slice(0, said.length)]).toEqual([1, '', said])
    expect(error).not.toMatch(/\n {4}at /)
  })

  test('ends with 1 where there is no file, and with 2 where none is named', async () => {
    expect(await runCli(['price', join(temporaryWorkspace(), 'none.json')])).toMatchObject({ exit: 1, error: expect.stringMatching(/^file\.not-found/) as string })
    expect(await runCli(['price'])).toMatchObject({ exit: 2, out: '' })
    expect(await runCli(['price', '-', '--rounding', 'up'], '{}')).toMatchObject({ exit: 2, out: '' })
  })

  test('prices 100,000 lines', async () => {
    const quote = generateQuote(9, 100_000, chances(5))
    const { exit, json } = await runCli(['price', '-', '--json'], JSON.stringify(quote))
    expect([exit, json()]).toEqual([0, priceWritten(quote)])
  })
})
