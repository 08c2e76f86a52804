import { accept, command, insert, many, one, refuse, remove, update } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { applications } from './application.table.ts'
import { partnerProfiles } from './partner-profile.table.ts'
import { recruitingContract } from './recruiting.contract.ts'

const { operations } = recruitingContract

const createProfile = command(operations.createProfile, function* (input, { id, commandId }) {
  const name = input.name.trim()
  if (name === '') return refuse('profile.name-missing', 'a profile needs a name')
  const profileId = id()
  return accept({ entry: commandId, id: profileId }, [insert(partnerProfiles, { state: 'inForce', ...input, id: profileId, name })], [{ event: 'profile.created', about: profileId, details: { name } }])
})

const updateProfile = command(operations.updateProfile, function* (input, { commandId }) {
  const profile = yield* one(partnerProfiles, input.id)
  if (profile === undefined) return refuse('profile.not-found', 'there is no such profile')
  const decided = decideEdit('profile', profile, input.edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('profile.name-missing', 'a profile needs a name')
  return accept({ entry: commandId }, [update(partnerProfiles, profile.id, decided.patch)], [{ event: 'profile.edited', about: profile.id, details: { name: profile.name } }])
})

const removeProfile = command(operations.removeProfile, function* ({ id }, { commandId }) {
  const profile = yield* one(partnerProfiles, id)
  if (profile === undefined) return refuse('profile.not-found', 'there is no such profile')
  const held = (yield* many(applications, 'byProfile', [id])).length
  if (held > 0) return refuse('profile.in-use', 'applications are held against it', { name: profile.name, applications: held })
  return accept({ entry: commandId }, [remove(partnerProfiles, id)], [{ event: 'profile.removed', about: id, details: { name: profile.name } }])
})

export const profilesCommands = [createProfile, updateProfile, removeProfile]
