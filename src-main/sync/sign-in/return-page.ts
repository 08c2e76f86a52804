import type { Locale } from '#shared/locales/locale.ts'
import { loadWords } from '#shared/locales/words.ts'

/** What the browser shows when it comes back: the rest happens in the program. */
export type ReturnPage = 'done' | 'refused' | 'stranger'

export async function returnPage(page: ReturnPage, locale: Locale): Promise<string> {
  const { title, close, ...sentences } = (await loadWords(locale)).sync.signIn.page
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem}h1{font-size:1.25rem}</style></head>
<body><main><h1>${sentences[page]}</h1><p>${close}</p></main></body>
</html>
`
}
