import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { inTab } from './samples.mjs'

/** How the bench drives the app, the only file here that knows its screens; `door.html` is the app without them. */
const call = (context, pages, name, ...args) =>
  inTab(context, `${pages}door.html`, page =>
    page.evaluate(([wanted, given]) => globalThis.door[wanted](...given), [name, args]),
  )

const kilobytes = bytes => gzipSync(bytes, { level: 6 }).length / 1024

export const app = {
  /** Where the build lies under the pages' address: one origin, so that the door opens the same databases. */
  folder: 'app/',
  filterField: 'input[type="search"]',
  filterWord: 'bauamt',
  /** Keys that move the focused card, and the store of the journal in which its edit is durable. */
  editKeys: ['Alt+ArrowDown', 'Alt+ArrowUp'],
  journal: 'entries',
  /** Out: the route of a board with `count` cards. */
  seed: (context, pages, count) => call(context, pages, 'seed', count),
  /** Out: the route of a board with `count` cards, comments and photos on some of them. */
  seedFinding: (context, pages, ...counts) => call(context, pages, 'seedFinding', ...counts),
  loadRecords: (context, pages) => call(context, pages, 'loadRecords'),
  importCards: (context, pages, count) => call(context, pages, 'importCards', count),
}

/** The largest script in kilobytes that a board does not fetch; workers are no screens. */
export const largestLazy = (build, fetched) => {
  const scripts = readdirSync(`${build}/assets`).filter(name => name.endsWith('.js') && !/worker/.test(name))
  const lazy = scripts.filter(name => !fetched.has(name))
  return Math.max(0, ...lazy.map(name => kilobytes(readFileSync(`${build}/assets/${name}`))))
}
