import { readFileSync } from 'node:fs'

/** Loaded before anything else by a program under test: puts its clock ahead by the milliseconds that a file names. */
const file = process.env['WORKBENCH_CLOCK_AHEAD'] ?? ''
const realNow = Date.now
let ahead = 0

function look(): void {
  const told = readFileSync(file, 'utf8')
  // Empty while it is being written.
  if (told !== '') ahead = Number(told)
}

look()
setInterval(look, 50).unref()
Date.now = () => realNow() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (target, given: readonly unknown[], made) => Reflect.construct(target, given.length === 0 ? [Date.now()] : given, made) as object,
})
