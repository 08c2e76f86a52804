import { readEmail } from '#shared/imports/read-email.ts'
import { readPhone } from '#shared/imports/read-phone.ts'
import { readPostcode } from '#shared/imports/read-postcode.ts'
import { readNotes, readText } from '#shared/imports/read-text.ts'
import { toAsciiHost } from '#shared/imports/to-ascii-host.ts'
import { readWebDomain, readWebsite } from '#shared/imports/read-web-domain.ts'
import type { FieldReading } from '#shared/imports/field-reading.ts'
import fc from 'fast-check'
import { domainToASCII } from 'node:url'
import { describe, expect, it } from 'vitest'

function value<T>(reading: FieldReading<T>): T | string | null {
  return reading.ok ? reading.value : reading.code
}

describe('web sites', () => {
  it.each<[string, string, string]>([
    ['https://www.bjs.gov/', 'https://www.bjs.gov/', 'bjs.gov'],
    ['www.Example.CO.JP', 'https://www.example.co.jp/', 'example.co.jp'],
    ['http://shop.acme.co.uk:8080/a?b#c', 'http://shop.acme.co.uk/a?b#c', 'acme.co.uk'],
    ['ｗｗｗ．ａｃｍｅ．ｃｏｍ', 'https://www.acme.com/', 'acme.com'],
    ['https://日本語.jp', 'https://xn--wgv71a119e.jp/', 'xn--wgv71a119e.jp'],
    ['http://example.city.kawasaki.jp', 'http://example.city.kawasaki.jp/', 'kawasaki.jp'],
    ['//a.tokyo.jp/', 'https://a.tokyo.jp/', 'a.tokyo.jp'],
    ['universidad.edu.gt', 'https://universidad.edu.gt/', 'universidad.edu.gt'],
  ])('%s', (text, url, domain) => {
    expect(value(readWebsite(text))).toEqual({ url, domain, shared: null })
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://a.com', 'http://user:pw@a.com', 'http://999.168.0.1/', 'acme', 'a b.com', 'http://-a.com', 'http://a..com', 'mailto:a@b.com', 'n/a'])('refuses %s', (text) => {
    expect(value(readWebsite(text))).toBe('import.website-invalid')
  })

  it('takes a bare IPv4 address as a site that tells no domain', () => {
    expect(value(readWebsite('http://192.168.0.1:8080/a'))).toEqual({ url: 'http://192.168.0.1:8080/a', domain: null, shared: null })
  })

  it('says which domains many companies share, and takes none of them for the company', () => {
    expect(value(readWebsite('gmail.com'))).toMatchObject({ shared: 'mail' })
    expect(value(readWebsite('https://sites.google.com/view/acme'))).toMatchObject({ shared: 'pages' })
    expect(readWebDomain('https://www.facebook.com/acme')).toBeNull()
    expect(readWebDomain('https://www.acme.de/impressum')).toBe('acme.de')
    expect(readWebDomain('nonsense')).toBeNull()
  })

  it('writes international hosts as Node does', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'z', '0', 'é', 'ñ', '日', '本', 'ü', 'ж', '한'), minLength: 1, maxLength: 12 }), (label) => {
        fc.pre(domainToASCII(`${label}.jp`) !== '')
        expect(toAsciiHost(`${label}.jp`)).toBe(domainToASCII(`${label}.jp`))
      }),
    )
  })
})

describe('mail addresses', () => {
  it('reads plain, named and full-width ones', () => {
    expect(value(readEmail('Jose.Lucio@Example.com.gt'))).toEqual({ address: 'jose.lucio@example.com.gt', domain: 'example.com.gt', freeMail: false })
    expect(value(readEmail('José Lucio <jose@lucio.gt>'))).toMatchObject({ address: 'jose@lucio.gt' })
    expect(value(readEmail('ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ'))).toMatchObject({ address: 'taro@gmail.com', freeMail: true })
  })

  it.each(['a@b', 'a@@b.com', 'a.@b.com', 'a b@c.com', 'a@b.com, c@d.com', '@b.com', 'a@192.168.0.1'])('refuses %s', (text) => {
    expect(value(readEmail(text))).toBe('import.email-invalid')
  })
})

describe('telephone numbers', () => {
  it.each([
    ['03-1234-5678', '03-1234-5678'],
    ['０３（１２３４）５６７８', '03-1234-5678'],
    ['+81 (0)3 1234 5678', '+81312345678'],
    ['0081-3-1234-5678', '+81312345678'],
    ['+502 2222 3333', '+50222223333'],
    ["'+1 (303) 555-0100 ext. 12", '+13035550100;ext=12'],
    ['電話 090ー1234ー5678', '090-1234-5678'],
  ])('%s is %s', (text, expected) => {
    expect(value(readPhone(text))).toBe(expected)
  })

  it.each(['1234', 'call me', '+12345678901234567890', '03-1234-ABCD'])('refuses %s', (text) => {
    expect(value(readPhone(text))).toBe('import.phone-invalid')
  })
})

describe('postcodes', () => {
  it.each<[string, string | null, string]>([
    ['0600000', 'JP', '060-0000'],
    ['〒１００－０００１', 'JP', '100-0001'],
    ['100ー0001', 'JP', '100-0001'],
    ['02134', 'US', '02134'],
    ['021341234', 'US', '02134-1234'],
    ['k1a0b1', 'CA', 'K1A 0B1'],
    ['ec4m9af', 'GB', 'EC4M 9AF'],
    ['1012 ab', 'NL', '1012 AB'],
    ['01001', 'GT', '01001'],
    ['AD500', 'AD', 'AD500'],
    ['12-345', null, '12-345'],
  ])('%s in %s is %s', (text, country, expected) => {
    expect(value(readPostcode(text, country))).toBe(expected)
  })

  it.each<[string, string | null]>([['600000', 'JP'], ['2134', 'US'], ['1001', 'GT'], ['EC4M', 'GB'], ['-1', null], ['=1', null]])('refuses %s in %s: a lost zero is not put back', (text, country) => {
    expect(value(readPostcode(text, country))).toBe('import.postcode-invalid')
  })
})

describe('text', () => {
  it('takes away blanks, invisible characters and marks of direction, and nothing else', () => {
    expect(value(readText('　株式会社\u200b　サカタの\tタネ \u202e'))).toBe('株式会社 サカタの タネ')
    expect(value(readNotes('one\r\n two'))).toBe('one\n two')
    expect(value(readText(' \u0007 '))).toBeNull()
  })

  it('B27: keeps formulas as text and takes off the apostrophe that an export put before them', () => {
    expect(value(readText('=HYPERLINK("http://a","b")'))).toBe('=HYPERLINK("http://a","b")')
    expect(value(readText("'=1+1"))).toBe('=1+1')
    expect(value(readText("''=1+1"))).toBe("'=1+1")
    expect(value(readText("'s-Hertogenbosch"))).toBe("'s-Hertogenbosch")
  })

  it('refuses what is too long', () => {
    expect(value(readText('x'.repeat(401)))).toBe('import.value-too-long')
  })
})
