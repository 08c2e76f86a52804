import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import rendererConfig from './vite.renderer.ts'

const source = (path: string) => fileURLToPath(new URL(`./src-main/${path}`, import.meta.url))

/** What a release is made with stands in the program itself: no variable of whoever starts it counts then. */
const RELEASE = Object.fromEntries(['WORKBENCH_PUBLISHER', 'WORKBENCH_UPDATE_KEYS'].map((name) => [`process.env.${name}`, JSON.stringify(process.env[name] ?? '')]))

/** Everything is bundled but what brings a binary of its own, so that the package holds no module folder to speak of. */
const BINARY_MODULES = ['better-sqlite3']

export default defineConfig({
  main: {
    define: RELEASE,
    build: {
      externalizeDeps: false,
      target: 'node24',
      rolldownOptions: {
        external: BINARY_MODULES,
        input: {
          index: source('electron/index.ts'),
          'data-host': source('electron/data-process.ts'),
          // Started by the data host as threads, from the file beside it.
          thread: source('workspace/thread.ts'),
          'xlsx-worker': source('imports/files/xlsx-worker.ts'),
        },
        // Flat: the entries find one another, and shared chunks find the entries, in one folder.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node24',
      rolldownOptions: {
        input: { index: source('electron/preload/index.ts') },
        // A sandboxed preload is one CommonJS file that may require `electron` only.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: rendererConfig,
})
