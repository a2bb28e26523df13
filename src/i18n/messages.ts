import format from './messages/de/format.json'
import ui from './messages/de/ui.json'
import type { Language } from './language.ts'

/** One line per area. The file name is the namespace; `english.ts` takes the same line, and the compiler asks for it. */
const german = {
  format,
  ui,
}

/** German is the source of truth: other catalogues must have exactly this form. */
export type Messages = typeof german
export type Namespace = keyof Messages

/** German is part of the first load; English comes as its own chunk. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'de') return german
  return (await import('./english.ts')).english
}
