/** One measured row: a median in `unit`, and how many times the reference it is (reference ÷ value or value ÷ reference, as `ratioMeaning` says). */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
  readonly ratioMeaning?: string
}

/** A goal of the project's performance page; `reached` is decided by the benchmark, never assumed. */
export interface BenchGoal {
  readonly id: string
  readonly statement: string
  readonly measured: string
  readonly reached: boolean
}

export interface BenchReport {
  readonly title: string
  readonly rows: readonly BenchRow[]
  readonly goals: readonly BenchGoal[]
  /** What a reader must know to judge the numbers: sample sizes, what was verified equal first, what was not measured and why. */
  readonly notes: readonly string[]
}

/** How much is measured; what is left out is the benchmark's own choice. */
export interface BenchSizes {
  readonly rows?: number
  readonly commands?: number
  readonly desks?: number
}
