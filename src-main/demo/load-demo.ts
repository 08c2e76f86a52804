import { RefusedError } from '#shared/foundation/outcome.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { calendarsHost } from '../calendars/calendars.operations.ts'
import { careHost } from '../care/care.operations.ts'
import { deadlinesHost } from '../deadlines/deadlines.operations.ts'
import type { JobContext } from '../operations/capability.ts'
import { onboardingHost } from '../onboarding/onboarding.operations.ts'
import { scoreAll } from '../qualification/score-all.ts'
import { demoProducts } from './demo-partners.ts'
import { REGISTERED } from './demo-leads.ts'
import { setUpPapers } from './demo-papers.ts'
import { abandonBatch } from '../journal/undo-batch.ts'

const SEED = 2026
const ROWS_AT_ONCE = 2000

/** Fills an empty workspace with the demo of Lira Financial: the same rows for the same seed, as one import that can be taken back. */
export async function loadDemo(_input: object, context: JobContext): Promise<{ partners: number; territories: number; leads: number }> {
  const filled = context.db.prepare(`SELECT EXISTS (SELECT 1 FROM "leads" WHERE ${VISIBLE}) OR EXISTS (SELECT 1 FROM "partners" WHERE ${VISIBLE})`).pluck().get()
  if (filled === 1) throw new RefusedError('workspace.not-empty', 'the demo needs an empty workspace')
  context.progress('planning', 0, 0)
  const { demoWorkspace } = await import('./demo-workspace.ts')
  const chunks = demoWorkspace(SEED, context.now(), context.newId)
  const total = chunks.reduce((sum, chunk) => sum + chunk.rows.length, 0)
  const { id: batchId } = await context.write<{ id: string }>('journal.openBatch', { kind: 'import', subject: 'demo', label: 'Lira Financial', total, details: {} })
  try {
    let done = 0
    for (const { table, columns, rows } of chunks) {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        context.heedCancel()
        context.progress('writing', done, total)
        const part = rows.slice(start, start + ROWS_AT_ONCE)
        await context.write('imports.appendRows', { batchId, table, columns, rows: part }, { batchId, silent: true })
        done += part.length
      }
    }
    await context.write('journal.moveBatch', { id: batchId, state: 'done' })
  } catch (error) {
    await abandonBatch(batchId, context)
    throw error
  }
  await setUpDeadlines(context)
  await setUpCriteria(context)
  context.announce('partners', 'territories', 'leads', 'accounts', 'contacts', 'opportunities', 'activities', 'attributions', 'projects', 'registrations', 'conflictCases', 'caseEvidence', 'checklistTemplates', 'checklists', 'taskEvents', 'products', 'priceBooks', 'prices', 'promotions', 'partnerDiscounts', 'exchangeRates', 'quotes', 'quoteLines', 'partnerProfiles', 'applications', 'partnerPeople', 'courses', 'certificates', 'requirements', 'agreements', 'agreementVersions', 'acceptances', 'materials', 'activations', 'partnerCare', 'checkIns', 'quarterlyReviews', 'coachingNotes', 'jointPlans')
  await setUpPapers(context)
  // Due dates lie in the partners' calendars, which are here now.
  await onboardingHost.jobs['keep']?.({} as never, context)
  await careHost.jobs['keep']?.({} as never, context)
  const count = (table: string): number => chunks.filter((chunk) => chunk.table === table).reduce((sum, chunk) => sum + chunk.rows.length, 0)
  return { partners: count('partners'), territories: count('territories'), leads: count('leads') }
}

/** Deadlines as most channel programs have them, in the working time of the partners' countries; partners are only told of what they miss. */
async function setUpDeadlines(context: JobContext): Promise<void> {
  await calendarsHost.jobs['refresh']?.({} as never, context)
  for (const policy of demoPolicies) await context.write('deadlines.createPolicy', policy)
  await deadlinesHost.jobs['reckon']?.({} as never, context)
}

/** What makes a lead worth a partner's time; closed leads keep the score they had. */
async function setUpCriteria(context: JobContext): Promise<void> {
  for (const criterion of demoCriteria) await context.write('qualification.createCriterion', criterion)
  await context.write('qualification.setTerms', { edits: [{ field: 'threshold', value: 60 }] })
  await scoreAll(context)
}

const demoCriteria = [
  { name: 'Asked us', kind: 'points', points: 15, condition: { all: [] } },
  { name: 'At least 100 people', kind: 'points', points: 25, condition: { field: 'employees', from: 100, to: null } },
  { name: 'At least 1,000 people', kind: 'points', points: 15, condition: { field: 'employees', from: 1000, to: null } },
  { name: 'Fewer than 20 people', kind: 'points', points: -10, condition: { field: 'employees', from: 0, to: 19 } },
  { name: 'Names a product', kind: 'points', points: 20, condition: { field: 'product', is: demoProducts.slice(0, 3) } },
  { name: 'Brought by a partner', kind: 'points', points: 25, condition: { field: 'source', is: [REGISTERED] } },
  { name: 'Tried it on the web', kind: 'points', points: 15, condition: { field: 'source', is: ['web-trial', 'webinar'] } },
]

const DAY = 9 * 60
const demoPolicies = [
  { name: 'Accept within two working days', kind: 'accept', minutes: 2 * DAY, warnAt: 75, breach: 'tell', grace: 0 },
  { name: 'First touch within a working day', kind: 'firstTouch', minutes: DAY, warnAt: 75, breach: 'escalate', grace: 0 },
  { name: 'Next touch within five working days', kind: 'cadence', minutes: 5 * DAY, warnAt: 80, breach: 'escalate', grace: 0 },
]
