import { assignmentContract, type AssignmentSummary } from '#shared/assignment/assignment.contract.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { previewModel } from './what-if.ts'
import { withWorkspace } from './workspace-session.ts'

const { operations } = assignmentContract

export const assign: Subcommand = {
  usage: 'assign [--preview [--model MODEL]] [--realign | --all]',
  summary: 'Gives leads to partners by the rules. --preview only says what would happen, with --model under a territory model; --realign also moves what the map has elsewhere by now; --all decides anew what nobody works on yet.',
  options: { preview: { type: 'boolean' }, model: { type: 'string' }, realign: { type: 'boolean' }, all: { type: 'boolean' } },
  help: {
    '--preview': 'only says what would happen',
    '--model': 'what a territory model would do to the leads, by its id or name; with --preview',
    '--realign': 'also moves what the map has in another territory by now',
    '--all': 'decides anew what nobody works on yet, not only leads without a partner',
  },
  run: async (args) => {
    const model = args.text('model')
    if (model !== undefined && !args.flag('preview')) throw new UsageError('--model goes with --preview: a model is activated, not run')
    await withWorkspace(args, async (session) => {
      if (model !== undefined) {
        await previewModel(args, session, model)
        return
      }
      const scope = args.flag('all') ? 'all' : args.flag('realign') ? 'realign' : 'unassigned'
      const summary = args.flag('preview') ? await session.call(operations.preview, { scope }) : (await session.call(operations.run, { scope })).summary
      print(args, briefly(summary), inWords(summary))
    })
  },
}

function briefly({ assigned, unroutable, moved, kept, byTerritory, byPartner, ruleVersion, ms }: AssignmentSummary) {
  const counts = (shares: AssignmentSummary['byPartner']) => Object.fromEntries(shares.map(({ code, leads }) => [code, leads]))
  return { assigned, unroutable, moved, kept, byTerritory: counts(byTerritory), byPartner: counts(byPartner), ruleVersion, ms }
}

function inWords(summary: AssignmentSummary): string {
  const table = (title: string, shares: AssignmentSummary['byPartner']) => [title, ...shares.map(({ code, name, leads, today }) => `  ${String(leads).padStart(8)}  (today ${today})  ${code}  ${name}`)]
  return [
    `${summary.assigned} assigned, ${summary.unroutable} unroutable, ${summary.moved} moved, ${summary.kept} kept, rules ${summary.ruleVersion}, ${summary.ms} ms`,
    ...table('By territory', summary.byTerritory),
    ...table('By partner', summary.byPartner),
  ].join('\n')
}
