/** As much of PouchDB as the benchmark uses: its packages bring no types. */
declare module 'pouchdb' {
  export interface Document {
    readonly _id: string
    readonly _rev?: string
    readonly [field: string]: unknown
  }

  interface Done {
    readonly ok: boolean
  }

  export default class PouchDB {
    constructor(name: string, options?: object)
    static defaults(options: object): typeof PouchDB
    readonly replicate: { from(other: PouchDB, options?: object): Promise<Done> }
    sync(other: PouchDB, options?: object): Promise<{ readonly push: Done; readonly pull: Done }>
    get(id: string): Promise<Document>
    put(document: Document): Promise<Done>
    bulkDocs(documents: readonly Document[]): Promise<readonly object[]>
    allDocs(options: { readonly include_docs: true }): Promise<{ readonly rows: readonly { readonly doc: Document }[] }>
    close(): Promise<void>
  }
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http'
  import type PouchDB from 'pouchdb'

  export default function expressPouchDB(pouchdb: typeof PouchDB, options?: object): RequestListener
}
