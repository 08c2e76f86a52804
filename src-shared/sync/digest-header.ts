/** Carries the SHA-256 of a body before it was packed, as `sha-256=:base64:` (IETF draft Unencoded-Digest, in the form of RFC 9530). */
export const DIGEST_HEADER = 'unencoded-digest'
