import { onScopeDispose } from 'vue'
import type { Router } from 'vue-router'
import type { CapabilityDescriptor, RecordKind } from './descriptor.ts'
import { recordAddress } from './record-address.ts'
import { useWorkbench } from './workbench.ts'

interface Link {
  readonly kind: RecordKind
  readonly id: string
}

const MENU: Readonly<Record<string, string>> = { settings: 'go.settings', import: 'go.imports', palette: 'program.palette', shortcuts: 'program.shortcuts' }

/** What the desktop program sends: links that were opened elsewhere, and its menu. A browser host sends neither. */
export function useProgramEvents(capabilities: readonly CapabilityDescriptor[], router: Router): void {
  const { bridge, commands, events } = useWorkbench()

  function follow(link: Link): void {
    const address = recordAddress(capabilities, link.kind, link.id)
    if (address !== undefined) void router.push(address)
  }

  const ends = [
    events.on('shell.link', (data) => follow(data as Link)),
    events.on('shell.menu', (data) => commands.run(MENU[(data as { readonly command: string }).command] ?? '')),
  ]
  onScopeDispose(() => ends.forEach((end) => end()))

  if (bridge.host !== 'electron') return
  void bridge.call('shell.takeLink', {}).then((outcome) => {
    if (outcome.ok && outcome.value !== null) follow(outcome.value as Link)
  })
}
