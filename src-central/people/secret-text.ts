import { createHash, randomBytes, randomInt } from 'node:crypto'

/** No letters that are easily taken for others; a person may have to type it. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A one-time code of 100 random bits: `7KQ2P-…`, four groups of five. */
export function newCode(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
}

/** What a code means, however it was typed. */
export function foldCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Codes and tokens are random and long: a plain hash of them tells nobody anything. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
