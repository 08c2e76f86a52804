import { z } from 'zod'
import { plainText } from '../foundation/column.ts'
import { partnerTiers, partnerTypes } from '../partners/partner.ts'
import { evidenceKinds, revocationPolicies, sides, taskKinds, taskRoles } from './template.ts'

const words = (most: number) => z.strictObject({ en: plainText.max(most), ja: plainText.max(most), es: plainText.max(most) })
const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)

export const keySchema = key

export const conditionSchema = z.strictObject({
  types: z.array(z.enum(partnerTypes)).max(partnerTypes.length),
  tiers: z.array(z.enum(partnerTiers)).max(partnerTiers.length),
  places: z.array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)).max(300),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(60),
  products: z.array(z.string().min(1).max(60)).max(200),
})

const taskSchema = z.strictObject({
  key,
  title: words(200),
  text: words(4_000),
  kind: z.enum(taskKinds),
  side: z.enum(sides),
  role: z.enum(taskRoles),
  days: z.int().min(0).max(500),
  needs: z.array(key).max(40),
  when: conditionSchema,
  required: z.boolean(),
  evidence: z.enum(evidenceKinds),
  approval: z.boolean(),
  onRevocation: z.enum(revocationPolicies),
  about: z.string().trim().min(1).max(120).nullable(),
  material: z.array(z.strictObject({ title: words(200), address: z.url({ protocol: /^https?$/ }).max(1_000) })).max(20),
})

export const stagesSchema = z.array(z.strictObject({ key, title: words(120), free: z.boolean(), tasks: z.array(taskSchema).max(100) })).max(20)
