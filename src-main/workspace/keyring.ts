import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The system's own store for secrets, the same for the window, the browser's host and the command line: they open one workspace. */
export interface Keyring {
  /** @returns nothing where it is not there, or the store cannot be asked */
  read(id: string): Promise<string | null>
  /** @returns whether it was kept, proven by reading it back */
  write(id: string, key: string): Promise<boolean>
}

/** Runs a tool of the system with this on its standard input, and gives what it wrote; throws where it ended badly. */
export type RunWithInput = (program: string, args: readonly string[], input: string) => Promise<string>

const SERVICE = 'Channel Workbench'
const PATIENCE = 10_000

/** Nobody else reads a process's input; its arguments, everybody does. So keys go by standard input. */
export function systemKeyring(platform: NodeJS.Platform = process.platform, run: RunWithInput = runTool): Keyring {
  const tool = platform === 'win32' ? windows(run) : platform === 'darwin' ? mac(run) : linux(run)
  const read = async (id: string): Promise<string | null> => {
    try {
      const key = (await tool.read(id)).trim()
      return /^[0-9a-f]{64}$/.test(key) ? key : null
    } catch {
      return null
    }
  }
  return {
    read,
    write: async (id, key) => {
      try {
        await tool.write(id, key)
      } catch {
        return false
      }
      return (await read(id)) === key
    },
  }
}

interface Tool {
  read(id: string): Promise<string>
  write(id: string, key: string): Promise<unknown>
}

/** libsecret, by `secret-tool`. */
function linux(run: RunWithInput): Tool {
  const attributes = (id: string): string[] => ['service', SERVICE, 'workspace', id]
  return {
    read: (id) => run('secret-tool', ['lookup', ...attributes(id)], ''),
    write: (id, key) => run('secret-tool', ['store', `--label=${SERVICE}`, ...attributes(id)], key),
  }
}

/** The login keychain, by `security`, whose interactive mode reads its commands from standard input. */
function mac(run: RunWithInput): Tool {
  return {
    read: (id) => run('/usr/bin/security', ['find-generic-password', '-s', SERVICE, '-a', id, '-w'], ''),
    write: (id, key) => run('/usr/bin/security', ['-i'], `add-generic-password -U -s "${SERVICE}" -a "${id}" -w "${key}"\n`),
  }
}

/** DPAPI, by PowerShell: sealed for this user of this computer, and kept in the user's part of the registry. */
function windows(run: RunWithInput): Tool {
  const place = 'HKCU:\\Software\\ChannelWorkbench\\Keys'
  const shell = join('C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const ask = (script: string, input: string): Promise<string> => run(shell, ['-NoProfile', '-NonInteractive', '-Command', `$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Security; ${script}`], input)
  return {
    read: (id) => ask(`$sealed=[Convert]::FromBase64String((Get-ItemProperty -Path '${place}' -Name '${id}').'${id}'); [Text.Encoding]::ASCII.GetString([Security.Cryptography.ProtectedData]::Unprotect($sealed,$null,'CurrentUser'))`, ''),
    write: (id, key) => ask(`$sealed=[Security.Cryptography.ProtectedData]::Protect([Text.Encoding]::ASCII.GetBytes([Console]::In.ReadToEnd().Trim()),$null,'CurrentUser'); New-Item -Path '${place}' -Force | Out-Null; New-ItemProperty -Path '${place}' -Name '${id}' -Value ([Convert]::ToBase64String($sealed)) -Force | Out-Null`, key),
  }
}

const runTool: RunWithInput = (program, args, input) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE, windowsHide: true })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`ended with ${code}`))))
    child.stdin.on('error', () => undefined).end(input)
  })
