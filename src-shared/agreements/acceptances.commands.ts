import { accept as accepted, command, insert, many, one, refuse, update } from '../foundation/command.ts'
import { latestDate } from '../foundation/instant.ts'
import { completeProven, revokeProven } from '../onboarding/follow-proofs.ts'
import { agreementKind, proofByAcceptance } from '../onboarding/proof.ts'
import { partners } from '../partners/partner.table.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import { acceptances, agreements, agreementVersions } from './agreement.table.ts'
import { agreementsContract } from './agreements.contract.ts'

const { operations } = agreementsContract

/** Binds the acceptance to the text that the person had before them: whatever is published later, this is what was accepted (field.md B1, 16). */
const accept = command(operations.accept, function* ({ partnerId, versionId, language, textHash, personId, personName, acceptedOn, means, proof }, context) {
  const { id, commandId, actor, now } = context
  const partner = yield* one(partners, partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  const version = yield* one(agreementVersions, versionId)
  if (version === undefined) return refuse('agreement.version-not-found', 'there is no such version')
  if (version.state !== 'published') return refuse('agreement.not-published', 'a draft is accepted by nobody')
  const text = version.texts.find((each) => each.language === language)
  if (text === undefined) return refuse('agreement.language-missing', 'it is not there in this language', { language })
  if (text.hash !== textHash) return refuse('agreement.text-differs', 'this is not the text of the version', { version: version.version, language })
  if (acceptedOn > latestDate(now)) return refuse('agreement.accepted-in-future', 'nobody has accepted yet what is to come', { acceptedOn })
  const later = (yield* many(agreementVersions, 'byAgreement', [version.agreementId])).find((each) => each.state === 'published' && each.version > version.version && (each.effectiveOn ?? '') <= acceptedOn)
  if (later !== undefined) return refuse('agreement.superseded', 'on that day another version counted already', { version: version.version, later: later.version })
  const person = personId === null ? undefined : yield* one(partnerPeople, personId)
  if (personId !== null && (person === undefined || person.partnerId !== partnerId || person.status === 'left')) return refuse('agreement.not-theirs-to-accept', 'this person is not with the partner', { partner: partner.name, name: person?.name ?? '' })
  const name = person?.name ?? personName
  if (name === '') return refuse('agreement.person-missing', 'somebody has accepted it')
  const row = { id: id(), partnerId, agreementId: version.agreementId, versionId, version: version.version, language, textHash, personId, personName: name, acceptedOn, means, proof, recordedByName: actor.name, recordedAt: now }
  const agreement = yield* one(agreements, version.agreementId)
  const done = agreement === undefined ? [] : yield* completeProven(partnerId, { kinds: [agreementKind], about: agreement.code }, proofByAcceptance(row), context)
  return accepted({ entry: commandId, id: row.id }, [insert(acceptances, row), ...done], [{ event: 'agreement.accepted', about: partnerId, details: { title: text.title, version: version.version, language, person: name } }])
})

const voidAcceptance = command(operations.voidAcceptance, function* ({ id, reason }, context) {
  const acceptance = yield* one(acceptances, id)
  if (acceptance === undefined) return refuse('agreement.acceptance-not-found', 'there is no such acceptance')
  if (acceptance.voidedAt !== null) return refuse('agreement.voided', 'it is void already')
  const revoked = yield* revokeProven('byAcceptance', id, reason, context)
  return accepted(
    { entry: context.commandId },
    [update(acceptances, id, { voidedAt: context.now, voidedReason: reason }), ...revoked.changes],
    [{ event: 'agreement.voided', about: acceptance.partnerId, details: { reason } }, ...revoked.notes],
  )
})

export const acceptancesCommands = [accept, voidAcceptance]
