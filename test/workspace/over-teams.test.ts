import { describe, expect, test, vi } from 'vitest'
import type { DocumentName } from '../../src/domain/kernel/record.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { documentOfTeam, team as teamRecord } from '../../src/domain/people/team.ts'
import { tasksOf } from '../../src/domain/today/today.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { dropItems } from '../../src/domain/work/bin.ts'
import { check } from '../../src/domain/work/check.ts'
import { checklist } from '../../src/domain/work/checklist.ts'
import { impediment } from '../../src/domain/impediments/impediment.ts'
import { column } from '../../src/domain/kanban/column.ts'
import { item } from '../../src/domain/work/item.ts'
import { OverTeams } from '../../src/workspace/over-teams.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'
import { madeBy } from '../support/team-screen.tsx'

/** Anna works in two teams. Her second tab has neither team open; the first one writes and keeps the read model. */
const columns = [{ name: 'Offen', category: 'open' }] as const
const types = [item, check, checklist, impediment, column]

const twoTabs = async () => {
  const disk = memoryDisk()
  const anna = await memoryWorkspace('anna', memoryPorts(disk))
  const team = async (name: string) => {
    const done = await anna.run(foundTeam, { name, method: 'kanban', founderName: 'Anna', columns })
    return madeBy(done.ok ? done.value : { label: { id: '', name: '' }, changes: [] }, teamRecord.type)
  }
  const teams = [await team('Bauamt'), await team('IT')] as const
  const card = async (of: string, title: string) => {
    const done = await anna.run(createItem, { team: of, title, people: ['anna'] })
    return madeBy(done.ok ? done.value : { label: { id: '', name: '' }, changes: [] }, item.type)
  }
  const project = async (...names: readonly DocumentName[]) => {
    await anna.saving.settled()
    for (const name of names) {
      await anna.pull(name)
      await anna.readModel.rebuild(name, anna.recordsOf(name), anna.opened(name)?.seen ?? {})
    }
  }
  const homeOf = (id: string) => documentOfTeam(anna.records.get(teamRecord, id)!)
  const other = async () => {
    await anna.saving.settled()
    const tab = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'tab-2', device: 'device-1', seed: 2 }))
    return { tab, over: new OverTeams(tab, types) }
  }
  return { anna, teams, card, project, homeOf, other }
}

const titlesIn = (over: OverTeams): readonly string[] =>
  tasksOf(over, 'anna', '2026-11-16').map(({ item: id }) => over.get(item, id ?? '')?.title ?? '')

const isOpen = (tab: Workspace, home: DocumentName): boolean => tab.session.getState().ready.has(home)

describe('what is mine over all teams', () => {
  test('comes from the read model; no document is opened for it', async () => {
    const { teams, card, project, homeOf, other } = await twoTabs()
    await card(teams[0], 'Antrag prüfen')
    await card(teams[1], 'Zugang einrichten')
    await project(...teams.map(homeOf))
    const { tab, over } = await other()
    await over.look()
    expect(titlesIn(over)).toEqual(['Antrag prüfen', 'Zugang einrichten'])
    expect(teams.map(id => isOpen(tab, homeOf(id)))).toEqual([false, false])
  })

  test('a team the read model is behind with is opened once', async () => {
    const { teams, card, project, homeOf, other } = await twoTabs()
    await card(teams[0], 'Antrag prüfen')
    await project(...teams.map(homeOf))
    await card(teams[1], 'Zugang einrichten')
    const { tab, over } = await other()
    await over.look()
    expect(titlesIn(over)).toEqual(['Antrag prüfen', 'Zugang einrichten'])
    expect(teams.map(id => isOpen(tab, homeOf(id)))).toEqual([false, true])
  })

  test('an edit made here is there at once, one of another tab as soon as it is projected; a listener hears of both', async () => {
    const { anna, teams, card, project, homeOf, other } = await twoTabs()
    const first = await card(teams[0], 'Antrag prüfen')
    await project(...teams.map(homeOf))
    const { tab, over } = await other()
    await over.look()
    const stop = over.follow()
    const heard = vi.fn<() => void>()
    over.onList('item', 'person', `${homeOf(teams[1])}|anna`, heard)
    over.onRecord('item', first, heard)
    await card(teams[1], 'Zugang einrichten')
    expect(titlesIn(over)).toEqual(['Antrag prüfen'])
    await project(homeOf(teams[1]))
    await vi.waitFor(() => expect(titlesIn(over)).toEqual(['Antrag prüfen', 'Zugang einrichten']))
    expect(heard).toHaveBeenCalled()
    heard.mockClear()
    await tab.openDocument(homeOf(teams[0]))
    await tab.run(dropItems, { items: [first] })
    expect(heard).toHaveBeenCalled()
    expect(titlesIn(over)).toEqual(['Zugang einrichten'])
    stop()
    await anna.saving.settled()
  })

  test('what was open and has been closed is shown as the read model has it', async () => {
    const { teams, card, project, homeOf, other } = await twoTabs()
    await card(teams[0], 'Antrag prüfen')
    await project(...teams.map(homeOf))
    const { tab, over } = await other()
    await over.look()
    await tab.openDocument(homeOf(teams[0]))
    expect(titlesIn(over)).toEqual(['Antrag prüfen'])
    expect(over.keys(item, 'place').filter(key => key.startsWith(homeOf(teams[0])))).toHaveLength(1)
    tab.records.forget(homeOf(teams[0]))
    expect(titlesIn(over)).toEqual(['Antrag prüfen'])
    expect(over.keys(item, 'place').filter(key => key.startsWith(homeOf(teams[0])))).toHaveLength(1)
  })
})
