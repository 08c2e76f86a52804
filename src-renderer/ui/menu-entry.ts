import type { Component } from 'vue'

export type MenuEntry =
  | {
      readonly kind: 'item'
      readonly id: string
      readonly label: string
      readonly icon?: Component
      /** Keys as `Mod+K`; shown, not listened to. */
      readonly shortcut?: string
      readonly danger?: boolean
      readonly disabled?: boolean
    }
  | { readonly kind: 'check'; readonly id: string; readonly label: string; readonly checked: boolean; readonly disabled?: boolean }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'separator' }
