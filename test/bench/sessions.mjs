import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArguments, findBrowser } from '../support/find-browser.mjs'
import { prepareContext } from './samples.mjs'

/** One profile per size, kept between runs: the app finds its data there as on any later morning. */
export const makeProfiles = () => {
  const folders = new Map()
  return {
    folder: name => {
      if (!folders.has(name)) folders.set(name, mkdtempSync(join(tmpdir(), 'lotse-bench-')))
      return folders.get(name)
    },
    remove: () => folders.forEach(folder => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })),
  }
}

/** A browser of its own on one profile: nothing of the last measurement is still warm in its processes. */
export const inBrowser = async (profile, measure) => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...browserArguments, '--js-flags=--expose-gc'],
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  })
  try {
    await prepareContext(context)
    return await measure(context)
  } finally {
    await context.close()
  }
}
