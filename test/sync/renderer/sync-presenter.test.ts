import { describe, expect, test } from 'vitest'
import { locales } from '#shared/locales/locale.ts'
import { loadWords } from '#shared/locales/words.ts'
import { syncStates } from '#shared/sync/sync.contract.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { describeSync } from '#renderer/shell/sync.presenter.ts'
import { syncStatus } from './sync-facts.ts'

const NOW = Date.parse('2026-11-22T12:00:00.000Z')
const english = await loadWords('en')
const say = (more: Parameters<typeof syncStatus>[0]) => describeSync(syncStatus(more), english, createFormats('en'), NOW)

describe.each(locales)('in %s', (locale) => {
  test('every state has words of its own, an explanation of its own and a place to go', async () => {
    const words = await loadWords(locale)
    const told = syncStates.map((state) => describeSync(syncStatus({ state, pending: 2, refused: state === 'refused' ? 3 : 0 }), words, createFormats(locale), NOW))
    const loading = describeSync(syncStatus({ state: 'pending', loading: { phase: 'fetching', done: 30, total: 120 } }), words, createFormats(locale), NOW)
    const all = [...told, loading]
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
    expect(new Set(all.map(({ detail }) => detail)).size).toBe(all.length)
    expect(all.map(({ face }) => face)).toEqual([...syncStates, 'loading'])
    for (const { detail, spoken, text } of all) expect(`${text}${detail}${spoken}`).not.toMatch(/undefined|NaN|null/)
  })
})

test('says when the last sync was, and to screen readers nothing that changes by the minute', () => {
  expect(say({})).toMatchObject({ text: 'Synced 15 minutes ago', spoken: 'Synced' })
  expect(say({ lastSyncAt: '2026-11-22T11:59:30.000Z' }).text).toBe('Synced just now')
  expect(say({ lastSyncAt: '2026-11-22T12:00:15.000Z' }).text).toBe('Synced just now')
  expect(say({ lastSyncAt: null })).toMatchObject({ text: 'Synced', detail: 'Everything here agrees with the central API.' })
})

test('counts what waits, online and off, and on purpose', () => {
  expect(say({ state: 'pending', pending: 1_200 }).text).toBe('1,200 waiting to sync')
  expect(say({ state: 'pending', pending: 0 }).text).toBe('Syncing…')
  expect(say({ state: 'offline', pending: 0 }).text).toBe('Offline')
  expect(say({ state: 'offline', pending: 4 }).text).toBe('Offline, 4 waiting')
  expect(say({ state: 'paused', pending: 4 }).text).toBe('Working offline, 4 waiting')
})

test('a central API that answers but does not agree is not called offline', () => {
  expect(say({ state: 'offline', problem: 'sync.version', pending: 4 })).toMatchObject({ face: 'stuck', text: 'Not in sync, 4 waiting' })
  expect(say({ state: 'offline', problem: 'sync.version' }).detail).toMatch(/^This program and the central API are of versions/)
  expect(say({ state: 'offline', problem: 'sync.offline' }).face).toBe('offline')
})

test('what was refused leads to the inbox, everything else to the settings', () => {
  expect(say({ state: 'refused', refused: 3 })).toMatchObject({ text: '3 refused', to: { path: '/sync' } })
  for (const state of syncStates) if (state !== 'refused') expect(say({ state }).to).toEqual({ path: '/settings', query: { section: 'central' } })
})

test('the explanation says why the last attempt failed, and what else waits in the inbox', () => {
  expect(say({ state: 'pending', problem: 'sync.busy' }).detail).toContain('Last attempt: The central API has much to do.')
  expect(say({ state: 'offline', problem: 'sync.offline', refused: 2 }).detail).toContain('2 changes refused by the central API.')
})

test('a first load shows how far it is, never more than all, and nothing where the end is unknown', () => {
  const first = (done: number, total: number) => say({ lastSyncAt: null, loading: { phase: 'fetching', done, total } })
  expect(first(30, 120)).toMatchObject({ face: 'loading', text: 'First load 30 of 120', spoken: 'First load', share: 0.25 })
  expect(first(130, 120)).toMatchObject({ text: 'First load 120 of 120', share: 1 })
  expect(first(0, 0)).toMatchObject({ text: 'First load', share: undefined })
})

test('sentences follow each other as the language writes them', async () => {
  const japanese = await loadWords('ja')
  const { detail } = describeSync(syncStatus({ state: 'offline', refused: 2 }), japanese, createFormats('ja'), NOW)
  expect(detail).not.toMatch(/。 |\.$/)
  expect(detail).toMatch(/。$/)
})

test('who was suspended is told so, and not that the desk is unknown', () => {
  expect(say({ state: 'signedOut', problem: 'person.suspended' }).detail).toBe(english.refusals.codes['person.suspended'])
  expect(say({ state: 'signedOut', problem: 'session.ended' }).detail).toBe(english.shell.status.syncDetails.signedOut)
})

test('says what an exchange that takes a while is at, and of how much', () => {
  expect(say({ loading: { phase: 'sending', done: 400, total: 1_000 } })).toMatchObject({ text: 'Sending 400 of 1,000', spoken: 'Sending', share: 0.4, detail: 'Your changes are being sent. You can go on working meanwhile.' })
  expect(say({ loading: { phase: 'fetching', done: 5_000, total: 20_000 } }).text).toBe('Fetching 5,000 of 20,000')
  expect(say({ loading: { phase: 'applying', done: 20_000, total: 20_000 } })).toMatchObject({ text: 'Applying 20,000 of 20,000', spoken: 'Applying' })
})
