const OPEN = 60
const COLON = 58
const LOWER_C = 99
const LONGEST_PREFIX = 12
const [R, O, W] = [114, 111, 119]

/** How many cells and rows a sheet's XML opens, counted no further than `limit`; a row costs the parser as much as a cell. */
export function countCells(xml: Buffer, limit: number): number {
  let count = 0
  for (let at = xml.indexOf(OPEN); at !== -1 && count <= limit; at = xml.indexOf(OPEN, at + 1)) {
    let name = at + 1
    for (let prefix = name; prefix < name + LONGEST_PREFIX && !endsName(xml[prefix]); prefix++) {
      if (xml[prefix] !== COLON) continue
      name = prefix + 1
      break
    }
    if (xml[name] === LOWER_C ? endsName(xml[name + 1]) : xml[name] === R && xml[name + 1] === O && xml[name + 2] === W && endsName(xml[name + 3])) count++
  }
  return count
}

function endsName(byte: number | undefined): boolean {
  return byte === 32 || byte === 62 || byte === 47 || byte === 9 || byte === 10 || byte === 13
}
