import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'

/** What a field tells the control inside it. */
export interface FieldContext {
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
  readonly disabled: boolean
}

const KEY: InjectionKey<ComputedRef<FieldContext>> = Symbol('field')

export const provideField = (field: ComputedRef<FieldContext>): void => provide(KEY, field)

/** The field around a control; nothing for a control that stands alone and is named by its own aria-label. */
export const useField = (): ComputedRef<FieldContext> | undefined => inject(KEY, undefined)

/** Attributes that tie a control to its field. */
export function fieldAttributes(field: FieldContext | undefined) {
  if (field === undefined) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
    disabled: field.disabled || undefined,
  }
}

export const CONTROL =
  'h-7 w-full min-w-0 rounded-md bg-raised px-2 text-base text-ink shadow-[inset_0_0_0_1px_var(--line-control)] hover:shadow-[inset_0_0_0_1px_var(--ink-muted)] focus-visible:outline-offset-0 aria-invalid:shadow-[inset_0_0_0_1px_var(--danger)] disabled:opacity-50'
