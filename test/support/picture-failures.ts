import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import { openJourneys } from './journey.ts'

const folder = fileURLToPath(new URL('../../screenshots/journeys', import.meta.url))

/** After a journey that failed: what its pages showed, in the ignored folder of pictures. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  mkdirSync(folder, { recursive: true })
  const pages = [...openJourneys].flatMap(journey => journey.context().pages())
  const name = task.name.replaceAll(/[^\p{L}\d]+/gu, '-')
  for (const [index, page] of pages.entries())
    await page.screenshot({ path: `${folder}/${name}-${index}.png`, timeout: 5000 }).catch(() => undefined)
})
