import '../storage/fake-browser.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { BrowserWorkspaces } from '../../src/app/browser-workspaces.ts'
import { rememberOpened } from '../../src/app/last-opened.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

const disks: BrowserWorkspaces[] = []
const newBrowser = () => {
  const workspaces = new BrowserWorkspaces()
  disks.push(workspaces)
  return workspaces
}

afterEach(async () => {
  for (const { state } of disks.splice(0)) await state.getState().current?.close()
})

const found = async (browser: BrowserWorkspaces, name: string): Promise<Workspace> => {
  const workspace = await browser.found({ name, person: 'Anna Öztürk' })
  if (!workspace) throw new Error('nothing was founded')
  return workspace
}

/** The disk takes nothing more, and no write-ahead copy fits either. */
const breakDisk = (browser: BrowserWorkspaces, { id }: Workspace) => {
  const { storage, writeAhead } = browser.storages.get(id)!.ports
  const append = vi
    .spyOn(storage, 'append')
    .mockResolvedValue({ ok: false, failure: { because: 'storageFull', detail: 'no room' } })
  vi.spyOn(writeAhead, 'keep').mockReturnValue(undefined)
  return () => append.mockRestore()
}

const edit = async (workspace: Workspace) => {
  const done = await workspace.run(foundTeam, {
    name: 'Bauamt',
    method: 'kanban',
    founderName: 'Anna Öztürk',
    columns: [{ name: 'Bereit', category: 'open' }],
  })
  expect(done.ok).toBe(true)
}

/** Two workspaces; the second is open and holds an edit that cannot be saved. */
const unsaved = async () => {
  const browser = newBrowser()
  const first = await found(browser, 'Bauamt')
  const second = await found(browser, 'Bürgerservice')
  const mend = breakDisk(browser, second)
  await edit(second)
  const asked = () => vi.waitUntil(() => browser.state.getState().leaving, { timeout: 20_000 })
  return { browser, first, second, mend, asked }
}

test('who stays keeps what is not saved yet, and the workspace stays open', async () => {
  const { browser, first, second, asked } = await unsaved()
  const opening = browser.open(first.id)
  const { workspace, answer } = await asked()
  expect(workspace).toBe(second)
  answer(false)
  expect(await opening).toBeUndefined()
  const { current, leaving } = browser.state.getState()
  expect(current).toBe(second)
  expect(leaving).toBeUndefined()
  expect(second.saving.state.getState().atRisk).toBe(true)
})

test('a new workspace is not even made as long as the question stands', async () => {
  const { browser, asked } = await unsaved()
  const founding = browser.found({ name: 'Musterstadt', person: 'Katrin Albers' })
  ;(await asked()).answer(false)
  expect(await founding).toBeUndefined()
  expect((await browser.list()).map(({ name }) => name)).not.toContain('Musterstadt')
})

test('whoever answers so leaves without saving', async () => {
  const { browser, first, asked } = await unsaved()
  const opening = browser.open(first.id)
  ;(await asked()).answer(true)
  expect((await opening)?.id).toBe(first.id)
  expect(browser.state.getState().current?.id).toBe(first.id)
})

test('the question answers itself once everything is saved', async () => {
  const { browser, first, second, mend, asked } = await unsaved()
  const opening = browser.open(first.id)
  await asked()
  mend()
  second.saving.tryAgain()
  expect((await opening)?.id).toBe(first.id)
  expect(browser.state.getState().leaving).toBeUndefined()
})

test('of two openings at once the second waits: one workspace is open in the end, and one alone', async () => {
  const browser = newBrowser()
  const first = await found(browser, 'Bauamt')
  const second = await found(browser, 'Bürgerservice')
  const third = await found(browser, 'Ordnungsamt')
  const closing = vi.spyOn(third, 'close')
  await Promise.all([browser.open(first.id), browser.open(second.id)])
  expect(browser.state.getState().current?.id).toBe(second.id)
  expect([...browser.storages.keys()]).toEqual([second.id])
  expect(closing).toHaveBeenCalledOnce()
})

/** A morning after: nothing of the day before is in memory. */
const nextMorning = async (): Promise<BrowserWorkspaces> => {
  for (const { state } of disks.splice(0)) await state.getState().current?.close()
  const browser = newBrowser()
  await browser.openLast()
  return browser
}

test('the workspace of yesterday is open in the morning, once', async () => {
  const evening = newBrowser()
  await found(evening, 'Bauamt')
  const second = await found(evening, 'Bürgerservice')
  const browser = await nextMorning()
  expect(browser.state.getState().current?.id).toBe(second.id)
  expect([...browser.storages.keys()]).toEqual([second.id])
})

test('where the guess and the list differ, the list is right and what was guessed is closed again', async () => {
  const evening = newBrowser()
  const first = await found(evening, 'Bauamt')
  const second = await found(evening, 'Bürgerservice')
  rememberOpened(first.id, Date.now() + 60_000)
  const browser = await nextMorning()
  expect(browser.state.getState().current?.id).toBe(second.id)
  await vi.waitUntil(() => !browser.storages.has(first.id))
  expect([...browser.storages.keys()]).toEqual([second.id])
  expect((await browser.open(first.id))?.id).toBe(first.id)
})

test('a guess that nothing stands behind opens nothing and leaves no database', async () => {
  const gone = 'ab'.repeat(32)
  rememberOpened(gone, Date.now() + 120_000)
  const browser = newBrowser()
  await browser.openLast()
  const { current, failure } = browser.state.getState()
  expect(current?.id).not.toBe(gone)
  expect(failure).toBeUndefined()
  await vi.waitUntil(async () => (await indexedDB.databases()).every(({ name }) => name !== `lotse:${gone}`))
  localStorage.removeItem(`lotse:${gone}:opened`)
})
