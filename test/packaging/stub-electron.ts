import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** What Electron's binary is found by for its fuses; after it a version, how many there are, and a sign for each. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1
/** Every fuse as a downloaded Electron has it: another than we ask for wherever the two differ. */
const AS_DOWNLOADED = '10110001'

function fuses(): Buffer {
  return Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([WIRE_VERSION, AS_DOWNLOADED.length]), Buffer.from(AS_DOWNLOADED)])
}

/** A folder that electron-builder takes for an unpacked Electron: no program, but everything that packaging reads and edits. */
export function stubElectron(folder: string, platform: 'linux' | 'win32'): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'LICENSE'), 'stub')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stub')
  const program = join(folder, platform === 'linux' ? 'electron' : 'electron.exe')
  writeFileSync(program, platform === 'linux' ? Buffer.concat([Buffer.from('\u007fELF'), fuses()]) : windowsProgram())
  chmodSync(program, 0o755)
  return folder
}

/** The least that is a program of Windows with a version, which is where packaging writes the name and the archive's digest. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resource = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.setFileVersion(1, 0, 0, 0, 1033)
  version.outputToResourceEntries(resource.entries)
  resource.outputResource(program)
  program.setExtraData(Uint8Array.from(fuses()).buffer)
  return Buffer.from(program.generate())
}

/** The icon of Windows around the picture that the program has: a list of one. */
export function windowsIcon(file: string): string {
  const picture = readFileSync(fileURLToPath(new URL('../../resources/icons/256x256.png', import.meta.url)))
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(picture.length, 14)
  head.writeUInt32LE(head.length, 18)
  writeFileSync(file, Buffer.concat([head, picture]))
  return file
}
