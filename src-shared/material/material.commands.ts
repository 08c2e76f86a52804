import { idOfHash } from '../attachments/id-of-hash.ts'
import { accept, command, insert, one, refuse, remove, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { countryOf } from '../geography/countries.ts'
import { regionOf } from '../geography/regions.ts'
import { locales } from '../locales/locale.ts'
import { territories } from '../territories/territory.table.ts'
import type { Material } from './applies-to.ts'
import { headingsOf } from './headings-of.ts'
import { materialContract } from './material.contract.ts'
import { materialFiles, materials } from './material.table.ts'
import { partsOf, type MaterialTexts, type MaterialWords } from './material.ts'
import { readyMadeProcess } from './ready-made/ready-made-process.ts'
import { takeFile } from './take-file.ts'
import { whyNotPublishable } from './why-not-publishable.ts'

const { operations } = materialContract
const NOTHING: MaterialTexts = { en: null, ja: null, es: null }

const titleOf = (texts: MaterialTexts): string => locales.map((language) => texts[language]?.title).find((title) => title !== undefined) ?? ''
const missing = () => refuse('material.not-found', 'there is no such material')

/** New texts with what follows from them; refused where partners see the material already and it would not be complete. */
function rewritten(material: Material, texts: Partial<MaterialTexts>): Change | Decision<never> {
  const after = { ...material, ...texts }
  const problem = material.state === 'published' ? whyNotPublishable(after) : null
  return problem === null ? update(materials, material.id, { ...texts, headings: headingsOf(after) }) : refuse(problem.code, problem.message, problem.details)
}

const create = command(operations.create, function* ({ kind, language, title, readyMade }, { id, commandId }) {
  if (readyMade && kind !== 'salesProcess') return refuse('material.not-ready-made', 'only a sales process is there ready-made', { kind })
  const texts = readyMade ? readyMadeProcess : { ...NOTHING, [language]: { title, body: '', parts: [], file: null } }
  const row = { kind, ...texts, id: id(), state: 'draft', places: [], partnerTypes: [], tiers: [], products: [], pinned: false, place: 0, headings: headingsOf(texts) } as const
  return accept({ entry: commandId, id: row.id }, [insert(materials, row)], [{ event: 'material.created', about: row.id, details: { title: titleOf(texts) } }])
})

const edit = command(operations.update, function* ({ id, edits }, { commandId }) {
  const material = yield* one(materials, id)
  if (material === undefined) return missing()
  const decided = decideEdit('material', material, edits)
  if (!('patch' in decided)) return decided
  const wrong = yield* wrongOf({ ...material, ...decided.patch })
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(materials, id, decided.patch)], [{ event: 'material.edited', about: id, details: { title: titleOf(material) } }])
})

function* wrongOf({ places, territoryId, validFrom, validTo }: Material): Generator<Question, Decision<never> | undefined, unknown> {
  const unknown = places.find((place) => (place.includes('-') ? regionOf(place) : countryOf(place)) === undefined)
  if (unknown !== undefined) return refuse('material.place-unknown', 'there is no such place', { value: unknown })
  if (validFrom !== null && validTo !== null && validTo < validFrom) return refuse('material.dates-reversed', 'it would end before it begins', { from: validFrom, to: validTo })
  if (territoryId !== null && (yield* one(territories, territoryId)) === undefined) return refuse('territory.not-found', 'there is no such territory')
  return undefined
}

const write = command(operations.write, function* ({ id, language, seen, words }, { commandId }) {
  const material = yield* one(materials, id)
  if (material === undefined) return missing()
  const before = material[language]
  if (JSON.stringify(before === null ? null : wordsOf(before)) !== JSON.stringify(seen === null ? null : wordsOf(seen))) return refuse('material.stale', 'somebody else has written this text in the meantime', { language })
  const strange = words?.parts.find(({ kind }) => partsOf[material.kind]?.includes(kind) !== true)
  if (strange !== undefined) return refuse('material.part-out-of-place', 'this kind of material has no such parts', { kind: material.kind, part: strange.kind })
  const change = rewritten(material, { [language]: words === null ? null : { ...words, file: before?.file ?? null } })
  if (!('table' in change)) return change
  return accept({ entry: commandId }, [change], [{ event: words === null ? 'material.text-removed' : 'material.written', about: id, details: { title: words?.title ?? before?.title ?? '', language } }])
})

function wordsOf({ title, body, parts }: MaterialWords): MaterialWords {
  return { title, body, parts: parts.map(({ kind, title: heading, text, criteria }) => ({ kind, title: heading, text, criteria })) }
}

const attach = command(operations.attach, function* ({ id, language, file }, { commandId }) {
  const material = yield* one(materials, id)
  if (material === undefined) return missing()
  const text = material[language]
  if (text === null) return refuse('material.text-missing', 'a file goes with a text', { language })
  if (file === null) {
    const change = rewritten(material, { [language]: { ...text, file: null } })
    if (!('table' in change)) return change
    return accept({ entry: commandId }, [change], [{ event: 'material.file-removed', about: id, details: { title: text.title, name: text.file?.name ?? '' } }])
  }
  const taken = takeFile(file)
  if (!taken.ok) return refuse(taken.error.code, taken.error.message, taken.error.details)
  const { name, mediaType, size, sha256, content } = taken.value
  const fileId = idOfHash(sha256)
  const there = yield* one(materialFiles, fileId)
  const change = rewritten(material, { [language]: { ...text, file: { name, mediaType, size, sha256 } } })
  if (!('table' in change)) return change
  return accept({ entry: commandId }, [...(there === undefined ? [insert(materialFiles, { id: fileId, mediaType, size, sha256, content })] : []), change], [{ event: 'material.file-attached', about: id, details: { title: text.title, name, sha256 } }])
}, ({ id, language, file }) => ({ id, language, file: file === null ? null : { name: file.name } }))

const publish = command(operations.publish, function* ({ id }, { actor, commandId, now }) {
  const material = yield* one(materials, id)
  if (material === undefined) return missing()
  if (material.state === 'published') return refuse('material.published', 'partners see it already')
  const problem = whyNotPublishable(material)
  if (problem !== null) return refuse(problem.code, problem.message, problem.details)
  return accept({ entry: commandId }, [update(materials, id, { state: 'published', publishedAt: now, publishedByName: actor.name })], [{ event: 'material.published', about: id, details: { title: titleOf(material) } }])
})

const withdraw = command(operations.withdraw, function* ({ id }, { commandId }) {
  const material = yield* one(materials, id)
  if (material === undefined) return missing()
  if (material.state !== 'published') return refuse('material.not-published', 'nobody sees it')
  return accept({ entry: commandId }, [update(materials, id, { state: 'withdrawn' })], [{ event: 'material.withdrawn', about: id, details: { title: titleOf(material) } }])
})

const discard = command(operations.discard, function* ({ id }, { commandId }) {
  const material = yield* one(materials, id)
  if (material === undefined) return missing()
  if (material.state !== 'draft') return refuse('material.not-a-draft', 'what was published is withdrawn, not removed')
  return accept({ entry: commandId }, [remove(materials, id)], [{ event: 'material.discarded', about: id, details: { title: titleOf(material) } }])
})

export const materialCommands = [create, edit, write, attach, publish, withdraw, discard]
