import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageWithOptions, extractAll } from '@electron/asar'
import { Arch, build, DIR_TARGET, Platform } from 'electron-builder'
import { PRODUCT_NAME } from '#main/electron/app-identity.ts'
import { buildDesktop } from '#main/electron/build-desktop.ts'
import configuration from '../../electron-builder.config.ts'
import { isSignedBy, makeCertificate, sign, signAndStamp, whyNoSignatures, withStamper } from './code-signature.ts'
import { examinePackage, type Package } from './examine-package.ts'
import { FUSE_SENTINEL, stubElectron, windowsIcon } from './stub-electron.ts'

/**
 * Packages the program as a release is packaged, over a stand-in for Electron, and examines what comes of it; then spoils copies of
 * it, each in one way, to see that it is told. Needs neither a network nor Electron. What only the program itself can show is not shown here.
 */

const folder = mkdtempSync(join(tmpdir(), 'channel-workbench-packages-'))
let failed = 0
/** Long after the certificates made here have run out, in seconds since 1970. */
const IN_A_MONTH = Math.round(Date.now() / 1000) + 30 * 86_400

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function say(ok: boolean, sentence: string): void {
  failed += Number(!ok)
  print(`${ok ? 'ok  ' : 'FAIL'} ${sentence}`)
}

try {
  await buildDesktop()
  for (const platform of ['linux', 'win32'] as const) await checkPlatform(platform)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
print(failed === 0 ? 'The packages are as they should be.' : `${failed} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1

async function checkPlatform(platform: Package['platform']): Promise<void> {
  const made = await makePackage(platform)
  const problems = await examinePackage(made)
  say(problems.length === 0, `${platform}: approved content, fuses${platform === 'win32' ? ', the archive’s digest in the program' : ''}`)
  for (const problem of problems) print(`       ${problem}`)
  for (const [at, { what, told, spoil }] of spoilers(made).entries()) {
    // Each in a folder of its own: the reader of archives remembers them by their paths.
    const copy = { ...made, folder: join(folder, `${platform}-spoilt-${at}`) }
    cpSync(made.folder, copy.folder, { recursive: true })
    await spoil(copy)
    const found = await examinePackage(copy)
    say(found.some((problem) => problem.includes(told)), `${platform}: ${what} is told`)
    rmSync(copy.folder, { recursive: true, force: true })
  }
  if (platform === 'win32') await checkSignatures(join(made.folder, made.program))
}

async function makePackage(platform: Package['platform']): Promise<Package> {
  const output = join(folder, platform)
  const isLinux = platform === 'linux'
  await build({
    targets: (isLinux ? Platform.LINUX : Platform.WINDOWS).createTarget(DIR_TARGET, Arch.x64),
    publish: 'never',
    config: {
      ...configuration,
      // Nobody’s certificate is at hand here; a release demands it.
      forceCodeSigning: false,
      electronDist: stubElectron(join(folder, `stub-${platform}`), platform),
      directories: { ...configuration.directories, output },
      // Making an icon of Windows from a picture would fetch a tool.
      win: { ...configuration.win, icon: windowsIcon(join(folder, 'icon.ico')) },
    },
  })
  return { platform, folder: join(output, isLinux ? 'linux-unpacked' : 'win-unpacked'), program: isLinux ? 'channel-workbench' : `${PRODUCT_NAME}.exe` }
}

interface Spoiler {
  readonly what: string
  /** What must be among the problems found. */
  readonly told: string
  readonly spoil: (copy: Package) => Promise<void> | void
}

/** Each spoils a package in one way that somebody could, or an accident. */
function spoilers({ platform }: Package): readonly Spoiler[] {
  const archive = (copy: Package): string => join(copy.folder, 'resources', 'app.asar')
  const repack = (edit: (files: string) => void) => async (copy: Package): Promise<void> => {
    const files = `${copy.folder}-files`
    extractAll(archive(copy), files)
    edit(files)
    await createPackageWithOptions(files, archive(copy), { unpack: '**/prebuilds/**' })
    rmSync(files, { recursive: true, force: true })
  }
  const write = (name: string, text: string) => repack((files) => writeFileSync(join(files, name), text))
  const library = platform === 'linux' ? 'libx.so' : 'version.dll'
  const anotherArchive = { what: 'another archive, whole in itself', told: 'the archive is another than', spoil: repack((files) => appendFileSync(join(files, 'out/main/index.js'), '\n')) }
  return [
    { what: 'a byte changed in the archive', told: 'is another than its digest', spoil: (copy) => flip(archive(copy), readFileSync(archive(copy)).length - 10) },
    { what: 'a file that nobody approved', told: 'the archive holds out/notes.txt', spoil: write('out/notes.txt', 'x') },
    { what: 'a source map', told: 'the archive holds out/main/index.js.map', spoil: write('out/main/index.js.map', '{}') },
    { what: 'a private key under an approved name', told: 'out/main/chunk.js in the archive holds a private key', spoil: write('out/main/chunk.js', `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n`) },
    { what: 'a file that is missing', told: 'the archive lacks out/main/thread.js', spoil: repack((files) => rmSync(join(files, 'out/main/thread.js'))) },
    { what: 'a library beside the program', told: `${library} lies beside`, spoil: (copy) => writeFileSync(join(copy.folder, library), 'x') },
    {
      what: 'an app beside the archive',
      told: 'resources/app/index.js lies beside',
      spoil: (copy) => {
        mkdirSync(join(copy.folder, 'resources/app'))
        writeFileSync(join(copy.folder, 'resources/app/index.js'), '')
      },
    },
    {
      what: 'a fuse turned back',
      told: 'the fuse RunAsNode is on',
      spoil: (copy) => {
        const program = join(copy.folder, copy.program)
        flip(program, readFileSync(program).indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2)
      },
    },
    ...(platform === 'win32' ? [anotherArchive] : []),
  ]
}

async function checkSignatures(program: string): Promise<void> {
  const why = whyNoSignatures()
  if (why !== undefined) return print(`skip win32: signatures, because ${why}`)
  const [ours, theirs] = [makeCertificate(folder, 'ours'), makeCertificate(folder, 'theirs')]
  const signed = join(folder, 'signed.exe')
  sign(program, signed, ours)
  const spoilt = (spoil: (file: string) => void): string => {
    const file = join(folder, 'spoilt.exe')
    cpSync(signed, file)
    spoil(file)
    return file
  }
  say(isSignedBy(signed, ours.certificate), 'win32: a signed program is believed')
  say(!isSignedBy(program, ours.certificate), 'win32: an unsigned one is not')
  say(!isSignedBy(signed, theirs.certificate), 'win32: nor one of another who bears the same name')
  say(!isSignedBy(spoilt((file) => flip(file, 200)), ours.certificate), 'win32: nor one with a byte changed')
  say(!isSignedBy(spoilt((file) => appendFileSync(file, 'x')), ours.certificate), 'win32: nor one with something appended')
  await withStamper(folder, async (authority, stamper) => {
    const stamped = join(folder, 'stamped.exe')
    await signAndStamp(program, stamped, ours, authority)
    say(isSignedBy(stamped, ours.certificate, { stamper, at: IN_A_MONTH }), 'win32: one with a timestamp is believed when the certificate has run out')
    say(!isSignedBy(signed, ours.certificate, { stamper, at: IN_A_MONTH }), 'win32: one without is not')
    say(!isSignedBy(stamped, ours.certificate, { stamper: theirs.certificate, at: IN_A_MONTH }), 'win32: nor one whose timestamp is of an authority that nobody knows')
  })
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}
