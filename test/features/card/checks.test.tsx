import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { addChecks } from '../../../src/domain/work/add-checks.ts'
import { check, checksKey, criteria } from '../../../src/domain/work/check.ts'
import CardOverlay from '../../../src/features/card/card-overlay.tsx'
import { dayOf, shiftDay } from '../../../src/i18n/format.ts'
import { AddressPartsContext } from '../../../src/parts/address-parts.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

test('a criterion is given to Ben until tomorrow; ticked, it says who did that instead', async () => {
  const at = await teamAtWork()
  const { records } = at.workspace
  const card = await at.card({ title: 'Antrag', place: at.columns[0]! })
  await at.workspace.run(addChecks, { item: card.id, list: criteria, text: 'Vorlesbar mit Screenreader' })
  const [id = ''] = records.ids(check, 'list', checksKey(card.id, criteria))
  await showScreen(
    at,
    <AddressPartsContext value={{ key: card.key }}>
      <CardOverlay />
    </AddressPartsContext>,
    `/t/${at.team}/board/c/${card.key}`,
  )
  const choose = async (entry: string) => {
    await userEvent.click(screen.getByRole('button', { name: 'Mehr zu „Vorlesbar mit Screenreader“' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: entry }))
  }
  const line = () => document.querySelector(`[data-check="${id}"]`)
  await choose('Person zuordnen')
  await userEvent.click(await screen.findByRole('option', { name: /Ben Sander/ }))
  await waitFor(() => expect(line()).toHaveTextContent('Ben Sander'))
  await choose('Fälligkeit setzen')
  await userEvent.click(await screen.findByRole('button', { name: /^morgen/ }))
  await waitFor(() => expect(line()).toHaveTextContent('morgen'))
  expect(records.get(check, id)).toMatchObject({ person: at.ben, due: shiftDay(dayOf(Date.now()), 1) })
  await userEvent.click(screen.getByRole('checkbox', { name: 'Vorlesbar mit Screenreader' }))
  await waitFor(() => expect(line()).toHaveTextContent('Anna Öztürk,'))
  expect(line()).not.toHaveTextContent('morgen')
})
