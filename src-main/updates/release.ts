/** What a release holds new versions against. Written into the program when it is built; a program for trying out has none, and updates nothing. */
export const RELEASE = {
  /** The subject of the certificate that signs the installers of Windows, in full. */
  publisher: process.env.WORKBENCH_PUBLISHER ?? '',
  /** Public keys of Ed25519 that sign feeds: base64 of their DER, by spaces. */
  updateKeys: (process.env.WORKBENCH_UPDATE_KEYS ?? '').split(' ').filter((key) => key !== ''),
} as const
