export interface Option {
  readonly value: string
  readonly label: string
  /** A second, quieter line. */
  readonly detail?: string
  readonly disabled?: boolean
}
