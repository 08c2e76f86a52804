/** JIS X 4051: what must not begin a line, and what must not end one. */
const NOT_FIRST = new Set('、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〟’”…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％℃,.:;?!)]}%')
const NOT_LAST = new Set('（［｛〔〈《「『【〝‘“￥＄([{¥$')
const IDEOGRAPHIC = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uff60]/u
const AFTER = new Set(' -/')

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/**
 * Text in lines no wider than a width: broken at blanks, and between the letters of scripts that are written without them, but never so
 * that a line begins with a closing sign or ends with an opening one; a word that is wider than a line is broken anywhere.
 * @param widthOf how wide a text is
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf))
}

function wrapParagraph(paragraph: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(paragraph) <= width) return [paragraph]
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(paragraph)) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = piece
    if (widthOf(piece.trimEnd()) <= width) continue
    const parts = lettersIn(piece, width, widthOf)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1) ?? ''
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

/** The parts that a line may be broken between. */
function piecesOf(paragraph: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let last = ''
  for (const { segment } of graphemes.segment(paragraph)) {
    if (last !== '' && mayBreak(last, segment)) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
    last = segment
  }
  return [...pieces, piece]
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || NOT_FIRST.has(after) || NOT_LAST.has(before)) return false
  return AFTER.has(before) || IDEOGRAPHIC.test(before) || IDEOGRAPHIC.test(after)
}

function lettersIn(piece: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const { segment } of graphemes.segment(piece)) {
    if (part !== '' && widthOf(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
