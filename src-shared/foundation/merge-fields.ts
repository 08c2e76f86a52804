/** What a place consists of: what two rows have apiece of it is not mixed. */
const placeFields: readonly string[] = ['country', 'region', 'city', 'postcode', 'address']

/**
 * The fields of one row that two make: the survivor's value, else the other's, unless a person chose the other's. A gap in the
 * survivor's place is filled only where both are at one place.
 * @param fromOther fields whose value is the other's
 */
export function mergeFields<Row extends object, Field extends keyof Row & string>(survivor: Row, other: Row, fields: readonly Field[], fromOther: ReadonlySet<Field>): Pick<Row, Field> {
  const onePlace = isOnePlace(survivor, other)
  const fills = (field: Field): boolean => isEmpty(survivor[field]) && (onePlace || !placeFields.includes(field))
  return Object.fromEntries(fields.map((field) => [field, fromOther.has(field) || fills(field) ? other[field] : survivor[field]])) as Pick<Row, Field>
}

export function isOnePlace(one: object, other: object): boolean {
  const [left, right] = [one, other] as readonly Readonly<Record<string, unknown>>[]
  return ['country', 'region', 'city'].every((field) => isEmpty(left?.[field]) || isEmpty(right?.[field]) || left?.[field] === right?.[field])
}

/** Two notes, one under the other. */
export function joinNotes(one: string | null, other: string | null): string | null {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) ? other : one
  return one === other ? one : `${one ?? ''}\n\n${other ?? ''}`
}

/** What of a row would change. */
export function changedFields<Row extends object>(row: Row, next: Partial<Row>): Partial<Row> {
  return Object.fromEntries(Object.entries(next).filter(([column, value]) => !same(row[column as keyof Row], value))) as Partial<Row>
}

const isEmpty = (value: unknown): boolean => value === null || value === ''

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
