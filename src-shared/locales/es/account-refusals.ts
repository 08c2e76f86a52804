import type { RefusalSentence } from '../refusal-sentence.ts'

const quoted = (value: string): string => (value === '' ? 'este valor' : `«${value}»`)

/** Refusals of merging accounts. */
export const accountRefusals = {
  'account.merge-with-itself': 'Una cuenta no se combina consigo misma.',
  'account.merged-already': (d) => `${quoted(d('name'))} se combinó entretanto con ${quoted(d('into'))}. Continúe con esa.`,
  'account.merge-numbers-differ': (d) => `${quoted(d('name'))} y ${quoted(d('other'))} tienen dos números de identificación corporativa: son dos empresas. Ponga una por encima de la otra.`,
} satisfies Readonly<Record<string, RefusalSentence>>
