import { beforeAll } from 'vitest'
import { openApi, type CentralApi } from './central-api.ts'
import { openShapedPglite } from './central-stores.ts'

/** A central API on PGlite behind a port of this machine, for all tests of a file. */
export function listeningCentral(): { readonly api: () => CentralApi; readonly address: () => string } {
  let open: { readonly api: CentralApi; readonly address: string } | undefined
  beforeAll(async () => {
    const store = await openShapedPglite()
    const api = await openApi(store)
    open = { api, address: await api.opened.app.listen({ host: '127.0.0.1', port: 0 }) }
    return async () => {
      api.opened.app.server.closeAllConnections()
      await api.opened.app.close()
      await store.close()
    }
  })
  const opened = () => {
    if (open === undefined) throw new Error('the central API is opened before the first test')
    return open
  }
  return { api: () => opened().api, address: () => opened().address }
}
