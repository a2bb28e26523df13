import { screen } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { expect, test } from 'vitest'
import { item, type Item } from '../../src/domain/work/item.ts'
import { useQuietReading } from '../../src/parts/use-quiet-reading.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../support/team-screen.tsx'

function Title({ id }: { readonly id: string }) {
  return <p>{useQuietReading(item, view => view.get(item, id)?.title, [id])}</p>
}

/** A colleague's edit arrives after the first drawing and before anybody listens. */
function Arriving({ at, id }: { readonly at: TeamAtWork; readonly id: string }) {
  useLayoutEffect(() => {
    const edited: Item = { ...at.item(id), title: 'Vordruck, zweite Fassung' }
    at.workspace.records.put(edited)
  }, [at, id])
  return null
}

test('what changes between drawing and listening is not missed', async () => {
  const at = await teamAtWork()
  const { id } = await at.card({ title: 'Vordruck' })
  await showScreen(
    at,
    <>
      <Title id={id} />
      <Arriving at={at} id={id} />
    </>,
  )
  expect(await screen.findByText('Vordruck, zweite Fassung')).toBeVisible()
})
