import { shallowRef } from 'vue'
import { endings, keepFile, type FileLimits, type GivenFile, type KeptFile } from '#shared/attachments/kept-file.ts'
import { writeBase64 } from '#shared/foundation/base64.ts'
import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'

/**
 * A file that somebody chose, looked at by the rule that decides in the end; what it refuses is said beside the field.
 * @param judge that rule, where it asks for more than type and size
 */
export function useGivenFile(limits: FileLimits, judge: (given: GivenFile) => Outcome<KeptFile> = (given) => keepFile(given, limits)) {
  const given = shallowRef<GivenFile & { readonly size: number }>()
  const refusal = shallowRef<Refusal>()

  function forget(): void {
    given.value = undefined
    refusal.value = undefined
  }

  async function take(file: File): Promise<void> {
    forget()
    // What is far too large is not even read.
    const read = file.size > limits.size ? undefined : { name: file.name, content: writeBase64(new Uint8Array(await file.arrayBuffer())) }
    const kept = read === undefined ? undefined : judge(read)
    if (kept?.ok === true && read !== undefined) given.value = { ...read, size: file.size }
    else refusal.value = kept?.ok === false ? kept.error : { code: 'file.too-large', message: 'the file is too large', details: { name: file.name, size: file.size, limit: limits.size } }
  }

  return { given, refusal, take, forget, accept: limits.types.flatMap((type) => [type, ...endings[type].map((ending) => `.${ending}`)]).join(',') }
}
