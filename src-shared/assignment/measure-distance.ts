const EARTH_RADIUS_KM = 6371.0088
const RADIANS = Math.PI / 180

type Coordinates3 = Float64Array | Float32Array

/** Writes a place as a point on the unit sphere: the distance of two places is then that of two points, bent. */
export function writePlace(latitude: number, longitude: number, into: Coordinates3, at: number): void {
  const ring = Math.cos(latitude * RADIANS)
  into[at] = ring * Math.cos(longitude * RADIANS)
  into[at + 1] = ring * Math.sin(longitude * RADIANS)
  into[at + 2] = Math.sin(latitude * RADIANS)
}

/** The straight line between two points of the unit sphere. */
export function chordOf(kilometres: number): number {
  return 2 * Math.sin(Math.min(Math.PI / 2, kilometres / (2 * EARTH_RADIUS_KM)))
}

/** Great-circle distance in whole kilometres. */
export function kilometresOf(chord: number): number {
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2)))
}
