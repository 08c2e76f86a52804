import type Database from 'better-sqlite3'
import { careContract } from '#shared/care/care.contract.ts'
import { careTermsOf } from '#shared/care/care-terms.ts'
import { careTerms } from '#shared/care/care-terms.table.ts'
import { checkIns, partnerCare } from '#shared/care/check-in.table.ts'
import { coachingNotes } from '#shared/care/coaching-note.table.ts'
import { medianDays } from '#shared/care/first-deal.ts'
import { askMoved } from '#shared/care/gather-care.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { quarterlyReviews } from '#shared/care/review.table.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { hostCapability } from '../operations/capability.ts'
import { answerRule } from '../workspace/answer-rule.ts'
import { selectRows } from '../workspace/rows.ts'
import { careSource } from './care-list.ts'
import { readDay } from './read-day.ts'
import { readFigures } from './read-figures.ts'
import { readDark, readFirstDeals } from './read-signs.ts'

const AT_ONCE = 200

export const careHost = hostCapability(
  careContract,
  {
    list: (input, { lists, today }) => lists.list(careSource(today()), input) as never,
    terms: (_, { db }) => termsOf(db),
    today: ({ today }, { db }) => readDay(db, today, termsOf(db).fiscalStart),
    dark: ({ today }, { db }) => readDark(db, termsOf(db).darkDays, today),
    firstDeals: (_, { db }) => {
      const deals = readFirstDeals(db)
      const [all] = medianDays(deals, () => null)
      return {
        all: all === undefined ? null : { median: all.median, partners: all.partners, waiting: deals.length - all.partners },
        types: medianDays(deals, ({ type }) => type).map(({ key, ...median }) => ({ type: key, ...median })),
        territories: medianDays(deals, ({ territoryId }) => territoryId).map(({ key, ...median }) => ({ territoryId: key, ...median })),
      }
    },
    get: ({ partnerId }, { db }) => {
      const of = `"partnerId" = ? AND ${VISIBLE}`
      return {
        partner: partnerOf(db, partnerId),
        care: selectRows(db, partnerCare, `WHERE ${of}`, partnerId)[0] ?? null,
        terms: termsOf(db),
        checkIns: [...selectRows(db, checkIns, `WHERE ${of} ORDER BY "heldOn" DESC, "id" DESC`, partnerId)],
        reviews: [...selectRows(db, quarterlyReviews, `WHERE ${of} ORDER BY "startsOn" DESC`, partnerId)],
        notes: [...selectRows(db, coachingNotes, `WHERE ${of} ORDER BY "notedOn" DESC, "id" DESC`, partnerId)],
        plans: [...selectRows(db, jointPlans, `WHERE ${of} ORDER BY "version" DESC`, partnerId)],
      }
    },
    figures: ({ partnerId, startsOn, endsOn }, { db }) => readFigures(db, partnerOf(db, partnerId), startsOn, endsOn, new Date().toISOString()),
  },
  {
    keep: async (_, context) => {
      const ids = context.db.prepare(`SELECT "partnerId" FROM "partnerCare" WHERE ${VISIBLE} ORDER BY "_row"`).pluck().all() as string[]
      let changed = 0
      for (let start = 0; start < ids.length; start += AT_ONCE) {
        context.heedCancel()
        context.progress('writing', start, ids.length)
        const moved = answerRule(context.db, askMoved(ids.slice(start, start + AT_ONCE)))
        if (moved.length > 0) changed += (await context.write<{ changed: number }>('care.reckon', { partnerIds: moved.map(({ partnerId }) => partnerId) }, { silent: true })).changed
      }
      if (changed > 0) context.announce('partnerCare')
      return { changed }
    },
  },
)

function termsOf(db: Database.Database) {
  return careTermsOf(selectRows(db, careTerms, '')[0])
}

function partnerOf(db: Database.Database, id: string): RowOf<typeof partners> {
  const [partner] = selectRows(db, partners, `WHERE "id" = ? AND ${VISIBLE}`, id)
  if (partner === undefined) throw new RefusedError('partner.not-found', 'there is no such partner')
  return partner
}
