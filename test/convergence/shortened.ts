/** A message as the steps tell it: without the rows, without what every replay draws anew, and without the order of rows, which a database may choose. */
export function shortened(body: unknown): unknown {
  const { commands, data, complete, cursor, token, after, serverTime: _serverTime, protocol: _protocol, programVersion: _program, ...rest } = body as Record<string, unknown> & { complete?: { cursor: string } | null }
  const sealed = (text: unknown): unknown => {
    if (typeof text !== 'string') return text
    const { tenant: _tenant, n: _n, ...said } = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>
    return said
  }
  return {
    ...rest,
    ...(commands === undefined ? {} : { commands: (commands as { seq: number; id: string }[]).map(({ seq, id }) => `${seq} ${id}`) }),
    ...(data === undefined ? {} : { data: (data as { table: string; put: unknown[][]; remove: string[] }[]).map(({ table, put, remove }) => `${table} +${put.map(([id]) => String(id).slice(-6)).toSorted().join(' ')} -${remove.map((id) => id.slice(-6)).toSorted().join(' ')}`) }),
    ...(cursor === undefined ? {} : { cursor: sealed(cursor) }),
    ...(token === undefined ? {} : { token: sealed(token) }),
    ...(after === undefined ? {} : { after: sealed(after) }),
    ...(complete == null ? {} : { complete: { ...complete, cursor: sealed(complete.cursor) } }),
  }
}
