import type { Words } from '#shared/locales/words.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Title of the page, for the window's title. */
    readonly title?: (words: Words) => string
    /** Shown without the rail. */
    readonly bare?: boolean
  }
}
