/** Whether every text in a JSON value, keys included, can be kept by a database of UTF-8: no NUL, no half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (typeof item === 'string') {
      if (!isStorableText(item)) return false
    } else if (Array.isArray(item)) {
      for (const each of item) waiting.push(each)
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, each] of Object.entries(item)) {
        if (!isStorableText(key)) return false
        waiting.push(each)
      }
    }
  }
  return true
}

export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
