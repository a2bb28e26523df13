import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { addAttachments } from '../../../src/domain/attachments/add-attachments.ts'
import { addComment } from '../../../src/domain/discussion/add-comment.ts'
import { deleteItems } from '../../../src/domain/work/bin.ts'
import { assignItems } from '../../../src/domain/work/edit-sets.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import SuccessorScreen from '../../../src/features/people/successor-screen.tsx'
import { successor } from '../../../src/features/people/use-found-successor.ts'
import { loadAreas } from '../../../src/i18n/messages.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import type { MemberRole, SyncView } from '../../../src/workspace/sync-port.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { memoryDevice, nobodyElse } from '../../support/memory-device.ts'
import { memoryWorkspace } from '../../support/memory-ports.ts'
import { syncViewOf } from '../../support/sync-view.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

/** Ben alone administered, and is gone with his device; Anna has everything on hers. */

beforeEach(() => successor.setState({ step: 'asked' }, true))

const photo = new Uint8Array([1, 2, 3, 4])

const asAnna = async (role: MemberRole, makes: (known: string) => Promise<Workspace>) => {
  await loadAreas('recovery')
  const at = await teamAtWork()
  const { blobs, id, actor } = at.workspace
  const view = createStore<SyncView | undefined>(() =>
    syncViewOf([
      { person: actor, role, access: {}, devices: [] },
      { person: at.ben, role: 'admin', access: {}, devices: [] },
    ]),
  )
  const known = [{ id, name: 'Bürgerservice', person: { id: actor, name: 'Anna' }, lastOpenedAt: 1, sample: false }]
  const browser = memoryDevice({ known, makes, sync: { ...nobodyElse(), view } })
  const kept = await blobs.keep(at.home, photo)
  if (!kept.ok) throw new Error(kept.refusal.because)
  return { at, browser, hash: kept.value }
}

const show = ({ at, browser }: Awaited<ReturnType<typeof asAnna>>) =>
  showScreen(
    at,
    <DeviceContext value={browser.device}>
      <SuccessorScreen />
    </DeviceContext>,
    '/successor',
  )

test('one button: everything is in the new workspace under the same ids, and the old one says what it was', async () => {
  const made: Workspace[] = []
  const scene = await asAnna('writer', async () => {
    const fresh = await memoryWorkspace('anna')
    made.push(fresh)
    return fresh
  })
  const { at, browser, hash } = scene
  const { workspace, columns, ben } = at
  const [scanner, fax] = [await at.card({ title: 'Scanner aufstellen' }), await at.card({ title: 'Faxgerät' })]
  await workspace.run(assignItems, { items: [scanner.id], person: ben })
  await workspace.run(moveItem, { item: scanner.id, place: columns[1] ?? '' })
  await workspace.run(addComment, { item: scanner.id, text: 'Steht im Keller.' })
  const file = { name: 'Keller.png', mediaType: 'image/png', size: photo.length, hash, width: 1, height: 1 }
  await workspace.run(addAttachments, { item: scanner.id, files: [file] })
  await workspace.run(deleteItems, { items: [fax.id] })
  await show(scene)
  expect(await screen.findByText('Verwaltet wird hier noch von: Ben Sander.', { exact: false })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Nachfolge gründen' }))
  expect(await screen.findByRole('heading', { name: 'Die Nachfolge ist gegründet' })).toBeVisible()
  const [fresh] = made
  expect(await fresh?.digest()).toBe(await workspace.digest())
  expect(await fresh?.blobs.read(at.home, hash)).toEqual({ ok: true, value: photo })
  expect(browser.asked).toEqual(['found Bürgerservice as anna'])
  expect(browser.device.known(workspace.id)?.name).toBe('Bürgerservice (früher)')
  expect(screen.queryByText(/nicht auf diesem Gerät/)).toBeNull()
})

test('whoever administers is told that there is no need', async () => {
  await show(await asAnna('admin', async () => memoryWorkspace('anna')))
  expect(await screen.findByText(/Eine Nachfolge ist nicht nötig/)).toBeVisible()
})

test('what goes wrong leaves the button and the workspace as they were', async () => {
  const scene = await asAnna('writer', async () => {
    throw new Error('the disk is full')
  })
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const before = await scene.at.workspace.digest()
  await show(scene)
  await userEvent.click(screen.getByRole('button', { name: 'Nachfolge gründen' }))
  expect(await screen.findByText(/^Das ist nicht gelungen/)).toBeVisible()
  expect(await scene.at.workspace.digest()).toBe(before)
  expect(scene.browser.device.known(scene.at.workspace.id)?.name).toBe('Bürgerservice')
  expect(reported).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
