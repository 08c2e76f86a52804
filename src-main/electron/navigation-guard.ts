import type { App, Session } from 'electron'
import { APP_URL, isAppUrl } from './app-protocol.ts'

/**
 * The window shows one document for its whole life: only that address, with any fragment, may be loaded.
 * Links to the world are opened by the operation `shell.openLink`, never by navigating.
 */
export function decideNavigation(address: string): 'allow' | 'refuse' {
  if (!isAppUrl(address)) return 'refuse'
  const [page] = address.split('#', 1)
  return page === APP_URL ? 'allow' : 'refuse'
}

/** Guards every page the program ever creates, and turns away all downloads: files are written by the data host, where the user said. */
export function guardNavigation(app: Pick<App, 'on'>, session: Pick<Session, 'on'>, log: (line: string) => void): void {
  app.on('web-contents-created', (_created, contents) => {
    const guard = (event: { readonly url: string; preventDefault: () => void }) => {
      if (decideNavigation(event.url) === 'allow') return
      event.preventDefault()
      log('navigation refused')
    }
    contents.on('will-navigate', guard)
    contents.on('will-frame-navigate', guard)
    contents.on('will-redirect', guard)
    contents.setWindowOpenHandler(() => {
      log('new window refused')
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
      log('webview refused')
    })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
    log('download refused')
  })
}
