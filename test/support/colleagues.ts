import { expect } from 'vitest'
import { card, moveByKeys } from './board-verbs.ts'
import type { Page } from 'playwright'
import { loopbackArguments } from './find-browser.mjs'
import { openJourney, type Journey, type Screen } from './journey.ts'
import { longWord } from './long-word.ts'
import { foundTeam, saved } from './team-verbs.ts'
import type { Addresses } from './walk.ts'

/** A person in front of the app. */
export type Seat = Pick<Journey, 'page' | 'go' | 'context'>

const noWay =
  'Chromium finds no address here by which another browser could reach it, neither as it comes nor over loopback. Browsers that meet cannot be tested on this machine.'

/** With leave to use a microphone Chromium tells addresses it otherwise hides; needed where there is loopback alone. */
const listen = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => undefined))

const findsAddresses = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const connection = new RTCPeerConnection({ iceServers: [] })
    connection.createDataChannel('probe')
    await connection.setLocalDescription()
    const end = Date.now() + 5000
    while (connection.iceGatheringState !== 'complete' && Date.now() < end) await new Promise(r => setTimeout(r, 50))
    const found = /^a=candidate:/m.test(connection.localDescription?.sdp ?? '')
    connection.close()
    return found
  })

let flags: readonly string[] | undefined

/** Which switches let browsers meet here: none where there is a network, as people have it. Throws where nothing helps. */
const flagsHere = async (): Promise<readonly string[]> => {
  if (flags) return flags
  for (const tried of [[], loopbackArguments]) {
    const probe = await openJourney({ flags: tried })
    try {
      await probe.go('')
      if (tried.length > 0) await listen(probe.page())
      if (await findsAddresses(probe.page())) return (flags = tried)
    } finally {
      await probe.close()
    }
  }
  throw new Error(noWay)
}

/** One person's browser, a process of its own, that other browsers can reach. */
export const openColleague = async (screen: Screen = {}): Promise<Journey> => {
  const here = await flagsHere()
  const journey = await openJourney({ ...screen, flags: here })
  await journey.go('')
  if (here.length > 0) {
    journey.context().on('page', page => page.on('load', () => void listen(page).catch(() => undefined)))
    await listen(journey.page())
  }
  return journey
}

/** A card by the key of the board. */
export const addCard = async (page: Page, title: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: /^Titel/ })
  // A page that was just loaded hears its keys a moment later.
  for (let tries = 0; tries < 10 && !(await field.isVisible()); tries++) {
    await page.locator('main h1').first().waitFor()
    await page.keyboard.press('c')
    await field.waitFor({ timeout: 2_000 }).catch(() => undefined)
  }
  await field.fill(title)
  await field.press('Enter')
  await card(page, title).waitFor()
  await page.keyboard.press('Escape')
}

const codeIn = (link: string): string => link.slice(link.indexOf('#/join/') + '#/join/'.length)

/** The link or reply that was copied. */
const copied = async (journey: Seat, button: string): Promise<string> => {
  const page = journey.page()
  await journey.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: button }).click()
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#/join/'))
  return page.evaluate(() => navigator.clipboard.readText())
}

const digitsOn = async (page: Page): Promise<string> => {
  const digits = page.getByText(/^\d{3} \d{3}$/)
  await digits.waitFor()
  return (await digits.textContent()) ?? ''
}

type Pairing = Readonly<{ device: string; open: (page: Page) => Promise<void> }>

/** From the open dialog of an invitation to the board of the invited one. `open` opens the dialog on the inviting device. */
export const pair = async (inviter: Seat, invited: Seat, { device, open }: Pairing): Promise<void> => {
  const [there, here] = [inviter.page(), invited.page()]
  await open(there)
  await there.getByRole('button', { name: 'Einladung erstellen' }).click()
  const link = await copied(inviter, 'Link kopieren')
  await invited.go(`#/join/${codeIn(link)}`)
  await here.getByRole('textbox', { name: 'Wie soll dieses Gerät heißen?' }).fill(device)
  expect(new URL(here.url()).hash, 'the secret is out of the address').toBe('#/join')
  await here.getByRole('button', { name: 'Beitreten' }).click()
  const reply = await copied(invited, 'Antwort kopieren')
  await there.getByRole('textbox', { name: 'Antwort des anderen Geräts' }).fill(reply)
  await there.getByRole('button', { name: 'Verbinden', exact: true }).click()
  expect(await digitsOn(there)).toBe(await digitsOn(here))
  await there.getByText(`„${device}“ möchte beitreten.`, { exact: false }).waitFor()
  await there.getByRole('button', { name: 'Ja, dieselben' }).click()
  await there.getByRole('button', { name: 'Fertig' }).click()
  await here.getByRole('button', { name: 'Zum Board' }).click()
}

/** Two devices that know each other are linked again: two texts, no digits. `people`: the address of the screen where that is offered. */
export const meetAgain = async (one: Seat, other: Seat, people: string): Promise<void> => {
  const [there, here] = [one.page(), other.page()]
  await one.go(people)
  await there.getByRole('button', { name: 'Geräte wieder verbinden' }).click()
  await there.getByRole('button', { name: 'Einladung erstellen' }).click()
  await other.go(`#/join/${codeIn(await copied(one, 'Link kopieren'))}`)
  await here.getByRole('button', { name: 'Verbinden', exact: true }).click()
  const reply = await copied(other, 'Antwort kopieren')
  await there.getByRole('textbox', { name: 'Antwort des anderen Geräts' }).fill(reply)
  await there.getByRole('button', { name: 'Verbinden', exact: true }).click()
  await there.getByRole('button', { name: 'Fertig' }).click()
  await here.getByRole('button', { name: 'Zum Board' }).click()
}

/** How many other devices this one is linked with, as the screen about devices shows it. */
export const linkedOn = async (journey: Journey, people: string): Promise<number> => {
  const page = journey.page()
  if (!page.url().endsWith(people)) await journey.go(people)
  return page.locator('[data-device][data-linked]').count()
}

/** What the other one did meanwhile: her card goes on, and there is one more. */
const changeSomething = async (page: Page): Promise<void> => {
  await card(page, longWord).waitFor()
  await moveByKeys(page, longWord, 'Right')
  await addCard(page, 'Rückfrage')
  await saved(page)
}

/** In this browser a team to which somebody else has been let in; that browser is closed again. */
export const openPair = async (inviter: Seat): Promise<Addresses> => {
  const page = inviter.page()
  await inviter.go('')
  if ((await flagsHere()).length > 0) await listen(page)
  await foundTeam(page, { person: 'Jana Vogt', team: longWord })
  const team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await addCard(page, longWord)
  await moveByKeys(page, longWord, 'Right')
  await saved(page)
  await inviter.go(`#/t/${team}/people`)
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill(`Cem ${longWord}`)
  await page.keyboard.press('Enter')
  const cem = await openColleague()
  await pair(inviter, cem, {
    device: longWord.slice(0, 60),
    open: async there => {
      await there
        .getByRole('button', { name: `Cem ${longWord}: Menü` })
        .first()
        .click()
      await there.getByRole('menuitem', { name: 'Einladen' }).click()
    },
  })
  await changeSomething(cem.page())
  await inviter.go(`#/t/${team}/board`)
  await page.locator('[data-changed]').first().waitFor({ state: 'attached' })
  await cem.close()
  return { team, kanban: team, card: '' }
}
