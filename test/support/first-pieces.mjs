import { fileURLToPath } from 'node:url'

const at = path => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))

/** What opens the data, what starts React, and the first screen: each a file, fetched together and evaluated one after the other. */
const pieces = [
  { piece: 'start', root: at('app/start-app.ts') },
  { piece: 'frame', root: at('app/mount-app.tsx') },
  { piece: 'board', root: at('features/board/board-screen.tsx') },
]

/** All of them lie behind one index, so who imports which cannot be told here. */
const icon = /\/lucide-react\/dist\/esm\/icons\//

/**
 * Names the file of every module that the first card needs, after the first of the three roots that leads to it. Cut by who shares what,
 * the first card came with 67 files, or with much that only lazy screens need.
 */
const pieceOfEach = moduleInfo => {
  const found = new Map()
  const walk = (id, piece) => {
    if (found.has(id) || icon.test(id)) return
    found.set(id, piece)
    for (const imported of moduleInfo(id)?.importedIds ?? []) walk(imported, piece)
  }
  for (const { piece, root } of pieces) walk(root, piece)
  return found
}

/** Groups for rolldown: the three first files, earlier ones before later ones, and one for what three lazy files or more share. */
export const firstPieces = () => {
  let found
  const groups = pieces.map(({ piece }, index) => ({
    debugName: piece,
    name: (/** @type {string} */ id, /** @type {import('rolldown').ChunkingContext} */ context) => {
      found ??= pieceOfEach(one => context.getModuleInfo(one))
      return found.get(id) === piece ? piece : null
    },
    priority: 1 + pieces.length - index,
  }))
  return [
    ...groups,
    { name: 'icons', test: icon, minShareCount: 2 },
    { name: 'chart', test: /\/src\/ui\/chart\//, minShareCount: 2 },
    { name: 'shared', test: /\/src\/(parts|ui|domain|i18n|workspace)\//, minShareCount: 3 },
  ]
}

const link = attributes => ({ tag: 'link', attrs: { crossorigin: true, ...attributes }, injectTo: 'head' })

const linksOf = ({ fileName, viteMetadata }) => [
  link({ rel: 'modulepreload', href: `./${fileName}` }),
  ...[...(viteMetadata?.importedCss ?? [])].map(href => link({ rel: 'stylesheet', href: `./${href}` })),
]

/** Vite plugin: the page itself names the first files, so that none waits for another one to ask for it. */
export const preloadFirstPieces = () => ({
  name: 'preload-first-pieces',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const wanted = new Set(['frame', 'board'])
      return Object.values(bundle).flatMap(chunk =>
        chunk.type === 'chunk' && wanted.has(chunk.name) ? linksOf(chunk) : [],
      )
    },
  },
})
