import type { Session } from 'electron'
import { isAppUrl } from './app-protocol.ts'

export interface PermissionQuestion {
  readonly permission: string
  /** Absent when no document asks, as for a service worker. */
  readonly requestingUrl: string | undefined
  readonly isMainFrame: boolean
  /** Set when the frame sits in a page of another origin. */
  readonly embeddingOrigin?: string | undefined
}

const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

/** Electron grants everything by default; we grant copying and notifications, to our own page only. */
export function decidePermission(question: PermissionQuestion): boolean {
  return (
    ALLOWED.has(question.permission) &&
    question.isMainFrame &&
    question.embeddingOrigin === undefined &&
    question.requestingUrl !== undefined &&
    isAppUrl(question.requestingUrl)
  )
}

export function guardPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(decidePermission({ permission, requestingUrl, isMainFrame }))
  })
  session.setPermissionCheckHandler((_contents, permission, _origin, { requestingUrl, isMainFrame, embeddingOrigin }) =>
    decidePermission({ permission, requestingUrl, isMainFrame, embeddingOrigin }),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}
