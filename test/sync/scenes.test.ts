import { describe, expect, test } from 'vitest'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import { contentAt, foundBoard, openBoard, renameCard, titlesAt, writeCard } from './support/team-work.ts'
import { Town } from './support/town.ts'

describe('Jana, Cem and Dörte at one board', () => {
  /** Jana has founded a team, Cem and Dörte have joined, all are linked and have the board open. */
  const office = async () => {
    const town = new Town()
    const [jana, cem, doerte] = [await town.join('Jana'), await town.join('Cem'), await town.join('Dörte')]
    const team = await foundBoard(jana)
    town.linkAll()
    await town.pass(2_000)
    for (const desk of [cem, doerte]) await openBoard(desk, team)
    return { town, jana, cem, doerte, team, document: teamDocument(team) }
  }

  test('what Jana had before they met is at both others', async () => {
    const { jana, cem, doerte, document } = await office()
    for (const desk of [cem, doerte]) {
      expect(contentAt(desk, 'workspace#1')).toEqual(contentAt(jana, 'workspace#1'))
      expect(contentAt(desk, document)).toEqual(contentAt(jana, document))
    }
  })

  test('an edit is at the others a moment later, on their screens too', async () => {
    const { town, jana, cem, doerte, team } = await office()
    await writeCard(jana, team, 'Wohngeldantrag')
    await town.pass(100)
    expect(titlesAt(cem)).toEqual(['Wohngeldantrag'])
    expect(titlesAt(doerte)).toEqual(['Wohngeldantrag'])
  })

  test('the line is cut, both go on, it is mended: everybody has everything', async () => {
    const { town, jana, cem, doerte, team, document } = await office()
    const form = await writeCard(jana, team, 'Kita-Anmeldung')
    await town.pass(500)
    town.part(jana, cem)
    town.part(jana, doerte)
    await renameCard(jana, form, 'Kita-Anmeldung online')
    await writeCard(cem, team, 'Hundesteuer')
    await writeCard(doerte, team, 'Gewerbeanmeldung')
    await town.pass(60_000)
    expect(titlesAt(jana)).toEqual(['Kita-Anmeldung online'])
    expect(titlesAt(doerte)).toEqual(['Gewerbeanmeldung', 'Hundesteuer', 'Kita-Anmeldung'])
    town.link(jana, doerte)
    await town.pass(60_000)
    const all = ['Gewerbeanmeldung', 'Hundesteuer', 'Kita-Anmeldung online']
    for (const desk of [jana, cem, doerte]) expect(titlesAt(desk)).toEqual(all)
    expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
  })
})
