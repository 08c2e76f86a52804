import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, getRawHeader, listPackage, statFile, uncache } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { NtExecutable, NtExecutableResource } from 'resedit'
import configuration from '../../electron-builder.config.ts'
import { isApproved, REQUIRED, SECRETS } from './approved-content.ts'

/** A packaged program before it is put into an installer. */
export interface Package {
  readonly platform: 'linux' | 'win32'
  readonly folder: string
  /** The program's own file, below the folder. */
  readonly program: string
}

/** Everything that is wrong with a package, a sentence each; nothing where it is as it should be. */
export async function examinePackage(made: Package): Promise<readonly string[]> {
  return [...contentProblems(made), ...besideProblems(made), ...(await fuseProblems(made)), ...(made.platform === 'win32' ? integrityProblems(made) : [])]
}

/** A fuse that is on, as it is written in the program. */
const ON = '1'.charCodeAt(0)

const archiveOf = ({ folder }: Package): string => join(folder, 'resources', 'app.asar')

function contentProblems(made: Package): readonly string[] {
  const archive = archiveOf(made)
  uncache(archive)
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
  const files = names.filter((name) => !('files' in statFile(archive, name)))
  return [
    ...files.filter((name) => !isApproved(name, made.platform)).map((name) => `the archive holds ${name}, which nobody has approved`),
    ...REQUIRED.filter((name) => !files.includes(name)).map((name) => `the archive lacks ${name}`),
    ...files.flatMap((name) => fileProblems(archive, name)),
  ]
}

function fileProblems(archive: string, name: string): readonly string[] {
  const entry = statFile(archive, name)
  const content = extractFile(archive, name)
  return [
    ...('integrity' in entry && entry.integrity.hash !== sha256(content) ? [`${name} in the archive is another than its digest`] : []),
    ...(name.startsWith('out/main/') && /process\.env\W+WORKBENCH_(PUBLISHER|UPDATE_KEYS)/.test(content.toString('latin1')) ? [`${name} in the archive asks whoever starts it whom to believe`] : []),
    ...(SECRETS.test(content.toString('latin1')) ? [`${name} in the archive holds a private key`] : []),
  ]
}

/** Beside the archive lie the program, the licences, and the one binary that cannot be loaded from within it. */
function besideProblems({ folder, program, platform }: Package): readonly string[] {
  const binary = new RegExp(`^resources/app\\.asar\\.unpacked/node_modules/better-sqlite3/prebuilds/${platform}-(x64|arm64)\\.node$`)
  const expected = new Set([program, 'LICENSE.electron.txt', 'LICENSES.chromium.html', 'resources/app.asar'])
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
  return files.filter((name) => !expected.has(name) && !binary.test(name)).map((name) => `${name} lies beside the archive, and nobody has approved it`)
}

async function fuseProblems({ folder, program }: Package): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(join(folder, program))
  const wanted: Readonly<Record<string, boolean | null | undefined>> = { ...configuration.electronFuses }
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  return names.flatMap((name) => {
    const isOn = Number(wire[FuseV1Options[name as keyof typeof FuseV1Options]]) === ON
    const shouldBe = wanted[name.charAt(0).toLowerCase() + name.slice(1)]
    return isOn === shouldBe ? [] : [`the fuse ${name} is ${isOn ? 'on' : 'off'}`]
  })
}

/** Windows holds the archive against the digest that stands in the program, so that an archive put in its place does not start. */
function integrityProblems(made: Package): readonly string[] {
  const program = NtExecutable.from(readFileSync(join(made.folder, made.program)), { ignoreCert: true })
  const resource = NtExecutableResource.from(program).entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  if (resource === undefined) return ['the program does not know its archive']
  const [entry] = JSON.parse(Buffer.from(resource.bin).toString('utf8')) as { file: string; value: string }[]
  const digest = sha256(getRawHeader(archiveOf(made)).headerString)
  return entry?.value === digest && entry.file === 'resources\\app.asar' ? [] : ['the archive is another than the one that the program knows']
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
