import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { unescapeFormula } from './formula-text.ts'
import { toAsciiHost } from './to-ascii-host.ts'

export interface ReadWebsite {
  /** As it may be opened: with its scheme, https where none is written. */
  readonly url: string
  /** The part of the host that somebody registered: `shop.example.co.jp` → `example.co.jp`. ASCII, lower case; null for a bare IPv4 address. */
  readonly domain: string | null
  /** Many companies share this domain, so it tells nothing about which one it is. */
  readonly shared: 'mail' | 'pages' | null
}

/** Second levels under a country's domain below which names are registered (the common part of the Public Suffix List). */
const SECOND_LEVELS = new Set('ac ad art asn assoc biz blog co com ed edu ernet firm gen go gob gouv gov gr gub id ind inf info lg ltd me mil muni ne net nhs nic nom or org plc police pro res sch school web'.split(' '))
const JAPANESE_AREAS = new Set(
  ('hokkaido aomori iwate miyagi akita yamagata fukushima ibaraki tochigi gunma saitama chiba tokyo kanagawa niigata toyama ishikawa fukui yamanashi nagano gifu shizuoka aichi mie ' +
    'shiga kyoto osaka hyogo nara wakayama tottori shimane okayama hiroshima yamaguchi tokushima kagawa ehime kochi fukuoka saga nagasaki kumamoto oita miyazaki kagoshima okinawa').split(' '),
)
const MAIL = new Set(
  ('gmail.com googlemail.com yahoo.com yahoo.co.jp ymail.com outlook.com outlook.jp hotmail.com hotmail.co.jp live.com live.jp msn.com icloud.com me.com mac.com aol.com proton.me protonmail.com ' +
    'gmx.de gmx.net gmx.com web.de t-online.de freenet.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr yahoo.fr hotmail.fr yahoo.es hotmail.es yahoo.com.mx hotmail.com.mx libero.it virgilio.it ' +
    'qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net yandex.ru mail.ru rambler.ru docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ' +
    'ocn.ne.jp so-net.ne.jp plala.or.jp excite.co.jp uol.com.br bol.com.br terra.com.br rediffmail.com mail.com zoho.com fastmail.com hey.com comcast.net verizon.net att.net btinternet.com').split(' '),
)
const PAGES = new Set(
  'facebook.com instagram.com linkedin.com x.com twitter.com youtube.com wixsite.com wordpress.com blogspot.com google.com github.io jimdo.com jimdofree.com weebly.com ameblo.jp note.com wikipedia.org'.split(' '),
)

const WWW = /^www\d?$/
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!:|$)|(?=:|$))){4}(?::\d{1,5})?$/u

/** A web address or a bare domain. Schemes other than http(s) are refused; nothing is looked up. */
export function readWebsite(text: string): FieldReading<ReadWebsite> {
  const written = unescapeFormula(text.trim()).normalize('NFKC')
  if (written === '') return fieldRead<ReadWebsite>(null)
  const parts = /^(?:(https?):\/{1,2})?(?:\/\/)?([^/?#\s\\]+)([/?#]\S*)?$/iu.exec(written)
  if (parts !== null && IPV4.test(parts[2]!)) return fieldRead<ReadWebsite>({ url: `${(parts[1] ?? 'http').toLowerCase()}://${parts[2]!}${parts[3] ?? '/'}`, domain: null, shared: null })
  const host = parts && asciiHost(parts[2]!)
  if (parts === null || host === null) return fieldRefused('import.website-invalid', text)
  const domain = registrableDomain(host)
  return fieldRead({ url: `${(parts[1] ?? 'https').toLowerCase()}://${host}${parts[3] ?? '/'}`, domain, shared: sharedBy(domain) })
}

/** The company's own domain of a web address: null where there is none, or where many companies share it. */
export function readWebDomain(text: string): string | null {
  const website = readWebsite(text)
  return website.ok && website.value !== null && website.value.shared === null ? website.value.domain : null
}

/** What `readWebsite` calls shared, for a domain from elsewhere (the one after the @ of an address). */
export function sharedBy(domain: string): ReadWebsite['shared'] {
  return MAIL.has(domain) ? 'mail' : PAGES.has(domain) ? 'pages' : null
}

/** @param host ASCII, lower case */
export function registrableDomain(host: string): string {
  const beforeTop = host.lastIndexOf('.')
  const beforeSecond = host.lastIndexOf('.', beforeTop - 1)
  if (beforeSecond < 0) return host
  const second = host.slice(beforeSecond + 1, beforeTop)
  const threeLevels = host.length - beforeTop === 3 && (SECOND_LEVELS.has(second) || (host.endsWith('.jp') && JAPANESE_AREAS.has(second)))
  const start = threeLevels ? host.lastIndexOf('.', beforeSecond - 1) + 1 : beforeSecond + 1
  return threeLevels && WWW.test(host.slice(start, beforeSecond)) ? host.slice(beforeSecond + 1) : host.slice(start)
}

/** Null for what is not the name of a host on the internet: an address with user name, an IP address, one word. */
export function asciiHost(written: string): string | null {
  const host = toAsciiHost(written.replace(/:\d{1,5}$/u, '').replace(/\.$/u, '').toLowerCase())
  const valid = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/u.test(host)
  return valid ? host : null
}
