import type { Client, ValueOf } from '../client/client.ts'
import { leadFieldText } from '../leads/lead.presenter.ts'
import type { Workbench } from '../shell/workbench.ts'

/** An account with how many open opportunities there are. */
export type Account = ValueOf<Client['accounts']['get']>
export type Contact = ValueOf<Client['accounts']['contacts']>[number]

/** A field's value in words of the present language; most of an account's are a lead's too. */
export function accountFieldText(field: string, value: unknown, workbench: Pick<Workbench, 'language' | 'names' | 'places'>): string {
  const { language } = workbench
  if (field === 'territoryId' && value === null) return language.words.value.accounts.everybody
  return field === 'createdAt' ? language.formats.value.moment(String(value)) : leadFieldText(field, value, workbench)
}
