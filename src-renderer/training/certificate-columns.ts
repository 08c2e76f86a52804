import { computed, type ComputedRef } from 'vue'
import type { CertificateListField } from '#shared/training/training.contract.ts'
import { personStatuses } from '#shared/training/training.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { certificateFieldText, certificateTone, type Certificate } from './certificate.presenter.ts'

interface Column {
  readonly id: Exclude<CertificateListField, 'id' | 'personId' | 'courseId' | 'importId'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly group?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'person', kind: 'text', width: 180, group: true },
  { id: 'state', kind: 'choice', width: 120, group: true },
  { id: 'expiresOn', kind: 'date', width: 140 },
  { id: 'course', kind: 'text', width: 200, group: true },
  { id: 'partnerId', kind: 'choice', width: 200, group: true },
  { id: 'personStatus', kind: 'choice', width: 150, group: true },
  { id: 'issuedOn', kind: 'date', width: 140 },
  { id: 'number', kind: 'text', width: 140 },
  { id: 'revokedOn', kind: 'date', width: 140 },
]

export const hiddenCertificateColumns: readonly string[] = ['personStatus', 'number', 'revokedOn']
const states = ['valid', 'expiring', 'expired', 'left', 'revoked'] as const

interface CertificateListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Certificate>[]>
}

export function useCertificateColumns(): CertificateListFacts {
  const workbench = useWorkbench()
  const { language, names } = workbench
  const text = (field: string, value: unknown): string => certificateFieldText(field, value, workbench)
  const said = (field: string, values: readonly string[]) => values.map((value) => ({ value, label: text(field, value) }))
  const options = computed((): Readonly<Partial<Record<CertificateListField, readonly Option[]>>> => ({
    state: said('state', states), personStatus: said('personStatus', personStatuses), partnerId: names.partners.value.map(({ id, name }) => ({ value: id, label: name })),
  }))
  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({ id, title: language.words.value.training.fields[id], kind, group, say: (value) => text(id, value), ...(options.value[id] === undefined ? {} : { options: options.value[id] }) })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width }): GridColumn<Certificate> => ({
        id,
        title: language.words.value.training.fields[id],
        kind: id === 'state' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (certificate) => certificate[id],
        format: (value) => text(id, value),
        width: id === 'state' ? badgeWidth(states.map((state) => language.words.value.training.states[state])) : width,
        grow: id === 'person',
        sortable: id !== 'partnerId',
        hideable: id !== 'person',
        ...(id === 'state' ? { tone: (certificate: Certificate) => certificateTone(certificate.state) } : {}),
      })),
    ),
  }
}
