import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'

const SUBJECT = '/C=US/O=Lira Financial Test/CN=Lira Financial Test'

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}

/** Why signatures of Windows cannot be tried here; nothing where they can. */
export function whyNoSignatures(): string | undefined {
  const missing = [['osslsigncode', '--version'], ['openssl', 'version']].filter(([program = '', asked = '']) => !runs(program, [asked])).map(([program]) => program)
  return missing.length === 0 ? undefined : `${missing.join(' and ')} not installed`
}

interface Certificate {
  readonly key: string
  readonly certificate: string
}

/** Makes a certificate that signs its own, for a day. */
export function makeCertificate(folder: string, name: string, use = 'codeSigning'): Certificate {
  const made = { key: join(folder, `${name}.key`), certificate: join(folder, `${name}.crt`) }
  const extensions = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', `extendedKeyUsage=${use}`]
  if (!runs('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', SUBJECT, '-keyout', made.key, '-out', made.certificate, ...extensions])) throw new Error('openssl made no certificate')
  return made
}

export function sign(file: string, signed: string, { key, certificate }: Certificate): void {
  if (!runs('osslsigncode', ['sign', '-h', 'sha256', '-certs', certificate, '-key', key, '-in', file, '-out', signed])) throw new Error(`osslsigncode did not sign ${file}`)
}

/** Signs, and has an authority of timestamps say when: what it says outlives the certificate. */
export async function signAndStamp(file: string, signed: string, { key, certificate }: Certificate, authority: string): Promise<void> {
  await promisify(execFile)('osslsigncode', ['sign', '-h', 'sha256', '-certs', certificate, '-key', key, '-ts', authority, '-in', file, '-out', signed], { timeout: 30_000 })
}

/**
 * Whether the file is whole and signed by whom we believe.
 * @param at seconds since 1970, instead of now
 * @param stamper the certificate of the authority of timestamps that we believe
 */
export function isSignedBy(file: string, certificate: string, { at, stamper }: { readonly at?: number; readonly stamper?: string } = {}): boolean {
  return runs('osslsigncode', ['verify', '-in', file, '-CAfile', certificate, ...(at === undefined ? [] : ['-time', String(at)]), ...(stamper === undefined ? [] : ['-TSA-CAfile', stamper])])
}

/** An authority of timestamps (RFC 3161) on this computer, for as long as the work takes. */
export async function withStamper(folder: string, work: (authority: string, certificate: string) => Promise<void>): Promise<void> {
  const { key, certificate } = makeCertificate(folder, 'stamper', 'critical,timeStamping')
  const settings = join(folder, 'stamper.cnf')
  writeFileSync(settings, `[tsa]\nserial = ${join(folder, 'stamper.serial')}\nsigner_cert = ${certificate}\nsigner_key = ${key}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n`)
  const server = createServer((request, response) => {
    void buffer(request).then((asked) => {
      const [query, reply] = [join(folder, 'stamp.tsq'), join(folder, 'stamp.tsr')]
      writeFileSync(query, asked)
      if (!runs('openssl', ['ts', '-reply', '-config', settings, '-section', 'tsa', '-queryfile', query, '-out', reply])) throw new Error('openssl gave no timestamp')
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(readFileSync(reply))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, certificate)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
