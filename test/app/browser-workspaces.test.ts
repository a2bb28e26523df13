import '../storage/fake-browser.ts'
import { afterEach, expect, test, vi } from 'vitest'
import { BrowserWorkspaces } from '../../src/app/browser-workspaces.ts'
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
