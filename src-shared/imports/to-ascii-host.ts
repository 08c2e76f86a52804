const BASE = 36
const T_MIN = 1
const T_MAX = 26
const ASCII = /^[\u0000-\u007f]*$/
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** An internationalised host as DNS knows it: 日本.jp → xn--wgv71a.jp. The host must be in lower case and NFKC form. */
export function toAsciiHost(host: string): string {
  if (ASCII.test(host)) return host
  return host
    .replace(/[。．｡]/gu, '.')
    .split('.')
    .map((label) => (ASCII.test(label) ? label : `xn--${punycode([...label].map((character) => character.codePointAt(0)!))}`))
    .join('.')
}

/** RFC 3492, 6.3. */
function punycode(points: readonly number[]): string {
  const basic = points.filter((point) => point < 128)
  let output = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '')
  let next = 128
  let delta = 0
  let bias = 72
  for (let handled = basic.length; handled < points.length; ) {
    const lowest = Math.min(...points.filter((point) => point >= next))
    delta += (lowest - next) * (handled + 1)
    next = lowest
    for (const point of points) {
      if (point < next) delta++
      if (point !== next) continue
      let rest = delta
      for (let step = BASE; ; step += BASE) {
        const threshold = Math.min(T_MAX, Math.max(T_MIN, step - bias))
        if (rest < threshold) break
        output += DIGITS[threshold + ((rest - threshold) % (BASE - threshold))]
        rest = Math.floor((rest - threshold) / (BASE - threshold))
      }
      output += DIGITS[rest]
      bias = adapt(delta, handled + 1, handled === basic.length)
      delta = 0
      handled++
    }
    delta++
    next++
  }
  return output
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2))
  rest += Math.floor(rest / points)
  let step = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; step += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return step + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38))
}
