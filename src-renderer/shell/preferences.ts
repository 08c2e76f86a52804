import { computed, shallowRef, type ShallowRef, type WritableComputedRef } from 'vue'
import { locales, nearestLocale, type Locale } from '#shared/locales/locale.ts'
import type { Bridge } from '../client/bridge.ts'
import type { Client } from '../client/client.ts'
import type { Events } from '../client/events.ts'
import { applyTheme, type Theme } from '../theme/apply-theme.ts'
import type { Language } from './language.ts'
import type { Policies } from './policies.ts'

export type Start = 'demo' | 'empty' | 'central'

export interface Preferences {
  readonly theme: Readonly<ShallowRef<Theme>>
  /** What first start chose; `null` when it has not been asked, `undefined` until the settings are read. */
  readonly start: Readonly<ShallowRef<Start | null | undefined>>
  chooseTheme(theme: Theme): void
  chooseLocale(locale: Locale): void
  chooseStart(start: Start): Promise<void>
  /** A measure of the window’s parts (a width in pixels; 0 or 1 for closed or open), kept by name. */
  layout(part: string, usual: number): WritableComputedRef<number>
  /** Reads what the workspace has kept. */
  load(): Promise<void>
}

/** Enough of the settings to paint the first frame right, before the workspace has answered. */
const REMEMBERED = 'workbench-appearance'
const themes: readonly Theme[] = ['light', 'dark', 'system']
const WRITE_AFTER = 600

interface Appearance {
  readonly locale: Locale
  readonly theme: Theme
}

export function rememberedAppearance({ languages, storage }: Pick<Page, 'languages' | 'storage'>): Appearance {
  const [locale, theme] = (storage.getItem(REMEMBERED) ?? '').split(' ')
  return { locale: locales.find((each) => each === locale) ?? nearestLocale(languages), theme: themes.find((each) => each === theme) ?? 'system' }
}

/** What the window itself gives. */
export interface Page {
  readonly root: HTMLElement
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** The person's languages, best first (BCP 47). */
  readonly languages: readonly string[]
}

interface PreferencesOptions {
  readonly bridge: Bridge
  readonly client: Pick<Client, 'settings'>
  readonly events: Events
  readonly language: Language
  readonly policies: Policies
  readonly page: Page
  readonly theme: Theme
}

export function createPreferences({ bridge, client, events, language, policies, page, theme: first }: PreferencesOptions): Preferences {
  const theme = shallowRef<Theme>(first)
  const start = shallowRef<Start | null>()
  const layout = shallowRef<Readonly<Record<string, number>>>({})
  let writing: ReturnType<typeof setTimeout> | undefined

  function appear(): void {
    applyTheme(theme.value, page.root)
    page.storage.setItem(REMEMBERED, `${language.locale.value} ${theme.value}`)
    if (bridge.host === 'electron') void bridge.call('shell.appearance', { theme: theme.value, locale: language.locale.value })
  }

  async function load(): Promise<void> {
    const [outcome] = await Promise.all([client.settings.all({}), policies.ready])
    if (!outcome.ok) return
    const kept = outcome.value
    start.value = kept.start ?? null
    if (writing === undefined) layout.value = kept.layout ?? {}
    theme.value = kept.theme ?? theme.value
    const spoken = policies.set('Language') ?? kept.language ?? policies.suggested('Language')
    if (spoken !== undefined && spoken !== language.locale.value) await language.speak(spoken)
    appear()
  }

  applyTheme(first, page.root)
  events.onChanged('settings', () => void load())
  policies.onChange(() => void load())

  return {
    theme,
    start,
    load,
    chooseTheme(chosen) {
      theme.value = chosen
      appear()
      void client.settings.set({ name: 'theme', value: chosen })
    },
    chooseLocale(chosen) {
      if (policies.set('Language') !== undefined) return
      void language.speak(chosen).then(appear)
      void client.settings.set({ name: 'language', value: chosen })
    },
    async chooseStart(chosen) {
      start.value = chosen
      await client.settings.set({ name: 'start', value: chosen })
    },
    layout: (part, usual) =>
      computed({
        get: () => layout.value[part] ?? usual,
        set(value) {
          layout.value = { ...layout.value, [part]: value }
          clearTimeout(writing)
          writing = setTimeout(() => {
            writing = undefined
            void client.settings.set({ name: 'layout', value: layout.value })
          }, WRITE_AFTER)
        },
      }),
  }
}
