import { duplicateKey } from '#shared/leads/duplicate-key.ts'
import { leadStages } from '#shared/leads/lead.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Desk } from './desk.ts'
import type { Oracle } from './oracle.ts'
import type { Random } from './random.ts'

export interface Given {
  readonly id: string
  readonly outcome: Outcome<unknown>
}

interface Told {
  readonly sentence: string
  readonly given: Given | null
}

type Give = (name: string, input: unknown, batchId?: string | null) => Told

interface Shown {
  readonly id: string
  readonly city?: string | null
  readonly notes?: string | null
}

/** What a person picks from. */
const shown = {
  leads: 'SELECT "id", "city", "notes" FROM "leads" ORDER BY "id"',
  territories: 'SELECT "id" FROM "territories" ORDER BY "id"',
  partners: 'SELECT "id" FROM "partners" ORDER BY "id"',
} as const

const cities = ['Osaka', 'Kyoto', 'Nagoya', null]
const notes = ['called', 'wrote', 'met']

/** Thinks of the next thing that somebody does at a desk, from what the desk shows. */
export class CommandGiver {
  readonly territories: string[] = []
  readonly #random: Random
  #names = 0

  constructor(random: Random) {
    this.#random = random
  }

  give(desk: Desk): Told {
    const random = this.#random
    const kind = random.weighted([[5, 'create'], [8, 'edit'], [3, 'other field'], [4, 'stage'], [4, 'assign'], [3, 'partner'], [3, 'partner status'], [1, 'new partner'], [1, 'new territory'], [1, 'territory below'], [5, 'move'], [4, 'undo'], [3, 'batch'], [1, 'view'], [1, 'remove territory']] as const)
    const give: Give = (name, input, batchId = null) => ({ sentence: `${name} ${JSON.stringify(input)}`, given: desk.give(name, input, batchId) })
    return this.#ofKind(kind, desk, give) ?? { sentence: `nothing to ${kind}`, given: null }
  }

  #ofKind(kind: string, desk: Desk, give: Give): Told | undefined {
    const random = this.#random
    switch (kind) {
      case 'create':
        return give('leads.create', { company: `Company ${random.below(12)}`, country: 'JP', city: random.pick(cities) })
      case 'new partner':
        return give('partners.create', { code: `P${random.below(6)}`, name: 'Partner', type: 'reseller', country: 'JP' })
      case 'new territory':
        return give('territories.create', { code: `T${random.below(8)}`, name: 'Territory', parentId: this.#one(desk, 'territories')?.id ?? null })
      case 'batch':
        return this.#batch(desk, give)
      case 'view':
        return give('views.save', { list: 'leads', name: `View ${random.below(3)}`, state: {} })
      case 'undo': {
        const entries = desk.db.prepare('SELECT "id" FROM "journal" ORDER BY "_row" DESC LIMIT 12').pluck().all() as string[]
        return entries.length === 0 ? undefined : give('journal.undo', { entry: random.pick(entries) })
      }
      case 'partner':
      case 'partner status': {
        const partner = this.#one(desk, 'partners')
        if (partner === undefined) return undefined
        return kind === 'partner'
          ? give('partners.update', { id: partner.id, edits: [{ field: 'capacity', value: random.below(100) }] })
          : give('partners.setStatus', { id: partner.id, status: random.pick(['active', 'suspended', 'inactive']) })
      }
      case 'territory below':
      case 'remove territory': {
        const territory = this.#one(desk, 'territories')
        if (territory === undefined) return undefined
        if (kind === 'territory below') return give('territories.update', { id: territory.id, edits: [{ field: 'parentId', value: random.pick([...this.territories, null]) }] })
        return this.territories.includes(territory.id) ? undefined : give('territories.remove', { id: territory.id })
      }
      default: {
        const lead = this.#one(desk, 'leads')
        return lead === undefined ? undefined : this.#toLead(kind, lead, desk, give)
      }
    }
  }

  #toLead(kind: string, lead: Shown, desk: Desk, give: Give): Told | undefined {
    const random = this.#random
    switch (kind) {
      case 'edit':
        return give('leads.update', { id: lead.id, edits: [{ field: 'city', value: random.pick(cities), ...(random.chance(0.5) ? { was: lead.city } : {}) }] })
      case 'other field':
        return give('leads.update', { id: lead.id, edits: [{ field: 'notes', value: random.pick(notes), was: lead.notes }] })
      case 'stage':
        return give('leads.setStage', { id: lead.id, stage: random.pick(leadStages) })
      case 'assign': {
        const partner = this.#one(desk, 'partners')
        if (partner === undefined) return undefined
        return random.chance(0.25) ? give('leads.releaseToRules', { ids: [lead.id] }) : give('leads.assignManually', { ids: [lead.id], partnerId: partner.id, reason: 'knows them', until: null })
      }
      case 'move': {
        const territory = this.#one(desk, 'territories')
        return territory === undefined ? undefined : give('assignment.applyDecisions', this.move([lead.id], [random.chance(0.15) ? null : territory.id]))
      }
      default:
        throw new Error(kind)
    }
  }

  /** A change that an administrator makes at the server itself. */
  administer({ rows }: Oracle): { readonly name: string; readonly input: unknown } {
    const random = this.#random
    const ids = [...rows.keys()].filter((key) => key.startsWith('leads ')).map((key) => key.slice(6)).toSorted()
    if (ids.length === 0 || random.chance(0.2)) return { name: 'leads.create', input: { company: `Administered ${(this.#names += 1)}`, country: 'JP' } }
    if (random.chance(0.5)) return { name: 'assignment.applyDecisions', input: this.move([random.pick(ids)], [random.pick(this.territories)]) }
    return { name: 'leads.update', input: { id: random.pick(ids), edits: [{ field: 'city', value: random.pick(cities) }] } }
  }

  /** What moves leads into territories. */
  move(leadIds: readonly string[], territories: readonly (string | null)[]): unknown {
    const ids = territories.filter((id) => id !== null)
    const none = { ids: [], at: leadIds.map(() => -1) }
    return { runId: this.#random.id(), leadIds, partner: none, territory: { ids, at: territories.map((id) => (id === null ? -1 : ids.indexOf(id))) }, rule: none, decision: none }
  }

  /** The next thing in an import or its undoing, or a new import. */
  #batch(desk: Desk, give: Give): Told {
    const random = this.#random
    const batch = desk.db.prepare(`SELECT "id", "state" FROM "batches" WHERE "state" <> 'undone' ORDER BY "id" LIMIT 1 OFFSET ?`).get(random.below(2)) as { id: string; state: string } | undefined
    if (batch === undefined) return give('journal.openBatch', { kind: 'import', subject: 'leads', label: 'import', total: 0, details: {} })
    if (batch.state === 'running') {
      if (random.chance(0.4)) return give('journal.moveBatch', { id: batch.id, state: random.pick(['done', 'undoing']), total: 2 })
      const rows = Array.from({ length: 1 + random.below(3) }, () => {
        const company = `Imported ${(this.#names += 1)}`
        return [random.id(), company, 'JP', 'new', '2026-01-01T00:00:00.000Z', duplicateKey(company, 'JP', null), [], random.pick([...this.territories, null])]
      })
      return give('imports.appendRows', { batchId: batch.id, table: 'leads', columns: ['id', 'company', 'country', 'stage', 'arrivedAt', 'duplicateKey', 'declinedBy', 'territoryId'], rows }, batch.id)
    }
    if (batch.state === 'done') return give('journal.moveBatch', { id: batch.id, state: 'undoing' })
    const part = desk.db.prepare('SELECT "id" FROM "journal" WHERE "batchId" = ? AND "undoneBy" IS NULL ORDER BY "_row" DESC LIMIT 1').pluck().get(batch.id) as string | undefined
    return part === undefined ? give('journal.moveBatch', { id: batch.id, state: 'undone' }) : give('journal.undoPart', { entry: part })
  }

  #one(desk: Desk, table: keyof typeof shown): Shown | undefined {
    const rows = desk.db.prepare(shown[table]).all() as Shown[]
    return rows.length === 0 ? undefined : this.#random.pick(rows)
  }
}
