/**
 * Gives equal tuples of 32-bit integers equal, dense ids, without making an object for any of them.
 * Looking up a known tuple allocates nothing, which is what lets a million leads share their explanations.
 */
export class TupleInterner {
  count = 0
  #slots = new Int32Array(1024).fill(-1)
  #hashes = new Int32Array(256)
  #starts = new Int32Array(257)
  #pool = new Int32Array(4096)

  /** The id of the first `length` integers of `tuple`. */
  intern(tuple: Int32Array, length: number): number {
    let hash = length
    for (let at = 0; at < length; at += 1) {
      hash = Math.imul(hash ^ tuple[at]!, 0x9e3779b1)
      hash ^= hash >>> 15
    }
    const slots = this.#slots
    const last = slots.length - 1
    let slot = hash & last
    for (;;) {
      const id = slots[slot]!
      if (id < 0) return this.#add(tuple, length, hash, slot)
      if (this.#hashes[id] === hash && this.#equals(id, tuple, length)) return id
      slot = (slot + 1) & last
    }
  }

  /** The integers of an id; a view, not to be written to, valid until the next new tuple. */
  tuple(id: number): Int32Array {
    return this.#pool.subarray(this.#starts[id], this.#starts[id + 1])
  }

  #equals(id: number, tuple: Int32Array, length: number): boolean {
    const start = this.#starts[id]!
    if (this.#starts[id + 1]! - start !== length) return false
    for (let at = 0; at < length; at += 1) if (this.#pool[start + at] !== tuple[at]) return false
    return true
  }

  #add(tuple: Int32Array, length: number, hash: number, slot: number): number {
    const id = this.count
    const start = this.#starts[id]!
    if (id === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, id * 2)
      this.#starts = grown(this.#starts, id * 2 + 1)
    }
    if (start + length > this.#pool.length) this.#pool = grown(this.#pool, Math.max(this.#pool.length * 2, start + length))
    for (let at = 0; at < length; at += 1) this.#pool[start + at] = tuple[at]!
    this.#hashes[id] = hash
    this.#starts[id + 1] = start + length
    this.#slots[slot] = id
    this.count = id + 1
    if (this.count * 2 > this.#slots.length) this.#rehash()
    return id
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1)
    const last = slots.length - 1
    for (let id = 0; id < this.count; id += 1) {
      let slot = this.#hashes[id]! & last
      while (slots[slot]! >= 0) slot = (slot + 1) & last
      slots[slot] = id
    }
    this.#slots = slots
  }
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length)
  larger.set(array)
  return larger
}
