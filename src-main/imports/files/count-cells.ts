const OPEN = 60
const COLON = 58
const LOWER_C = 99
const LONGEST_PREFIX = 12
const [R, O, W] = [114, 111, 119]

export interface SheetLimits {
  readonly maximumRows: number
  readonly maximumCells: number
}

/** How many rows and cells a sheet's XML opens, counted no further than the limits. */
export function countCells(xml: Buffer, { maximumRows, maximumCells }: SheetLimits): { readonly rows: number; readonly cells: number } {
  let rows = 0
  let cells = 0
  for (let at = xml.indexOf(OPEN); at !== -1 && rows <= maximumRows && cells <= maximumCells; at = xml.indexOf(OPEN, at + 1)) {
    let name = at + 1
    for (let prefix = name; prefix < name + LONGEST_PREFIX && !endsName(xml[prefix]); prefix++) {
      if (xml[prefix] !== COLON) continue
      name = prefix + 1
      break
    }
    if (xml[name] === LOWER_C) {
      if (endsName(xml[name + 1])) cells++
    } else if (xml[name] === R && xml[name + 1] === O && xml[name + 2] === W && endsName(xml[name + 3])) rows++
  }
  return { rows, cells }
}

function endsName(byte: number | undefined): boolean {
  return byte === 32 || byte === 62 || byte === 47 || byte === 9 || byte === 10 || byte === 13
}
