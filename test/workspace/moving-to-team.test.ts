import { expect, test } from 'vitest'
import { addComment } from '../../src/domain/discussion/add-comment.ts'
import { commentsOf } from '../../src/domain/discussion/item-comments.ts'
import { backlogItems } from '../../src/domain/kanban/board.ts'
import { isCreation } from '../../src/domain/kernel/change.ts'
import type { Command } from '../../src/domain/kernel/command.ts'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import type { AnyRefusal } from '../../src/domain/kernel/result.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { team } from '../../src/domain/people/team.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { item } from '../../src/domain/work/item.ts'
import { moveItemToTeam } from '../../src/domain/work/move-to-team.ts'
import { editedAfterMove, whereItWent } from '../../src/domain/work/moved-items.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const done = async <Args, Refusal extends AnyRefusal>(desk: Workspace, command: Command<Args, Refusal>, args: Args) => {
  const result = await desk.run(command, args)
  if (!result.ok) throw new Error(`${command.name} refused: ${JSON.stringify(result.refusal)}`)
  return (type: string): string => result.value.changes.find(one => one.type === type && isCreation(one))?.id ?? ''
}

const columns = [{ name: 'Neu', category: 'open' }] as const

/** Anna and Ben at two desks, the building office and the IT team; a card of the office on which Anna has said something. */
const twoDesks = async () => {
  const disk = memoryDisk()
  const clock = { now: Date.UTC(2026, 10, 20, 8) }
  const anna = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'a', device: 'a', seed: 1, clock }))
  const office = (await done(anna, foundTeam, { name: 'Bauamt', method: 'kanban', columns }))('team')
  const it = (await done(anna, foundTeam, { name: 'IT', method: 'kanban', columns }))('team')
  const card = (await done(anna, createItem, { team: office, title: 'Plan lässt sich nicht öffnen' }))('item')
  await done(anna, addComment, { item: card, text: 'Bei allen Plänen seit Montag.' })
  await anna.saving.settled()
  const documents = ['workspace#1', teamDocument(office), teamDocument(it)]
  const ben = await memoryWorkspace('ben', memoryPorts(disk, { tab: 'b', device: 'b', seed: 2, clock }), documents)
  /** What each has done reaches the other. */
  const meet = async () => {
    for (const desk of [anna, ben]) await desk.saving.settled()
    for (const desk of [anna, ben]) for (const name of documents) await desk.pull(name)
  }
  const inBacklog = (desk: Workspace, of: string) =>
    backlogItems(desk.records, desk.records.get(team, of)!).map(id => desk.records.get(item, id)!.title)
  return { anna, ben, disk, clock, office, it, card, documents, meet, inBacklog }
}

test('a card in another team is there for everybody, also after a restart, and one undo brings all of it back', async () => {
  const { anna, ben, disk, clock, office, it, card, documents, meet, inBacklog } = await twoDesks()
  const before = inBacklog(anna, office)
  await done(anna, moveItemToTeam, { item: card, team: it })
  await meet()
  for (const desk of [anna, ben]) expect([inBacklog(desk, office), inBacklog(desk, it)]).toEqual([[], before])
  const ports = memoryPorts(disk, { tab: 'c', device: 'c', seed: 3, clock })
  const later = await memoryWorkspace('anna', ports, documents)
  const [, there = ''] = whereItWent(later.records, later.records.get(item, card)!) ?? []
  expect(commentsOf(later.records, there)).toMatchObject([{ text: 'Bei allen Plänen seit Montag.', createdBy: 'anna' }])

  await anna.undo()
  await meet()
  for (const desk of [anna, ben]) expect([inBacklog(desk, office), inBacklog(desk, it)]).toEqual([before, []])
  expect(commentsOf(ben.records, card)).toHaveLength(1)
  await anna.redo()
  expect(inBacklog(anna, it)).toEqual(before)
  expect(commentsOf(anna.records, there)).toHaveLength(1)
})

test('who went on talking about it in the old team loses nothing: it is named there', async () => {
  const { anna, ben, office, it, card, meet } = await twoDesks()
  await done(anna, moveItemToTeam, { item: card, team: it })
  await done(ben, addComment, { item: card, text: 'Auch bei mir.' })
  await meet()
  for (const { records } of [anna, ben]) {
    expect(editedAfterMove(records, records.get(team, office)!).map(({ id }) => id)).toEqual([card])
    expect(commentsOf(records, card).map(({ text }) => text)).toEqual(['Auch bei mir.'])
  }
  expect(await anna.digest()).toBe(await ben.digest())
})

test('a team whose document is not open yet takes no card', async () => {
  const { disk, clock, office, it, card } = await twoDesks()
  const ports = memoryPorts(disk, { tab: 'd', device: 'd', seed: 4, clock })
  const desk = await memoryWorkspace('anna', ports, ['workspace#1', teamDocument(office)])
  expect(await desk.run(moveItemToTeam, { item: card, team: it })).toMatchObject({
    ok: false,
    refusal: { because: 'teamHasNoColumn' },
  })
  await desk.openDocument(teamDocument(it))
  expect((await desk.run(moveItemToTeam, { item: card, team: it })).ok).toBe(true)
})
