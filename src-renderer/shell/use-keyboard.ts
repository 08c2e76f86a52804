import { onScopeDispose } from 'vue'
import { isMac } from '../ui/key-names.ts'
import type { AppCommand } from './commands.ts'
import { createKeySequence, isPlain, strokeName, takesText } from './keyboard.ts'
import type { Palette } from './use-commands.ts'
import { useWorkbench } from './workbench.ts'

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'])
/** Keys that change text: in a field they are the field's own. */
const TEXT_EDITING: ReadonlySet<string> = new Set(['Mod+Z', 'Mod+Shift+Z'])

/**
 * Listens for every command's keys, before anything else does. Letters are shortcuts in lists as well (F2 or a double
 * click edits a cell there), and plain text wherever a person types; lists to choose one from find by letter, lists of work (`data-worklist`) do not. What is typed after the palette was asked for, and
 * before its field has the focus, is typed into it.
 */
export function useKeyboard(palette: Palette): void {
  const { commands } = useWorkbench()
  const mac = isMac()
  const match = createKeySequence<AppCommand>((command) => command.keys)

  function onKeydown(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented || MODIFIERS.has(event.key)) return
    const name = strokeName(event, mac)
    const plain = isPlain(name)
    const target = event.target instanceof HTMLElement ? event.target : document.body
    if (palette.isOpen.value && plain && target.closest('[role=dialog]') === null) {
      palette.query.value += event.key
      event.preventDefault()
      event.stopPropagation()
      return
    }
    // It closes the dialog or menu, and is not the page's as well.
    if (name === 'Escape' && target.closest('[role=dialog], [role=menu]') !== null) return
    if (takesText(target) && (plain || TEXT_EDITING.has(name) || event.key === 'Process')) return
    if (plain && (name === ' ' || target.closest('[role=dialog], [role=menu], [role=listbox]:not([aria-multiselectable=true], [data-worklist]), [data-type-ahead]') !== null)) return
    const found = match(name, event.timeStamp, commands.available.value)
    if (found.kind === 'run') {
      event.preventDefault()
      void found.target.run()
    }
    if (found.kind !== 'none' || (plain && target.matches('[role=grid]'))) event.stopPropagation()
  }

  window.addEventListener('keydown', onKeydown, { capture: true })
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown, { capture: true }))
}
