/** Loaded before the program: its clock stands so many milliseconds ahead. */
const ahead = Number(process.env.WORKBENCH_CLOCK_AHEAD ?? 0)
const Actual = Date

globalThis.Date = class extends Actual {
  constructor(...given) {
    if (given.length === 0) super(Actual.now() + ahead)
    else super(...given)
  }

  static now() {
    return Actual.now() + ahead
  }
}
