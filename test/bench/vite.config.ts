import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The pages the app is measured against, built as the app is. */
export default defineConfig({
  root: at('pages'),
  base: './',
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: at('../../.bench'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['empty', 'control', 'floors', 'door'].map(name => at(`pages/${name}.html`)) },
  },
})
