import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allCountries } from '#shared/geography/countries.ts'
import { drawWorld, type Atlas } from '#renderer/territories/map/draw-world.ts'
import { bringing, panned, pixelsPerUnit, showing, wholeWorld, within, zoomed } from '#renderer/territories/map/map-view.ts'
import { neighbourOf, type MapArrow } from '#renderer/territories/map/walk-map.ts'

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8')) as Atlas
const world = drawWorld(atlas)
const country = (code: string) => world.countries.find((each) => each.code === code)!
const frame = { width: 900, height: 500 }

describe('the drawing', () => {
  it('has every country but Antarctica once, inside the paper, and borders for all that the atlas knows', () => {
    expect(world.countries.map(({ code }) => code)).toEqual([...allCountries()].map(({ alpha2 }) => alpha2).filter((code) => code !== 'AQ'))
    for (const { x, y } of world.countries) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(world.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(world.height)
    }
    expect(world.countries.filter(({ path }) => path === null).map(({ code }) => code)).toEqual(['BQ', 'BV', 'CC', 'CX', 'GF', 'GI', 'GP', 'MQ', 'RE', 'SJ', 'TK', 'TV', 'UM', 'YT'])
  })

  it('puts a box around the largest part alone, so that France is in Europe', () => {
    const [left, , right] = country('FR').box
    expect(right - left).toBeLessThan(country('BR').box[2] - country('BR').box[0])
    expect(country('GT').box[2]).toBeLessThan(country('BR').box[0])
  })
})

it('knows which countries border on which', () => {
  expect(country('PT').beside).toEqual(['ES'])
  expect(country('AU').beside).toEqual([])
})

describe('walking by arrow keys', () => {
  const step = (from: string, arrow: MapArrow) => neighbourOf(country(from), arrow, world.countries)?.code

  it('goes to who lies there', () => {
    expect(step('PT', 'ArrowRight')).toBe('ES')
    expect(step('GT', 'ArrowRight')).toMatch(/HN|BZ|SV/)
    expect(step('MX', 'ArrowUp')).toBe('US')
    expect(step('NO', 'ArrowRight')).toMatch(/SE|FI/)
    expect(step('NZ', 'ArrowLeft')).toBe('AU')
  })

  it('reaches every country from every other', () => {
    const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
    const steps = new Map(world.countries.map(({ code }) => [code, arrows.flatMap((arrow) => step(code, arrow) ?? [])]))
    const reached = (from: string, ways: ReadonlyMap<string, readonly string[]>): number => {
      const seen = new Set([from])
      for (const code of seen) for (const next of ways.get(code) ?? []) seen.add(next)
      return seen.size
    }
    const back = new Map(world.countries.map(({ code }) => [code, [...steps].flatMap(([from, to]) => (to.includes(code) ? [from] : []))]))
    expect(reached('JP', steps)).toBe(world.countries.length)
    expect(reached('JP', back)).toBe(world.countries.length)
  })
})

describe('the view', () => {
  const whole = wholeWorld(world)

  it('keeps what is under the pointer where it is', () => {
    const at = [700, 200] as const
    const under = (view: typeof whole) => [view.x + (at[0] - frame.width / 2) / pixelsPerUnit(view, world, frame), view.y + (at[1] - frame.height / 2) / pixelsPerUnit(view, world, frame)]
    const near = zoomed(whole, 3, at, world, frame)
    expect(under(near)[0]).toBeCloseTo(under(whole)[0]!)
    expect(under(near)[1]).toBeCloseTo(under(whole)[1]!)
  })

  it('never leaves the paper nor goes further away than the whole', () => {
    const asWide = { width: world.width, height: world.height }
    expect(within({ x: -50, y: 9999, scale: 0.2 }, world, asWide)).toEqual(whole)
    expect(panned(whole, 300, 300, world, asWide)).toEqual(whole)
    const seen = panned({ ...whole, scale: 4 }, 9999, 0, world, asWide)
    expect(seen.x).toBeCloseTo(world.width / 8)
  })

  it('keeps all of the paper in a frame that has room for it', () => {
    const wide = { width: world.width * 2, height: world.height }
    expect(panned(whole, 9999, 0, world, wide).x).toBeCloseTo(0)
    expect(panned(whole, -9999, 0, world, wide).x).toBeCloseTo(world.width)
  })

  it('shows what it is asked to, and moves no further than it must', () => {
    const japan = showing([country('JP').box], world, frame)
    expect(japan.scale).toBeGreaterThan(8)
    expect(showing([], world, frame)).toEqual(whole)
    expect(bringing(japan, country('JP').x, country('JP').y, world, frame)).toEqual(japan)
    expect(bringing(japan, country('BR').x, country('BR').y, world, frame).scale).toBe(japan.scale)
  })
})
