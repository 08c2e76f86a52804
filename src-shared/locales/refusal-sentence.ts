/** Words for a refusal's code; `detail` gives a value of its details as text, formatted for the locale. */
export type RefusalSentence = string | ((detail: (name: string) => string) => string)
