import { defineConfig } from 'vitest/config'
import { findBrowser } from './scripts/bootstrap.mjs'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/src/**/*.test.{ts,tsx}'],
          // Laws try hundreds of random cases; on a busy machine that takes a while.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['tests/{convergence,system}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          env: { MOOT_TEST_BROWSER: findBrowser() ?? '' },
          globalSetup: 'tests/support/sharedBrowser.ts',
          // After the others and one file at a time: two cores are shared by the browser, the server and the test.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          // Files share what they import and nothing that changes: loading it anew for each costs half a second of work.
          isolate: false,
        },
      },
    ],
  },
})
