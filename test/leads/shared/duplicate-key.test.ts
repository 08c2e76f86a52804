import { describe, expect, test } from 'vitest'
import { duplicateKey } from '#shared/leads/duplicate-key.ts'

describe('duplicateKey', () => {
  test('is the corporate number where there is one, whatever the name and country', () => {
    expect(duplicateKey('トヨタ自動車', 'JP', '1180301018771')).toBe('#1180301018771')
    expect(duplicateKey('Toyota', null, '1180301018771')).toBe('#1180301018771')
  })

  test.each([null, ''])('goes by name and country when the corporate number is %j', (number) => {
    expect(duplicateKey('Acme', 'MX', number)).toBe(duplicateKey('ACME', 'MX', number))
    expect(duplicateKey('Acme', 'MX', number)).not.toBe(duplicateKey('Acme', 'ES', number))
    expect(duplicateKey('Acme', 'MX', number)).not.toContain('#')
  })

  test.each([
    ['株式会社ＤＯＷＡ', 'DOWA株式会社'],
    ['(株)山田商店', '株式会社 山田商店'],
    ['Málaga Sistemas S.A.', 'MALAGA SISTEMAS SA'],
  ])('holds %s and %s to be the same company', (one, other) => {
    expect(duplicateKey(one, 'JP', null)).toBe(duplicateKey(other, 'JP', null))
  })

  test.each([
    ['ハハ商事', 'パパ商事'],
    ['Acme', 'Acme Labs'],
  ])('holds %s and %s apart', (one, other) => {
    expect(duplicateKey(one, 'JP', null)).not.toBe(duplicateKey(other, 'JP', null))
  })

  test('never takes a name for a corporate number', () => {
    expect(duplicateKey('#1180301018771', null, null)).not.toBe(duplicateKey('x', null, '1180301018771'))
  })
})
