import { idOfHash } from '../attachments/id-of-hash.ts'
import { endings } from '../attachments/kept-file.ts'
import type { RowOf } from '../foundation/table.ts'
import type { materialFiles } from './material.table.ts'
import { takeFile } from './take-file.ts'

/** Whether a row from elsewhere holds what it says, and what would be taken here. */
export function isSoundFile({ id, mediaType, size, sha256, content }: Pick<RowOf<typeof materialFiles>, 'id' | 'mediaType' | 'size' | 'sha256' | 'content'>): boolean {
  const [ending] = endings[mediaType] ?? []
  const taken = takeFile({ name: `file.${ending}`, content })
  return taken.ok && taken.value.sha256 === sha256 && taken.value.size === size && id === idOfHash(sha256)
}
