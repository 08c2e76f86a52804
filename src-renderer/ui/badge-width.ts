/** Pixels of a badge's letters (11 px): an East Asian one is a square. */
const NARROW = 6.4
const WIDE = 11
const AROUND = 38

const widthOf = (label: string): number => [...label].reduce((sum, letter) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/u.test(letter) ? WIDE : NARROW), 0)

/** How wide a column of badges must be for the longest of these labels. */
export function badgeWidth(labels: readonly string[]): number {
  return Math.max(104, Math.ceil(Math.max(...labels.map(widthOf)) + AROUND))
}
