import { sha256 } from '../foundation/sha-256.ts'

/** The hash of what somebody accepts: of one language's title and text and nothing else. */
export function hashText({ language, title, text }: { readonly language: string; readonly title: string; readonly text: string }): string {
  return sha256(JSON.stringify([language, title, text]))
}
