import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

const STEP = 20_000

/** The present instant in milliseconds, for saying how long ago something was; moves on a few times a minute. */
export function useNow(): Readonly<ShallowRef<number>> {
  const now = shallowRef(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), STEP)
  onScopeDispose(() => clearInterval(timer))
  return now
}
