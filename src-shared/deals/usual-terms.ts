import type { RegistrationTerms } from './registration-terms.ts'

const DAY_MINUTES = 9 * 60

/** What most programs have (field.md B3, time), and what holds where no policy speaks of a registration. */
export const USUAL_TERMS: RegistrationTerms = {
  windowDays: 90, extensionDays: 90, extensions: 1, lateDays: 14, reviewMinutes: 2 * DAY_MINUTES, calendar: 'US', timeZone: 'America/Denver',
  needs: ['country', 'amount', 'expectedCloseOn'], answerDays: 10, resubmissions: 2, amountTolerance: 25, reminderDays: [30, 7], staleDays: null,
  coolDownDays: 90, incumbencyDays: 365, registeredMargin: 5, autoApproval: null,
}
