export type Theme = 'light' | 'dark' | 'system'

/** Themes are data on <html>; tokens.css does the rest, following the operating system for `system`. */
export function applyTheme(theme: Theme, root: HTMLElement = document.documentElement): void {
  root.dataset['theme'] = theme
}
