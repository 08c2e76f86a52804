import { shallowRef, type ShallowRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { localeNames, locales } from '#shared/locales/locale.ts'
import { offerCommands, type AppCommand } from './commands.ts'
import { railSections, type CapabilityDescriptor } from './descriptor.ts'
import { useWorkbench } from './workbench.ts'

export interface Palette {
  readonly isOpen: ShallowRef<boolean>
  /** What is typed into it. */
  readonly query: ShallowRef<string>
}

interface ShellCommands {
  readonly palette: Palette
  readonly openPalette: () => void
  readonly shortcutsOpen: ShallowRef<boolean>
}

const themes = ['light', 'dark', 'system'] as const

/** Offers what can be done everywhere: pages, each capability's own commands, and those of the program. */
export function useCommands(capabilities: readonly CapabilityDescriptor[], go: (to: RouteLocationRaw) => void): ShellCommands {
  const workbench = useWorkbench()
  const { changing, commands, preferences } = workbench
  const palette: Palette = { isOpen: shallowRef(false), query: shallowRef('') }
  const shortcutsOpen = shallowRef(false)

  function openPalette(): void {
    if (palette.isOpen.value) return
    palette.query.value = ''
    palette.isOpen.value = true
  }

  const program: readonly AppCommand[] = [
    { id: 'program.palette', title: (w) => w.shell.palette.open, section: 'program', keys: 'Mod+K', run: openPalette },
    { id: 'program.shortcuts', title: (w) => w.shell.shortcuts.show, section: 'program', keys: '?', run: () => void (shortcutsOpen.value = true) },
    { id: 'program.undo', title: (w) => w.shell.undo.undo, section: 'program', keys: 'Mod+Z', run: () => changing.undo() },
    { id: 'program.redo', title: (w) => w.shell.undo.redo, section: 'program', keys: 'Mod+Shift+Z', run: () => changing.redo() },
    ...locales.map((locale): AppCommand => ({ id: `program.language.${locale}`, title: (w) => w.settings.chooseLanguage(localeNames[locale]), section: 'program', isMinor: true, run: () => preferences.chooseLocale(locale) })),
    ...themes.map((theme): AppCommand => ({ id: `program.theme.${theme}`, title: (w) => w.settings.chooseTheme(w.settings.themes[theme]), section: 'program', isMinor: true, run: () => preferences.chooseTheme(theme) })),
  ]

  const pages = capabilities
    .flatMap(({ id, navigation }) => (navigation === undefined ? [] : [{ id, ...navigation }]))
    .toSorted((a, b) => railSections.indexOf(a.section) - railSections.indexOf(b.section) || a.order - b.order)
    .map(({ id, icon, keys, title, to, when }): AppCommand => ({ id: `go.${id}`, title, section: 'navigate', icon, run: () => go(to), ...(keys === undefined ? {} : { keys }), ...(when === undefined ? {} : { when: when(workbench) }) }))

  // What is offered later stands first.
  offerCommands(commands, program)
  offerCommands(commands, capabilities.flatMap(({ commands: own }) => own?.({ workbench, go }) ?? []))
  offerCommands(commands, pages)
  return { palette, openPalette, shortcutsOpen }
}
