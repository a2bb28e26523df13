import type { Language } from './language.ts'
import type glossary from './messages/de/glossary.json'
import type help from './messages/de/help.json'
import type recovery from './messages/de/recovery.json'
import type { Messages } from './messages.ts'

/** Areas that only few people read: each is a file of its own, fetched with the first screen that says something of it. */
export type LaterMessages = {
  readonly glossary: typeof glossary
  readonly help: typeof help
  readonly recovery: typeof recovery
}
export type LaterArea = keyof LaterMessages

type Files = { readonly [Area in LaterArea]: () => Promise<{ readonly default: LaterMessages[Area] }> }

const files: { readonly [L in Language]: Files } = {
  de: {
    glossary: () => import('./messages/de/glossary.json'),
    help: () => import('./messages/de/help.json'),
    recovery: () => import('./messages/de/recovery.json'),
  },
  en: {
    glossary: () => import('./messages/en/glossary.json'),
    help: () => import('./messages/en/help.json'),
    recovery: () => import('./messages/en/recovery.json'),
  },
}

const asked = new Set<LaterArea>()

/** Adds areas to a catalogue in place, and those that were asked for in another language. */
export const addAreas = async (
  language: Language,
  messages: Messages,
  areas: readonly LaterArea[] = [],
): Promise<void> => {
  for (const area of areas) asked.add(area)
  const missing = [...asked].filter(area => !(area in messages))
  const found = await Promise.all(missing.map(async area => [area, (await files[language][area]()).default] as const))
  Object.assign(messages, Object.fromEntries(found))
}
