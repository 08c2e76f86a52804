/** Two leading digits of the registry office (登記所コード) → prefecture number; 43 to 46 are the four bureaus of Hokkaido. */
const PREFECTURE_OF_BUREAU =
  '01:13 02:14 03:11 04:12 05:08 06:09 07:10 08:22 09:19 10:20 11:15 12:27 13:26 14:28 15:29 16:25 17:30 18:23 19:24 20:21 21:18 22:17 23:16 24:34 25:35 ' +
  '26:33 27:31 28:32 29:40 30:41 31:42 32:44 33:43 34:46 35:45 36:47 37:04 38:07 39:06 40:03 41:05 42:02 43:01 44:01 45:01 46:01 47:37 48:36 49:39 50:38'

const prefectures = new Map(PREFECTURE_OF_BUREAU.split(' ').map((pair) => [pair.slice(0, 2), `JP-${pair.slice(3)}`] as const))

/**
 * 法人番号: thirteen digits of which the first checks the other twelve, by the ordinance of the Ministry of Finance
 * (財務省令平成26年第70号): 9 − (Σ digit × weight mod 9), the weights being 1 and 2 by turns from the right.
 */
export function isCorporateNumber(number: string): boolean {
  if (!/^[1-9]\d{12}$/.test(number)) return false
  let sum = 0
  for (let place = 1; place <= 12; place++) sum += Number(number[13 - place]) * (place % 2 === 1 ? 1 : 2)
  return Number(number[0]) === 9 - (sum % 9)
}

/**
 * Where the company was first registered: the digits after the check digit name the registry office. Only a hint, for a company
 * keeps its number when it moves. Null for state bodies and others without a registration.
 */
export function prefectureOfRegistry(corporateNumber: string): string | null {
  return isCorporateNumber(corporateNumber) ? (prefectures.get(corporateNumber.slice(1, 3)) ?? null) : null
}
