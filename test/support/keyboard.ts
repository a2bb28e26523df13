import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { Journey } from './journey.ts'

/** Hands that know keys alone, and ears that hear what a screen reader would say. */
export type Keyboard = {
  /** Keys one after the other; after each the focus has to be somewhere on the page. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Tab until something of this name has the focus; past the last thing of the page it is not to be found. */
  readonly tabTo: (name: string | RegExp, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  readonly focusIs: (name: string | RegExp) => Promise<void>
  /** What was said since the last call: these sentences, in this order, and nothing else. */
  readonly hears: (...sentences: readonly string[]) => Promise<void>
}

/** Name of the focused element as a screen reader would call it, once the page has drawn what the last key asked for. */
const focusedIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(resolve => requestAnimationFrame(resolve))
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return 'BODY'
    const isField = element.matches('input, textarea, select')
    const labels = isField ? [...((element as HTMLInputElement).labels ?? [])].map(label => label.textContent) : []
    const by = document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent
    const own = isField ? '' : element.innerText
    const name = by ?? element.getAttribute('aria-label') ?? (labels.join(' ') || own)
    return name.replaceAll(/\s+/g, ' ').trim()
  })

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name)

export const keyboardOf = (journey: Journey): Keyboard => {
  const focused = (): Promise<string> => focusedIn(journey.page())
  let heard = 0

  const pressOne = async (key: string, from = ''): Promise<void> => {
    await journey.page().keyboard.press(key)
    expect(await focused(), `focus after ${from} ${key}`).not.toBe('BODY')
  }
  const press: Keyboard['press'] = async (...keys) => {
    for (const key of keys) await pressOne(key)
  }
  const tabTo: Keyboard['tabTo'] = async (name, key = 'Tab') => {
    const met: string[] = []
    for (let steps = 0; steps < 60; steps++) {
      const now = await focused()
      if (fits(now, name)) return
      met.push(now)
      await pressOne(key, met.join(' | '))
    }
    throw new Error(`${name} cannot be reached by ${key}: ${met.join(' | ')}`)
  }
  return {
    press,
    tabTo,
    type: text => journey.page().keyboard.insertText(text),
    focusIs: name =>
      expect.poll(focused, { timeout: 10_000 }).toEqual(typeof name === 'string' ? name : expect.stringMatching(name)),
    hears: async (...sentences) => {
      const since = (): readonly string[] => journey.watch.said.slice(heard)
      await expect.poll(since, { timeout: 10_000 }).toEqual(sentences)
      heard += sentences.length
    },
  }
}
