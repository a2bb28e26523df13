import { afterAll, vi } from 'vitest'

// The files of tests share a process, so that libraries are read once. What one of them has left in a clock or a database
// is not met by the next.
afterAll(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  if (!('indexedDB' in globalThis)) return
  const [{ IDBFactory }, { Dexie }] = await Promise.all([import('fake-indexeddb'), import('dexie')])
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
})
