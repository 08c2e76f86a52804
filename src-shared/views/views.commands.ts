import { accept, command, insert, many, one, refuse, remove, update } from '../foundation/command.ts'
import { views } from './view.table.ts'
import { viewsContract } from './views.contract.ts'

const { operations } = viewsContract

const save = command(operations.save, function* (input, { id, commandId }) {
  const siblings = yield* many(views, 'byList', [input.list])
  const same = siblings.find((view) => view.name === input.name)
  if (same !== undefined) return accept({ entry: commandId, id: same.id }, [update(views, same.id, { state: input.state })])
  const viewId = id()
  const position = Math.max(0, ...siblings.map((view) => view.position)) + 1
  return accept({ entry: commandId, id: viewId }, [insert(views, { ...input, id: viewId, position })])
})

const removeView = command(operations.remove, function* (input, { commandId }) {
  const view = yield* one(views, input.id)
  if (view === undefined) return refuse('view.not-found', 'there is no such view')
  return accept({ entry: commandId }, [remove(views, view.id)])
})

export const viewsCommands = [save, removeView]
