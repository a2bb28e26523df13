// Comes with use-intl, in the same version.
import compile from 'icu-minify/compile'
import { fileURLToPath } from 'node:url'

const catalogues = /\/src\/i18n\/messages\/\w+\/\w+\.json$/
const formatOnly = fileURLToPath(import.meta.resolve('use-intl/format-message/format-only'))

const compileAll = part =>
  typeof part === 'string'
    ? compile(part)
    : Object.fromEntries(Object.entries(part).map(([key, value]) => [key, compileAll(value)]))

/**
 * Vite plugin: a build holds its texts as they are after parsing, so the parser stays at home (32 KB) and the first screen need not
 * parse each sentence it shows. Tests and the development server parse as they go.
 */
export const compiledMessages = () => ({
  name: 'compiled-messages',
  apply: 'build',
  enforce: 'pre',
  config: () => ({ resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: formatOnly }] } }),
  transform: {
    filter: { id: catalogues },
    handler: text => ({ code: JSON.stringify(compileAll(JSON.parse(text))), map: null }),
  },
})
