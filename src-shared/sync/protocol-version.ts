/**
 * The number of the sync protocol. A test hashes the shapes of `messages.ts`: whoever changes one raises the number and
 * writes here what changed. The central API serves this number and the one before.
 *
 * 1 (2026-11) push of commands, pull of rows by version within scope, wait, hello, digest.
 */
export const PROTOCOL_VERSION = 1
export const OLDEST_PROTOCOL_SERVED = 1
/** Desks that speak no newer one than this may still send what they have; for at least 180 days after it was served. */
export const OLDEST_PROTOCOL_DRAINED = 1
