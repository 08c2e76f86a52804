import { homedir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { redact } from '#main/diagnostics/redact.ts'

describe('what goes into a log or a report', () => {
  test.for([
    ['mail from ana.lucio+x@lira.example came', 'mail from (mail) came'],
    ['proxy http://ana:pa55@proxy.lira.example:3128/x?k=1 refused', 'proxy (address) refused'],
    ['bearer eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl1', 'bearer (secret)'],
    ['no such column “Kawaguchi KK”', 'no such column (text)'],
    ['ENOENT, open \'/data/Kawaguchi/x.csv\'', 'ENOENT, open (text)'],
    ['called +502 2379-4000, twice', 'called +(number), twice'],
    ['called +502.2379.4000', 'called +(number)'],
    ['there is no partner 『川口商事』 and no ‹Kawaguchi›, ‘KK’', 'there is no partner (text) and no (text), (text)'],
    [`open ${homedir()}/x`, 'open (user)/x'],
    ['one\rtwo\u001b[2Kthree\u2028four', 'one two [2Kthree four'],
  ])('%s', ([given = '', expected = '']) => {
    expect(redact(given)).toBe(expected)
  })

  test('ids, versions, times and the program’s own words stay readable', () => {
    const line = 'bug TypeError-1a-2 in leads.update: 0199a5c2-7d3e-7b11-8c2d-3f4a5b6c7d8e at 2026-11-26T12:18:32.000Z 0.1.0 src-main/workspace/data-host.ts:120:4'
    expect(redact(line)).toBe(line)
    const digits = 'bug 01938000-1234-7123-8456-123456789012 in leads.update'
    expect(redact(digits)).toBe(digits)
  })
})
