import { expect, test } from 'vitest'
import type { Client } from '#renderer/client/client.ts'
import { useMassChange } from '#renderer/leads/use-mass-change.ts'

const rows = Array.from({ length: 700 }, (_, at) => ({ id: `lead ${at}`, stage: at < 500 ? 'offered' : 'new', partnerId: at < 500 ? `partner ${at % 7}` : null }))

/** As the host answers a list of leads by their ids. */
const client = {
  leads: {
    list: async ({ filter: [{ values }], to }: { filter: [{ values: string[] }]; to: number }) => {
      if (values.length > 500 || to > 500) throw new Error('a window holds at most 500 rows')
      return { ok: true, value: { rows: rows.filter(({ id }) => values.includes(id)) } }
    },
  },
} as unknown as Client

const ids = (count: number): string[] => rows.slice(0, count).map(({ id }) => id)

test('a few leads are changed at once', async () => {
  const { asked, mayChange } = useMassChange(client)
  expect([await mayChange('Release', ids(99)), asked.value]).toEqual([true, undefined])
})

test.each([true, false])('many are shown first, by stage and partner, and asked about a second time: %s', async (goOn) => {
  const { asked, mayChange } = useMassChange(client)
  const decided = mayChange('Release', ids(700))
  await expect.poll(() => asked.value).toMatchObject({ act: 'Release', count: 700, stages: [['offered', 500], ['new', 200]], partners: 7 })
  asked.value?.answer(goOn)
  expect([await decided, asked.value]).toEqual([goOn, undefined])
})
