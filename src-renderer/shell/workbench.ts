import { inject, type ComputedRef, type InjectionKey } from 'vue'
import { createIdMaker, type IdMaker } from '#shared/foundation/ids.ts'
import type { Bridge } from '../client/bridge.ts'
import { createClient, type Client } from '../client/client.ts'
import { createEvents, type Events } from '../client/events.ts'
import { createToasts, type Toasts } from '../ui/toasts.ts'
import { createChanging, type Changing } from './change.ts'
import { createCommands, type Commands } from './commands.ts'
import type { Formats } from './formats.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { createLanguage, type Language } from './language.ts'
import { createNames, type Names } from './names.ts'
import { createOpening, type OpeningStore } from './opening.ts'
import { createPlaces, type Places } from './places.ts'
import { createPolicies, type Policies } from './policies.ts'
import { createPreferences, rememberedAppearance, type Page, type Preferences } from './preferences.ts'
import { createRights, type Rights } from './rights.ts'
import { createSync, type Sync } from './sync.ts'
import { createUndoStack, type UndoStack } from './undo.ts'

/** What every page of the window works with. */
export interface Workbench {
  readonly bridge: Bridge
  readonly client: Client
  readonly events: Events
  readonly newId: IdMaker
  readonly language: Language
  readonly opening: OpeningStore
  readonly policies: Policies
  readonly preferences: Preferences
  readonly toasts: Toasts
  readonly undoStack: UndoStack
  readonly changing: Changing
  readonly jobs: Jobs
  readonly sync: Sync
  readonly rights: Rights
  readonly commands: Commands
  readonly names: Names
  readonly places: Places
}

export const workbenchKey: InjectionKey<Workbench> = Symbol('workbench')

export async function createWorkbench(bridge: Bridge, page: Page): Promise<Workbench> {
  const appearance = rememberedAppearance(page)
  const newId = createIdMaker(Date.now, (bytes) => bytes.set(crypto.getRandomValues(new Uint8Array(bytes.length))))
  const language = await createLanguage(appearance.locale, page.root)
  const client = createClient(bridge, newId)
  const events = createEvents(bridge)
  const toasts = createToasts()
  const undoStack = createUndoStack(client)
  const changing = createChanging(toasts, undoStack, language)
  const jobs = createJobs(bridge, events, newId)
  const sync = createSync({ client, events, jobs, toasts, changing, language })
  const rights = createRights(sync, language)
  const policies = createPolicies(client, events)
  return {
    bridge,
    client,
    events,
    newId,
    language,
    opening: createOpening(client),
    policies,
    preferences: createPreferences({ bridge, client, events, language, policies, page, theme: appearance.theme }),
    toasts,
    undoStack,
    changing,
    jobs,
    sync,
    rights,
    commands: createCommands(rights),
    names: createNames(client, events),
    places: createPlaces(language),
  }
}

export function useWorkbench(): Workbench {
  const workbench = inject(workbenchKey)
  if (workbench === undefined) throw new Error('used outside the workbench')
  return workbench
}

/** The words of the present language: `w.leads.title` in a template, `w.value` in code. */
export function useWords(): Language['words'] {
  return useWorkbench().language.words
}

export function useFormats(): ComputedRef<Formats> {
  return useWorkbench().language.formats
}
