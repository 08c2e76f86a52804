import { accept, command, insert, one, refuse, remove, update, type Decision } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { documentClauses, documentTemplates } from './document-template.table.ts'
import { documentLogos } from './document-logo.table.ts'
import { readLogo } from './read-logo.ts'
import { documentsContract } from './documents.contract.ts'
import { unknownPlaceholders } from './placeholders.ts'

const { operations } = documentsContract
const COLOUR = /^#[0-9a-f]{6}$/i
/** A dark blue that prints well in grey. */
const USUAL_ACCENT = '#1f4b7a'

type Template = RowOf<typeof documentTemplates>

/** What cannot be of a template's values, if anything. */
function templateProblem({ name, sender, accent, title, opening, closing, footer }: Pick<Template, 'name' | 'sender' | 'accent'> & Partial<Template>): Decision<never> | undefined {
  if (name.trim() === '') return refuse('document.name-missing', 'a template needs a name')
  if (sender.trim() === '') return refuse('document.sender-missing', 'a document says who sends it')
  if (!COLOUR.test(accent)) return refuse('document.colour-wrong', 'a colour is written #rrggbb', { colour: accent })
  return placeholderProblem(title, opening, closing, footer)
}

function placeholderProblem(...texts: readonly (string | null | undefined)[]): Decision<never> | undefined {
  const unknown = texts.flatMap((text) => unknownPlaceholders(text ?? ''))
  return unknown.length === 0 ? undefined : refuse('document.placeholder-unknown', 'there is no such placeholder', { names: unknown })
}

const createTemplate = command(operations.createTemplate, function* (input, { id, commandId }) {
  const row = { accent: USUAL_ACCENT, preferred: false, era: false, seal: input.language === 'ja', ...input, name: input.name.trim() }
  const wrong = templateProblem(row)
  if (wrong !== undefined) return wrong
  const templateId = id()
  return accept({ entry: commandId, id: templateId }, [insert(documentTemplates, { ...row, id: templateId })], [{ event: 'document.template-created', about: templateId, details: { name: row.name } }])
})

const updateTemplate = command(operations.updateTemplate, function* (input, { commandId }) {
  const template = yield* one(documentTemplates, input.id)
  if (template === undefined) return refuse('document.template-not-found', 'there is no such template')
  const decided = decideEdit('document', template, input.edits)
  if (!('patch' in decided)) return decided
  const wrong = templateProblem({ ...template, ...decided.patch })
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(documentTemplates, template.id, decided.patch)], [{ event: 'document.template-edited', about: template.id, details: { name: template.name } }])
})

const removeTemplate = command(operations.removeTemplate, function* ({ id }, { commandId }) {
  const template = yield* one(documentTemplates, id)
  if (template === undefined) return refuse('document.template-not-found', 'there is no such template')
  return accept({ entry: commandId }, [remove(documentTemplates, id)], [{ event: 'document.template-removed', about: id, details: { name: template.name } }])
})

const setLogo = command(operations.setLogo, function* ({ id, file }, { commandId }) {
  const template = yield* one(documentTemplates, id)
  if (template === undefined) return refuse('document.template-not-found', 'there is no such template')
  if (file === null) return accept({ entry: commandId }, template.logoId === null ? [] : [update(documentTemplates, id, { logoId: null })], [{ event: 'document.logo-removed', about: id, details: { name: template.name } }])
  const logo = readLogo(file)
  if (!logo.ok) return refuse(logo.error.code, logo.error.message, logo.error.details)
  const there = yield* one(documentLogos, logo.value.id)
  const changes = [...(there === undefined ? [insert(documentLogos, logo.value)] : []), update(documentTemplates, id, { logoId: logo.value.id })]
  return accept({ entry: commandId }, changes, [{ event: 'document.logo-set', about: id, details: { name: template.name, sha256: logo.value.sha256 } }])
}, ({ id, file }) => ({ id, file: file === null ? null : { name: file.name } }))

function clauseProblem({ heading, text }: { readonly heading: string; readonly text: string }): Decision<never> | undefined {
  if (heading.trim() === '' || text.trim() === '') return refuse('document.clause-empty', 'a term needs a heading and a text')
  return placeholderProblem(text)
}

const createClause = command(operations.createClause, function* (input, { id, commandId }) {
  const wrong = clauseProblem(input)
  if (wrong !== undefined) return wrong
  const clauseId = id()
  const row = { kinds: [], countries: [], exceptCountries: [], place: 0, enabled: true, ...input, id: clauseId }
  return accept({ entry: commandId, id: clauseId }, [insert(documentClauses, row)], [{ event: 'document.clause-created', about: clauseId, details: { name: input.heading } }])
})

const updateClause = command(operations.updateClause, function* (input, { commandId }) {
  const clause = yield* one(documentClauses, input.id)
  if (clause === undefined) return refuse('document.clause-not-found', 'there is no such term')
  const decided = decideEdit('document', clause, input.edits)
  if (!('patch' in decided)) return decided
  const wrong = clauseProblem({ ...clause, ...decided.patch })
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(documentClauses, clause.id, decided.patch)], [{ event: 'document.clause-edited', about: clause.id, details: { name: clause.heading } }])
})

const removeClause = command(operations.removeClause, function* ({ id }, { commandId }) {
  const clause = yield* one(documentClauses, id)
  if (clause === undefined) return refuse('document.clause-not-found', 'there is no such term')
  return accept({ entry: commandId }, [remove(documentClauses, id)], [{ event: 'document.clause-removed', about: id, details: { name: clause.heading } }])
})

export const documentsCommands = [createTemplate, updateTemplate, removeTemplate, setLogo, createClause, updateClause, removeClause]
