import type { Locale } from '#shared/locales/locale.ts'
import type { Words } from '#shared/locales/words.ts'
import { policyNames, policyOf, policyShape, type PolicyName } from '#shared/policies/policy-schema.ts'
import { SUGGESTIONS } from '#shared/policies/resolve-policies.ts'
import { PRODUCT_NAME } from '../../electron/app-identity.ts'
import { REGISTRY_KEY } from '../windows-registry.ts'
import { escapeXml, XML_HEAD } from './xml.ts'

/** A policy as it stands in the editor of group policies: each once to be set, some once more to be suggested. */
interface Entry {
  readonly id: string
  readonly name: PolicyName
  readonly isSuggested: boolean
}

const entries: readonly Entry[] = [
  ...policyNames.map((name) => ({ id: name, name, isSuggested: false })),
  ...policyNames.filter((name) => policyOf(name).suggestible === true).map((name) => ({ id: `${name}_Suggested`, name, isSuggested: true })),
]

/** The template of group policies (ADMX): what can be set, and where it is written. Its words are in files of their own. */
export function groupPolicyTemplate(): string {
  return `${XML_HEAD}<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces><target prefix="channelworkbench" namespace="ChannelWorkbench.Policies" /></policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn><definitions><definition name="Supported" displayName="$(string.Supported)" /></definitions></supportedOn>
  <categories>
    <category name="ChannelWorkbench" displayName="$(string.Product)" />
    <category name="Suggested" displayName="$(string.SuggestedCategory)"><parentCategory ref="ChannelWorkbench" /></category>
  </categories>
  <policies>
${entries.map(policyElement).join('\n')}
  </policies>
</policyDefinitions>
`
}

function policyElement({ id, name, isSuggested }: Entry): string {
  const shape = policyShape(name)
  const key = isSuggested ? `${REGISTRY_KEY}\\${SUGGESTIONS}` : REGISTRY_KEY
  const attributes = `name="${id}" class="${policyOf(name).ofMachine === true || isSuggested ? 'Machine' : 'Both'}" displayName="$(string.${id})" explainText="$(string.${name}_Explain)" key="${key}"`
  const places = `      <parentCategory ref="${isSuggested ? 'Suggested' : 'ChannelWorkbench'}" />\n      <supportedOn ref="Supported" />`
  if (shape.kind === 'switch') return `    <policy ${attributes} valueName="${name}">\n${places}\n      <enabledValue><decimal value="1" /></enabledValue>\n      <disabledValue><decimal value="0" /></disabledValue>\n    </policy>`
  const element =
    shape.kind === 'choice'
      ? `<enum id="${id}" valueName="${name}" required="true">${shape.choices.map((choice) => `<item displayName="$(string.Choice_${choice})"><value><string>${choice}</string></value></item>`).join('')}</enum>`
      : shape.kind === 'number'
        ? `<decimal id="${id}" valueName="${name}" required="true" minValue="${shape.least}" maxValue="${shape.most}" />`
        : `<text id="${id}" valueName="${name}" required="true" maxLength="${shape.longest}" />`
  return `    <policy ${attributes} presentation="$(presentation.${id})">\n${places}\n      <elements>${element}</elements>\n    </policy>`
}

/** The languages of the template, as Windows names their folders. */
export const groupPolicyFolders: Readonly<Record<Locale, string>> = { en: 'en-US', ja: 'ja-JP', es: 'es-ES' }

/** The words of the template in one language (ADML). */
export function groupPolicyWords({ policies: w }: Words): string {
  const choices = [...new Set(policyNames.flatMap((name) => { const shape = policyShape(name); return shape.kind === 'choice' ? shape.choices : [] }))]
  const choiceWords: Readonly<Record<string, string>> = w.choices
  const strings: readonly (readonly [string, string])[] = [
    ['Product', PRODUCT_NAME],
    ['Supported', `${PRODUCT_NAME} 0.1`],
    ['SuggestedCategory', w.standing.suggested],
    ...entries.map(({ id, name, isSuggested }) => [id, isSuggested ? `${w.names[name]} (${w.standing.suggested})` : w.names[name]] as const),
    ...policyNames.map((name) => [`${name}_Explain`, w.explanations[name]] as const),
    ...choices.map((choice) => [`Choice_${choice}`, choiceWords[choice] ?? choice] as const),
  ]
  return `${XML_HEAD}<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>${PRODUCT_NAME}</displayName>
  <description>${escapeXml(w.title)}</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${escapeXml(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${entries.flatMap((entry) => presentation(entry, w)).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

function presentation({ id, name }: Entry, w: Words['policies']): readonly string[] {
  const { kind } = policyShape(name)
  const label = escapeXml(w.names[name])
  if (kind === 'switch') return []
  const control = kind === 'choice' ? `<dropdownList refId="${id}" noSort="true">${label}</dropdownList>` : kind === 'number' ? `<decimalTextBox refId="${id}">${label}</decimalTextBox>` : `<textBox refId="${id}"><label>${label}</label></textBox>`
  return [`      <presentation id="${id}">${control}</presentation>`]
}
