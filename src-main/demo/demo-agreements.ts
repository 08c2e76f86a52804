import type { acceptances, agreements, agreementVersions } from '#shared/agreements/agreement.table.ts'
import { hashText } from '#shared/agreements/hash-text.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>

export interface DemoAgreements {
  readonly agreements: readonly Row<typeof agreements>[]
  readonly versions: readonly Row<typeof agreementVersions>[]
  readonly acceptances: readonly Row<typeof acceptances>[]
}

const DESK = 'Demo: Dana Whitfield'
const RESELLER = [
  { language: 'en', title: 'Reseller agreement', text: 'Demo text, no contract: the partner may resell what it is authorised for, and keeps to the rules of engagement.' },
  { language: 'es', title: 'Contrato de distribución', text: 'Texto de muestra, no es un contrato: el socio puede revender aquello para lo que está autorizado y respeta las reglas de participación.' },
  { language: 'ja', title: '再販契約', text: '見本です。契約ではありません。パートナーは認定された製品を再販でき、行動規範を守ります。' },
]

/** One agreement in two versions, of which not everybody has accepted the second; one that is only a draft. */
export function demoAgreements(known: readonly Row<typeof partners>[], now: string, makeId: () => string): DemoAgreements {
  const stamps = { createdAt: daysAfter(now, -300), updatedAt: daysAfter(now, -300) }
  const agreement = (code: string, name: string, kind: Row<typeof agreements>['kind']): Row<typeof agreements> => ({ id: makeId(), code, name, kind, countries: [], partnerTypes: [], state: 'inForce', ...stamps })
  const [reseller, data] = [agreement('RESELLER', 'Reseller agreement', 'reseller'), agreement('DATA', 'Data protection', 'dataProtection')]
  const version = (of: string, number: number, given: Partial<Row<typeof agreementVersions>>): Row<typeof agreementVersions> => ({ id: makeId(), agreementId: of, version: number, state: 'published', texts: [], acceptAgain: false, effectiveOn: null, note: null, publishedByName: DESK, publishedAt: daysAfter(now, -290), ...stamps, ...given })
  const texts = (change: string) => RESELLER.map((text) => ({ ...text, text: text.text + change })).map((text) => ({ ...text, hash: hashText(text) }))
  const first = version(reseller.id, 1, { texts: texts(''), effectiveOn: dateAfter(now, -290) })
  const second = version(reseller.id, 2, { texts: texts(' (2)'), acceptAgain: true, effectiveOn: dateAfter(now, -30), note: 'Deal registration', publishedAt: daysAfter(now, -45) })
  const draft = version(data.id, 1, { state: 'draft', texts: texts('').slice(0, 1), publishedByName: null, publishedAt: null })
  const given = known
    .filter(({ status }) => status === 'active')
    .flatMap((partner, at) => {
      const accepts = (which: typeof first, day: number): Row<typeof acceptances> => {
        const text = which.texts.find(({ language }) => language === partner.languages[0]) ?? which.texts[0]!
        return { id: makeId(), partnerId: partner.id, agreementId: reseller.id, versionId: which.id, version: which.version, language: text.language, textHash: text.hash, personId: null, personName: partner.contacts[0]?.name ?? partner.name, acceptedOn: dateAfter(now, day), means: 'eSignature', proof: null, recordedByName: DESK, recordedAt: daysAfter(now, day), voidedAt: null, voidedReason: null, createdAt: daysAfter(now, day), updatedAt: daysAfter(now, day) }
      }
      return [accepts(first, -280), ...(at % 3 === 0 ? [] : [accepts(second, -20)])]
    })
  return { agreements: [reseller, data], versions: [first, second, draft], acceptances: given }
}
