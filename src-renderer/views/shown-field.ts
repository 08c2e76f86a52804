import type { GridValue } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'

export type FieldKind = 'text' | 'long' | 'number' | 'choice' | 'email' | 'tel' | 'url' | 'fixed'

/** A field of a record as it is shown and edited. */
export interface ShownField<Field extends string> {
  readonly id: Field
  readonly kind: FieldKind
  readonly label: string
  readonly value: GridValue
  /** The value in words. */
  readonly text: string
  /** What a choice is made from. */
  readonly options: readonly Option[]
}

/** Which fields stand in a group, in order, and how each is edited. */
export type FieldKinds<Field extends string> = Readonly<Partial<Record<Field, FieldKind>>>

/** The fields of a group, as `show` shows them; where it shows nothing, the field is left out. */
export function shownFields<Field extends string>(kinds: FieldKinds<Field>, show: (id: Field, kind: FieldKind) => Omit<ShownField<Field>, 'id' | 'kind'> | undefined): readonly ShownField<Field>[] {
  return (Object.entries(kinds) as [Field, FieldKind][]).flatMap(([id, kind]) => {
    const shown = show(id, kind)
    return shown === undefined ? [] : [{ ...shown, id, kind }]
  })
}
