import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The page that kills are made on, built as the app is. */
export default defineConfig({
  root: at('pages'),
  base: './',
  build: {
    target: 'es2023',
    outDir: at('../../.endure'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: { input: at('pages/desk.html') },
  },
})
