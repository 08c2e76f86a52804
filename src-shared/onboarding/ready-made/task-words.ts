import { FOR_EVERYBODY, type Condition, type Localised, type TaskKind, type TaskRole, type TemplateTask } from '../template.ts'

export const say = (en: string, ja: string, es: string): Localised => ({ en, ja, es })
const NOTHING = say('', '', '')

/** Who a task lies with: the partner's people, or the vendor's. */
const partnerRoles: readonly TaskRole[] = ['management', 'sales', 'technical', 'finance']

/** A required task without conditions, evidence or approval, but for what is given. */
export function task(key: string, kind: TaskKind, role: TaskRole, days: number, title: Localised, given: Partial<TemplateTask> = {}): TemplateTask {
  return {
    key, title, text: NOTHING, kind, side: partnerRoles.includes(role) ? 'partner' : 'vendor', role, days, needs: [], when: FOR_EVERYBODY, required: true, evidence: 'none', approval: false, onRevocation: 'flag', about: null, material: [], ...given,
  }
}

export function onlyFor(given: Partial<Condition>): Condition {
  return { ...FOR_EVERYBODY, ...given }
}
