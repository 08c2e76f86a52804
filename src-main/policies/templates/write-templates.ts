import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { locales } from '#shared/locales/locale.ts'
import { loadWords } from '#shared/locales/words.ts'
import { groupPolicyFolders, groupPolicyTemplate, groupPolicyWords } from './group-policy.ts'
import { examplePolicies, policiesJsonSchema } from './json-file.ts'
import { macProfile } from './mac-profile.ts'
import { policyPage } from './policy-page.ts'

/** What administrators are given, as files by their names. */
export const policyTemplates = {
  admx: async () => ({
    'ChannelWorkbench.admx': groupPolicyTemplate(),
    ...Object.fromEntries(await Promise.all(locales.map(async (locale) => [`${groupPolicyFolders[locale]}/ChannelWorkbench.adml`, groupPolicyWords(await loadWords(locale))] as const))),
  }),
  mobileconfig: async () => ({ 'channel-workbench.mobileconfig': macProfile(() => randomUUID().toUpperCase()) }),
  json: async () => ({ 'policies.json': json(examplePolicies()), 'policies.schema.json': json(policiesJsonSchema()) }),
  page: async () => ({ 'policies.md': policyPage() }),
} as const satisfies Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>>

/** @returns the paths of what was written */
export async function writeTemplates(kind: keyof typeof policyTemplates, folder: string): Promise<readonly string[]> {
  return Object.entries(await policyTemplates[kind]()).map(([name, text]) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  })
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
