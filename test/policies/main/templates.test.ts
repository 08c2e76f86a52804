import { readFileSync } from 'node:fs'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { policyTemplates } from '#main/policies/templates/write-templates.ts'
import { locales } from '#shared/locales/locale.ts'
import { policyNames } from '#shared/policies/policy-schema.ts'
import { ofMachine } from '#test/policies/given-policies.ts'

const files: Readonly<Record<string, string>> = await policyTemplates.admx()
const template = files['ChannelWorkbench.admx'] ?? ''

/** The elements of a kind, once the whole is known to be well formed. */
function elements(text: string, tag: string): Element[] {
  const errorHandler = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`)
  }
  return Array.from(new DOMParser({ errorHandler }).parseFromString(text, 'text/xml').getElementsByTagName(tag))
}

const attributes = (text: string, tag: string, name: string): string[] => elements(text, tag).map((element) => element.getAttribute(name) ?? '')

describe('the templates of group policies', () => {
  test('are one template, and its words in every language that the program speaks', () => {
    expect(Object.keys(files)).toEqual(['ChannelWorkbench.admx', 'en-US/ChannelWorkbench.adml', 'ja-JP/ChannelWorkbench.adml', 'es-ES/ChannelWorkbench.adml'])
    expect(locales).toHaveLength(3)
  })

  test('have every policy once, under the key that the program reads', () => {
    const values = ['policy', 'enum', 'decimal', 'text'].flatMap((tag) => attributes(template, tag, 'valueName'))
    expect(values.filter((name) => name !== '').toSorted()).toEqual([...policyNames, 'CentralAddress', 'Language'].toSorted())
    expect(new Set(attributes(template, 'policy', 'key'))).toEqual(new Set(['Software\\Policies\\ChannelWorkbench', 'Software\\Policies\\ChannelWorkbench\\Defaults']))
    expect(attributes(template, 'policy', 'name')).toHaveLength(policyNames.length + 2)
  })

  test.each(Object.keys(files).filter((name) => name.endsWith('.adml')))('%s has a word for everything that the template names, and nothing else', (name) => {
    const text = files[name] ?? ''
    const wanted = (kind: string) => [...new Set([...template.matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(([, id]) => id))].toSorted()
    expect(attributes(text, 'string', 'id').toSorted()).toEqual(wanted('string'))
    expect(attributes(text, 'presentation', 'id').toSorted()).toEqual(wanted('presentation'))
    for (const tag of ['textBox', 'dropdownList', 'decimalTextBox']) for (const id of attributes(text, tag, 'refId')) expect(wanted('presentation')).toContain(id)
  })
})

test('the profile of macOS is well formed, and names every policy', async () => {
  const text = (await policyTemplates.mobileconfig())['channel-workbench.mobileconfig']
  const keys = elements(text, 'key').map((element) => element.textContent ?? '')
  expect(policyNames.filter((name) => !keys.includes(name))).toEqual([])
  expect(new Set(elements(text, 'string').map((element) => element.textContent ?? '').filter((each) => /^[0-9A-F-]{36}$/.test(each))).size).toBe(2)
})

test('the example of Linux is taken as it is', async () => {
  const example = JSON.parse((await policyTemplates.json())['policies.json']) as Record<string, unknown>
  expect(ofMachine(example)).toMatchObject({ set: example, problems: [] })
  expect(Object.keys(example)).toEqual([...policyNames])
  expect(JSON.parse((await policyTemplates.json())['policies.schema.json'])).toMatchObject({ additionalProperties: false, properties: { SignIn: { enum: ['any', 'company', 'code'] }, Defaults: { additionalProperties: false } } })
})

test('the page in docs is the one that the program makes', async () => {
  expect(readFileSync(new URL('../../../docs/policies.md', import.meta.url), 'utf8')).toBe((await policyTemplates.page())['policies.md'])
})
