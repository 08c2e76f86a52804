import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileFilter, OpenDialogOptions, OpenDialogReturnValue, SaveDialogOptions, SaveDialogReturnValue } from 'electron'
import type { FileGrant } from '../operations/data-host.ts'
import type { ShellWords } from './shell-words.ts'

export type FileKind = 'table' | 'backup' | 'document' | 'report' | 'any'

/** What the page learns of a file: never its path. */
export interface ChosenFile {
  readonly token: string
  readonly name: string
  readonly bytes: number
}

export type ChosenTarget = Omit<ChosenFile, 'bytes'>

export interface DialogOptions {
  readonly showOpen: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
  readonly showSave: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  readonly words: () => ShellWords
  /** The folder that saving begins in. */
  readonly documents: string
  readonly grantFile: (grant: FileGrant) => void
  readonly newToken: () => string
}

export interface Dialogs {
  /** @returns nothing when the user cancelled */
  chooseFile(kind: FileKind): Promise<ChosenFile | null>
  chooseTarget(kind: FileKind, suggestedName: string): Promise<ChosenTarget | null>
}

const EXTENSIONS: Readonly<Record<Exclude<FileKind, 'any'>, string[]>> = {
  table: ['csv', 'tsv', 'txt', 'xlsx'],
  backup: ['sqlite'],
  document: ['pdf', 'html', 'eml'],
  report: ['txt'],
}

/** The system's dialogs for files. What the user picks is granted to the data host under a token, and the page gets the token. */
export function createDialogs(options: DialogOptions): Dialogs {
  const grant = (path: string, access: FileGrant['access']): ChosenTarget => {
    const token = options.newToken()
    options.grantFile({ token, path, access })
    return { token, name: basename(path) }
  }
  return {
    async chooseFile(kind) {
      const { filePaths } = await options.showOpen({ properties: ['openFile', 'dontAddToRecent'], filters: filters(kind, options.words()) })
      const [path] = filePaths
      if (path === undefined) return null
      const { size } = await stat(path)
      return { ...grant(path, 'read'), bytes: size }
    },
    async chooseTarget(kind, suggestedName) {
      const { filePath } = await options.showSave({
        defaultPath: join(options.documents, safeFileName(suggestedName)),
        filters: filters(kind, options.words()),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      return filePath === '' ? null : grant(filePath, 'write')
    },
  }
}

function filters(kind: FileKind, words: ShellWords): FileFilter[] {
  const names = { table: words.tables, backup: words.backups, document: words.documents, report: words.reports }
  return kind === 'any' ? [] : [{ name: names[kind], extensions: [...EXTENSIONS[kind]] }]
}

const LONGEST_NAME = 120

/** Makes of any text a name that every system takes and that stays in its folder. */
export function safeFileName(text: string): string {
  const name = text
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-')
    .slice(-LONGEST_NAME)
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  if (name === '') return 'file'
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `_${name}` : name
}
