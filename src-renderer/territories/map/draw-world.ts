import { geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'
import { feature, neighbors } from 'topojson-client'
import { allCountries } from '#shared/geography/countries.ts'

/** Left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A country in the units of the drawing. */
export interface DrawnCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  /** Its borders as the `d` of a path; nothing where the atlas has none. */
  readonly path: string | null
  /** Where its people live on average: where it is named, and found by arrow keys. */
  readonly x: number
  readonly y: number
  /** Around its largest part. */
  readonly box: Box
  /** The countries it borders on by land. */
  readonly beside: readonly string[]
}

export interface World {
  readonly width: number
  readonly height: number
  readonly countries: readonly DrawnCountry[]
  /** Land that has no code of its own. */
  readonly otherLand: string
  /** Where a place lies in the drawing. Degrees. */
  readonly place: (longitude: number, latitude: number) => readonly [x: number, y: number]
}

export type Atlas = TopoJSON.Topology<{ countries: TopoJSON.GeometryCollection<{ name: string }> }>

const WIDTH = 1000
/** Nobody is given leads there, and it would take a fifth of the height. */
const NOT_DRAWN = 'AQ'
/** Countries that ISO has given no number, by their names in the atlas. */
const UNNUMBERED: Readonly<Record<string, string>> = { Kosovo: 'XK' }
/** Half the side of a country without borders, in units of the drawing. */
const DOT = 1

/** The world on an equal-area projection, so that no country looks greater than it is. */
export function drawWorld(atlas: Atlas): World {
  const numbered = new Map([...allCountries()].map(({ alpha2, numeric }) => [numeric, alpha2]))
  const features = feature(atlas, atlas.objects.countries).features
  const codes = features.map(({ id, properties: { name } }) => numbered.get(String(id)) ?? UNNUMBERED[name] ?? null)
  const byCode = Map.groupBy(features, (_, at) => codes[at] ?? null)
  const beside = new Map(neighbors(atlas.objects.countries.geometries).map((others, at) => [codes[at], others.flatMap((other) => codes[other] ?? [])]))
  byCode.delete(NOT_DRAWN)

  const projection = geoEqualEarth().fitWidth(WIDTH, { type: 'Sphere' })
  const path = geoPath(projection).digits(2)
  const [[, top], [, bottom]] = path.bounds({ type: 'FeatureCollection', features: [...byCode.values()].flat() })
  const [middle, equator] = projection.translate()
  projection.translate([middle, equator - top])
  const place = placeOn(projection)
  const countries = [...allCountries()].flatMap(({ alpha2: code, latitude, longitude }): readonly DrawnCountry[] => {
    if (code === NOT_DRAWN) return []
    const shapes = byCode.get(code)
    const [x, y] = place(longitude, latitude)
    if (shapes === undefined) return [{ code, path: null, x, y, box: [x - DOT, y - DOT, x + DOT, y + DOT], beside: [] }]
    const largest = partsOf(shapes.map(({ geometry }) => geometry)).reduce((best, part) => (path.area(part) > path.area(best) ? part : best))
    const [[left, top], [right, bottom]] = path.bounds(largest)
    return [{ code, path: path({ type: 'FeatureCollection', features: shapes }), x, y, box: [left, top, right, bottom], beside: beside.get(code) ?? [] }]
  })
  return { width: WIDTH, height: bottom - top, countries, otherLand: path({ type: 'FeatureCollection', features: byCode.get(null) ?? [] }) ?? '', place }
}

function placeOn(projection: GeoProjection): World['place'] {
  return (longitude, latitude) => projection([longitude, latitude]) ?? [0, 0]
}

function partsOf(geometries: readonly { readonly type: string; readonly coordinates?: unknown }[]): GeoPermissibleObjects[] {
  return geometries.flatMap((geometry): GeoPermissibleObjects[] =>
    geometry.type === 'MultiPolygon' ? (geometry as GeoJSON.MultiPolygon).coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })) : [geometry as GeoJSON.Polygon],
  )
}
