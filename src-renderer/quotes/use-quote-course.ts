import { computed, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { GivenFile } from '#shared/attachments/kept-file.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { shownNumbers } from '#shared/quotes/quote-numbers.ts'
import type { QuoteStatus } from '#shared/quotes/quote.ts'
import type { SendProblem } from '#shared/quotes/why-not-sendable.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { sendProblemWords } from './send-problem-words.ts'
import type { QuoteWork } from './use-quote.ts'

/** Where a quote may go from where it is. */
const steps = {
  accept: ['sent', 'expired', 'superseded'],
  decline: ['sent', 'expired'],
  order: ['accepted'],
} as const satisfies Readonly<Record<string, readonly QuoteStatus[]>>
export type QuoteStep = keyof typeof steps

/** The course of a quote: sent, accepted or declined, ordered; revised, cloned, repriced. */
export function useQuoteCourse(id: string, { quote, refresh }: Pick<QuoteWork, 'quote' | 'refresh'>) {
  const { changing, client, language } = useWorkbench()
  const router = useRouter()
  const said = () => language.words.value.quotes.said
  const number = computed(() => (quote.value === undefined ? '' : shownNumbers(quote.value).main))
  /** What stands in the way of sending, in words; shown until it is closed. */
  const problems = shallowRef<readonly string[]>([])

  async function done<T extends { readonly entry: string }>(words: string, outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const answer = await changing.change(words, outcome)
    await refresh()
    return answer
  }

  async function send(): Promise<void> {
    const at = new Date().toISOString()
    const outcome = await client.quotes.sendProblems({ id, at })
    if (!outcome.ok) return changing.refuse(outcome.error)
    // Written by the host as JSON, and read by the same program.
    problems.value = (outcome.value as unknown as readonly SendProblem[]).map((problem) => sendProblemWords(problem, quote.value?.currency ?? '', language.words.value, language.formats.value))
    if (problems.value.length === 0) await done(said().sent(number.value), client.quotes.send({ id, at }))
  }

  async function copy(words: string, outcome: ReturnType<typeof client.quotes.clone>): Promise<void> {
    const answer = await changing.change(words, outcome)
    if (answer.ok) await router.push(`/quotes/${answer.value.id}`)
  }

  return {
    number,
    problems,
    may: (step: QuoteStep): boolean => quote.value !== undefined && (steps[step] as readonly QuoteStatus[]).includes(quote.value.status) && (step !== 'accept' || quote.value.sentAt !== null),
    send,
    accept: (acceptedBy: string, proof: GivenFile | null) => done(said().accepted(number.value), client.quotes.accept({ id, contentHash: quote.value?.contentHash ?? '', acceptedBy, at: new Date().toISOString(), evenIfSuperseded: quote.value?.status === 'superseded', proof })),
    decline: (reason: string) => done(said().declined(number.value), client.quotes.decline({ id, reason })),
    order: (orderNumber: string) => done(said().ordered(number.value), client.quotes.order({ id, orderNumber })),
    reprice: (on: string) => done(said().repriced, client.quotes.reprice({ id, on })),
    linkRegistration: (registrationId: string | null) => {
      const { linked, unlinked } = language.words.value.quoteCourse.registration
      return done((registrationId === null ? unlinked : linked)(quote.value?.name ?? ''), client.quotes.linkRegistration({ id, registrationId }))
    },
    setPrimary: () => done(said().primary(number.value), client.quotes.setPrimary({ id })),
    revise: () => copy(said().revised(number.value), client.quotes.revise({ id })),
    clone: () => copy(said().cloned(number.value), client.quotes.clone({ id })),
  }
}
