/** Marks that turn the direction of writing or are not seen: `fdp.exe` reads `exe.pdf` behind one. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u
const NO_FILE_NAME = /[/\\:*?"<>|]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)\./i

/** Whether a file may be called so everywhere: no folders, nothing that is not seen, no name of a device. */
export function isSafeFileName(name: string): boolean {
  return name !== '' && !UNSEEN.test(name) && !NO_FILE_NAME.test(name)
}
