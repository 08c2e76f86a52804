import { RefusedError } from '#shared/foundation/outcome.ts'
import { locales } from '#shared/locales/locale.ts'
import { materialContract } from '#shared/material/material.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { withWorkspace, type Session } from './workspace-session.ts'

export const material: Subcommand = {
  usage: `material --partner PARTNER [--language ${locales.join('|')}]`,
  summary: 'Says what local material a partner sees now, in which language, and why. PARTNER is an id, a code or a name.',
  options: { partner: { type: 'string' }, language: { type: 'string' } },
  help: { '--language': 'the first of the partner’s languages otherwise' },
  run: async (args) => {
    const wanted = args.text('partner')
    if (wanted === undefined) throw new UsageError('--partner is missing')
    const language = args.text('language') === undefined ? null : locales.find((known) => known === args.text('language'))
    if (language === undefined) throw new UsageError(`--language is ${locales.join(', ')}`)
    await withWorkspace(args, async (session) => {
      const page = await session.call(materialContract.operations.pageOf, { partnerId: await findPartner(session, wanted), language })
      const lines = page.shown.map((piece) => `${piece.kind}  ${piece.title}  [${piece.language}${piece.missing === null ? '' : `, no ${piece.missing} yet`}]${piece.file === null ? '' : `  ${piece.file.name}${piece.file.here ? '' : ' (not here yet)'}`}`)
      print(args, page, [`${page.partner}, ${page.day}, ${page.language}${page.open ? '' : ': may not look at material'}`, ...lines].join('\n'))
    })
  },
}

/** The partner with this id, code or name; of a name that several have, none. */
async function findPartner(session: Session, wanted: string): Promise<string> {
  const text = wanted.normalize('NFKC').trim().toLowerCase()
  const named = await session.call(partnersContract.operations.names, {})
  const found = named.filter(({ id, code }) => id === text || code.toLowerCase() === text)
  const [one, ...more] = found.length > 0 ? found : named.filter(({ name }) => name.normalize('NFKC').toLowerCase() === text)
  if (one === undefined || more.length > 0) throw new RefusedError('partner.not-found', 'there is no such partner')
  return one.id
}
