import type { germanRest } from './german-rest.ts'
import type { Language } from './language.ts'
import type { addAreas, LaterArea, LaterMessages } from './later-areas.ts'
import board from './messages/de/board.json'
import data from './messages/de/data.json'
import filter from './messages/de/filter.json'
import format from './messages/de/format.json'
import places from './messages/de/places.json'
import refusals from './messages/de/refusals.json'
import shell from './messages/de/shell.json'
import ui from './messages/de/ui.json'
import undo from './messages/de/undo.json'
import work from './messages/de/work.json'

/**
 * One word per area. The file name is the namespace; `english.ts` takes the same line, and the compiler asks for it. Here stands what the
 * frame and the board say: it comes with the first load, all else (`german-rest.ts`) with the first lazy screen.
 */
const germanFirst = { board, data, filter, format, places, refusals, shell, ui, undo, work }

/** German is the source of truth: other catalogues must have exactly this form. */
export type Messages = typeof germanFirst & typeof germanRest & LaterMessages
export type Namespace = keyof Messages

/** Areas are added in place: whoever shows some of them need not be drawn anew. */
const german: Partial<Messages> = germanFirst
let completing: Promise<Messages> | undefined

const completeGerman = (): Promise<Messages> => {
  completing ??= import('./german-rest.ts').then(({ germanRest }) => Object.assign(german, germanRest) as Messages)
  // Fetching may fail once; the next screen tries again.
  completing.catch(() => (completing = undefined))
  return completing
}

let shown: Language = 'de'
let addLater: typeof addAreas | undefined

/** The catalogue for the first paint. German holds only what frame and board say until `completeMessages` has resolved; English is whole. */
export async function loadFirstMessages(language: Language): Promise<Messages> {
  shown = language
  return language === 'de' ? (german as Messages) : (await import('./english.ts')).english
}

/** The whole catalogue of a language, which is the one shown from now on. */
export async function loadMessages(language: Language): Promise<Messages> {
  await loadFirstMessages(language)
  const messages = await completeMessages()
  await addLater?.(language, messages)
  return messages
}

/** Fetches areas that only few people read, in the shown language and from then on in every language that is chosen. */
export async function loadAreas(...areas: readonly LaterArea[]): Promise<void> {
  const [later, messages] = await Promise.all([import('./later-areas.ts'), completeMessages()])
  addLater = later.addAreas
  await addLater(shown, messages, areas)
}

/** Resolves when the shown language can say everything. Every lazy screen waits for it. */
export async function completeMessages(): Promise<Messages> {
  return shown === 'de' ? completeGerman() : loadFirstMessages(shown)
}
