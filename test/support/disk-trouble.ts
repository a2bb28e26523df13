import type { Page } from 'playwright'

type Troubled = { mendDisk?: () => void; letDisk?: () => void }

/** From now on the disk takes no entry and no copy ahead of it: what is edited stands in the memory of this tab alone. */
export const failDisk = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const troubled = globalThis as Troubled
    if (troubled.mendDisk) return
    const stores = IDBObjectStore.prototype
    const { add } = stores
    const { setItem } = Storage.prototype
    const full = (): DOMException => new DOMException('made up', 'QuotaExceededError')
    stores.add = function (this: IDBObjectStore, ...row) {
      if (this.name === 'entries') throw full()
      return add.apply(this, row)
    }
    Storage.prototype.setItem = function (this: Storage, key, value) {
      if (key.includes(':ahead:')) throw full()
      setItem.call(this, key, value)
    }
    troubled.mendDisk = () => {
      Object.assign(stores, { add })
      Object.assign(Storage.prototype, { setItem })
      delete troubled.mendDisk
    }
  })

/** There is room again; what waited is saved by itself. */
export const mendDisk = async (page: Page): Promise<void> => {
  await page.evaluate(() => (globalThis as Troubled).mendDisk?.())
  await page.locator('[data-saving="saved"]').first().waitFor({ state: 'attached' })
}

/** The disk is busy with another tab: whoever wants to save waits. */
export const holdDisk = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    const workspace = held.map(({ name = '' }) => /^(lotse:[0-9a-f]{64}):leader$/.exec(name)?.[1]).find(Boolean)
    await new Promise<void>(resolve => {
      void navigator.locks.request(
        `${workspace}:append`,
        () =>
          new Promise<void>(letGo => {
            Object.assign(globalThis, { letDisk: letGo })
            resolve()
          }),
      )
    })
  })

export const letDisk = (page: Page): Promise<void> => page.evaluate(() => (globalThis as Troubled).letDisk?.())
