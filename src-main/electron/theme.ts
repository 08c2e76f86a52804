import type { NativeTheme } from 'electron'
import type { ThemeChoice } from './shell-settings.ts'

/** The page's own ground in each theme, so that the window does not flash before the page is there. */
const GROUND = { light: '#ffffff', dark: '#141518' } as const

export function groundColour(nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light
}

/** Makes the system's own parts (menus, dialogs, `prefers-color-scheme`) follow the choice. */
export function chooseTheme(nativeTheme: Pick<NativeTheme, 'themeSource'>, choice: ThemeChoice): void {
  nativeTheme.themeSource = choice
}

/** Keeps the window's ground in step with the theme, whoever changes it. */
export function followTheme(
  nativeTheme: Pick<NativeTheme, 'on' | 'off' | 'shouldUseDarkColors'>,
  paint: (colour: string) => void,
): () => void {
  const repaint = () => paint(groundColour(nativeTheme))
  nativeTheme.on('updated', repaint)
  return () => {
    nativeTheme.off('updated', repaint)
  }
}
