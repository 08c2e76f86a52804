import { isTimeZone, localDate } from '../calendars/zone-time.ts'
import { instantOf } from '../foundation/instant.ts'
import { locales, nearestLocale, type Locale } from '../locales/locale.ts'
import type { PartnerStatus } from '../partners/partner.ts'
import { appliesTo, territoriesOf, type Material, type MaterialReader, type MaterialReason, type MaterialTerritory } from './applies-to.ts'
import { materialKinds, type MaterialFile, type MaterialText, type MaterialWords } from './material.ts'

/** Who may look at material at all. */
const READING: readonly PartnerStatus[] = ['approved', 'onboarding', 'active']

export interface ShownMaterial extends MaterialWords, Pick<Material, 'id' | 'kind' | 'pinned' | 'validTo' | 'publishedAt'> {
  readonly language: Locale
  /** The language that the partner reads and that there is no text in yet; null: it is shown in that one. */
  readonly missing: Locale | null
  /** The text's own, else that of the next language that has one. */
  readonly file: (MaterialFile & { readonly language: Locale }) | null
  readonly reasons: readonly MaterialReason[]
}

/** A partner's home page on a day. */
export interface MaterialPage {
  readonly language: Locale
  /** The date where the partner is. */
  readonly day: string
  /** Whether the partner may look at material; nothing is shown otherwise. */
  readonly open: boolean
  readonly shown: readonly ShownMaterial[]
}

interface Asked {
  readonly partner: MaterialReader
  readonly materials: readonly Material[]
  readonly territories: readonly MaterialTerritory[]
  /** Null: the first of the partner's languages that the program speaks. */
  readonly language: Locale | null
  readonly now: string
}

/** What a partner sees, in which language, and why: news first, then kind by kind, what is pinned before the others, then by place, the latest first. */
export function materialFor({ partner, materials, territories, language: wished, now }: Asked): MaterialPage {
  const language = wished ?? nearestLocale(partner.languages)
  const day = localDate(isTimeZone(partner.timeZone) ? partner.timeZone : 'UTC', instantOf(now))
  const open = READING.includes(partner.status)
  const worked = territoriesOf(partner.id, territories)
  const order = languagesFor(language, partner.languages)
  const shown = (open ? materials : []).flatMap((material) => {
    if (material.state !== 'published' || !isOn(material, day)) return []
    const reasons = appliesTo(material, partner, worked)
    return reasons === null ? [] : inLanguage(material, order, reasons)
  })
  return { language, day, open, shown: shown.toSorted(inOrder).map(withoutPlace) }
}

function withoutPlace({ id, kind, pinned, validTo, publishedAt, language, missing, title, body, parts, file, reasons }: ShownMaterial): ShownMaterial {
  return { id, kind, pinned, validTo, publishedAt, language, missing, title, body, parts, file, reasons }
}

function isOn({ validFrom, validTo }: Pick<Material, 'validFrom' | 'validTo'>, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day)
}

/** The wanted language, then the partner's others as it names them, English, and whatever is left. */
export function languagesFor(wanted: Locale, spoken: readonly string[]): readonly Locale[] {
  const known = spoken.flatMap((tag) => locales.filter((locale) => tag.toLowerCase().split('-', 1)[0] === locale))
  return [...new Set([wanted, ...known, 'en' as const, ...locales])]
}

function inLanguage(material: Material, order: readonly Locale[], reasons: readonly MaterialReason[]): (ShownMaterial & { readonly place: number })[] {
  const { id, kind, pinned, place, validTo, publishedAt } = material
  const written = order.flatMap((language): { readonly language: Locale; readonly text: MaterialText }[] => (material[language] === null ? [] : [{ language, text: material[language] }]))
  const [first] = written
  if (first === undefined) return []
  const { language, text: { title, body, parts } } = first
  const withFile = written.find(({ text }) => text.file !== null)
  const file = withFile === undefined || withFile.text.file === null ? null : { ...withFile.text.file, language: withFile.language }
  return [{ id, kind, pinned, place, validTo, publishedAt, language, missing: language === order[0] ? null : (order[0] ?? null), title, body, parts, file, reasons }]
}

type Placed = Pick<Material, 'id' | 'kind' | 'pinned' | 'place' | 'publishedAt'>

function inOrder(one: Placed, other: Placed): number {
  return materialKinds.indexOf(one.kind) - materialKinds.indexOf(other.kind)
    || Number(other.pinned) - Number(one.pinned)
    || one.place - other.place
    || compareTexts(other.publishedAt ?? '', one.publishedAt ?? '')
    || compareTexts(one.id, other.id)
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
