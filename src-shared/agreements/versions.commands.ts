import { accept, command, insert, many, one, refuse, remove, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { agreements, agreementVersions, type LanguageText } from './agreement.table.ts'
import { agreementsContract } from './agreements.contract.ts'
import { hashText } from './hash-text.ts'

const { operations } = agreementsContract
type Version = RowOf<typeof agreementVersions>

const create = command(operations.create, function* (input, { id, commandId }) {
  const [code, name] = [input.code.trim(), input.name.trim()]
  if (code === '') return refuse('agreement.code-missing', 'an agreement needs a code')
  if (name === '') return refuse('agreement.name-missing', 'an agreement needs a name')
  const [twin] = yield* many(agreements, 'byCode', [code])
  if (twin !== undefined) return refuse('agreement.code-taken', 'another agreement has this code', { name: twin.name })
  const agreementId = id()
  return accept({ entry: commandId, id: agreementId }, [insert(agreements, { countries: [], partnerTypes: [], state: 'inForce', ...input, id: agreementId, code, name })], [{ event: 'agreement.created', about: agreementId, details: { name } }])
})

const edit = command(operations.update, function* ({ id, edits }, { commandId }) {
  const agreement = yield* one(agreements, id)
  if (agreement === undefined) return refuse('agreement.not-found', 'there is no such agreement')
  const decided = decideEdit('agreement', agreement, edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('agreement.name-missing', 'an agreement needs a name')
  return accept({ entry: commandId }, [update(agreements, id, decided.patch)], [{ event: 'agreement.edited', about: id, details: { name: agreement.name } }])
})

const draftVersion = command(operations.draftVersion, function* ({ agreementId, texts, ...given }, { id, commandId }) {
  const agreement = yield* one(agreements, agreementId)
  if (agreement === undefined) return refuse('agreement.not-found', 'there is no such agreement')
  const before = yield* many(agreementVersions, 'byAgreement', [agreementId])
  if (before.some(({ state }) => state === 'draft')) return refuse('agreement.draft-there', 'there is a draft of the next version already', { name: agreement.name })
  const hashed = hashedTexts(texts)
  if ('kind' in hashed) return hashed
  const version = Math.max(0, ...before.map((each) => each.version)) + 1
  const row = { ...given, id: id(), agreementId, version, state: 'draft', texts: hashed } as const
  return accept({ entry: commandId, id: row.id }, [insert(agreementVersions, row)], [{ event: 'agreement.drafted', about: agreementId, details: { name: agreement.name, version } }])
})

const updateVersion = command(operations.updateVersion, function* ({ id, texts, ...given }, { commandId }) {
  const version = yield* findDraft(id)
  if (!('version' in version)) return version
  const hashed = hashedTexts(texts)
  if ('kind' in hashed) return hashed
  return accept({ entry: commandId }, [update(agreementVersions, id, { ...given, texts: hashed })])
})

const discardVersion = command(operations.discardVersion, function* ({ id }, { commandId }) {
  const version = yield* findDraft(id)
  if (!('version' in version)) return version
  return accept({ entry: commandId }, [remove(agreementVersions, id)], [{ event: 'agreement.discarded', about: version.agreementId, details: { version: version.version } }])
})

const publishVersion = command(operations.publishVersion, function* ({ id }, { commandId, actor, now }) {
  const version = yield* findDraft(id)
  if (!('version' in version)) return version
  if (version.texts.length === 0) return refuse('agreement.text-missing', 'there is nothing to accept in it')
  const patch = { state: 'published', publishedByName: actor.name, publishedAt: now, effectiveOn: version.effectiveOn ?? now.slice(0, 10) } as const
  return accept({ entry: commandId }, [update(agreementVersions, id, patch)], [{ event: 'agreement.published', about: version.agreementId, details: { version: version.version } }])
})

function* findDraft(id: string): Generator<Question, Version | Decision<never>, unknown> {
  const version = yield* one(agreementVersions, id)
  if (version === undefined) return refuse('agreement.version-not-found', 'there is no such version')
  return version.state === 'published' ? refuse('agreement.published', 'what is published stays as it is', { version: version.version }) : version
}

function hashedTexts(texts: readonly Omit<LanguageText, 'hash'>[]): LanguageText[] | Decision<never> {
  const twice = texts.find(({ language }, at) => texts.findIndex((each) => each.language === language) !== at)
  if (twice !== undefined) return refuse('agreement.language-twice', 'there are two texts in one language', { language: twice.language })
  return texts.map((text) => ({ ...text, hash: hashText(text) }))
}

export const versionsCommands = [create, edit, draftVersion, updateVersion, discardVersion, publishVersion]
