import { readFileSync } from 'node:fs'

const tokens = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
const order = /^@layer [^;{]+;/.exec(tokens)?.[0]

/**
 * Vite plugin: every built stylesheet begins with the order of the layers. The order is settled by the first file a page loads, and
 * the minifier leaves the statement out of all of them; a piece of `ui` that came first would stand below `base`.
 */
export const layerOrder = () => ({
  name: 'layer-order',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      if (order === undefined) throw new Error('src/ui/tokens.css does not begin with the order of the layers')
      for (const asset of Object.values(bundle))
        if (asset.type === 'asset' && asset.fileName.endsWith('.css')) asset.source = `${order}${asset.source}`
    },
  },
})
