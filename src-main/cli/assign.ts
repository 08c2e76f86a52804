import { assignmentContract, type AssignmentSummary } from '#shared/assignment/assignment.contract.ts'
import { print, type Subcommand } from './cli.ts'
import { withWorkspace } from './workspace-session.ts'

const { operations } = assignmentContract

export const assign: Subcommand = {
  usage: 'assign [--preview] [--realign | --all]',
  summary: 'Gives leads to partners by the rules. --preview only says what would happen; --realign also moves what the map has elsewhere by now; --all decides anew what nobody works on yet.',
  options: { preview: { type: 'boolean' }, realign: { type: 'boolean' }, all: { type: 'boolean' } },
  help: {
    '--preview': 'only says what would happen',
    '--realign': 'also moves what the map has in another territory by now',
    '--all': 'decides anew what nobody works on yet, not only leads without a partner',
  },
  run: (args) =>
    withWorkspace(args, async (session) => {
      const scope = args.flag('all') ? 'all' : args.flag('realign') ? 'realign' : 'unassigned'
      const summary = args.flag('preview') ? await session.call(operations.preview, { scope }) : (await session.call(operations.run, { scope })).summary
      print(args, briefly(summary), inWords(summary))
    }),
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
