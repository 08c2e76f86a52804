import { expect, test } from 'vitest'
import { localDate, zoneTime } from '#shared/calendars/zone-time.ts'

const at = (zone: string, date: string, minute: number): string => new Date(zoneTime(zone)(date, minute)).toISOString()

test('reads a zone’s own clocks, in summer and in winter', () => {
  expect(at('Europe/Berlin', '2027-01-15', 540)).toBe('2027-01-15T08:00:00.000Z')
  expect(at('Europe/Berlin', '2027-07-15', 540)).toBe('2027-07-15T07:00:00.000Z')
  expect(at('Asia/Kathmandu', '2027-07-15', 0)).toBe('2027-07-14T18:15:00.000Z')
})

test('an hour that is skipped is the one after, and one that comes twice the earlier', () => {
  expect(at('Europe/Berlin', '2027-03-28', 150)).toBe('2027-03-28T01:30:00.000Z')
  expect(at('Europe/Berlin', '2027-10-31', 150)).toBe('2027-10-31T00:30:00.000Z')
})

test('says which date it is there', () => {
  expect(localDate('Asia/Tokyo', Date.parse('2027-01-01T15:00:00Z'))).toBe('2027-01-02')
  expect(localDate('America/Guatemala', Date.parse('2027-01-01T05:59:00Z'))).toBe('2026-12-31')
})

test('knows no zone that is none', () => {
  expect(() => at('Mars/Olympus', '2027-01-01', 0)).toThrow(RangeError)
})
