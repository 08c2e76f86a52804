import { computed, type ComputedRef } from 'vue'
import { partnerStatuses, partnerTiers, partnerTypes } from '#shared/partners/partner.ts'
import type { PartnerListField } from '#shared/partners/partners.contract.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn, GridEditor, GridOption } from '../ui/grid/grid-column.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { capacityText, partnerFieldText, statusTone, type Partner } from './partner.presenter.ts'

interface Column {
  readonly id: PartnerListField
  readonly kind: ListFieldKind
  readonly width: number
  readonly look?: 'badge'
  readonly edit?: 'text' | 'number' | 'select'
  readonly group?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'name', kind: 'text', width: 200, edit: 'text' },
  { id: 'status', kind: 'choice', width: 104, look: 'badge', group: true },
  { id: 'openLeads', kind: 'number', width: 104 },
  { id: 'tier', kind: 'choice', width: 108, edit: 'select', group: true },
  { id: 'country', kind: 'choice', width: 130, group: true },
  { id: 'type', kind: 'choice', width: 160, edit: 'select', group: true },
  { id: 'code', kind: 'text', width: 130 },
  { id: 'capacity', kind: 'number', width: 96, edit: 'number' },
  { id: 'region', kind: 'text', width: 120, group: true },
  { id: 'city', kind: 'text', width: 130, edit: 'text', group: true },
  { id: 'timeZone', kind: 'text', width: 160, group: true },
  { id: 'calendar', kind: 'text', width: 130, group: true },
]

export const hiddenPartnerColumns: readonly string[] = ['capacity', 'region', 'city', 'timeZone', 'calendar']

interface PartnerListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Partner>[]>
}

export function usePartnerColumns(): PartnerListFacts {
  const workbench = useWorkbench()
  const { language, places, rights } = workbench
  const text = (field: string, value: unknown): string => partnerFieldText(field, value, workbench)

  const options = computed((): Readonly<Partial<Record<PartnerListField, readonly GridOption[]>>> => {
    const { partners } = language.words.value
    return {
      status: partnerStatuses.map((status) => ({ value: status, label: partners.statuses[status] })),
      tier: partnerTiers.map((tier) => ({ value: tier, label: partners.tiers[tier] })),
      type: partnerTypes.map((type) => ({ value: type, label: partners.types[type] })),
      country: places.countries.value,
    }
  })

  function editor({ id, edit }: Column): GridEditor<Partner> | undefined {
    if (!rights.may('partners.update')) return undefined
    if (edit === 'select') return { kind: 'select', options: () => options.value[id] ?? [] }
    return edit === undefined ? undefined : { kind: edit }
  }

  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({
        id,
        title: language.words.value.partners.fields[id as Exclude<PartnerListField, 'id'>],
        kind,
        group,
        say: (value) => text(id, value),
        ...(options.value[id] === undefined ? {} : { options: options.value[id] }),
      })),
    ),
    columns: computed(() =>
      columns.map((column): GridColumn<Partner> => {
        const { id, kind, width, look } = column
        const edit = editor(column)
        return {
          id,
          title: language.words.value.partners.fields[id as Exclude<PartnerListField, 'id'>],
          kind: look ?? (kind === 'choice' ? 'text' : kind),
          value: (partner) => partner[id],
          format: (value, partner) => (id === 'openLeads' ? capacityText(partner, language.formats.value) : text(id, value)),
          width: id === 'status' ? badgeWidth(partnerStatuses.map((status) => language.words.value.partners.statuses[status])) : width,
          grow: id === 'name',
          sortable: true,
          hideable: id !== 'name',
          ...(look === undefined ? {} : { tone: (partner: Partner) => statusTone(partner.status) }),
          ...(edit === undefined ? {} : { edit }),
        }
      }),
    ),
  }
}
