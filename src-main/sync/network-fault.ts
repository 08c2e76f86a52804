/**
 * Why nothing came back from the central API, by the names that Node and Chromium give it, in this order. A name that is not here
 * is `sync.offline`: nothing more is known than that it was not reached.
 */
const causes: readonly (readonly [code: string, names: RegExp])[] = [
  // Chromium's fetch follows nobody elsewhere and says so by an error; a central API sends nobody elsewhere.
  ['sync.captive', /redirect was cancelled/i],
  ['sync.proxy', /ERR_(PROXY|TUNNEL|PAC_|MANDATORY_PROXY|UNEXPECTED_PROXY|HTTPS_PROXY|SOCKS)|PROXY_(AUTH|CERT)/],
  ['sync.untrusted', /CERT|ERR_SSL|ERR_TLS|UNABLE_TO_(VERIFY|GET_ISSUER)|SELF_SIGNED|EPROTO/],
  ['sync.unknown-host', /ENOTFOUND|EAI_|ERR_NAME_|ERR_DNS_|ERR_ICANN/],
  ['sync.timed-out', /TIMEOUT|ETIMEDOUT|TIMED_OUT/],
  ['sync.no-answer', /ECONNREFUSED|ERR_CONNECTION_REFUSED/],
  ['sync.cut-off', /ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH|ERR_INCOMPLETE|ERR_CONTENT_DECODING|ERR_INVALID_HTTP|ERR_HTTP2|HTTPParserError|HPE_|Z_(BUF|DATA)_ERROR|terminated/],
]

/** The refusal's code for what `fetch` has thrown. */
export function networkFault(error: unknown): string {
  const told = [...chain(error)].join(' ')
  return causes.find(([, names]) => names.test(told))?.[0] ?? (saysNothing(error) ? 'sync.proxy' : 'sync.offline')
}

/** Node's fetch gives no reason at all for an answer 407, and for nothing else that a network does. */
function saysNothing(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error && error.cause.name === 'Error' && error.cause.message === '' && !('code' in error.cause)
}

/** Names, codes and messages of an error and of what caused it: `fetch failed` is only the outermost. */
function* chain(error: unknown, depth = 0): Generator<string> {
  if (!(error instanceof Error) || depth > 5) return
  yield `${error.name} ${'code' in error ? String(error.code) : ''} ${error.message}`
  if (error instanceof AggregateError) for (const each of error.errors) yield* chain(each, depth + 1)
  yield* chain(error.cause, depth + 1)
}
