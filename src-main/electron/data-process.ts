import { net } from 'electron'
import { noteCrashes, openLog } from '../diagnostics/log-file.ts'
import { systemKeyring } from '../workspace/keyring.ts'
import { openRescuable } from '../workspace/rescuable-host.ts'
import { serveDataProcess } from './serve-data-process.ts'

serveDataProcess({
  port: process.parentPort,
  fetch: (address, init) => net.fetch(address, init),
  open: (options) => {
    const write = openLog(options.directory, 'data')
    noteCrashes(write)
    return openRescuable({
      ...options,
      keyring: systemKeyring(),
      log: (line) => {
        options.log(line)
        write(line)
      },
    })
  },
  log: (line) => process.stderr.write(`${line}\n`),
})
