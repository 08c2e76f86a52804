import { Archive, Copy, Globe, MapPin, Pencil, Trash2 } from '@lucide/vue'
import type { FilterField, FilterLabels } from '#renderer/ui/filter.ts'
import type { MenuEntry } from '#renderer/ui/menu-entry.ts'
import type { Option } from '#renderer/ui/option.ts'
import type { PaletteItem } from '#renderer/ui/palette-item.ts'
import type { TreeNode } from '#renderer/ui/tree-node.ts'

export const options: readonly Option[] = [
  { value: 'a', label: 'Quetzal', detail: 'GTQ' },
  { value: 'b', label: '日本円', detail: 'JPY' },
  { value: 'c', label: 'Peso mexicano', detail: 'MXN' },
  { value: 'd', label: 'Euro', detail: 'EUR', disabled: true },
  { value: 'e', label: 'Dólar estadounidense', detail: 'USD' },
]

export const menuEntries: readonly MenuEntry[] = [
  { kind: 'item', id: 'edit', label: 'Editar', icon: Pencil, shortcut: 'E' },
  { kind: 'item', id: 'copy', label: 'Copiar como tabla', icon: Copy, shortcut: 'Mod+C' },
  { kind: 'separator' },
  { kind: 'heading', label: '列' },
  { kind: 'check', id: 'amount', label: '年間契約額', checked: true },
  { kind: 'check', id: 'owner', label: 'Owner', checked: false },
  { kind: 'separator' },
  { kind: 'item', id: 'archive', label: 'Archive', icon: Archive, disabled: true },
  { kind: 'item', id: 'delete', label: 'Eliminar', icon: Trash2, danger: true },
]

export const paletteItems: readonly PaletteItem[] = [
  { id: 'c1', title: 'Registrar una oportunidad', section: 'Oportunidades', keywords: ['deal', '商談登録'], shortcut: 'Mod+N' },
  { id: 'c2', title: '商談登録を承認する', section: 'Oportunidades', keywords: ['approve'] },
  { id: 'c3', title: 'Abrir cotización', section: 'Cotizaciones', shortcut: 'G Q' },
  { id: 'c4', title: 'リードを割り当てる', section: 'リード', keywords: ['assign leads'] },
  { id: 'c5', title: 'Switch to the dark theme', section: 'View' },
]

export const treeNodes: readonly TreeNode[] = [
  {
    id: 'am',
    label: 'Américas',
    icon: Globe,
    detail: '1,204',
    children: [
      { id: 'ca', label: 'Centroamérica y el Caribe', icon: Globe, detail: '87', children: [{ id: 'gt', label: 'Guatemala', icon: MapPin, detail: '61' }, { id: 'bz', label: 'Belice', icon: MapPin, detail: '26' }] },
      { id: 'us', label: 'Estados Unidos', icon: MapPin, detail: '640' },
    ],
  },
  { id: 'jp', label: '日本', icon: Globe, detail: '312', children: [{ id: 'kt', label: '関東', icon: MapPin }, { id: 'ks', label: '関西', icon: MapPin }] },
  { id: 'eu', label: 'Europa', icon: Globe },
]

const anyOf = { id: 'any', label: 'is any of', input: 'options' } as const

export const filterFields: readonly FilterField[] = [
  {
    id: 'state',
    label: 'Estado',
    keywords: ['state', '状態'],
    operators: [anyOf, { id: 'not', label: 'is not', input: 'option' }],
    options: [
      { value: 'new', label: 'Nueva' },
      { value: 'open', label: 'Pendiente de aprobación' },
      { value: 'won', label: '承認済' },
    ],
  },
  { id: 'amount', label: '年間契約額', keywords: ['amount', 'acv'], operators: [{ id: 'gte', label: '≥', input: 'number' }, { id: 'lt', label: '<', input: 'number' }] },
  { id: 'name', label: 'Name', operators: [{ id: 'contains', label: 'contains', input: 'text' }] },
  { id: 'since', label: 'Since', operators: [{ id: 'before', label: 'before', input: 'date' }, { id: 'empty', label: 'is empty', input: 'none' }] },
]

export const filterLabels: FilterLabels = {
  bar: 'Filters',
  add: 'Filter',
  searchField: 'Filter by…',
  searchOperator: 'Condition…',
  searchOption: 'Search…',
  typeValue: 'Value',
  fromDate: 'From',
  toDate: 'To',
  apply: 'Apply',
  remove: 'Remove filter',
  clear: 'Clear',
  nothingFound: 'Nothing found',
  separator: ', ',
}
