import { expect, test } from 'vitest'
import { careCommands } from '#shared/care/care.commands.ts'
import { careContract } from '#shared/care/care.contract.ts'

test('every command of care that the contract names is decided somewhere, once', () => {
  const named = Object.values(careContract.operations).filter(({ kind }) => kind === 'command').map(({ name }) => name)
  expect(careCommands.map(({ operation }) => operation.name).toSorted()).toEqual(named.toSorted())
})
