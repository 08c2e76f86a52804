/**
 * The values with those typed added, each once: `060, 061；062` are three.
 * @param read a typed value as it is kept, or nothing where it is none
 * @returns nothing when one of them is none
 */
export function addTags(values: readonly string[], typed: string, read: (text: string) => string | undefined = (text) => text): readonly string[] | undefined {
  const parts = typed
    .split(/[,;、，；\n\t]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(read)
  return parts.includes(undefined) ? undefined : [...new Set([...values, ...parts.filter((part) => part !== undefined)])]
}
