import { net } from 'electron'
import { openDataHost } from '../workspace/data-host.ts'
import { serveDataProcess } from './serve-data-process.ts'

serveDataProcess({
  port: process.parentPort,
  fetch: (address, init) => net.fetch(address, init),
  open: openDataHost,
  log: (line) => process.stderr.write(`${line}\n`),
})
