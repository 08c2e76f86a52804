import { policies, policyNames } from '#shared/policies/policy-schema.ts'
import { APP_ID, PRODUCT_NAME } from '../../electron/app-identity.ts'
import { escapeXml, XML_HEAD } from './xml.ts'

/**
 * A management profile of macOS with an example of every policy, to be cut down and signed by whoever looks after the computers.
 * @param newId a UUID for each of its two payloads
 */
export function macProfile(newId: () => string): string {
  const payload = (type: string, inner: string): string => `<dict>
  <key>PayloadType</key><string>${type}</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>${APP_ID}.${type === 'Configuration' ? 'profile' : 'policies'}</string>
  <key>PayloadUUID</key><string>${escapeXml(newId())}</string>
  <key>PayloadDisplayName</key><string>${PRODUCT_NAME}</string>
${inner}
</dict>`
  const examples = policyNames.map((name) => `  <key>${name}</key>${valueElement(policies[name].example)}`).join('\n')
  return `${XML_HEAD}<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${payload('Configuration', `  <key>PayloadScope</key><string>System</string>\n  <key>PayloadContent</key><array>\n${payload(APP_ID, examples)}\n  </array>`)}
</plist>
`
}

function valueElement(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>'
  return typeof value === 'number' ? `<integer>${value}</integer>` : `<string>${escapeXml(value)}</string>`
}
