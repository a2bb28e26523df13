import { loadCold, putStrictAll } from './floors-indexeddb.ts'
import { openLive } from './floors-live.tsx'
import { applyWhole, buildDocument, holdInMemory } from './floors-yjs.ts'

/** What the parts cost by themselves. The runner calls these by name; each answers milliseconds. */
const floors = {
  openLive,
  applyWhole,
  loadCold,
  holdInMemory,
  /** An import without an app: build the document, write its bytes in as many strict transactions as the app may use. */
  importWhole: async (count: number): Promise<number> => {
    const start = performance.now()
    await putStrictAll(buildDocument(count).updates)
    return performance.now() - start
  },
}
export type Floors = typeof floors

Object.assign(globalThis, { floors })
