import backlog from './messages/de/backlog.json'
import bin from './messages/de/bin.json'
import board from './messages/de/board.json'
import card from './messages/de/card.json'
import data from './messages/de/data.json'
import files from './messages/de/files.json'
import format from './messages/de/format.json'
import impediments from './messages/de/impediments.json'
import people from './messages/de/people.json'
import places from './messages/de/places.json'
import refusals from './messages/de/refusals.json'
import settings from './messages/de/settings.json'
import shell from './messages/de/shell.json'
import sprint from './messages/de/sprint.json'
import start from './messages/de/start.json'
import ui from './messages/de/ui.json'
import undo from './messages/de/undo.json'
import work from './messages/de/work.json'
import type { Language } from './language.ts'

/** One line per area. The file name is the namespace; `english.ts` takes the same line, and the compiler asks for it. */
const german = {
  backlog,
  bin,
  board,
  card,
  data,
  files,
  format,
  impediments,
  people,
  places,
  refusals,
  settings,
  shell,
  sprint,
  start,
  ui,
  undo,
  work,
}

/** German is the source of truth: other catalogues must have exactly this form. */
export type Messages = typeof german
export type Namespace = keyof Messages

/** German is part of the first load; English comes as its own chunk. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'de') return german
  return (await import('./english.ts')).english
}
