import { globSync, readFileSync } from 'node:fs'
import { PROGRAM_VERSION } from '#main/foundation/program-version.ts'
import { whyNoRelease, type ReleaseReport } from './release-checks.ts'

/** Reads the reports of all three systems below a folder, and ends badly where any of them speaks against the release. */
const [folder = 'test-output'] = process.argv.slice(2)
const reports = globSync(`${folder}/**/release-*.json`).map((path) => JSON.parse(readFileSync(path, 'utf8')) as ReleaseReport)
const reasons = whyNoRelease(reports, ['linux', 'darwin', 'win32'], PROGRAM_VERSION)
process.stdout.write(reasons.length === 0 ? `${PROGRAM_VERSION} may be released.\n` : `${PROGRAM_VERSION} may not be released:\n${reasons.map((reason) => `  ${reason}\n`).join('')}`)
process.exitCode = reasons.length === 0 ? 0 : 1
