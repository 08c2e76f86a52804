import { z } from 'zod'
import { locales } from '../locales/locale.ts'

interface Policy<S extends z.ZodType> {
  /** What it may be: a text, a choice, a switch or a whole number. Everything that administrators are given is made from it. */
  readonly schema: S
  /** What counts instead where the value, or the place where it lies, cannot be believed: the strictest. Without it such a policy is left out. */
  readonly failsTo?: z.output<S>
  /** May also be suggested, for people to change. */
  readonly suggestible?: true
  /** A place that cannot be read does not set this one: nobody could work any more. */
  readonly unlessUnreadable?: true
  /** Believed of the machine alone, whatever the user’s own policies are worth. */
  readonly ofMachine?: true
  readonly example: z.output<S>
}

const policy = <S extends z.ZodType>(schema: S, rest: Omit<Policy<S>, 'schema'>): Policy<S> => ({ schema, ...rest })

const httpsAddress = z.url({ protocol: /^https$/ }).max(400)

/** THE list of what a company can set, by the names that administrators write. */
export const policies = {
  CentralAddress: policy(httpsAddress, { failsTo: '', suggestible: true, example: 'https://central.lira.example' }),
  SignIn: policy(z.enum(['any', 'company', 'code']), { failsTo: 'company', example: 'company' }),
  OfflineDays: policy(z.int().min(1).max(365), { failsTo: 1, example: 30 }),
  ExportAllowed: policy(z.boolean(), { failsTo: false, example: false }),
  BackupAllowed: policy(z.boolean(), { failsTo: false, example: false }),
  EncryptionRequired: policy(z.boolean(), { failsTo: true, unlessUnreadable: true, example: false }),
  Language: policy(z.enum(locales), { suggestible: true, example: 'ja' }),
  ProxyServer: policy(z.url({ protocol: /^https?$/ }).max(400), { example: 'http://proxy.lira.example:3128' }),
  Updates: policy(z.enum(['auto', 'notify', 'off']), { failsTo: 'off', example: 'auto' }),
  UpdateAddress: policy(httpsAddress, { failsTo: '', example: 'https://updates.lira.example/channel-workbench' }),
  UpdateRing: policy(z.enum(['stable', 'beta']), { failsTo: 'stable', example: 'stable' }),
  UpdateVersion: policy(z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}(-beta\.\d{1,5})?$/), { failsTo: '', example: '1.4.2' }),
  UpdateRollback: policy(z.boolean(), { failsTo: false, example: false }),
  UserPolicies: policy(z.boolean(), { failsTo: false, ofMachine: true, example: false }),
} as const

export type PolicyName = keyof typeof policies
export type PolicyValues = { readonly [N in PolicyName]?: z.output<(typeof policies)[N]['schema']> }

export const policyNames = Object.keys(policies) as [PolicyName, ...PolicyName[]]
export const policyOf = (name: PolicyName): Policy<z.ZodType> => policies[name]

/** The shape of a policy's value, for forms and files that know no more than four. */
export type PolicyShape =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly longest: number }

const LONGEST_TEXT = 400

export function policyShape(name: PolicyName): PolicyShape {
  const { type, enum: choices, minimum = 0, maximum = Number.MAX_SAFE_INTEGER, maxLength = LONGEST_TEXT } = z.toJSONSchema(policies[name].schema)
  if (type === 'boolean') return { kind: 'switch' }
  if (type === 'integer') return { kind: 'number', least: minimum, most: maximum }
  return choices === undefined ? { kind: 'text', longest: maxLength } : { kind: 'choice', choices: choices.map(String) }
}
