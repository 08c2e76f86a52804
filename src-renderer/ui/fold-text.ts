/**
 * Text as people search it: width, case, accents and kana folded (ﾘｰﾄﾞ = リード = りーど, Ñ = n).
 * Each folded unit knows where it came from, so that matches can be shown in the original.
 */
export interface FoldedText {
  readonly text: string
  /** For each UTF-16 unit of `text`, the index in the original. */
  readonly origin: readonly number[]
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Only Latin, Greek and Cyrillic lose their marks: が is not か. */
function foldGrapheme(grapheme: string): string {
  return grapheme
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

export function foldText(original: string): FoldedText {
  let text = ''
  const origin: number[] = []
  for (const { segment, index } of segmenter.segment(original)) {
    const folded = foldGrapheme(segment)
    text += folded
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index)
  }
  return { text, origin }
}
