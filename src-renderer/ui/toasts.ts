import { shallowRef, type ShallowRef } from 'vue'

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'neutral' | 'success' | 'danger'
  readonly action: ToastAction | undefined
  /** Milliseconds it stays, without the time it is pointed at or focused; `undefined` until dismissed. */
  readonly stay: number | undefined
}

export interface ToastRequest {
  readonly text: string
  readonly tone?: Toast['tone']
  readonly action?: ToastAction
  readonly stay?: number
}

export interface Toasts {
  readonly shown: Readonly<ShallowRef<readonly Toast[]>>
  show(request: ToastRequest): number
  dismiss(id: number): void
}

const MOST_SHOWN = 2

/** One for the whole window. A failure stays until it is dismissed; what can be undone stays longer. */
export function createToasts(): Toasts {
  const shown = shallowRef<readonly Toast[]>([])
  let last = 0
  return {
    shown,
    show({ text, tone = 'neutral', action, stay }) {
      last += 1
      const usual = tone === 'danger' ? undefined : action ? 8_000 : 4_500
      const others = shown.value.filter((toast) => toast.text !== text || toast.tone !== tone)
      shown.value = [...others, { id: last, text, tone, action, stay: stay ?? usual }].slice(-MOST_SHOWN)
      return last
    },
    dismiss(id) {
      shown.value = shown.value.filter((toast) => toast.id !== id)
    },
  }
}
