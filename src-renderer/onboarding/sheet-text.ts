import type { Words } from '#shared/locales/words.ts'
import type { DerivedChecklist } from '#shared/onboarding/derive-checklist.ts'
import type { ChecklistLanguage } from '#shared/onboarding/template.ts'
import type { Formats } from '../shell/formats.ts'
import { inWords, type ChecklistFile } from './onboarding.presenter.ts'

/** The partner’s sheet as plain text, for a mail. */
export function sheetText({ file, derived, w, locale, formats }: { file: Pick<ChecklistFile, 'partner' | 'checklist'>; derived: DerivedChecklist; w: Words; locale: ChecklistLanguage; formats: Formats }): string {
  const { sheet, taskStates } = w.onboarding
  const lines = derived.stages.flatMap(({ stage, tasks }) => [
    '', inWords(stage.title, locale),
    ...tasks.filter(({ state }) => state !== 'notApplicable').map((task) => `- ${inWords(task.task.title, locale)} (${task.task.side === 'partner' ? sheet.you : sheet.we}; ${[taskStates[task.state], task.finishedOn === null && task.dueOn !== null ? `${sheet.due} ${formats.date(task.dueOn)}` : ''].filter(Boolean).join(', ')})`),
  ])
  return [sheet.title(file.partner.name), `${sheet.started} ${formats.date(file.checklist.startedOn)}, ${sheet.contact} ${file.checklist.coordinator}`, ...lines].join('\n')
}
