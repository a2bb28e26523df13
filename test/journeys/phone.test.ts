import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, card } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { redSquare } from '../support/long-word.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'
import { slowDown, tap } from '../support/touch.ts'

/**
 * Jonas Brandt inspects playgrounds with an old phone and no network: one finger, a slow processor. Later other apps share with Lotse,
 * which asks for the card. Each scene goes on where the one before ended.
 */
let journey: Journey
const dialogs: string[] = []
beforeAll(async () => {
  journey = await openJourney({ width: 390, height: 844, touch: true, reducedMotion: 'reduce' })
  const page = journey.page()
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await journey.go('')
  await foundTeam(page, { person: 'Jonas Brandt', team: 'Spielplätze' })
  await addCards(page, 'Bereit', 'Schaukel prüfen', 'Sand tauschen', 'Zaun am Bach')
  await saved(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await journey.stopServer()
})
afterAll(() => journey.close())

const button = (name: string | RegExp) => journey.page().getByRole('button', { name, exact: true })
const dialog = (name: string | RegExp) => journey.page().getByRole('dialog', { name })
/** Of the card or sheet that lies open; the request of the day can be closed, too. */
const closeOpen = () =>
  journey.page().locator('dialog[open]').last().getByRole('button', { name: 'Schließen', exact: true })
const write = (text: string) => journey.page().keyboard.insertText(text)
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64') })

const choose = async (target: Locator, ...files: readonly ReturnType<typeof picture>[]): Promise<void> => {
  const page = journey.page()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, target)])
  await chooser.setFiles(files)
}

/** Whether all of it lies in what the keyboard leaves of the window. */
const isSeen = (target: Locator) =>
  expect.poll(() =>
    target.evaluate(element => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= (visualViewport?.height ?? 0)
    }),
  )

test('in the field: a card is found, commented with a photo and moved, an impediment is reported', async () => {
  const page = journey.page()
  await slowDown(page, 4)
  await page.reload()
  await tap(page, page.getByRole('searchbox', { name: 'Auf dem Board suchen' }))
  await write('Schaukel')
  await tap(page, card(page, 'Schaukel prüfen'))

  await choose(button('Foto aufnehmen'), picture('Kette.png'))
  await button('„Kette.png“ groß zeigen').waitFor()
  const field = page.getByRole('textbox', { name: 'Kommentar schreiben' })
  await tap(page, field)
  await page.setViewportSize({ width: 390, height: 508 })
  await write('Kette gerissen, gesperrt')
  await isSeen(field).toBe(true)
  await isSeen(button('Kommentieren')).toBe(true)
  await tap(page, button('Kommentieren'))
  await page.locator('[data-comment]').getByText('Kette gerissen, gesperrt').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })

  await tap(page, button('Mehr zu dieser Karte'))
  await tap(page, page.getByRole('menuitem', { name: 'Verschieben nach …' }))
  await tap(page, dialog('Verschieben nach …').getByRole('button', { name: /^In Arbeit/ }))
  await dialog('Verschieben nach …').waitFor({ state: 'detached' })
  await tap(page, closeOpen())

  await tap(page, button('Neu'))
  await tap(page, button('Hindernis'))
  const what = page.getByRole('textbox', { name: 'Was hält das Team auf?' })
  await expect.poll(() => what.evaluate(input => input === document.activeElement)).toBe(true)
  await write('Ersatzkette fehlt')
  await tap(page, button('Melden'))
  await dialog('Hindernis melden').waitFor({ state: 'detached' })
  await saved(page)
  await slowDown(page, 1)
})

type Share = Readonly<{ title?: string; text?: string; url?: string; files?: readonly ReturnType<typeof picture>[] }>

/** As the system does it: a POST that opens the app, from outside. */
const share = async ({ files = [], ...texts }: Share): Promise<void> => {
  const page = journey.page()
  await page.goto('about:blank')
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${journey.address}share">
       <textarea name="title"></textarea><textarea name="text"></textarea><textarea name="url"></textarea>
       <input type="file" name="files" multiple></form>`,
  )
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name=${name}]`).fill(text)
  await page.locator('input').setInputFiles([...files])
  await page.locator('form').evaluate(form => (form as HTMLFormElement).submit())
  await dialog('Auf eine Karte bringen').waitFor()
}

const hostile = '<img src=x onerror=alert(1)>'

test('a shared text with pictures waits until the card is named; what is hostile stays text', async () => {
  const page = journey.page()
  const svg = { name: `${hostile}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') }
  const cut = { name: 'Halb.png', mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64').subarray(0, 40) }
  await share({ text: `${hostile} [hier](javascript:alert(1))`, files: [picture('Rutsche.png'), svg, cut] })
  await page.getByText('„Halb.png“ ist beschädigt oder abgeschnitten und wurde nicht hinzugefügt.').waitFor()

  // Nobody has time for it; it is there at the next start.
  await tap(page, closeOpen())
  await page.reload()
  await tap(page, button('Einordnen'))
  await dialog('Auf eine Karte bringen').getByRole('img', { name: 'Rutsche.png' }).waitFor()
  await tap(page, page.getByText('Vorhandene Karte'))
  await tap(page, button('Karte wählen'))
  await tap(page, page.getByRole('option', { name: /Sand tauschen/ }))
  await tap(page, button('Auf die Karte bringen'))
  await page.locator('[data-comment]').getByText(hostile).waitFor()
  await button('„Rutsche.png“ groß zeigen').waitFor()
  await button(`„${hostile}.svg“ herunterladen`).waitFor()
  expect(await page.locator('[data-comment]').locator('img, a').count()).toBe(0)
  await saved(page)
})

test('a shared page becomes a new card with its address', async () => {
  const page = journey.page()
  await share({ title: 'Norm für Schaukeln', url: 'https://normen.example/1176' })
  await tap(page, button('Karte anlegen'))
  await button('Titel: Norm für Schaukeln').waitFor()
  expect(await page.getByRole('link', { name: 'Norm für Schaukeln' }).getAttribute('href')).toBe(
    'https://normen.example/1176',
  )
  await tap(page, closeOpen())
})

test('a photo first, the card afterwards; and a picture pasted onto the board goes the same way', async () => {
  const page = journey.page()
  await tap(page, button('Neu'))
  await choose(button('Foto'), picture('Bank.png'))
  await dialog('Auf eine Karte bringen').getByRole('img', { name: 'Bank.png' }).waitFor()
  await tap(page, button('Karte anlegen'))
  await button('Titel: Bank').waitFor()
  await tap(page, closeOpen())
  await page.locator('dialog[open]').waitFor({ state: 'detached' })

  await page.evaluate(bytes => {
    const clipboardData = new DataTransfer()
    const content = Uint8Array.from(atob(bytes), letter => letter.codePointAt(0) ?? 0)
    clipboardData.items.add(new File([content], 'Wippe.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, redSquare)
  await dialog('Auf eine Karte bringen').getByRole('img', { name: 'Wippe.png' }).waitFor()
  await tap(page, button('Karte anlegen'))
  await button('Titel: Wippe').waitFor()
  await button('„Wippe.png“ groß zeigen').waitFor()
  await saved(page)
  expect(dialogs).toEqual([])
})
