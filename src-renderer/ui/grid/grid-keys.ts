/** The cell the keyboard is on. Row -1 is the header. */
export interface GridCell {
  readonly row: number
  readonly column: number
}

export interface GridExtent {
  readonly rows: number
  readonly columns: number
  /** Rows a page key moves by. */
  readonly page: number
}

export interface GridKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export type GridKeyAction =
  | { readonly kind: 'move'; readonly to: GridCell; readonly extend: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'edit'; readonly text: string | undefined }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'sort'; readonly add: boolean }
  | { readonly kind: 'resize'; readonly by: number }
  | { readonly kind: 'reorder'; readonly by: -1 | 1 }
  | { readonly kind: 'menu' }

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high))

function moveTarget(event: GridKey, at: GridCell, extent: GridExtent): GridCell | undefined {
  const far = event.ctrlKey || event.metaKey
  const row = (index: number, lowest = -1): GridCell => ({ row: clamp(index, lowest, extent.rows - 1), column: at.column })
  const column = (index: number): GridCell => ({ row: at.row, column: clamp(index, 0, extent.columns - 1) })
  switch (event.key) {
    case 'ArrowUp':
      return far ? row(0, 0) : row(at.row - 1, event.shiftKey ? 0 : -1)
    case 'ArrowDown':
      return far ? row(extent.rows - 1) : row(at.row + 1)
    case 'ArrowLeft':
      return column(far ? 0 : at.column - 1)
    case 'ArrowRight':
      return column(far ? extent.columns - 1 : at.column + 1)
    case 'PageUp':
      return row(at.row - extent.page, 0)
    case 'PageDown':
      return row(at.row + extent.page)
    case 'Home':
      return far ? { row: Math.min(0, extent.rows - 1), column: 0 } : column(0)
    case 'End':
      return far ? { row: extent.rows - 1, column: extent.columns - 1 } : column(extent.columns - 1)
    default:
      return undefined
  }
}

function headerAction(event: GridKey): GridKeyAction | undefined {
  if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const sign = event.key === 'ArrowLeft' ? -1 : 1
    return event.shiftKey ? { kind: 'reorder', by: sign } : { kind: 'resize', by: sign * 16 }
  }
  if (event.key === 'Enter' || event.key === ' ') return { kind: 'sort', add: event.shiftKey }
  if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10') || (event.altKey && event.key === 'ArrowDown')) return { kind: 'menu' }
  return undefined
}

function bodyAction(event: GridKey): GridKeyAction | undefined {
  const command = event.ctrlKey || event.metaKey
  if (event.key === 'Enter') return { kind: 'open' }
  if (event.key === 'F2') return { kind: 'edit', text: undefined }
  if (event.key === ' ') return { kind: 'toggle' }
  // An input method announces itself as "Process" before it has a letter: the editor must be there to receive it.
  if (event.key === 'Process') return { kind: 'edit', text: '' }
  if (!command && !event.altKey && [...event.key].length === 1) return { kind: 'edit', text: event.key }
  return undefined
}

/** What a key means in the grid (WAI-ARIA grid pattern), or `undefined` when it is not the grid's. */
export function gridKeyAction(event: GridKey, at: GridCell, extent: GridExtent): GridKeyAction | undefined {
  const command = event.ctrlKey || event.metaKey
  if (command && event.key.toLowerCase() === 'a') return { kind: 'select-all' }
  if (command && event.key.toLowerCase() === 'c' && at.row >= 0) return { kind: 'copy' }
  if (event.key === 'Escape') return { kind: 'clear' }
  const own = at.row < 0 ? headerAction(event) : bodyAction(event)
  if (own !== undefined) return own
  if (event.altKey) return undefined
  const to = moveTarget(event, at, extent)
  const vertical = to !== undefined && to.row !== at.row
  return to === undefined ? undefined : { kind: 'move', to, extend: event.shiftKey && vertical && at.row >= 0 }
}
