import type { SaveFailure } from '../workspace/ports.ts'

const reasons: Readonly<Record<string, SaveFailure['because']>> = {
  QuotaExceededError: 'storageFull',
  VersionError: 'newerVersion',
  DatabaseClosedError: 'storageGone',
  InvalidStateError: 'storageGone',
  NotFoundError: 'storageGone',
}

/** Dexie hides the browser's own error inside its AbortError; `instanceof` does not find it (measured). */
const chainOf = (error: unknown): readonly Error[] => {
  const chain: Error[] = []
  let current = error
  while (current instanceof Error && chain.length < 8) {
    chain.push(current)
    current = (current as Error & { inner?: unknown }).inner ?? current.cause
  }
  return chain
}

/** What a failed transaction means for the person who waits for it. `fenced`: why the database was closed for good, if it was. */
export const saveFailureOf = (error: unknown, fenced: SaveFailure['because'] | undefined): SaveFailure => {
  const chain = chainOf(error)
  const names = chain.flatMap(({ name, message }) => [name, message.trim().split(/[:\s]/)[0] ?? ''])
  const because = fenced ?? names.map(name => reasons[name]).find(reason => reason !== undefined) ?? 'storageFailed'
  return { because, detail: chain.map(({ name, message }) => `${name}: ${message}`).join(' ← ') || String(error) }
}
