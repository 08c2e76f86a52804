/** Which records have which feature; a feature is a number of 32 bits. What was built stands in flat arrays, what came later in a small map beside them. */
export class Postings {
  readonly #features: Uint32Array
  readonly #starts: Uint32Array
  readonly #records: Uint32Array
  /** How many living records have the feature. */
  readonly #living: Uint32Array
  readonly #places: Int32Array
  readonly #later = new Map<number, { readonly records: number[]; living: number }>()

  constructor(flat: FlatPostings) {
    this.#features = flat.features
    this.#starts = flat.starts
    this.#records = flat.records
    this.#living = Uint32Array.from({ length: flat.features.length }, (_, slot) => flat.starts[slot + 1]! - flat.starts[slot]!)
    this.#places = placesOf(flat.features)
  }

  /** @param offsets where each record's features begin in `all`, and the end of the last */
  static build(all: Uint32Array, offsets: Uint32Array): Postings {
    const total = offsets.at(-1) ?? 0
    let features = new Uint32Array(1 << 15)
    let counts = new Uint32Array(features.length)
    let places = placesOf(features.subarray(0, 0), features.length)
    let used = 0
    const slots = new Uint32Array(total)
    for (let at = 0; at < total; at++) {
      const feature = all[at]!
      let place = placeFor(feature, places, features)
      if (places[place] === -1) {
        if (used === features.length) {
          features = grown(features)
          counts = grown(counts)
          places = placesOf(features.subarray(0, used), features.length)
          place = placeFor(feature, places, features)
        }
        features[used] = feature
        places[place] = used++
      }
      const slot = places[place]!
      counts[slot] = counts[slot]! + 1
      slots[at] = slot
    }
    const starts = new Uint32Array(used + 1)
    for (let slot = 0; slot < used; slot++) starts[slot + 1] = starts[slot]! + counts[slot]!
    const next = starts.slice()
    const records = new Uint32Array(total)
    for (let record = 0; record + 1 < offsets.length; record++) {
      for (let at = offsets[record]!; at < offsets[record + 1]!; at++) {
        const slot = slots[at]!
        records[next[slot]!] = record
        next[slot] = next[slot]! + 1
      }
    }
    return new Postings({ features: features.slice(0, used), starts, records })
  }

  add(feature: number, record: number): void {
    const later = this.#later.get(feature)
    if (later === undefined) this.#later.set(feature, { records: [record], living: 1 })
    else {
      later.records.push(record)
      later.living++
    }
  }

  /** The record itself stays in the lists, and is passed over by whoever reads them. */
  forget(feature: number, record: number): void {
    const later = this.#later.get(feature)
    if (later?.records.includes(record) === true) {
      later.living--
      return
    }
    const slot = this.#slotOf(feature)
    if (slot !== -1) this.#living[slot] = this.#living[slot]! - 1
  }

  /** Of how many living records this is a feature. */
  count(feature: number): number {
    const slot = this.#slotOf(feature)
    return (slot === -1 ? 0 : this.#living[slot]!) + (this.#later.get(feature)?.living ?? 0)
  }

  /** The records with the feature, dead ones among them: those built, then those added later. */
  lists(feature: number): readonly [built: Uint32Array, later: readonly number[]] {
    const slot = this.#slotOf(feature)
    return [slot === -1 ? NONE : this.#records.subarray(this.#starts[slot], this.#starts[slot + 1]), this.#later.get(feature)?.records ?? []]
  }

  /** Something was added after it was built. */
  get hasGrown(): boolean {
    return this.#later.size > 0
  }

  /** As they were built; what came later is not in them. */
  get flat(): FlatPostings {
    return { features: this.#features, starts: this.#starts, records: this.#records }
  }

  #slotOf(feature: number): number {
    return this.#places[placeFor(feature, this.#places, this.#features)]!
  }
}

export interface FlatPostings {
  readonly features: Uint32Array
  /** One more than features. */
  readonly starts: Uint32Array
  readonly records: Uint32Array
}

const NONE = new Uint32Array(0)

/** Open addressing: the place of a feature, or the empty one where it would go. `places.length` is a power of two. */
function placeFor(feature: number, places: Int32Array, features: Uint32Array): number {
  const mask = places.length - 1
  let place = feature & mask
  while (places[place] !== -1 && features[places[place]!] !== feature) place = (place + 1) & mask
  return place
}

function placesOf(features: Uint32Array, atLeast = features.length): Int32Array {
  let length = 16
  while (length < atLeast * 2) length *= 2
  const places = new Int32Array(length).fill(-1)
  for (let slot = 0; slot < features.length; slot++) places[placeFor(features[slot]!, places, features)] = slot
  return places
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}
