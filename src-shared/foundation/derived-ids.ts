/**
 * Ids that are the same each time the command runs: the command's own id with its random tail counted on.
 * Keeps the version and variant bits, and the time part, so they sort with the command.
 */
export function derivedIds(commandId: string): () => string {
  let count = 0n
  const base = BigInt(`0x${commandId.slice(24)}`)
  return () => {
    count += 1n
    return commandId.slice(0, 24) + ((base + count) & 0xffffffffffffn).toString(16).padStart(12, '0')
  }
}
