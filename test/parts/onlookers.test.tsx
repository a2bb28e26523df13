import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { OnlookersHere } from '../../src/parts/presence/onlookers-here.tsx'
import { useTellPlace } from '../../src/parts/presence/use-tell-place.ts'
import type { Onlooker } from '../../src/workspace/presence.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

/** Anna at the board; Ben looks at it as well, or has a card open. */
const Telling = () => {
  useTellPlace()
  return null
}

afterEach(() => vi.restoreAllMocks())

const here = () => document.querySelector<HTMLElement>('[data-onlookers]')

test('who else looks at this board is shown by initials, once, and nobody who looks elsewhere', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Lageplan' })
  await showScreen(at, <OnlookersHere home={at.home} />)
  expect(here()).toBeNull()
  const look = (...onlookers: readonly Omit<Onlooker, 'document'>[]) =>
    act(async () => at.workspace.session.setState({ onlookers: onlookers.map(one => ({ document: at.home, ...one })) }))
  await look({ person: at.ben, isOnBoard: false, card: card.id })
  expect(here()).toBeNull()
  await look({ person: at.ben, isOnBoard: true, card: undefined }, { person: at.ben, isOnBoard: true, card: card.id })
  await vi.waitFor(() => expect(here()).not.toBeNull())
  expect(within(here()!).getAllByRole('img', { name: 'Ben Sander' })).toHaveLength(1)
  expect(screen.getByText('Gerade auch hier:')).toBeInTheDocument()
  await act(async () =>
    at.workspace.session.setState({
      onlookers: [{ document: 'team:andere#1', person: at.ben, isOnBoard: true, card: undefined }],
    }),
  )
  expect(here()).toBeNull()
})

test('who else has a card open is shown on that card', async () => {
  const at = await teamAtWork()
  const [plan, statik] = [await at.card({ title: 'Lageplan' }), await at.card({ title: 'Statik' })]
  at.workspace.session.setState({
    onlookers: [{ document: at.home, person: at.ben, isOnBoard: true, card: plan.id }],
  })
  await showScreen(at, [
    <div key="plan" data-testid="plan">
      <OnlookersHere home={at.home} card={plan.id} />
    </div>,
    <div key="statik" data-testid="statik">
      <OnlookersHere home={at.home} card={statik.id} />
    </div>,
  ])
  expect(await within(screen.getByTestId('plan')).findByRole('img', { name: 'Ben Sander' })).toBeInTheDocument()
  expect(screen.getByTestId('statik')).toBeEmptyDOMElement()
})

test.each([
  ['the board', (team: string) => `/t/${team}/board`, { isOnBoard: true, hasCard: false }],
  [
    'a card over the board',
    (team: string, key: string) => `/t/${team}/board/c/${key}`,
    { isOnBoard: true, hasCard: true },
  ],
  [
    'a card over the backlog',
    (team: string, key: string) => `/t/${team}/backlog/c/${key}`,
    { isOnBoard: false, hasCard: true },
  ],
  ['the backlog', (team: string) => `/t/${team}/backlog`, undefined],
  ['Heute', () => '/today', undefined],
] as const)('where Anna looks is told of %s', async (_, address, told) => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Lageplan' })
  const shown = await showScreen(at, <Telling />, address(at.team, card.key))
  const place = () => at.workspace.session.getState().lookingAt
  expect(place()).toEqual(
    told && { document: at.home, isOnBoard: told.isOnBoard, card: told.hasCard ? card.id : undefined },
  )
  shown.unmount()
  expect(place()).toBeUndefined()
})

test('a page in the background looks nowhere', async () => {
  const at = await teamAtWork()
  const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await showScreen(at, <Telling />, `/t/${at.team}/board`)
  expect(at.workspace.session.getState().lookingAt).toBeUndefined()
  visible.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(at.workspace.session.getState().lookingAt).toMatchObject({ document: at.home })
})
