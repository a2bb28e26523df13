import { describe, expect, test } from 'vitest'
import { adminsLacking } from '../../src/journal/admins-lacking.ts'
import { bau, grant, musterstadt, now, opens, say } from './city.ts'

const { cem, emil, base } = await musterstadt()

describe('who administers the city administers a new team, too', () => {
  test('Emil founds a team: Jana and Cem are due, he gives it them', async () => {
    const founded = await say(base, emil, opens(emil))
    expect(adminsLacking(founded.membership, 'emil', now)).toEqual([
      { person: 'jana', document: bau, role: 'admin' },
      { person: 'cem', document: bau, role: 'admin' },
    ])
    const given = await say(founded, emil, grant(emil, 'jana', 'admin', bau), grant(emil, 'cem', 'admin', bau))
    expect(adminsLacking(given.membership, 'emil', now)).toEqual([])
  })

  test('who does not administer the team gives nothing', async () => {
    const founded = await say(base, emil, opens(emil))
    expect(adminsLacking(founded.membership, 'jana', now)).toEqual([])
  })

  test('what was taken from somebody on purpose is not given back', async () => {
    const founded = await say(
      base,
      emil,
      opens(emil),
      grant(emil, 'cem', 'admin', bau),
      grant(emil, 'cem', 'none', bau),
    )
    expect(adminsLacking(founded.membership, 'emil', now)).toEqual([{ person: 'jana', document: bau, role: 'admin' }])
  })

  test('other documents are nobody else’s', async () => {
    const founded = await say(base, cem, opens(cem, 'own:cem#1'))
    expect(adminsLacking(founded.membership, 'cem', now)).toEqual([])
  })
})
