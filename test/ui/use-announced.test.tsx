import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announcements } from '../../src/ui/announcements.ts'
import { Banner } from '../../src/ui/banner.tsx'
import { useAnnounced } from '../../src/ui/use-announced.ts'
import { show } from './kit.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  announcements.setState({ log: [] })
})
afterEach(() => void vi.useRealTimers())

const wait = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000))
const said = () => announcements.getState().log

function Count({ text }: { readonly text: string }) {
  useAnnounced(text)
  return <span>{text}</span>
}

describe('what a piece of screen says by itself', () => {
  it('is where the typing ends, not each step on the way, and nothing once it is empty', () => {
    const { again } = show(<Count text="" />)
    wait(1)
    for (const left of [4, 3, 1]) {
      again(<Count text={`${left} von 4 Karten`} />)
      wait(0.3)
    }
    wait(0.3)
    again(<Count text="" />)
    wait(1)
    expect(said()).toEqual(['1 von 4 Karten'])
  })

  it('is the sentence of a banner, once; an alert speaks without help', () => {
    const { again } = show(<Banner tone="info">Eine neue Fassung liegt bereit</Banner>)
    wait(1)
    again(<Banner tone="info">Eine neue Fassung liegt bereit</Banner>)
    again(<Banner tone="danger">Nicht gesichert: Speicher voll</Banner>)
    wait(1)
    expect(said()).toEqual(['Eine neue Fassung liegt bereit'])
  })
})
