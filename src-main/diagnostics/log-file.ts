import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_VERSION } from '../foundation/program-version.ts'
import { redact } from './redact.ts'
import { traceOf } from './trace.ts'

/** Each program that writes has files of its own: one turning its file round must not take another's away. */
export const logWriters = ['window', 'data', 'browser', 'command-line'] as const
export type LogWriter = (typeof logWriters)[number]

/** One line of a log, JSON. */
export interface LogEntry {
  /** ISO 8601, by this computer's clock. */
  readonly at: string
  readonly process: number
  readonly version: string
  readonly what: string
  readonly trace?: readonly string[]
}

const LARGEST = 512 * 1024
const KEPT = 4
const LONGEST_LINE = 2000

export function logFolder(directory: string): string {
  return join(directory, 'logs')
}

/**
 * The program's own log in the workspace's folder: a JSON line for each thing told, the last of about 2 MB, for the owner alone.
 * It says nothing to anybody by itself. A disk that cannot take it keeps nobody from working.
 */
export function openLog(directory: string, writer: LogWriter): (line: string) => void {
  const folder = logFolder(directory)
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      turnRound(folder, writer)
      appendFileSync(fileOf(folder, writer), `${JSON.stringify(entryOf(line))}\n`, { mode: 0o600 })
    } catch {
      // There is nowhere left to say so.
    }
  }
}

/** Notes what ends this program, before it does. */
export function noteCrashes(log: (line: string) => void): void {
  process.on('uncaughtExceptionMonitor', (error) => {
    log(`crash: ${traceOf(error)}`)
  })
}

/** The last entries that a program has written, oldest first. */
export function lastEntries(directory: string, writer: LogWriter, most: number): readonly string[] {
  const folder = logFolder(directory)
  const lines = [fileOf(folder, writer, 1), fileOf(folder, writer)].flatMap((path) => linesOf(path))
  return lines.slice(-most)
}

function entryOf(line: string): LogEntry {
  const [what = '', ...trace] = redact(line).split('\n').map((part) => part.slice(0, LONGEST_LINE))
  return { at: new Date().toISOString(), process: process.pid, version: PROGRAM_VERSION, what, ...(trace.length === 0 ? {} : { trace: trace.map((frame) => frame.trim()) }) }
}

function fileOf(folder: string, writer: LogWriter, age = 0): string {
  return join(folder, age === 0 ? `${writer}.log` : `${writer}.${age}.log`)
}

function turnRound(folder: string, writer: LogWriter): void {
  if ((statSync(fileOf(folder, writer), { throwIfNoEntry: false })?.size ?? 0) < LARGEST) return
  rmSync(fileOf(folder, writer, KEPT - 1), { force: true })
  for (let age = KEPT - 2; age >= 0; age -= 1) if (statSync(fileOf(folder, writer, age), { throwIfNoEntry: false }) !== undefined) renameSync(fileOf(folder, writer, age), fileOf(folder, writer, age + 1))
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '')
  } catch {
    return []
  }
}
