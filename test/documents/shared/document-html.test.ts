import { expect, test } from 'vitest'
import { documentHtml } from '#shared/documents/document-html.ts'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { asked, documented, plainRuler } from '../build-documented.ts'

test('is one page of HTML for each of paper, with nothing that a name could smuggle in', () => {
  const html = documentHtml(layOutDocument(quoteDocument(asked('ja', { quote: documented({ name: '<script>alert("x")</script>&' }) })), plainRuler))
  expect(html).toContain('<html lang="ja">')
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;')
  expect(html).not.toContain('<script')
  expect(html.match(/<svg /g)).toHaveLength(1)
})
