import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import type { Client } from '../client/client.ts'
import { readCentralAddress } from '../sync/central-address.ts'

/** Nobody types for longer without a pause. */
const PAUSE = 400

/** Whether the central API whose address is typed lets people in by their company's account; as long as it is not known, not. */
export function useCompanyWay(typed: WatchSource<string>, ask: Client['sync']['ways']): Readonly<ShallowRef<boolean>> {
  const offered = shallowRef(false)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(typed, (text) => {
    offered.value = false
    asked += 1
    clearTimeout(timer)
    const [address, number] = [readCentralAddress(text), asked]
    if (address === undefined) return
    timer = setTimeout(() => {
      void ask({ address }).then((outcome) => {
        if (number === asked) offered.value = outcome.ok && outcome.value.company
      })
    }, PAUSE)
  }, { immediate: true })
  onScopeDispose(() => {
    asked += 1
    clearTimeout(timer)
  })
  return offered
}
