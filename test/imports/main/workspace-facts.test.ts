import { expect, onTestFinished, test } from 'vitest'
import { loadFacts } from '#main/imports/workspace-facts.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { sqliteDesk } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

test('a name means the account that stayed of two that were merged, and none where two that stand bear it', async () => {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
  })
  const [stays, one, other] = [buildAccount({ name: 'Kitayama Foods' }), buildAccount({ name: 'Isdom' }), buildAccount({ name: 'ISDOM Inc.' })]
  await sqliteDesk(db).put(accounts, buildAccount({ name: 'KITAYAMA FOODS', mergedInto: stays.id }), stays, buildAccount({ name: 'Comercial Volcán', mergedInto: stays.id }), one, other)
  const { accountsByName } = loadFacts(db, ['accountsByName'])
  expect([...accountsByName].map(([name, account]) => [name, account?.id])).toEqual([['kitayamafoods', stays.id], ['comercialvolcan', stays.id], ['isdom', undefined]])
})
