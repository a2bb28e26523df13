import type { CDPSession, Locator, Page } from 'playwright'

const sessions = new WeakMap<Page, CDPSession>()

const sessionOf = async (page: Page): Promise<CDPSession> => {
  const known = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, known)
  return known
}

/** The same tab as a phone in a hand: 390 by 844, touch, no hover. `false` puts it back on the desk. */
export const holdAsPhone = async (page: Page, isPhone = true): Promise<void> => {
  const session = await sessionOf(page)
  const [width, height] = isPhone ? [390, 844] : [1440, 900]
  await page.setViewportSize({ width, height })
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: isPhone ? 2 : 1,
    mobile: isPhone,
  })
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: isPhone })
}

/** What lies over the middle of it, where a finger would meet that instead. */
const coverOf = (target: Locator): Promise<'nothing' | 'a message' | (string & {})> =>
  target.evaluate(element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const met = document.elementFromPoint(x + width / 2, y + height / 2)
    if (!met || element.contains(met) || met.contains(element)) return 'nothing'
    return met.closest('[role=status]') ? 'a message' : met.outerHTML.slice(0, 200)
  })

const touchMiddle = async (page: Page, target: Locator): Promise<void> => {
  const session = await sessionOf(page)
  const touchPoints = [await middleOf(target)]
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** One touch of one finger in the middle of what is meant. A message that lies over it is put away first, as a person would. */
export const tap = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  await target.scrollIntoViewIfNeeded()
  // A sheet that is still rising would be missed by a finger, too.
  await target.evaluate(element =>
    Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined))).then(
      () => element.isConnected,
    ),
  )
  const cover = await coverOf(target)
  if (cover === 'a message') {
    await touchMiddle(page, page.getByRole('button', { name: 'Meldung schließen' }).last())
    return tap(page, target)
  }
  if (cover !== 'nothing') throw new Error(`a finger would meet ${cover}`)
  await touchMiddle(page, target)
}

/** The processor does one part in `times` of what it could, as in an old phone; 1 puts it back. */
export const slowDown = async (page: Page, times: number): Promise<void> => {
  const session = await sessionOf(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

type Point = Readonly<{ x: number; y: number }>

/** Rests longer than it takes to lift a card. */
const resting = 400

const middleOf = async (target: Locator): Promise<Point> => {
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to touch')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/**
 * One finger comes down in the middle of what is meant, rests there, or does not, goes along `path` in steps as a hand does (px from
 * where it came down), and lets go.
 */
export const stroke = async (
  page: Page,
  target: Locator,
  path: readonly Point[],
  { rests = true }: { readonly rests?: boolean } = {},
): Promise<void> => {
  const session = await sessionOf(page)
  await target.scrollIntoViewIfNeeded()
  const from = await middleOf(target)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })
  await send('touchStart', from)
  if (rests) await page.waitForTimeout(resting)
  let at: Point = { x: 0, y: 0 }
  for (const to of path) {
    for (let step = 1; step <= 8; step++)
      await send('touchMove', {
        x: from.x + at.x + ((to.x - at.x) * step) / 8,
        y: from.y + at.y + ((to.y - at.y) * step) / 8,
      })
    at = to
  }
  await send('touchEnd')
}

/** A finger rests on something and lets go, having trembled a little. */
export const hold = (page: Page, target: Locator): Promise<void> => stroke(page, target, [{ x: 2, y: 3 }])
