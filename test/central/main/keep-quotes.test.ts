import { describe, expect, test } from 'vitest'
import { keepQuotes } from '#central/quotes/keep-quotes.ts'
import { Schedule } from '#central/schedule/schedule.ts'
import { quotes } from '#shared/quotes/quote.table.ts'
import { buildQuote } from '#test/foundation/builders/build-quote.ts'
import { centralDesk } from '#test/foundation/central-runner.ts'
import { centralStores, quiet, type StoreName } from '#test/foundation/central-stores.ts'

const stores = centralStores()

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('the schedule on %s', (name) => {
  test('gives quotes their numbers and lets them expire, once, whoever looks', async () => {
    const store = await stores.open(name)
    const desk = await centralDesk(store)
    const [old, open, draft] = [buildQuote({ accountId: 'a', status: 'sent', validUntil: '2020-01-01' }), buildQuote({ accountId: 'a', status: 'sent', validUntil: '2999-01-01' }), buildQuote({ accountId: 'a', validUntil: '2020-01-01' })]
    await desk.put(quotes, old, open, draft)
    const both = [1, 2].map(() => new Schedule({ store, handlers: keepQuotes, changed: quiet, log: quiet }))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    const rows = await Promise.all([old, open, draft].map(({ id }) => desk.row(quotes, id)))
    expect(rows.map((row) => row?.status)).toEqual(['expired', 'sent', 'draft'])
    expect(rows.map((row) => row?.number).toSorted()).toEqual(['Q-000001', 'Q-000002', 'Q-000003'])
  })
})
