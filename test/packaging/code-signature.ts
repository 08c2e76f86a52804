import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

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

/** Makes a certificate that signs its own, for an hour’s use. */
export function makeCertificate(folder: string, name: string): { readonly key: string; readonly certificate: string } {
  const made = { key: join(folder, `${name}.key`), certificate: join(folder, `${name}.crt`) }
  const extensions = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'extendedKeyUsage=codeSigning']
  if (!runs('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', SUBJECT, '-keyout', made.key, '-out', made.certificate, ...extensions])) throw new Error('openssl made no certificate')
  return made
}

export function sign(file: string, signed: string, { key, certificate }: ReturnType<typeof makeCertificate>): void {
  if (!runs('osslsigncode', ['sign', '-h', 'sha256', '-certs', certificate, '-key', key, '-in', file, '-out', signed])) throw new Error(`osslsigncode did not sign ${file}`)
}

/** Whether the file is whole and signed by whom we believe. */
export function isSignedBy(file: string, certificate: string): boolean {
  return runs('osslsigncode', ['verify', '-in', file, '-CAfile', certificate])
}
