import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announce, announcements } from '../../src/ui/announcements.ts'
import { LiveRegion } from '../../src/ui/live-region.tsx'
import { ToastRegion } from '../../src/ui/toast-region.tsx'
import { toasts } from '../../src/ui/toasts.ts'
import { show } from './kit.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  toasts.clear()
  vi.useRealTimers()
})

const wait = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000))
const say = (text: string, run?: () => void) =>
  act(() => toasts.show({ text, action: run && { label: 'Rückgängig', run } }))

describe('a message after a change', () => {
  it('is a status, offers to take the change back, and leaves after eight seconds', () => {
    show(<ToastRegion />)
    const undo = vi.fn()
    say('Karte nach Erledigt verschoben', undo)
    expect(screen.getByRole('status')).toHaveTextContent('Karte nach Erledigt verschoben')
    wait(7.9)
    fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('stays while it is pointed at or focused', () => {
    show(<ToastRegion />)
    say('Gelöscht', () => {})
    const region = screen.getByRole('status')
    fireEvent.pointerEnter(region)
    wait(60)
    expect(region).toHaveTextContent('Gelöscht')
    fireEvent.pointerLeave(region)
    act(() => screen.getByRole('button', { name: 'Rückgängig' }).focus())
    wait(60)
    expect(region).toHaveTextContent('Gelöscht')
    act(() => screen.getByRole('button', { name: 'Rückgängig' }).blur())
    wait(8)
    expect(region).toBeEmptyDOMElement()
  })

  it('gives focus back to where it came from', () => {
    show(
      <>
        <button type="button">Karte</button>
        <ToastRegion />
      </>,
    )
    say('Gelöscht', () => {})
    act(() => screen.getByRole('button', { name: 'Karte' }).focus())
    act(() => screen.getByRole('button', { name: 'Rückgängig' }).focus())
    fireEvent.click(screen.getByRole('button', { name: 'Meldung schließen' }))
    expect(screen.getByRole('button', { name: 'Karte' })).toHaveFocus()
  })

  it('makes room when a fourth one comes', () => {
    show(<ToastRegion />)
    for (const text of ['Eins', 'Zwei', 'Drei', 'Vier']) say(text)
    expect(screen.getByRole('status')).toHaveTextContent(/^Zwei.*Drei.*Vier$/)
  })
})

describe('what is said to a screen reader', () => {
  it('is said again when it is the same sentence', () => {
    show(<LiveRegion />)
    const regions = () => [...document.querySelectorAll('[aria-live]')].map(region => region.textContent)
    act(() => announce('Position 2 von 7'))
    const once = regions()
    act(() => announce('Position 2 von 7'))
    expect(regions()).toEqual(once.toReversed())
    expect(announcements.getState().log.slice(-2)).toEqual(['Position 2 von 7', 'Position 2 von 7'])
  })
})
