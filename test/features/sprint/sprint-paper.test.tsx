import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { shiftDay } from '../../../src/i18n/format.ts'
import { planSprint } from '../../../src/domain/scrum/plan-sprint.ts'
import { addToSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { sprint } from '../../../src/domain/scrum/sprint.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { backlog } from '../../../src/domain/work/item.ts'
import SprintPaper from '../../../src/features/sprint/sprint-paper.tsx'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { madeBy, showScreen, teamAtWork } from '../../support/team-screen.tsx'

const goals = { 'Sprint 7': 'Anträge sind vollständig', 'Sprint 8': 'Bescheide gehen hinaus', 'Sprint 9': '' }
/** The one that runs has no days: without them no curve is drawn, for which a real browser is needed. */
const starts = { 'Sprint 7': null, 'Sprint 8': '2026-11-30', 'Sprint 9': '2026-12-14' }
const scope = { 'Sprint 7': ['Leitfaden', 'Vordruck'], 'Sprint 8': ['Wartemarken'], 'Sprint 9': ['Kasse'] }
const titles = Object.values(scope).flat()
type Name = keyof typeof goals

/** Sprint 7 runs, two more are planned. */
const lay = async (tab: string | undefined) => {
  const at = await teamAtWork({ method: 'scrum' })
  for (const [name, goal] of Object.entries(goals)) {
    const start = starts[name as Name]
    const planned = await at.workspace.run(planSprint, {
      team: at.team,
      name,
      goal,
      start,
      end: start && shiftDay(start, 11),
    })
    if (!planned.ok) throw new Error(planned.refusal.because)
    const id = madeBy(planned.value, sprint.type)
    const items = []
    for (const title of scope[name as Name]) items.push((await at.card({ title, place: backlog })).id)
    await at.workspace.run(addToSprint, { items, sprint: id })
    if (name === 'Sprint 7') await at.workspace.run(startSprint, { sprint: id })
  }
  await showScreen(
    at,
    <AddressPartsContext value={tab === undefined ? {} : { tab }}>
      <SprintPaper />
    </AddressPartsContext>,
  )
}

const laid = (): readonly string[] =>
  screen.queryAllByRole('rowheader').flatMap(({ textContent }) => titles.filter(title => textContent === title))
const paper = () => within(screen.getByRole('article'))

test.each([
  ['running', ['Sprint 7']],
  ['planning', ['Sprint 8', 'Sprint 9']],
  [undefined, ['Sprint 7', 'Sprint 8', 'Sprint 9']],
] as const)('asked for from the tab “%s”, %j lie on paper, each with its goal and its cards', async (tab, names) => {
  await lay(tab)
  expect(laid()).toEqual(names.flatMap(name => scope[name]))
  for (const name of names.filter(each => goals[each] !== '')) expect(paper().getByText(goals[name])).toBeVisible()
  const sections = names.length > 1 ? names : []
  expect(
    paper()
      .queryAllByRole('heading', { level: 3, name: /^Sprint \d$/ })
      .map(each => each.textContent),
  ).toEqual(sections)
})

test('whichever sprint shall lie beside it is chosen, and one may be left out', async () => {
  const user = userEvent.setup()
  await lay('running')
  await user.click(screen.getByRole('button', { name: 'Sprint 9', pressed: false }))
  expect(laid()).toEqual([...scope['Sprint 7'], ...scope['Sprint 9']])
  expect(paper().getByRole('heading', { level: 2, name: 'Sprint 7 und Sprint 9' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Sprint 7', pressed: true }))
  expect(laid()).toEqual(scope['Sprint 9'])
  await user.click(screen.getByRole('button', { name: 'Sprint 9', pressed: true }))
  expect(paper().getByText('Hier gibt es nichts zu drucken.')).toBeVisible()
})
