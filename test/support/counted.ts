import type { Locator, Page } from 'playwright'

/** Hands that count what they do: a press, a key, a field filled in are one action each. */
export const countedHands = (page: Page) => {
  let actions = 0
  return {
    press: (what: Locator): Promise<void> => {
      actions++
      return what.click()
    },
    key: (name: string): Promise<void> => {
      actions++
      return page.keyboard.press(name)
    },
    /** Into the field where the cursor stands already, or into one that is named. */
    write: async (text: string, field?: Locator): Promise<void> => {
      actions++
      await field?.focus()
      await page.keyboard.insertText(text)
    },
    get actions() {
      return actions
    },
  }
}
