import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import { newId } from '#main/foundation/new-id.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { smallDisk } from '#test/foundation/small-disk.ts'
import { putRows, sqliteDesk } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const { create, summary } = leadsContract.operations
const long = 'n'.repeat(20_000)

test('row 83: a file that may not grow refuses with disk.full, keeps what it has, and goes on when it may', async () => {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
  })
  const desk = sqliteDesk(db)
  db.pragma(`max_page_count = ${(db.pragma('page_count', { simple: true }) as number) + 40}`)
  const acknowledged: string[] = []
  let refused: unknown
  while (refused === undefined) {
    try {
      acknowledged.push(valueOf(await desk.run(create, { company: newId(), notes: long })).id)
    } catch (error) {
      refused = error
    }
  }
  expect(refused).toMatchObject({ refusal: { code: 'disk.full' } })
  expect((await desk.rows(leads)).map(({ id }) => id)).toEqual(acknowledged.toSorted())
  expect(await desk.rows(journal)).toHaveLength(acknowledged.length)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.pragma('max_page_count = 1000000')
  valueOf(await desk.run(create, { company: newId(), notes: long }))
  expect(await desk.rows(leads)).toHaveLength(acknowledged.length + 1)
})

test('row 83: on a disk that is really full, everything answers, nothing is half done, and all works again once there is room', async ({ skip }) => {
  const disk = smallDisk(24)
  if ('reason' in disk) return skip(disk.reason)
  const { directory } = disk
  const ballast = join(directory, 'ballast')
  const desk = await openHost(join(directory, 'workspace'))
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(directory)
    return bavail * bsize
  }
  writeFileSync(ballast, Buffer.alloc(freeBytes() - 2_000_000))

  const acknowledged: string[] = []
  let refusal: unknown = 'accepted'
  while (refusal === 'accepted') {
    const outcome = await desk.call(create, { company: newId(), notes: long })
    refusal = refusalOf(outcome)
    if (outcome.ok) acknowledged.push(outcome.value.id)
  }
  expect(refusal).toEqual({ code: 'disk.full' })

  const file = join(directory, 'leads.csv')
  rmSync(ballast)
  writeFileSync(file, ['Company,Country', ...Array.from({ length: 20_000 }, (_, at) => `Company ${at},ES`)].join('\n'))
  writeFileSync(ballast, Buffer.alloc(freeBytes() - 1_000_000))
  desk.host.grantFile({ token: 'the-file', path: file, access: 'read' })
  expect(refusalOf(await desk.call(importsContract.operations.run, { file: 'the-file', subject: 'leads' }))).toEqual({ code: 'disk.full' })
  expect(refusalOf(await desk.call(workspaceContract.operations.backUp, {}))).toEqual({ code: 'disk.full' })
  expect(valueOf(await desk.call(summary, {})).total).toBe(acknowledged.length)

  rmSync(ballast)
  acknowledged.push(valueOf(await desk.call(create, { company: 'There is room again', notes: long })).id)
  await desk.host.close()
  const again = await openHost(join(directory, 'workspace'))
  expect(valueOf(await again.call(summary, {})).total).toBe(acknowledged.length)
  for (const id of acknowledged) expect(refusalOf(await again.call(leadsContract.operations.get, { id }))).toBe('accepted')
  expect(valueOf(await again.call(journalContract.operations.batches, {})).filter(({ state }) => state !== 'undone')).toEqual([])
  expect(valueOf(await again.call(workspaceContract.operations.doctor, {})).findings).toContainEqual({ check: 'integrity', ok: true, detail: 'ok' })
})

test('row 83: an import that fills the disk is taken back whole, gives back the room of its log, and small edits go on', async ({ skip }) => {
  const disk = smallDisk(32)
  if ('reason' in disk) return skip(disk.reason)
  const desk = await openHost(join(disk.directory, 'workspace'))
  const file = join(temporaryWorkspace(), 'leads.csv')
  writeFileSync(file, ['Company,Country,Notes', ...Array.from({ length: 40_000 }, (_, at) => `Company ${at},ES,${'n'.repeat(900)}`)].join('\n'))
  desk.host.grantFile({ token: 'the-file', path: file, access: 'read' })
  expect(refusalOf(await desk.call(importsContract.operations.run, { file: 'the-file', subject: 'leads' }))).toEqual({ code: 'disk.full' })
  expect(valueOf(await desk.call(journalContract.operations.batches, {}))).toMatchObject([{ state: 'undone' }])
  for (let count = 0; count < 20; count += 1) valueOf(await desk.call(create, { company: newId(), notes: long }))
  expect(valueOf(await desk.call(summary, {})).total).toBe(20)
  expect(desk.logged.filter((line) => line.includes('bug') || /\n +at /.test(line))).toEqual([])
})

test('row 83: what goes on in the background says once, in a line, that the disk is full', async ({ skip }) => {
  const disk = smallDisk(8)
  if ('reason' in disk) return skip(disk.reason)
  const { directory } = disk
  const workspace = join(directory, 'workspace')
  const filled = openForWriting(workspace)
  putRows(filled, leads, Array.from({ length: 2000 }, () => buildLead({ company: newId() })))
  filled.close()
  const { bavail, bsize } = statfsSync(directory)
  writeFileSync(join(directory, 'ballast'), Buffer.alloc(bavail * bsize - 60_000))
  const desk = await openHost(workspace)
  await wait(600)
  for (let count = 0; count < 3; count += 1) {
    await desk.call(create, { company: newId(), notes: long.repeat(5) })
    await wait(300)
  }
  expect(desk.logged).toEqual(['indexing: disk.full'])
  rmSync(join(directory, 'ballast'))
  valueOf(await desk.call(create, { company: 'There is room again' }))
})
