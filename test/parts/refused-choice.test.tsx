import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { DuePopover } from '../../src/parts/due-popover.tsx'
import { EstimatePopover } from '../../src/parts/estimate-popover.tsx'
import { show } from '../ui/kit.tsx'

const gone = 'Diese Karte gibt es nicht mehr.'

const surface = () => ({
  anchor: document.body.appendChild(document.createElement('button')),
  onChoose: vi.fn().mockResolvedValueOnce(gone),
  onClose: vi.fn(),
})

test('an estimate that is refused stays typed with the reason under it, and is gone once it is taken', async () => {
  const at = surface()
  show(<EstimatePopover {...at} estimate={null} />)
  const field = await screen.findByRole('textbox', { name: 'Andere Zahl' })
  await userEvent.type(field, '40{Enter}')
  expect(field).toHaveValue('40')
  expect(field).toHaveAccessibleDescription(gone)
  expect(at.onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
  expect(at.onChoose.mock.calls).toEqual([[40], [40]])
  expect(at.onClose).toHaveBeenCalledOnce()
})

test('a day that is refused stays typed with the reason under it', async () => {
  const at = surface()
  show(<DuePopover {...at} due={null} />)
  const field = await screen.findByLabelText('Tag')
  fireEvent.change(field, { target: { value: '2026-12-04' } })
  await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
  expect(field).toHaveValue('2026-12-04')
  expect(field).toHaveAccessibleDescription(gone)
  expect(at.onClose).not.toHaveBeenCalled()
})
