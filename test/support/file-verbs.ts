import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'

export type NamedFile = Readonly<{ name: string; mimeType: string; buffer: Buffer }>

const top = fileURLToPath(new URL('../..', import.meta.url))
const real = `${process.env['LOTSE_FIXTURES'] ?? `${top}../shared/fixtures`}/trello-board-2026-mit.json`
const written = `${top}test/journeys/fixtures/trello-board.json`

/** The real Trello export; where it is absent, a board of the same shape written by hand. */
export const trelloFile = existsSync(real) ? real : written

export const usesRealFile = trelloFile === real

type TrelloBoard = {
  readonly lists: readonly { readonly id: string; readonly name: string }[]
  readonly cards: readonly { readonly name: string; readonly idList: string }[]
}

/** What stands in the file: titles by list. */
export const trelloTitles = (): ReadonlyMap<string, readonly string[]> => {
  const { lists, cards } = JSON.parse(readFileSync(trelloFile, 'utf8')) as TrelloBoard
  return new Map(
    lists.map(({ id, name }) => [name, cards.filter(card => card.idList === id).map(card => card.name.trim())]),
  )
}

export const chooseFile = async (page: Page, file: string | NamedFile): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Datei wählen' }).first().click(),
  ])
  await chooser.setFiles(file)
}

/** Presses a button that hands out a file and reads what came. */
export const takeFile = async (page: Page, button: string): Promise<NamedFile> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const name = download.suggestedFilename()
  const mimeType = name.endsWith('.csv') ? 'text/csv' : 'application/json'
  return { name, mimeType, buffer: readFileSync(await download.path()) }
}
