import type { ServerResponse } from 'node:http'
import type { DataHost, HostEvent } from '../operations/data-host.ts'
import { SECURITY_HEADERS } from '../static-files/content-security-policy.ts'

const HEARTBEAT = 15_000
const MOST_BUFFERED = 1024 * 1024

/** Sends the host's events to one page for as long as it listens; a page that does not read is let go. */
export function streamEvents(host: DataHost, response: ServerResponse): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  response.write(': here\n\n')
  const send = (event: HostEvent): void => {
    if (response.writableLength > MOST_BUFFERED) response.destroy()
    else response.write(`data: ${JSON.stringify(event)}\n\n`)
  }
  const stop = host.onEvent(send)
  const heartbeat = setInterval(() => response.write(': here\n\n'), HEARTBEAT)
  response.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}
