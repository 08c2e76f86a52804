import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { locales, nearestLocale } from '#shared/locales/locale.ts'
import { traceOf } from '../diagnostics/trace.ts'

export const themeChoice = z.enum(['system', 'light', 'dark'])
export const shellLocale = z.enum(locales)
export type ThemeChoice = z.output<typeof themeChoice>

const windowState = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive(), maximized: z.boolean() })

const settingsFile = z.strictObject({ theme: themeChoice, locale: shellLocale, window: windowState.optional() })
export type ShellSettings = z.output<typeof settingsFile>

export interface ShellSettingsStore {
  read(): ShellSettings
  change(patch: Partial<ShellSettings>): void
}

/** What the window needs before the workspace is open, in a small file of its own. A file that cannot be read as such is as good as none. */
export function openShellSettings(file: string, systemLanguages: readonly string[], log: (line: string) => void): ShellSettingsStore {
  let settings = readSettings(file) ?? { theme: 'system', locale: nearestLocale(systemLanguages) }
  return {
    read: () => settings,
    change(patch) {
      settings = { ...settings, ...patch }
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 })
        renameSync(`${file}.new`, file)
      } catch (fault) {
        // A full or read-only disk costs the place of the window, nothing more.
        log(`the window's settings were not saved: ${traceOf(fault)}`)
      }
    },
  }
}

function readSettings(file: string): ShellSettings | undefined {
  try {
    return settingsFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
