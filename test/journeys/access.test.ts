import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card } from '../support/board-verbs.ts'
import { addCard, openColleague, pair } from '../support/colleagues.ts'
import type { Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Jana Vogt leads the Bauakte and sits on the staff council, whose cards are nobody else's. Cem Aydın is to join the Bauakte. */
let jana: Journey
let cem: Journey
let bau = ''
let council = ''
const secret = 'Kanarienvogel Überlastungsanzeige'

const teamOf = (page: Page): string => /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''

const openMenu = (page: Page): Promise<void> =>
  page.getByRole('region', { name: 'Geräte und Zugang' }).getByRole('button', { name: 'Cem Aydın: Menü' }).click()

beforeAll(async () => {
  ;[jana, cem] = [await openColleague(), await openColleague()]
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
  bau = teamOf(page)
  await addCard(page, 'Scanner aufstellen')
  await jana.go('#/start')
  await foundTeam(page, { person: '', team: 'Personalrat' })
  council = teamOf(page)
  await addCard(page, secret)
  await saved(page)
})
afterAll(async () => {
  for (const journey of [jana, cem]) await journey?.close()
})

/** Every text and every byte the app keeps in this browser, decoded as far as texts go. */
const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage })]
    const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
    const read = (value: unknown): void => {
      if (typeof value === 'string') found.push(value)
      if (value instanceof ArrayBuffer) found.push(asText(new Uint8Array(value)))
      if (ArrayBuffer.isView(value))
        return void found.push(asText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)))
      if (value instanceof Map) return [...value].forEach(read)
      if (typeof value === 'object' && value !== null) return Object.entries(value).flat().forEach(read)
    }
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        read(await answer(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    const files = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values())
        if (handle instanceof FileSystemDirectoryHandle) await files(handle)
        else found.push(asText(new Uint8Array(await (await handle.getFile()).arrayBuffer())))
    }
    await files(await navigator.storage.getDirectory())
    return found.join('\n')
  })

test('Cem is invited to the Bauakte and to nothing else', async () => {
  const page = jana.page()
  await jana.go(`#/t/${bau}/people`)
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill('Cem Aydın')
  await page.keyboard.press('Enter')
  await pair(jana, cem, {
    device: 'Cems Laptop',
    open: async there => {
      await there.getByRole('button', { name: 'Cem Aydın: Menü' }).first().click()
      await there.getByRole('menuitem', { name: 'Einladen' }).click()
      await there.getByRole('checkbox', { name: 'Personalrat', checked: false }).waitFor()
    },
  })
  await card(cem.page(), 'Scanner aufstellen').waitFor()
  expect(await cem.page().getByText('Personalrat').count()).toBe(0)
})

test('nothing of the Personalrat lies on his laptop, though both go on working', async () => {
  await jana.go(`#/t/${council}/board`)
  await addCard(jana.page(), `${secret} 2`)
  await saved(jana.page())
  await jana.go(`#/t/${bau}/board`)
  await addCard(jana.page(), 'Schilder bestellen')
  await card(cem.page(), 'Schilder bestellen').waitFor()
  // The search does find what is there, as soon as its device has found the time to lay it down.
  const isKept = async (on: Journey, words: string) => (await everythingKept(on.page())).includes(words)
  await expect.poll(() => isKept(cem, 'Schilder bestellen')).toBe(true)
  await expect.poll(() => isKept(jana, secret)).toBe(true)
  const kept = await everythingKept(cem.page())
  expect(kept).not.toContain('Kanarienvogel')
  expect(kept).not.toContain('Überlastungsanzeige')
})

test('at its address he reads why he sees nothing, and to whom he can turn', async () => {
  const page = cem.page()
  await cem.go(`#/t/${council}/board`)
  await page.getByText('Sie haben keinen Zugang zu „Personalrat“.', { exact: false }).waitFor()
  expect(await page.locator('[data-card], [data-column]').count()).toBe(0)
})

test('she lets him read there: the cards come, and what he tries to change is refused in words', async () => {
  const [there, here] = [jana.page(), cem.page()]
  await jana.go(`#/t/${bau}/people`)
  await openMenu(there)
  await there.getByRole('menuitem', { name: 'Zugang zu Teams …' }).click()
  await there.getByRole('combobox', { name: /Personalrat/ }).selectOption({ label: 'liest' })
  await there.getByText('Cem Aydın in „Personalrat“: liest').waitFor()
  await there.getByRole('button', { name: 'Fertig' }).click()
  await card(here, secret).first().waitFor()
  await here.getByText('Sie lesen mit').waitFor()
  await card(here, secret).first().focus()
  await here.keyboard.press('Alt+ArrowRight')
  await here.getByText('In diesem Team dürfen Sie lesen', { exact: false }).first().waitFor()
})

test('she takes it away again: from then on he sees nothing of it', async () => {
  const [there, here] = [jana.page(), cem.page()]
  await openMenu(there)
  await there.getByRole('menuitem', { name: 'Zugang zu Teams …' }).click()
  await there.getByRole('combobox', { name: /Personalrat/ }).selectOption({ label: 'kein Zugang' })
  await there.getByRole('button', { name: 'Fertig' }).click()
  await here.getByText('Sie haben keinen Zugang zu „Personalrat“.', { exact: false }).waitFor()
  await jana.go(`#/t/${council}/board`)
  await addCard(there, 'Danach geschrieben')
  await saved(there)
  await jana.go(`#/t/${bau}/board`)
  await addCard(there, 'Aufzug melden')
  await cem.go(`#/t/${bau}/board`)
  await card(here, 'Aufzug melden').waitFor()
  expect(await everythingKept(here)).not.toContain('Danach geschrieben')
})
