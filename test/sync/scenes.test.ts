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

describe('a colleague may read more than yesterday', () => {
  test('what was granted comes at once, not with the next round', async () => {
    const town = new Town()
    const jana = await town.join('Jana')
    const cem = await town.join('Cem', { reads: ['workspace'], writes: [] })
    const team = await foundBoard(jana)
    const document = teamDocument(team)
    town.link(jana, cem)
    await town.pass(5_000)
    expect(contentAt(cem, document)).toEqual({})
    await jana.members.write({ act: 'admit', device: cem.device, person: 'Cem', reads: ['*'], writes: [] })
    await town.pass(2_000)
    expect(contentAt(cem, document)).toEqual(contentAt(jana, document))
  })
})

describe('what goes missing is found', () => {
  test('Cem writes while he fetches who has joined: Jana has it as soon as he knows', async () => {
    const town = new Town()
    town.delay = 100
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    const team = await foundBoard(jana)
    town.linkAll()
    await town.pass(5_000)
    for (const desk of [jana, cem]) await openBoard(desk, team)
    await town.join('Dörte')
    // He has heard that there is more of the log, and not yet what.
    await town.pass(150)
    await writeCard(cem, team, 'Baumkataster')
    expect(titlesAt(jana)).toEqual([])
    await town.pass(2_000)
    expect(titlesAt(jana)).toEqual(['Baumkataster'])
  })

  test('Dörte joins when much has happened, and has all of it', async () => {
    const town = new Town()
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    const team = await foundBoard(jana)
    town.linkAll()
    await town.pass(1_000)
    await openBoard(cem, team)
    for (let index = 0; index < 20; index++) {
      await writeCard(index % 2 === 0 ? jana : cem, team, `Vorgang ${index}`)
      await town.pass(50)
    }
    const doerte = await town.join('Dörte')
    town.link(cem, doerte)
    await town.pass(5_000)
    expect(contentAt(doerte, teamDocument(team))).toEqual(contentAt(jana, teamDocument(team)))
  })

  test('every second message is lost, and some come late: the next look at what is here mends it', async () => {
    const town = new Town()
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    const team = await foundBoard(jana)
    let count = 0
    town.link(jana, cem, () => (count++ % 2 === 0 ? [] : count % 3 === 0 ? [5, 900] : [5]))
    for (let index = 0; index < 10; index++) {
      await writeCard(jana, team, `Vorgang ${index}`)
      await town.pass(3_000)
    }
    await town.pass(600_000)
    expect(contentAt(cem, teamDocument(team))).toEqual(contentAt(jana, teamDocument(team)))
  })

  test('an entry that comes without the one before it waits, and the one before is asked for at once', async () => {
    const town = new Town()
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    const team = await foundBoard(jana)
    let isDeaf = false
    town.link(jana, cem, () => (isDeaf ? [] : [5]))
    await town.pass(2_000)
    isDeaf = true
    await writeCard(jana, team, 'Ging verloren')
    await town.pass(10)
    isDeaf = false
    await writeCard(jana, team, 'Kam an')
    await town.pass(200)
    expect(contentAt(cem, teamDocument(team))).toEqual(contentAt(jana, teamDocument(team)))
  })

  test('who is asked and falls silent is not waited for: somebody else is asked', async () => {
    const town = new Town()
    const [jana, cem, doerte] = [await town.join('Jana'), await town.join('Cem'), await town.join('Dörte')]
    const team = await foundBoard(jana)
    town.link(jana, cem)
    await town.pass(2_000)
    town.link(jana, doerte, message => (message[0] === 7 ? [] : [5]))
    town.link(cem, doerte, message => (message[0] === 5 ? [40] : [5]))
    await town.pass(1_000)
    expect(doerte.disk.of(teamDocument(team)).chains.size).toBe(0)
    await town.pass(60_000)
    expect(contentAt(doerte, teamDocument(team))).toEqual(contentAt(jana, teamDocument(team)))
  })

  test('Cem’s clock goes two days ahead and is set right again: what waited meanwhile does not wait for two days', async () => {
    const town = new Town()
    let hours = 48
    const jana = await town.join('Jana')
    const cem = await town.join('Cem', { skew: () => hours * 3_600_000 })
    const team = await foundBoard(jana)
    cem.disk.isFull = true
    town.link(jana, cem)
    await town.pass(12_000)
    expect((await cem.replicator.status()).failure).toBeDefined()
    hours = 0
    cem.disk.isFull = false
    await town.pass(60_000)
    expect(contentAt(cem, teamDocument(team))).toEqual(contentAt(jana, teamDocument(team)))
  })

  test('a side that says nothing any more is let go', async () => {
    const town = new Town()
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    let isDead = false
    const line = town.link(jana, cem, () => (isDead ? [] : [5]))
    await town.pass(5_000)
    isDead = true
    await town.pass(60_000)
    expect(line.isOpen).toBe(false)
    expect((await jana.replicator.status()).peers).toMatchObject([{ person: 'cem', isLinked: false }])
  })
})

describe('a browser profile that was put back', () => {
  test('Jana takes in what she had written herself before she goes on, and has one history', async () => {
    const town = new Town()
    const [jana, cem] = [await town.join('Jana'), await town.join('Cem')]
    const team = await foundBoard(jana)
    town.linkAll()
    await town.pass(1_000)
    const putBack = jana.disk.backUp()
    await writeCard(jana, team, 'Nach der Sicherung')
    await town.pass(1_000)
    town.part(jana, cem)
    jana.crash()
    putBack()
    jana.start()
    await openBoard(jana, team)
    town.link(jana, cem)
    await town.pass(1_000)
    expect(titlesAt(jana)).toEqual(['Nach der Sicherung'])
    await writeCard(jana, team, 'Und weiter')
    await town.pass(1_000)
    expect(contentAt(cem, teamDocument(team))).toEqual(contentAt(jana, teamDocument(team)))
    expect((await cem.replicator.status()).forks).toEqual([])
    expect((await jana.replicator.status()).needsNewDevice).toBe(false)
  })
})
