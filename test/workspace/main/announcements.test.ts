import { describe, expect, test, vi } from 'vitest'
import { Announcements } from '#main/workspace/announcements.ts'

async function told(add: (announcements: Announcements) => void): Promise<unknown[]> {
  const events: unknown[] = []
  vi.useFakeTimers()
  try {
    const announcements = new Announcements((name, data) => events.push([name, data]))
    add(announcements)
    expect(events).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    return events
  } finally {
    vi.useRealTimers()
  }
}

const ids = (count: number, prefix = 'x'): string[] => Array.from({ length: count }, (_, at) => `${prefix}${at}`)

describe('Announcements', () => {
  test('gathers a burst of writes into one event for each capability, each id once', async () => {
    expect(await told((announcements) => {
      announcements.add('leads', ['a', 'b'])
      announcements.add('territoryRules', ['r'])
      announcements.add('leads', ['b', 'c'])
      announcements.add('territories', ['t'])
    })).toEqual([['leads.changed', { ids: ['a', 'b', 'c'] }], ['territories.changed', { ids: ['r', 't'] }]])
  })

  test('names up to 200 ids, and none when there are more', async () => {
    expect(await told((announcements) => announcements.add('leads', ids(200)))).toEqual([['leads.changed', { ids: ids(200) }]])
    expect(await told((announcements) => announcements.add('leads', ids(201)))).toEqual([['leads.changed', { ids: null }]])
    expect(await told((announcements) => {
      announcements.add('leads', ids(150))
      announcements.add('leads', ids(150, 'y'))
    })).toEqual([['leads.changed', { ids: null }]])
  })

  test('stays at anything once anything may have changed', async () => {
    expect(await told((announcements) => {
      announcements.add('leads', null)
      announcements.add('leads', ['a'])
    })).toEqual([['leads.changed', { ids: null }]])
  })

  test('says nothing more once it is closed', async () => {
    expect(await told((announcements) => {
      announcements.add('leads', ['a'])
      announcements.close()
    })).toEqual([])
  })
})
