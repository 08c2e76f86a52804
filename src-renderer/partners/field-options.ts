import type { Formats } from '../shell/formats.ts'
import type { Option } from '../ui/option.ts'

const LANGUAGES = [
  'ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fi', 'fr', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv',
  'th', 'tr', 'uk', 'vi', 'zh-Hans', 'zh-Hant',
]

/** The languages partners work in, by name; others come with files and are kept. */
export function languageOptions(formats: Pick<Formats, 'language' | 'compare'>): readonly Option[] {
  return LANGUAGES.map((tag) => ({ value: tag, label: formats.language(tag), detail: tag })).toSorted((a, b) => formats.compare(a.label, b.label))
}

let zones: readonly Option[] | undefined

export function timeZoneOptions(): readonly Option[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({ value: zone, label: zone }))
  return zones
}
