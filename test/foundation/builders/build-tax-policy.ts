import type { PublishedPolicy } from '#shared/taxes/policies-on.ts'
import { NOW } from '../desk.ts'
import { nextId } from './sequential-id.ts'

export function buildTaxPolicy(given: Partial<PublishedPolicy> & Pick<PublishedPolicy, 'country'>): PublishedPolicy {
  return {
    id: nextId(), version: 1, validFrom: '2026-01-01', roundingScope: 'rate', roundingMode: 'halfEven', registrationNumber: null, rates: [{ category: 'standard', rate: '13', from: '2026-01-01', to: null }],
    resaleCertificates: false, union: null, toBeConfirmed: true, source: null, publishedByName: 'Ana', createdAt: NOW, updatedAt: NOW, rev: 1, ...given,
  }
}
