import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registry } from '#main/capabilities.ts'
import { newId } from '#main/foundation/new-id.ts'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { engagementContract } from '#shared/engagement/engagement.contract.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { modelsContract } from '#shared/models/models.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { viewsContract } from '#shared/views/views.contract.ts'
import { settingsContract } from '#shared/settings/settings.contract.ts'
import { agreementsContract } from '#shared/agreements/agreements.contract.ts'
import { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { materialContract } from '#shared/material/material.contract.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, sharedHost, type OpenHost } from '#test/foundation/open-host.ts'

const leadOps = leadsContract.operations

function aFile({ host, directory }: OpenHost, name: string, text: string): string {
  const path = join(directory, name)
  writeFileSync(path, text)
  const token = `token-${name}`
  host.grantFile({ token, path, access: 'read' })
  return token
}

const csv = (count: number): string => ['Company,Country,City', ...Array.from({ length: count }, (_, at) => `Company ${at},ES,Málaga`)].join('\n')

/** A workspace with something in it, and what to ask its queries and jobs with. */
async function furnished() {
  const desk = await openHost()
  const lead = valueOf(await desk.call(leadOps.create, { company: 'Lira', country: 'ES' }))
  const partner = valueOf(await desk.call(partnersContract.operations.create, { code: 'P', name: 'Partner', type: 'reseller', country: 'ES', status: 'active' }))
  const account = valueOf(await desk.call(accountsContract.operations.create, { name: 'Lira', country: 'ES' }))
  const opportunity = valueOf(await desk.call(opportunitiesContract.operations.create, { name: 'Ledger', accountId: account.id }))
  const registration = valueOf(await desk.call(dealsContract.operations.saveDraft, { id: null, claim: { partnerId: partner.id, company: 'Lira' } }))
  const theirs = valueOf(await desk.call(opportunitiesContract.operations.create, { name: 'Ledger', accountId: account.id, partnerId: partner.id }))
  const conflict = valueOf(await desk.call(conflictsContract.operations.open, { opportunityIds: [opportunity.id, theirs.id] }))
  const rules = valueOf(await desk.call(engagementContract.operations.draft, { name: 'Spring' }))
  const territory = valueOf(await desk.call(territoriesContract.operations.create, { code: 'T', name: 'Territory', candidates: [{ partnerId: partner.id, weight: 1 }] }))
  await desk.call(territoriesContract.operations.createRule, { code: 'R', name: 'Rule', territoryId: territory.id, condition: { all: [] } })
  await desk.call(viewsContract.operations.save, { list: 'leads', name: 'Mine', state: {} })
  await desk.call(settingsContract.operations.set, { name: 'theme', value: 'dark' })
  const suite = valueOf(await desk.call(catalogueContract.operations.createProduct, { code: 'SUITE', name: 'Suite', kind: 'product', cost: '1', costCurrency: 'EUR' }))
  await desk.call(catalogueContract.operations.createProduct, { code: 'OPTION', name: 'Option', kind: 'product' })
  await desk.call(catalogueContract.operations.updateProduct, { id: suite.id, edits: [{ field: 'bundle', value: { options: [{ product: 'OPTION', kind: 'optional', minimum: '1', maximum: null, excludes: [], needs: [], from: '2026-01-01', to: null }] } }] })
  const book = valueOf(await desk.call(catalogueContract.operations.createPriceBook, { code: 'EUR', name: 'Europe', currency: 'EUR', validFrom: '2020-01-01' }))
  await desk.call(catalogueContract.operations.setPrice, { bookId: book.id, productId: suite.id, unitPrice: '9.5' })
  const quote = valueOf(await desk.call(quotesContract.operations.create, { accountId: account.id, name: 'Suite', currency: 'EUR' }))
  const { ids: [lineId] } = valueOf(await desk.call(quotesContract.operations.addLines, { quoteId: quote.id, lines: [{ code: 'SUITE', custom: null, quantity: '2', discountPercent: '0', groupName: null, seenUnitPrice: null }] }))
  const at = new Date().toISOString()
  const { contentHash } = valueOf(await desk.call(quotesContract.operations.send, { id: quote.id, at }))
  valueOf(await desk.call(quotesContract.operations.accept, { id: quote.id, contentHash, acceptedBy: 'Ana', at, proof: { name: 'order.pdf', content: btoa('%PDF-1.7') } }))
  const model = valueOf(await desk.call(modelsContract.operations.draft, { name: 'Spring' }))
  const application = valueOf(await desk.call(recruitingContract.operations.apply, { company: 'Lira', source: 'inbound', country: 'ES' }))
  await desk.call(recruitingContract.operations.createProfile, { name: 'Spain', criteria: [{ kind: 'country', any: ['ES'], weight: 10, required: true }] })
  const person = valueOf(await desk.call(trainingContract.operations.addPerson, { partnerId: partner.id, name: 'Inés' }))
  const course = valueOf(await desk.call(trainingContract.operations.createCourse, { code: 'C', name: 'Course' }))
  const certificate = valueOf(await desk.call(trainingContract.operations.issue, { personId: person.id, courseId: course.id, issuedOn: '2020-01-01', expiresOn: '2021-01-01' }))
  await desk.call(trainingContract.operations.createRequirement, { name: 'Gate', kind: 'gate', gate: 'leads', courseId: course.id, count: 1 })
  const agreement = valueOf(await desk.call(agreementsContract.operations.create, { code: 'NDA', name: 'NDA', kind: 'confidentiality' }))
  await desk.call(agreementsContract.operations.draftVersion, { agreementId: agreement.id, texts: [{ language: 'en', title: 'NDA', text: 'Secret' }], acceptAgain: false })
  const template = valueOf(await desk.call(onboardingContract.operations.draftTemplate, { name: 'Reseller', readyMade: 'reseller' }))
  await desk.call(onboardingContract.operations.publishTemplate, { id: template.id })
  const { ids: [checklistId] } = valueOf(await desk.call(onboardingContract.operations.start, { partnerIds: [partner.id], templateId: template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
  const material = valueOf(await desk.call(materialContract.operations.create, { kind: 'collateral', language: 'es', title: 'Ficha' }))
  valueOf(await desk.call(materialContract.operations.attach, { id: material.id, language: 'es', file: { name: 'ficha.pdf', content: btoa('%PDF-1.7 %%EOF') } }))
  const file = aFile(desk, 'leads.csv', csv(3))
  const inputs: Readonly<Record<string, unknown>> = {
    'leads.list': { to: 10 }, 'leads.get': { id: lead.id }, 'leads.offers': { leadId: lead.id }, 'leads.beforeAssigning': { ids: [lead.id], partnerId: partner.id }, 'accounts.list': { to: 10, sort: [{ field: 'openOpportunities', direction: 'descending' }] }, 'accounts.get': { id: account.id }, 'accounts.contacts': { accountId: account.id }, 'accounts.matchesOf': { leadId: lead.id }, 'accounts.duplicatesOf': { id: account.id }, 'opportunities.list': { to: 10, sort: [{ field: 'accountName', direction: 'ascending' }] }, 'opportunities.get': { id: opportunity.id }, 'opportunities.board': {}, 'opportunities.forecast': { by: 'quarter' }, 'opportunities.activities': { id: opportunity.id }, 'opportunities.attribution': { id: opportunity.id }, 'opportunities.attributionReport': {}, 'opportunities.project': { id: opportunity.id }, 'opportunities.saveMail': { toName: 'Ana', to: 'ana@lira.example', subject: 'Ledger', body: 'Dear Ana', name: 'Ledger' }, 'deals.list': { to: 10, sort: [{ field: 'stage', direction: 'ascending' }] }, 'deals.get': { id: registration.id }, 'deals.check': { id: registration.id, claim: { partnerId: partner.id, company: 'Lira' } }, 'deals.timeline': { id: registration.id }, 'deals.partnerView': { id: registration.id }, 'partners.list': { to: 10, sort: [{ field: 'openLeads', direction: 'descending' }] }, 'partners.get': { id: partner.id },
    'catalogue.products': { to: 10 }, 'catalogue.product': { id: suite.id }, 'catalogue.pricesOf': { productId: suite.id }, 'catalogue.sheet': { id: book.id }, 'catalogue.productsByCode': { codes: ['SUITE', 'NONE'] }, 'taxes.policies': { on: '2026-11-22' }, 'catalogue.prices': { to: 10, sort: [{ field: 'unitPrice', direction: 'descending' }] },
    'quotes.list': { to: 10, sort: [{ field: 'accountName', direction: 'ascending' }] }, 'quotes.get': { id: quote.id }, 'quotes.revisions': { rootId: quote.id }, 'quotes.findProducts': { quoteId: quote.id, text: 'su' }, 'quotes.pricing': { quoteId: quote.id, codes: ['SUITE', 'NOTHING'] },
    'quotes.bundleOf': { lineId }, 'quotes.repriced': { id: quote.id, on: '2026-11-22' }, 'quotes.registrations': { id: quote.id }, 'quotes.proof': { id: quote.id }, 'quotes.saveProof': { id: quote.id }, 'quotes.sendProblems': { id: quote.id, at: '2026-11-22T03:04:05.678Z' },
    'engagement.try': { id: rules.id }, 'conflicts.list': { to: 10, sort: [{ field: 'claimants', direction: 'ascending' }, { field: 'decisions', direction: 'descending' }] }, 'conflicts.get': { id: conflict.id }, 'conflicts.viewOf': { id: conflict.id, partnerId: partner.id },
    'recruiting.list': { to: 10, sort: [{ field: 'receivedAt', direction: 'ascending' }] }, 'recruiting.get': { id: application.id }, 'recruiting.vet': { id: application.id }, 'training.certificates': { to: 10, sort: [{ field: 'person', direction: 'ascending' }, { field: 'state', direction: 'descending' }] }, 'training.certificate': { id: certificate.id },
    'training.people': { partnerId: partner.id }, 'training.certificatesOf': { partnerId: partner.id }, 'training.standing': { partnerId: partner.id }, 'training.testCentres': { personId: person.id }, 'agreements.standing': { partnerId: partner.id }, 'agreements.acceptancesOf': { partnerId: partner.id },
    'onboarding.list': { to: 10, sort: [{ field: 'partnerName', direction: 'ascending' }, { field: 'percent', direction: 'descending' }] }, 'onboarding.get': { id: checklistId }, 'onboarding.board': { templateKey: 'reseller' }, 'onboarding.today': { until: '2026-12-31' }, 'onboarding.calendar': { from: '2026-11-01', to: '2026-12-31' }, 'onboarding.holdings': { partnerId: partner.id }, 'onboarding.handOns': { partnerId: partner.id }, 'onboarding.tasksAtOnce': { ids: [checklistId] },
    'material.list': { to: 10, sort: [{ field: 'title', direction: 'ascending' }, { field: 'missing', direction: 'descending' }] }, 'material.get': { id: material.id }, 'material.pageOf': { partnerId: partner.id }, 'material.saveFile': { id: material.id, language: 'es' },
    'care.list': { to: 10, sort: [{ field: 'careState', direction: 'ascending' }, { field: 'openSteps', direction: 'descending' }] }, 'care.today': { today: '2026-11-26' }, 'care.dark': { today: '2026-11-26' }, 'care.get': { partnerId: partner.id }, 'care.figures': { partnerId: partner.id, startsOn: '2026-10-01', endsOn: '2026-12-31' },
    'approvals.ofQuote': { quoteId: quote.id }, 'documents.preview': { quoteId: quote.id }, 'documents.write': { quoteId: quote.id, format: 'pdf' },
    'models.tree': { id: model.id }, 'models.whatIf': { id: model.id }, 'assignment.explain': { leadId: lead.id }, 'qualification.explain': { leadId: lead.id }, 'qualification.tryOut': { criteria: [], threshold: 50, leadId: lead.id }, 'qualification.preview': { criteria: [], threshold: 50 }, 'leads.duplicatesOf': { leadId: lead.id }, 'assignment.offer': { ids: [lead.id] }, 'deadlines.ofLead': { leadId: lead.id }, 'deadlines.fairness': { from: null, to: null }, 'journal.history': { id: lead.id }, 'views.list': { list: 'leads' }, 'imports.rememberedMapping': { subject: 'leads', columns: ['Company'] },
    'imports.inspect': { file, subject: 'leads' }, 'imports.dryRun': { file, subject: 'leads' }, 'imports.run': { file, subject: 'leads' }, 'imports.export': { subject: 'leads', format: 'csv' }, 'workspace.saveReport': {},
  }
  return { desk, inputs }
}

describe('the data host', () => {
  // A job starts a thread of its own, which takes about a second: all in one test would be too many.
  const asked = [...registry.values()].filter(({ kind, internal, name }) => kind !== 'command' && internal !== true && !['journal.undoBatch', 'workspace.loadDemo'].includes(name) && !(kind === 'job' && name.startsWith('sync.')))
  const jobs = asked.filter(({ kind }) => kind === 'job')
  const half = jobs.length / 2
  test.each([
    ['query', asked.filter(({ kind }) => kind === 'query')],
    ['job of the first half', jobs.slice(0, half)],
    ['job of the second half', jobs.slice(half)],
  ])('answers every %s of a workspace with something in it', async (_, operations) => {
    const { desk, inputs } = await furnished()
    expect(operations.length).toBeGreaterThan(10)
    for (const { name } of operations) expect([name, refusalOf(await desk.host.call(name, inputs[name] ?? {}, { kind: 'window' }))]).toEqual([name, 'accepted'])
    expect(desk.logged).toEqual([])
  })

  test('tells what a command changed, and shows it', async () => {
    const desk = await openHost()
    expect(valueOf(await desk.call(leadOps.list, { to: 10 })).total).toBe(0)
    const { id } = valueOf(await desk.call(leadOps.create, { company: 'Lira' }))
    expect(await desk.event('leads.changed')).toEqual({ name: 'leads.changed', data: { ids: [id] } })
    expect(valueOf(await desk.call(leadOps.list, { to: 10 })).rows).toMatchObject([{ id, company: 'Lira' }])
  })

  test('keeps a record’s history, newest first, and only its own', async () => {
    const desk = await openHost()
    const { id, entry } = valueOf(await desk.call(leadOps.create, { company: 'Lira' }))
    const other = valueOf(await desk.call(leadOps.create, { company: 'Other', notes: id }))
    const edited = valueOf(await desk.call(leadOps.update, { id, edits: [{ field: 'city', value: 'Málaga' }] }))
    const history = valueOf(await desk.call(journalContract.operations.history, { id }))
    expect(history.map(({ id: which, command }) => [which, command])).toEqual([[edited.entry, 'leads.update'], [entry, 'leads.create']])
    expect(history[0]?.changes).toMatchObject([{ kind: 'update', columns: ['city'], ids: [id] }])
    expect(valueOf(await desk.call(journalContract.operations.history, { id: other.id }))).toHaveLength(1)
  })

  test('runs a command once although it is sent again after its answer was lost', async () => {
    const desk = await openHost()
    const id = newId()
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.call(leadOps.create, { company: 'Lira' }, id)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(valueOf(await desk.call(leadOps.summary, {})).total).toBe(1)
  })

  test('imports a file as one change that appears at once and can be taken back at once', async () => {
    const desk = await openHost()
    const id = newId()
    const report = valueOf(await desk.call(importsContract.operations.run, { file: aFile(desk, 'leads.csv', csv(5000)), subject: 'leads' }, id))
    expect(report).toMatchObject({ read: 5000, imported: 5000, refused: 0 })
    expect(valueOf(await desk.call(leadOps.summary, {})).total).toBe(5000)
    expect(desk.events.filter(({ name, data }) => name === 'job.progress' && (data as { job: string }).job === id).length).toBeGreaterThan(2)
    expect(desk.events).toContainEqual({ name: 'job.ended', data: { job: id, operation: 'imports.run' } })
    expect(valueOf(await desk.call(journalContract.operations.undoBatch, { id: report.batchId ?? '' }))).toEqual({ undone: 5000 })
    expect(valueOf(await desk.call(leadOps.summary, {})).total).toBe(0)
    expect(refusalOf(await desk.call(journalContract.operations.undoBatch, { id: report.batchId ?? '' }))).toEqual({ code: 'batch.undone-already' })
    expect(valueOf(await desk.call(leadOps.list, { search: 'Company', to: 10 })).total).toBe(0)
  })

  test('refuses to take back an import of which something was changed, until that is taken back itself', async () => {
    const desk = await openHost()
    const { batchId } = valueOf(await desk.call(importsContract.operations.run, { file: aFile(desk, 'leads.csv', csv(3)), subject: 'leads' }))
    const [lead] = valueOf(await desk.call(leadOps.list, { to: 1 })).rows
    const { entry } = valueOf(await desk.call(leadOps.update, { id: lead?.id ?? '', edits: [{ field: 'notes', value: 'mine' }] }))
    expect(refusalOf(await desk.call(journalContract.operations.undoBatch, { id: batchId ?? '' }))).toEqual({ code: 'batch.changed-since', details: { changed: 1, total: 3 } })
    valueOf(await desk.call(journalContract.operations.undo, { entry }))
    expect(valueOf(await desk.call(journalContract.operations.undoBatch, { id: batchId ?? '' }))).toEqual({ undone: 3 })
  })

  test('takes back an import after the run that assigned it was taken back', async () => {
    const desk = await openHost()
    const partner = valueOf(await desk.call(partnersContract.operations.create, { code: 'P', name: 'P', type: 'reseller', country: 'ES', status: 'active' }))
    const territory = valueOf(await desk.call(territoriesContract.operations.create, { code: 'T', name: 'T', candidates: [{ partnerId: partner.id, weight: 1 }] }))
    await desk.call(territoriesContract.operations.createRule, { code: 'R', name: 'R', territoryId: territory.id, condition: { all: [] } })
    const { batchId } = valueOf(await desk.call(importsContract.operations.run, { file: aFile(desk, 'leads.csv', csv(30)), subject: 'leads' }))
    const run = valueOf(await desk.call(assignmentContract.operations.run, { scope: 'unassigned' }))
    expect(run.summary).toMatchObject({ assigned: 30 })
    expect(refusalOf(await desk.call(journalContract.operations.undoBatch, { id: batchId ?? '' }))).toEqual({ code: 'batch.changed-since', details: { changed: 30, total: 30 } })
    valueOf(await desk.call(journalContract.operations.undoBatch, { id: run.batchId }))
    expect(valueOf(await desk.call(leadOps.summary, {}))).toMatchObject({ total: 30, byStage: { new: 30 }, waiting: 30 })
    valueOf(await desk.call(journalContract.operations.undoBatch, { id: batchId ?? '' }))
    expect(valueOf(await desk.call(leadOps.summary, {})).total).toBe(0)
  })

  test('row 30: leaves nothing of an import that was cancelled, and takes the same file again', async () => {
    const desk = await openHost()
    const file = aFile(desk, 'leads.csv', csv(20_000))
    const id = newId()
    const imported = desk.call(importsContract.operations.run, { file, subject: 'leads' }, id)
    await new Promise<void>((resolve) => {
      desk.host.onEvent(({ name, data }) => {
        if (name === 'job.progress' && (data as { done: number }).done > 4000) resolve()
      })
    })
    await desk.host.call('host.cancel', { job: id }, { kind: 'window' })
    expect(refusalOf(await imported)).toEqual({ code: 'job.cancelled' })
    expect(valueOf(await desk.call(leadOps.summary, {})).total).toBe(0)
    expect(valueOf(await desk.call(journalContract.operations.batches, {}))).toMatchObject([{ state: 'undone' }])
    expect(valueOf(await desk.call(importsContract.operations.run, { file, subject: 'leads' })).imported).toBe(20_000)
  })

  test('answers calls that come after it was closed', async () => {
    const desk = await openHost()
    await desk.host.close()
    expect((await desk.call(leadOps.summary, {})).ok).toBe(false)
    expect((await desk.call(leadOps.create, { company: 'x' })).ok).toBe(false)
  })
})

describe('the data host, asked for what it must not do,', () => {
  const shared = sharedHost()

  test.each(['', 'x', '01900000-0000-4000-8000-000000000001', '01900000-0000-7000-8000-00000000000G'])('refuses %j for an id', async (id) => {
    const desk = shared()
    expect(refusalOf(await desk.call(leadOps.create, { company: 'Lira' }, id))).toEqual({ code: 'input.invalid' })
  })

  test('knows no operation that is the host’s own, whoever asks, nor one that is none (row 2)', async () => {
    const desk = shared()
    const own = [...registry.values()].filter(({ internal }) => internal === true).map(({ name }) => name)
    expect(own.toSorted()).toEqual(['assignment.applyDecisions', 'assignment.recordDecisions', 'imports.appendRows', 'journal.moveBatch', 'journal.openBatch', 'journal.recover', 'journal.undoPart', 'leads.keepDeadlines', 'leads.reckonDeadlines', 'leads.score', 'models.activateDue', 'quotes.expireDue', 'quotes.giveNumbers', 'sync.adopt', 'sync.digest'])
    for (const name of [...own, '__proto__', 'constructor', 'toString', 'leads', 'leads.', 'leads.list ', 'LEADS.LIST', '', 'journal.recover\u0000']) {
      for (const kind of ['window', 'browser', 'command-line'] as const) expect(refusalOf(await desk.host.call(name, {}, { kind }))).toMatchObject({ code: 'operation.unknown' })
    }
  })

  test('row 5: runs a few jobs at once and refuses the rest, and one job id once', async () => {
    const desk = shared()
    const many = await Promise.all(Array.from({ length: 12 }, () => desk.call(workspaceContract.operations.doctor, {})))
    const codes = many.map((answer) => (answer.ok ? 'done' : answer.error.code))
    expect(new Set(codes)).toEqual(new Set(['done', 'job.too-many']))
    expect(codes.filter((code) => code === 'done')).toHaveLength(4)
    const id = newId()
    const twice = await Promise.all([desk.call(workspaceContract.operations.doctor, {}, id), desk.call(workspaceContract.operations.doctor, {}, id)])
    expect(twice.map((answer) => (answer.ok ? 'done' : answer.error.code)).toSorted()).toEqual(['done', 'job.running'])
  })

  test.each([null, {}, { job: 7 }, { job: 'nobody' }, 'x'])('takes a cancel of %j for done', async (input) => {
    const desk = shared()
    expect(await desk.host.call('host.cancel', input, { kind: 'window' })).toEqual({ ok: true, value: null })
  })

  test('row 6: reads only files that were granted, and only as they were granted', async () => {
    const desk = shared()
    desk.host.grantFile({ token: 'for-writing', path: join(desk.directory, 'x.csv'), access: 'write' })
    for (const file of ['/etc/passwd', '../workspace.db', 'C:\\Windows\\win.ini', '\\\\host\\share', 'for-writing']) {
      expect(refusalOf(await desk.call(importsContract.operations.inspect, { file, subject: 'leads' }))).toEqual({ code: 'file.unknown' })
    }
    expect(desk.host.grantedFile?.('for-writing', 'read')).toBeUndefined()
  })
})
