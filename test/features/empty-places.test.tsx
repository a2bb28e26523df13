import { screen, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Method } from '../../src/domain/people/team.ts'
import BacklogScreen from '../../src/features/backlog/backlog-screen.tsx'
import BinScreen from '../../src/features/bin/bin-screen.tsx'
import BoardScreen from '../../src/features/board/board-screen.tsx'
import ImpedimentsScreen from '../../src/features/impediments/impediments-screen.tsx'
import SprintScreen from '../../src/features/sprint/sprint-screen.tsx'
import TodayScreen from '../../src/features/today/today-screen.tsx'
import { AddressPartsContext } from '../../src/parts/address-parts.ts'
import { DeviceContext } from '../../src/parts/device-context.ts'
import { memoryDevice } from '../support/memory-device.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

/** What PRODUCT promises of a place where nothing is yet: its sentence, and what to do about it. */
const places: readonly (readonly [string, Method, ComponentType, string, string, readonly string[]])[] = [
  [
    'the board',
    'kanban',
    BoardScreen,
    'board',
    'Noch keine Karten. Schreiben Sie auf, woran das Team gerade arbeitet.',
    ['Karte anlegen', 'Liste einfügen'],
  ],
  [
    'the board of a Scrum team without a sprint',
    'scrum',
    BoardScreen,
    'board',
    'Kein Sprint läuft.',
    ['Sprint planen', 'Ohne Sprint arbeiten'],
  ],
  ['the sprint that runs', 'scrum', SprintScreen, 'sprint/running', 'Kein Sprint läuft.', ['Sprint planen']],
  [
    'the backlog',
    'scrum',
    BacklogScreen,
    'backlog',
    'Was soll entstehen? Eine Zeile je Karte genügt.',
    ['Zeilen einfügen', 'Mitbringen'],
  ],
  ['the impediments', 'kanban', ImpedimentsScreen, 'impediments', 'Nichts hält das Team auf.', ['Hindernis melden']],
  ['the bin', 'kanban', BinScreen, 'bin', 'Der Papierkorb ist leer.', ['Zum Board']],
  ['Heute', 'kanban', TodayScreen, 'today', 'Für Sie liegt nichts an.', ['Zum Board']],
]

/** jsdom lays nothing out, so nothing comes into sight. */
class NothingInSight {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
beforeAll(() => void vi.stubGlobal('IntersectionObserver', NothingInSight))
afterAll(() => void vi.unstubAllGlobals())
beforeEach(() => localStorage.clear())

test.each(places)(
  '%s says in one sentence that nothing is there, and what to do',
  async (_place, method, Place, tail, sentence, actions) => {
    const at = await teamAtWork({ method })
    await showScreen(
      at,
      <DeviceContext value={memoryDevice().device}>
        <AddressPartsContext value={{ team: at.team, tab: tail.split('/')[1] ?? '' }}>
          <Place />
        </AddressPartsContext>
      </DeviceContext>,
      tail === 'today' ? '/today' : `/t/${at.team}/${tail}`,
    )
    // A method word in the sentence is a button of its own, and nothing to do about the place.
    const said = await screen.findByText((_, element) => element?.localName === 'p' && element.textContent === sentence)
    const around = within(said.parentElement!)
    const offered = [...around.queryAllByRole('button'), ...around.queryAllByRole('link')]
      .filter(action => !said.contains(action))
      .map(({ textContent }) => textContent)
    expect(offered.toSorted()).toEqual(actions.toSorted())
  },
)
