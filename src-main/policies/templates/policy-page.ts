import { words } from '#shared/locales/en/index.ts'
import { policies, policyNames, policyOf, policyShape, type PolicyName } from '#shared/policies/policy-schema.ts'
import { SUGGESTIONS } from '#shared/policies/resolve-policies.ts'
import { APP_ID } from '../../electron/app-identity.ts'
import { LINUX_POLICIES } from '../linux-file.ts'
import { REGISTRY_KEY } from '../windows-registry.ts'

/** The page that administrators read, in Markdown. */
export function policyPage(): string {
  const { names, explanations } = words.policies
  const suggestible = policyNames.filter((name) => policyOf(name).suggestible === true)
  return `# Policies

What a company can set on its computers. This page is made from the program’s own list: \`workbench policies --write page docs\`.

| system | where | written by |
|---|---|---|
| Windows | \`HKLM\\${REGISTRY_KEY}\`, then \`HKCU\\…\` | group policy or Intune, with the templates of \`workbench policies --write admx DIR\` (English, Japanese, Spanish) |
| macOS | the managed preferences of \`${APP_ID}\` | a profile; \`--write mobileconfig DIR\` gives one to begin with |
| Linux | \`${LINUX_POLICIES}\` | root; \`--write json DIR\` gives an example and a JSON Schema |

**What counts.** The computer’s policies go before the user’s, and the user’s count only with \`UserPolicies\`. A policy that is set cannot be changed by people.
Under \`${SUGGESTIONS}\` (a key of that name, a dictionary, an object) ${suggestible.map((name) => `\`${name}\``).join(' and ')} can be suggested instead: people may change them.

**What cannot be believed.** A value that does not fit is left out and told, in Settings and by \`workbench policies\`. A policy of the column *fails to* counts
with that value then. So do all of them (but \`EncryptionRequired\`) where the place itself cannot be believed: the file of Linux must be one JSON object without
repeated names, belong to root, in a folder of root, be no link, and be writable by nobody else. Unknown names are told and change nothing.

Changes count within half a minute, without a new start. No switch and no variable of the environment leads the program to other policies.

| policy | values | fails to | |
|---|---|---|---|
${policyNames.map((name) => `| \`${name}\` | ${values(name)} | ${failsTo(name)} | **${names[name]}.** ${explanations[name]} |`).join('\n')}
`
}

function values(name: PolicyName): string {
  const shape = policyShape(name)
  switch (shape.kind) {
    case 'switch':
      return '`true`, `false` (Windows: 1, 0)'
    case 'choice':
      return shape.choices.map((choice) => `\`${choice}\``).join(', ')
    case 'number':
      return `${shape.least} to ${shape.most}`
    case 'text':
      return `\`${String(policies[name].example)}\``
  }
}

function failsTo(name: PolicyName): string {
  const { failsTo: value } = policyOf(name)
  return value === undefined ? 'left out' : value === '' ? 'nothing is allowed' : `\`${String(value)}\``
}
