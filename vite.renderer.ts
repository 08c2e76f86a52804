import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { META_CONTENT_SECURITY_POLICY } from './src-main/static-files/content-security-policy.ts'
import { describeManifest } from './src-main/static-files/manifest.ts'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')
const outDir = `${root}/out/renderer`

/** The renderer, built once for both hosts: electron-vite builds it with the desktop, `vite build -c vite.renderer.ts` without. */
const rendererConfig = defineConfig({
  root: `${root}/src-renderer`,
  base: '/',
  // Everything served has passed through the build, so the manifest is complete.
  publicDir: false,
  plugins: [vue(), tailwindcss(), policyInDocument(), staticManifest(`${root}/out/renderer.manifest.json`)],
  define: {
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome140',
    minify: true,
    // The policy has no `font-src data:`, and data: scripts could never run.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${root}/src-renderer/index.html` },
  },
})

export default rendererConfig

/** Writes the list of exact paths that the hosts serve, beside the folder it describes. */
export function staticManifest(file: string): Plugin {
  return {
    name: 'workbench:static-manifest',
    apply: 'build',
    async writeBundle(_options, bundle) {
      await writeFile(file, describeManifest(Object.keys(bundle)))
    },
  }
}

/** Puts the policy into the document as well, so that it holds even where a host lost the header. */
export function policyInDocument(): Plugin {
  return {
    name: 'workbench:policy-in-document',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: META_CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' },
    ],
  }
}
