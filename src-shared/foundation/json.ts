/** What may cross a border: contracts, the journal and the wire carry nothing else. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }
