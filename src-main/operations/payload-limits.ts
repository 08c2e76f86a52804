import { refused, type Refusal } from '#shared/foundation/outcome.ts'

export interface PayloadLimits {
  /** Values of every kind, containers included. */
  readonly values: number
  /** UTF-16 units of all strings and keys together. */
  readonly characters: number
  /** Containers within containers. */
  readonly depth: number
}

/** Far above any form or list selection, far below what would hold a host up: files travel by grant, not as arguments. */
export const PAYLOAD_LIMITS: PayloadLimits = { values: 200_000, characters: 4_000_000, depth: 64 }

/**
 * Looks whether a call's argument is plain JSON of bearable size, before anything else touches it. Pure; stops at the
 * first limit passed, so its cost is bounded by the limits and not by the argument (but for the keys of one object,
 * which the engine lists as a whole before they can be counted). A cycle shows as depth.
 * `undefined` is let through: as the argument of an operation that takes none, and as a property, where it means absent.
 * @returns nothing, or why not: `payload.too-large`, `payload.too-deep`, `payload.not-json`, `payload.forbidden-key`
 */
export function checkPayload(payload: unknown, limits: PayloadLimits = PAYLOAD_LIMITS): Refusal | undefined {
  let values = 0
  let characters = 0

  const tooLarge = () => refusal('payload.too-large', 'the argument is too large', { ...limits })

  const visitText = (text: string): Refusal | undefined => {
    characters += text.length
    return characters > limits.characters ? tooLarge() : undefined
  }

  const visit = (value: unknown, depth: number): Refusal | undefined => {
    values += 1
    if (values > limits.values) return tooLarge()
    switch (typeof value) {
      case 'string':
        return visitText(value)
      case 'number':
        return Number.isFinite(value) ? undefined : notJson(String(value))
      case 'boolean':
      case 'undefined':
        return undefined
      case 'object':
        return value === null ? undefined : visitContainer(value, depth + 1)
      default:
        return notJson(typeof value)
    }
  }

  const visitContainer = (container: object, depth: number): Refusal | undefined => {
    if (depth > limits.depth) return refusal('payload.too-deep', 'the argument is nested too deeply or refers to itself', { depth: limits.depth })
    return Array.isArray(container) ? visitArray(container, depth) : visitObject(container, depth)
  }

  const visitArray = (array: readonly unknown[], depth: number): Refusal | undefined => {
    if (array.length > limits.values) return tooLarge()
    for (const item of array) {
      const found = visit(item, depth)
      if (found !== undefined) return found
    }
    return undefined
  }

  const visitObject = (object: object, depth: number): Refusal | undefined => {
    const prototype: unknown = Object.getPrototypeOf(object)
    if (prototype !== Object.prototype && prototype !== null) return notJson('an object with a class')
    for (const key of Object.keys(object)) {
      if (key === '__proto__') return refusal('payload.forbidden-key', 'the argument carries the key __proto__')
      const found = visitText(key) ?? visit((object as Record<string, unknown>)[key], depth)
      if (found !== undefined) return found
    }
    return undefined
  }

  return visit(payload, 0)
}

function notJson(what: string): Refusal {
  return refusal('payload.not-json', 'the argument holds what JSON cannot say', { what })
}

function refusal(...parts: Parameters<typeof refused>): Refusal {
  return refused(...parts).error
}
