import { expect, test } from 'vitest'
import { watchNetwork } from '#main/electron/network-watch.ts'
import { StandInNet, StandInPowerMonitor } from '../electron-stand-in.ts'

test('wakes sync when the computer wakes, and when a network comes back, once each', () => {
  const net = new StandInNet()
  const powerMonitor = new StandInPowerMonitor()
  const due: (() => void)[] = []
  let woken = 0
  const look = (online: boolean): void => {
    net.online = online
    due.shift()?.()
  }
  watchNetwork({ net, powerMonitor, after: (_, run) => due.push(run), wake: () => void (woken += 1) })
  look(true)
  expect(woken).toBe(0)
  look(false)
  look(false)
  expect(woken).toBe(0)
  look(true)
  look(true)
  expect(woken).toBe(1)
  powerMonitor.emit('resume')
  expect(woken).toBe(2)
})
