import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { isGivenScore } from '#shared/leads/given-score.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { qualifies } from '#shared/qualification/compile-criteria.ts'
import { criteria } from '#shared/qualification/criterion.table.ts'
import { qualificationContract } from '#shared/qualification/qualification.contract.ts'
import { scorerOf, type Scorer } from '#shared/qualification/score-leads.ts'
import { scorings } from '#shared/qualification/scoring.table.ts'
import { heldBackFrom } from '../assignment/held-back-from.ts'
import { hostCapability, type QueryContext } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'
import { effectOf } from './criteria-effect.ts'
import { loadTerms } from './load-terms.ts'
import { scoreAll } from './score-all.ts'

type Db = QueryContext['db']

export const qualificationHost = hostCapability(
  qualificationContract,
  {
    criteria: (_, { db }) => selectRows(db, criteria, 'ORDER BY "name", "id"'),
    terms: (_, { db }) => loadTerms(db),
    explain: ({ leadId }, { db }) => {
      const lead = leadOf(db, leadId)
      const given = isGivenScore(lead)
      const [kept] = selectRows(db, scorings, 'WHERE "id" = ?', lead.scoringId)
      const scorer = scorerOf(selectRows(db, criteria, ''), loadTerms(db).threshold)
      return {
        score: lead.score,
        origin: given ? 'given' : lead.scoringId === null ? 'none' : 'criteria',
        givenAt: lead.scoreGivenAt,
        reason: lead.scoreReason,
        qualifies: lead.qualifies,
        scoring: kept?.explanation ?? (scorer?.hasCriteria === true ? scorer.score(lead) : null),
        heldBack: heldBackFrom(db, leadId),
      }
    },
    tryOut: ({ leadId, criteria: drafts, threshold }, { db }) => {
      const lead = leadOf(db, leadId)
      const scoring = draftScorer(drafts as never, threshold).score(lead)
      return { scoring, qualifies: qualifies(scoring, isGivenScore(lead) ? lead.score : scoring.score) }
    },
  },
  {
    preview: async ({ criteria: drafts, threshold }, context) => effectOf(draftScorer(drafts as never, threshold), context),
    rescore: async (_, context) => ({ changed: await scoreAll(context) }),
  },
)

function draftScorer(drafts: Parameters<typeof scorerOf>[0], threshold: number | null): Scorer {
  return scorerOf(drafts, threshold) ?? { score: () => ({ threshold, sum: 0, score: 0, criteria: [] }), hasCriteria: false }
}

function leadOf(db: Db, id: string) {
  const [lead] = selectRows(db, leads, `WHERE "id" = ? AND ${VISIBLE}`, id)
  if (lead === undefined) throw new RefusedError('lead.not-found', 'there is no such lead')
  return lead
}
