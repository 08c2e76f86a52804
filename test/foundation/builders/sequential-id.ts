/** The UUIDv7 with this number: the same in every run, and in the order of the numbers. */
export function idNumber(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

let last = 0x1000

/** An id nobody has yet, with room behind it for the ids a command derives from its own. Each is greater than the one before. */
export function nextId(): string {
  last += 0x100
  return idNumber(last)
}
