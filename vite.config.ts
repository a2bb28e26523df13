/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vite'
import type { ProjectConfig } from 'vitest/node'
import packageFile from './package.json' with { type: 'json' }
import { VitePWA } from 'vite-plugin-pwa'
import { pwaOptions } from './src/pwa/options.ts'
import { compiledMessages } from './test/support/compiled-messages.mjs'
import { contentSecurityPolicy } from './test/support/content-security-policy.mjs'
import { browserArguments, findBrowser, loopbackArguments } from './test/support/find-browser.mjs'
import { firstPieces, preloadFirstPieces } from './test/support/first-pieces.mjs'
import { layerOrder } from './test/support/layer-order.mjs'
import WalksFirst from './test/support/walks-first.mjs'

const inTests = process.env['VITEST'] !== undefined
// Asked for by tests alone: a build must not look for a browser, let alone install one.
const browser = inTests ? { executablePath: findBrowser(), args: [...browserArguments, ...loopbackArguments] } : {}

const browserTestDependencies = [
  'react react/jsx-dev-runtime react-dom react-dom/client use-intl zustand zustand/vanilla',
  '@dnd-kit/core @tanstack/react-virtual lucide-react d3-scale d3-shape date-fns axe-core',
  '@ariakit/react/menu @ariakit/react/popover @ariakit/react/combobox',
  'dexie yjs y-indexeddb valibot papaparse',
].flatMap(line => line.split(' '))

const everyJourney = 'test/journeys/**/*.test.ts'
/** Journeys that hold the app to a limit in seconds: nothing else runs beside them. */
const againstTheClock = ['test/journeys/full-disk.test.ts', 'test/journeys/storage-survives.test.ts']

const journeys = {
  environment: 'node',
  isolate: false,
  globalSetup: ['test/support/serve-build.ts'],
  setupFiles: ['test/support/picture-failures.ts'],
  testTimeout: 120_000,
  // A real browser on a machine that is busy elsewhere may miss a moment; a fault misses it twice.
  retry: 1,
  hookTimeout: 120_000,
} satisfies ProjectConfig

export default defineConfig({
  base: './',
  define: { LOTSE_VERSION: JSON.stringify(packageFile.version) },
  plugins: [
    react(),
    compiledMessages(),
    preloadFirstPieces(),
    contentSecurityPolicy(),
    layerOrder(),
    !inTests && VitePWA(pwaOptions),
  ],
  // Dexie's usual entry is written for browsers of 2013: 10 KB more to read.
  // What Yjs says to the console brings a schema language along.
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^lib0\/logging$/, replacement: fileURLToPath(new URL('src/document/yjs-words.ts', import.meta.url)) },
    ],
  },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: firstPieces() } } },
  },
  test: {
    // What a passing test writes to the console (made-up failures of a disk, say) helps nobody.
    silent: 'passed-only',
    maxWorkers: '100%',
    // A machine that is busy elsewhere takes its time; what never comes does not come in ten seconds either.
    expect: { poll: { timeout: 10_000 } },
    sequence: { sequencer: WalksFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          // No test is about time; a busy machine may take its own.
          testTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/journeys/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
          environment: 'jsdom',
          testTimeout: 60_000,
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/support/jsdom.ts'],
        },
      },
      {
        extends: true,
        // Named here, or the first run on a fresh clone finds them one by one and reloads in the middle of a test.
        optimizeDeps: { include: browserTestDependencies },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            fileParallelism: false,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: browser }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          ...journeys,
          name: 'journeys',
          include: [everyJourney],
          exclude: againstTheClock,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { ...journeys, name: 'clock', include: againstTheClock, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/journal/**'],
      // The sample is content; what it defends against cannot occur in it.
      exclude: ['src/domain/sample/**'],
      reporter: ['text-summary'],
      thresholds: { branches: 100 },
    },
  },
})
