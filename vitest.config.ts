import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.e2e.ts', 'test/bench/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
