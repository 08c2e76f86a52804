import type { LaidOut } from './marks.ts'
import { pageSvg } from './page-svg.ts'

/** A document as one file of HTML that needs nothing else, prints page by page, and has every text as text. */
export function documentHtml(document: LaidOut): string {
  const { width, height, language, title } = document
  const pages = document.pages.map((_, page) => `<svg viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt" role="group" aria-label="${page + 1} / ${document.pages.length}">\n${pageSvg(document, page).map(
    ({ tag, attributes, text }) => `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('')}${text === null ? '/>' : `>${escaped(text)}</${tag}>`}`,
  ).join('\n')}\n</svg>`)
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>@page { size: ${width}pt ${height}pt; margin: 0 } body { margin: 0; background: #fff } svg { display: block; break-after: page }</style>
${pages.join('\n')}
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
