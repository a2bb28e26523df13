import { afterEach, beforeEach, expect, test } from 'vitest'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import { chance } from '../support/memory-office.ts'
import { contentAt, foundBoard, openBoard, writeCard } from './support/team-work.ts'
import { Town } from './support/town.ts'

const unhandled: unknown[] = []
const note = (reason: unknown): void => void unhandled.push(reason)
beforeEach(() => void process.on('unhandledRejection', note))
afterEach(() => void process.off('unhandledRejection', note))

const office = async () => {
  const town = new Town()
  const [jana, cem, doerte] = [await town.join('Jana'), await town.join('Cem'), await town.join('Dörte')]
  const team = await foundBoard(jana)
  town.linkAll()
  await town.pass(2_000)
  for (const desk of [cem, doerte]) await openBoard(desk, team)
  await writeCard(jana, team, 'Bauantrag')
  await town.pass(2_000)
  return { town, jana, cem, doerte, team, document: teamDocument(team) }
}

test('Cem’s disk cannot be read for a while: it is told, the links stay, and afterwards he has everything', async () => {
  const { town, jana, cem, team, document } = await office()
  let isGone = true
  cem.disk.isUnreadable = () => isGone
  await writeCard(jana, team, 'Wohngeldantrag')
  await town.pass(45_000)
  cem.replicator.comeBack()
  await cem.replicator.saved(document)
  await town.pass(1)
  cem.disk.isUnreadable = () => false
  const { failure, peers } = await cem.replicator.status()
  expect(failure).toEqual({ because: 'storageFailed', detail: 'The disk does not answer' })
  expect(peers.map(({ isLinked }) => isLinked)).toEqual([true, true])
  isGone = false
  await town.pass(60_000)
  expect((await cem.replicator.status()).failure).toBeUndefined()
  expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
  expect(unhandled).toEqual([])
})

test('one of ten looks at any disk fails: nobody waits for ever, and all come to the same', async () => {
  const { town, jana, cem, doerte, team, document } = await office()
  const random = chance(4)
  let looks = 0
  for (const { disk } of [jana, cem, doerte]) disk.isUnreadable = () => ++looks > 0 && random() < 0.1
  for (const [index, desk] of [jana, cem, doerte, jana, cem, doerte].entries()) {
    await writeCard(desk, team, `Vorgang ${index}`)
    await town.pass(4_000)
  }
  await town.pass(600_000)
  for (const { disk } of [jana, cem, doerte]) disk.isUnreadable = () => false
  expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
  expect(contentAt(doerte, document)).toEqual(contentAt(jana, document))
  expect(looks).toBeGreaterThan(100)
  await town.pass(120_000)
  for (const desk of [jana, cem, doerte]) expect((await desk.replicator.status()).failure).toBeUndefined()
  expect(unhandled).toEqual([])
})
