import type { Component } from 'vue'

export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly section: string
  /** Other words it is found by. */
  readonly keywords?: readonly string[]
  /** Keys as `Mod+K`; shown, not listened to. */
  readonly shortcut?: string
  readonly icon?: Component
}
