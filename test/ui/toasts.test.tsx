import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announce } from '../../src/ui/announcements.ts'
import { LiveRegion } from '../../src/ui/live-region.tsx'
import { ToastRegion } from '../../src/ui/toast-region.tsx'
import { toasts } from '../../src/ui/toasts.ts'
import { useModal } from '../../src/ui/use-modal.ts'
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

const spoken = () => [...screen.getByRole('log').children].map(line => line.textContent)

function Surface() {
  const { ref } = useModal(true, () => {})
  return <dialog ref={ref} aria-label="Neue Karte" />
}

describe('what is said to a screen reader', () => {
  it('is a message once, however many stand on the screen, and the message itself stays silent', () => {
    show(
      <>
        <ToastRegion />
        <LiveRegion />
      </>,
    )
    say('Karte gelöscht')
    wait(0.2)
    wait(1.5)
    say('Hindernis gelöscht')
    wait(0.2)
    expect(screen.getByRole('status')).toHaveTextContent('Karte gelöscht')
    expect(screen.getByRole('status')).toHaveAttribute('aria-live', 'off')
    expect(spoken()).toEqual(['Hindernis gelöscht'])
  })

  it('is each of two sentences of the same moment, and again when it is the same sentence', () => {
    show(<LiveRegion />)
    act(() => {
      announce('Position 2 von 7')
      announce('Rückgängig gemacht')
    })
    wait(0.2)
    act(() => announce('Position 2 von 7'))
    wait(0.2)
    expect(spoken()).toEqual(['Position 2 von 7', 'Rückgängig gemacht', 'Position 2 von 7'])
  })

  it('is gone after a moment, so nobody finds it as content of the page', () => {
    show(<LiveRegion />)
    act(() => announce('Karte verschoben'))
    wait(0.2)
    wait(1.4)
    expect(spoken()).toEqual(['Karte verschoben'])
    wait(0.1)
    expect(spoken()).toEqual([])
  })

  it('is not said again by a surface that opens, and after one that closes it is said outside', () => {
    const { again } = show(<LiveRegion />)
    act(() => announce('Karte verschoben'))
    wait(0.2)
    again(
      <>
        <LiveRegion />
        <Surface />
      </>,
    )
    expect(screen.getByRole('dialog')).toContainElement(screen.getByRole('log'))
    expect(spoken()).toEqual([])
    act(() => announce('Karte angelegt'))
    again(<LiveRegion />)
    wait(0.2)
    expect(spoken()).toEqual(['Karte angelegt'])
  })
})
