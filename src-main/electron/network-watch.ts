import type { Net, PowerMonitor } from 'electron'

interface NetworkParts {
  readonly net: Pick<Net, 'isOnline'>
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly after: (milliseconds: number, run: () => void) => void
  readonly wake: () => void
}

/** Electron tells nobody of a network that comes back; looking costs nothing. */
const LOOK_EVERY = 3_000

/** Says when it is worth trying again: the computer has woken up, or its network has come back. */
export function watchNetwork({ net, powerMonitor, after, wake }: NetworkParts): void {
  powerMonitor.on('resume', wake)
  let wasOnline = net.isOnline()
  const look = (): void => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) wake()
    wasOnline = isOnline
    after(LOOK_EVERY, look)
  }
  after(LOOK_EVERY, look)
}
