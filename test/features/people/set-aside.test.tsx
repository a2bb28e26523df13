import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { item } from '../../../src/domain/work/item.ts'
import { toasts } from '../../../src/ui/toasts.ts'
import type { LateEdit } from '../../../src/workspace/late-edits.ts'
import type { AsideView, Sync, SyncView } from '../../../src/workspace/sync-port.ts'
import { nobodyElse } from '../../support/memory-device.ts'
import { PeoplePage } from '../../support/people-page.tsx'
import { syncViewOf } from '../../support/sync-view.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

const [laptop, phone] = ['1a'.repeat(32), '2b'.repeat(32)]

type Scene = Readonly<{
  aside: (at: TeamAtWork) => readonly AsideView[]
  edits?: (at: TeamAtWork) => readonly LateEdit[]
  role?: 'admin' | 'writer'
  needsNewDevice?: boolean
}>

/** Anna works here; Ben’s phone has been taken out. What is decided is heard by the view, as by the real one. */
const open = async ({ aside, edits = () => [], role = 'admin', needsNewDevice = false }: Scene) => {
  const at = await teamAtWork()
  await at.card({ title: 'Fußgängerampel', place: at.columns[0] ?? 'backlog' })
  const members: SyncView['members'] = [
    {
      person: at.workspace.actor,
      role,
      access: {},
      devices: [{ id: laptop, isThis: true, isLinked: false, lastContact: undefined, behind: undefined }],
    },
  ]
  const all = aside(at)
  const view = createStore<SyncView | undefined>(() => syncViewOf(members, { aside: all, needsNewDevice }))
  const settled: string[] = []
  const settleAside: Sync['settleAside'] = async ({ device, document, seqs }, how) => {
    settled.push(`${seqs.join()} ${how ?? 'open'}`)
    const gone = (one: AsideView) => one.device === device && one.document === document && how !== undefined
    view.setState(known => known && { ...known, aside: how ? known.aside.filter(one => !gone(one)) : all })
  }
  const sync = { ...nobodyElse(), view, settleAside, lateEdits: async () => edits(at) }
  await showScreen(at, <PeoplePage sync={sync} />)
  await screen.findByRole('heading', { name: 'Geräte und Zugang' })
  return { at, settled }
}

const late = ({ ben, home }: TeamAtWork): AsideView => ({
  what: 'late',
  document: home,
  device: phone,
  person: ben,
  seqs: [7],
  reason: 'beyond the cut',
})

const titlesAt = ({ workspace }: TeamAtWork) =>
  [...workspace.records.all('item')].map(({ id }) => workspace.records.get(item, id)?.title)

/** Ben had renamed the first card. */
const rename = (at: TeamAtWork): LateEdit => {
  const [card] = [...at.workspace.records.all('item')]
  if (!card) throw new Error('no card')
  const { id, document } = card
  const title = at.workspace.records.get(item, id)?.title ?? ''
  return {
    document,
    device: phone,
    seqs: [7],
    at: Date.now(),
    records: [{ type: 'item', id, what: 'changed', name: title, cells: ['title', 'l:eilig'] }],
    changes: [{ document, type: 'item', id, cell: 'title', before: title, after: 'Umbenannt' }],
  }
}

test('nobody was late: nothing is said of it', async () => {
  await open({ aside: () => [] })
  expect(screen.queryByRole('heading', { name: 'Nachzügler' })).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Zurückgestellte Änderungen' })).toBeNull()
})

test('what Ben had done is read in words, adopted with one click, and taken back with another', async () => {
  const { at, settled } = await open({ aside: here => [late(here)], edits: here => [rename(here)] })
  const region = within(await screen.findByRole('region', { name: 'Nachzügler' }))
  expect(region.getByText('Karte „Fußgängerampel“: Titel, Labels')).toBeVisible()
  await userEvent.click(region.getByRole('button', { name: 'Übernehmen' }))
  await waitFor(() => expect(settled).toEqual(['7 adopted']))
  expect(titlesAt(at)).toEqual(['Umbenannt'])
  toasts.store.getState().shown.at(-1)?.action?.run()
  await waitFor(() => expect(settled).toEqual(['7 adopted', '7 open']))
  expect(
    [...at.workspace.records.all('item')].map(({ id }) => at.workspace.records.get(item, id)?.title),
  ).not.toContain('Umbenannt')
})

test('who does not administer reads it and decides nothing', async () => {
  await open({ aside: here => [late(here)], edits: here => [rename(here)], role: 'writer' })
  const region = within(await screen.findByRole('region', { name: 'Nachzügler' }))
  expect(region.getByText('Übernehmen oder verwerfen kann, wer verwaltet.')).toBeVisible()
  expect(region.queryByRole('button')).toBeNull()
})

test('own work that rested on what was taken out is one’s own to decide about', async () => {
  const own = (at: TeamAtWork): LateEdit => ({ ...rename(at), device: laptop })
  const aside = (at: TeamAtWork): AsideView => ({ ...late(at), device: laptop, person: at.workspace.actor })
  await open({ aside: at => [aside(at)], edits: at => [own(at)], role: 'writer' })
  const region = within(await screen.findByRole('region', { name: 'Nachzügler' }))
  expect(region.getByText(/^Eigene Änderung, gebaut auf etwas, das nicht mehr zählt/)).toBeVisible()
  expect(region.getByRole('button', { name: 'Übernehmen' })).toBeVisible()
  expect(region.queryByText('Übernehmen oder verwerfen kann, wer verwaltet.')).toBeNull()
})

test('what changes nothing any more is told and can be dropped', async () => {
  const { settled } = await open({ aside: here => [late(here)] })
  const region = within(await screen.findByRole('region', { name: 'Nachzügler' }))
  expect(region.getByText(/1 Änderung steht schon so da/)).toBeVisible()
  await userEvent.click(region.getByRole('button', { name: 'Verwerfen' }))
  await waitFor(() => expect(settled).toEqual(['7 dropped']))
})

test.each([
  ['seal is broken', /beschädigt/],
  ['author is foreign', /im Namen eines anderen/],
  ['update is too large', /größer/],
  ['something new', /das Lotse nicht schreibt/],
])('what was refused says from whom and why: %s', async (reason, words) => {
  const { settled } = await open({ aside: here => [{ ...late(here), what: 'refused', reason }] })
  const region = within(await screen.findByRole('region', { name: 'Zurückgestellte Änderungen' }))
  expect(region.getByText(words)).toBeVisible()
  expect(region.getByText(/^Von .*„Gerät 2B2B“$/)).toBeVisible()
  await userEvent.click(region.getByRole('button', { name: 'Weglegen' }))
  await waitFor(() => expect(settled).toEqual(['7 dropped']))
})

test('two histories: whose, what it means, and the way to remove the device', async () => {
  await open({ aside: here => [{ ...late(here), what: 'fork', reason: 'fork' }], needsNewDevice: true })
  expect(await screen.findByText(/„Gerät 2B2B“: Dieses Gerät hat zwei verschiedene Verläufe/)).toBeVisible()
  expect(screen.getByText(/^Dieses Gerät hat zwei Verläufe, vermutlich/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Gerät entfernen' }))
  expect(await screen.findByRole('dialog')).toBeVisible()
})
