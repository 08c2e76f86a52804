import { accept, command, insert, one, refuse, remove, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { criteria } from './criterion.table.ts'
import { USUAL_TERMS } from './distribution-terms.ts'
import { distributionTerms, TERMS_ID } from './distribution-terms.table.ts'
import { qualificationContract } from './qualification.contract.ts'

const { operations } = qualificationContract

const createCriterion = command(operations.createCriterion, function* (input, { id, commandId }) {
  const name = input.name.trim()
  if (name === '') return refuse('criterion.name-missing', 'a criterion needs a name')
  const criterionId = id()
  const row = { enabled: true, ...input, points: input.kind === 'must' ? 0 : (input.points ?? 0), id: criterionId, name }
  return accept({ entry: commandId, id: criterionId }, [insert(criteria, row)], [{ event: 'criterion.created', about: criterionId, details: { name } }])
})

const updateCriterion = command(operations.updateCriterion, function* (input, { commandId }) {
  const criterion = yield* one(criteria, input.id)
  if (criterion === undefined) return refuse('criterion.not-found', 'there is no such criterion')
  const decided = decideEdit('criterion', criterion, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.name?.trim() === '') return refuse('criterion.name-missing', 'a criterion needs a name')
  if ((patch.kind ?? criterion.kind) === 'must' && (patch.points ?? criterion.points) !== 0) patch.points = 0
  return accept({ entry: commandId }, [update(criteria, criterion.id, patch)], [{ event: 'criterion.edited', about: criterion.id, details: { name: criterion.name } }])
})

const removeCriterion = command(operations.removeCriterion, function* (input, { commandId }) {
  const criterion = yield* one(criteria, input.id)
  if (criterion === undefined) return refuse('criterion.not-found', 'there is no such criterion')
  return accept({ entry: commandId }, [remove(criteria, criterion.id)], [{ event: 'criterion.removed', about: criterion.id, details: { name: criterion.name } }])
})

const setTerms = command(operations.setTerms, function* (input, { commandId }) {
  const known = yield* one(distributionTerms, TERMS_ID)
  const decided = decideEdit('terms', known ?? USUAL_TERMS, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  const change = known === undefined ? insert(distributionTerms, { ...USUAL_TERMS, ...patch, id: TERMS_ID }) : update(distributionTerms, TERMS_ID, patch)
  return accept({ entry: commandId }, [change], [{ event: 'terms.set', about: TERMS_ID, details: { fields: Object.keys(patch) } }])
})

export const qualificationCommands = [createCriterion, updateCriterion, removeCriterion, setTerms]
