import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { documentOfTeam, team as teamRecord } from '../../../src/domain/people/team.ts'
import { readUpTo } from '../../../src/domain/visits/read-mark.ts'
import TodayScreen from '../../../src/features/today/today-screen.tsx'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { withTeam } from '../../../src/workspace/news.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { madeBy, showScreen, teamAtWork } from '../../support/team-screen.tsx'

/** Two of Anna’s teams have gone on without her. */
const twoTeams = async () => {
  const at = await teamAtWork()
  const { workspace } = at
  const columns = [{ name: 'Neu', category: 'open' }] as const
  const founded = await workspace.run(foundTeam, { name: 'Umzug', method: 'kanban', columns })
  if (!founded.ok) throw new Error(founded.refusal.because)
  const other = documentOfTeam(workspace.records.get(teamRecord, madeBy(founded.value, 'team'))!)
  const cards = (title: string) => [
    { item: title, key: 'K', title, news: [{ kind: 'described' as const, by: at.ben }] },
  ]
  workspace.session.setState(({ news }) => {
    const first = withTeam({ ...news, device: 'laptop' }, at.home, { heads: { ben: 4 }, cards: cards('Lageplan') })
    return { news: withTeam(first, other, { heads: { ben: 2 }, cards: cards('Kartons') }) }
  })
  await showScreen(
    at,
    <DeviceContext value={memoryDevice().device}>
      <TodayScreen />
    </DeviceContext>,
    '/today',
  )
  const section = within(await screen.findByRole('region', { name: 'Seit Ihrem letzten Besuch' }))
  const readOf = (home: string) => readUpTo(workspace.records, home)
  return { at, other, section, readOf }
}

test('what others changed stands team by team, each read by itself', async () => {
  const { at, other, section, readOf } = await twoTeams()
  expect(section.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Bürgerservice1 Karte',
    'Umzug1 Karte',
  ])
  expect(section.getByRole('link', { name: 'Lageplan' })).toHaveAttribute('href', `#/today/${at.team}/c/K`)
  await userEvent.click(section.getByRole('button', { name: 'Bürgerservice: als gelesen vermerken' }))
  await waitFor(() => expect(readOf(at.home)).toEqual({ ben: 4 }))
  expect(readOf(other)).toBeUndefined()
})

test('or all at once', async () => {
  const { at, other, section, readOf } = await twoTeams()
  await userEvent.click(section.getByRole('button', { name: 'Alles als gelesen vermerken' }))
  await waitFor(() => expect([readOf(at.home), readOf(other)]).toEqual([{ ben: 4 }, { ben: 2 }]))
})
