const PLAIN = /^[\u0020-\u007e]*$/

/**
 * Text as people compare it: width (ＤＯＷＡ = DOWA), case and Latin accents (Málaga = malaga) do not count;
 * the voicing marks of kana do.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').normalize('NFKC').toLowerCase()
}
