import { z } from 'zod'

/** Runs a program of the system with these variables beside its own, and gives what it wrote. */
export type RunQuietly = (program: string, args: readonly string[], variables: Readonly<Record<string, string>>) => Promise<string>

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'
// The path comes by a variable: nothing that is in it can be taken for a command.
const QUESTION = '$s = Get-AuthenticodeSignature -LiteralPath $env:WORKBENCH_FILE; ConvertTo-Json -Compress @{ status = [string]$s.Status; subject = [string]$s.SignerCertificate.Subject }'
const answerSchema = z.object({ status: z.literal('Valid'), subject: z.string() })

/** Whether Windows believes a file to be whole and signed by this publisher. Whatever hinders the question is a no. */
export async function isOfPublisher(file: string, publisher: string, run: RunQuietly): Promise<boolean> {
  if (publisher === '') return false
  try {
    const answer = answerSchema.safeParse(JSON.parse(await run(POWERSHELL, ['-NoProfile', '-NonInteractive', '-Command', QUESTION], { WORKBENCH_FILE: file })))
    return answer.success && answer.data.subject === publisher
  } catch {
    return false
  }
}
