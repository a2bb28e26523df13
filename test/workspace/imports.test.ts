import { expect, test } from 'vitest'
import { importItems } from '../../src/domain/intake/import-items.ts'
import { proposeChoices } from '../../src/domain/intake/choices.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../src/domain/people/team.ts'
import { renameItem } from '../../src/domain/work/edit-text.ts'
import { item } from '../../src/domain/work/item.ts'
import type { Access } from '../../src/workspace/access-port.ts'
import { reduceStep, rememberedImports, rememberImport, takeBackImport } from '../../src/workspace/imports.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { hueWords, planned, planOf } from '../domain/intake/plans.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const teamIn = (workspace: Workspace) => workspace.records.get(team, workspace.records.ids(team, 'all', 'all')[0]!)!
const titles = (workspace: Workspace) =>
  [...workspace.records.all('item')]
    .filter(one => one.deleted === null)
    .map(one => workspace.records.get(item, one.id)!.title)
    .sort()

const bring = async (workspace: Workspace, ...names: readonly string[]) => {
  const ofTeam = teamIn(workspace)
  const plan = planOf(names.map(name => planned(name)))
  const choices = proposeChoices(workspace.records, ofTeam, plan, hueWords)
  const result = await workspace.run(importItems, { team: ofTeam.id, plan, choices })
  if (!result.ok) throw new Error(result.refusal.because)
  await rememberImport(workspace.notes, { team: ofTeam.id, name: plan.name, at: 1, items: names.length }, result.value)
  return result.value
}

const office = async (may: { access: Access } = { access: 'write' }) => {
  const disk = memoryDisk()
  const ports = memoryPorts(disk)
  const anna = await memoryWorkspace('anna', { ...ports, access: { ...ports.access, of: () => may.access } })
  await anna.run(foundTeam, {
    name: 'Bauamt',
    method: 'kanban',
    founderName: 'Anna',
    columns: [{ name: 'Bereit', category: 'open' }],
  })
  const reload = async () => {
    await anna.saving.settled()
    return memoryWorkspace('anna', memoryPorts(disk, { tab: 'tab-2', seed: 9 }), [
      'workspace#1',
      documentOfTeam(teamIn(anna)),
    ])
  }
  return { anna, reload }
}

test('an import is taken back after a reload; what somebody has made since stays', async () => {
  const { anna, reload } = await office()
  await bring(anna, 'Antrag prüfen', 'Bescheid schreiben')
  const later = await reload()
  expect(later.session.getState().undo).toBeUndefined()
  await bring(later, 'Von Hand')
  const [, first] = await rememberedImports(later.notes)
  expect(await takeBackImport(later, first!.id)).toMatchObject({ ok: true })
  expect(titles(later)).toEqual(['Von Hand'])
  expect(await rememberedImports(later.notes)).toHaveLength(1)
})

test('who may only read by now takes nothing back, and may do so later', async () => {
  const may: { access: Access } = { access: 'write' }
  const { anna } = await office(may)
  const { label } = await bring(anna, 'Antrag prüfen')
  may.access = 'read'
  expect(await takeBackImport(anna, label.id)).toMatchObject({ refusal: { because: 'mayOnlyRead' } })
  expect(await rememberedImports(anna.notes)).toHaveLength(1)
  may.access = 'write'
  expect(await takeBackImport(anna, label.id)).toMatchObject({ ok: true })
  expect(titles(anna)).toEqual([])
})

test('taking back an update leaves what a person has written since', async () => {
  const { anna } = await office()
  await bring(anna, 'Antrag prüfen', 'Bescheid schreiben')
  const ofTeam = teamIn(anna)
  const [one, two] = [...anna.records.all('item')].map(({ id }) => id) as [string, string]
  const plan = planOf(
    ['Antrag prüfen', 'Bescheid schreiben'].map(name => ({ ...planned(name), title: `${name} (neu)` })),
  )
  const result = await anna.run(importItems, {
    team: ofTeam.id,
    plan,
    choices: proposeChoices(anna.records, ofTeam, plan, hueWords),
  })
  if (!result.ok) throw new Error(result.refusal.because)
  await rememberImport(anna.notes, { team: ofTeam.id, name: 'x', at: 2, items: 0 }, result.value)
  await anna.run(renameItem, { item: one, title: 'Meins' })
  await takeBackImport(anna, result.value.label.id)
  expect(anna.records.get(item, one)?.title).toBe('Meins')
  expect(anna.records.get(item, two)?.title).toBe('Bescheid schreiben')
})

test('only what is needed to take it back is kept, and only for the five newest', async () => {
  const { anna } = await office()
  const step = await bring(anna, 'Antrag prüfen')
  const reduced = reduceStep(step)
  expect(reduced.changes.length).toBeLessThan(step.changes.length)
  expect(reduced.changes.every(({ cell }) => cell === 'm')).toBe(true)
  for (const name of ['b', 'c', 'd', 'e', 'f']) await bring(anna, name)
  expect(await rememberedImports(anna.notes)).toHaveLength(5)
  expect(await anna.notes.get(`import:${step.label.id}`)).toBeUndefined()
  expect(await takeBackImport(anna, step.label.id)).toMatchObject({ ok: false, refusal: { because: 'nothingToUndo' } })
})

test('notes of another form are taken as none', async () => {
  const { anna } = await office()
  await anna.notes.set('imports', 'kaputt')
  expect(await rememberedImports(anna.notes)).toEqual([])
})
