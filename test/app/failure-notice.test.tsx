import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFailureNotice } from '../../src/app/use-failure-notice.ts'
import { announcements } from '../../src/ui/announcements.ts'
import { toasts } from '../../src/ui/toasts.ts'
import { inGerman } from '../ui/kit.tsx'

function Watching() {
  useFailureNotice()
  return null
}

const sentence = /^Ein Schritt ist nicht gelungen\. Was gesichert ist, bleibt unberührt\./
const told = () => toasts.store.getState().shown.map(({ text }) => text)

const rejected = (reason: unknown) => {
  const event = new Event('unhandledrejection')
  window.dispatchEvent(Object.assign(event, { reason }))
}
const thrown = (error: unknown) => window.dispatchEvent(new ErrorEvent('error', { error }))

beforeEach(() => {
  toasts.clear()
  vi.useFakeTimers()
  render(inGerman(<Watching />))
})
afterEach(() => void vi.useRealTimers())

test.each([
  ['a promise that nobody waited for', () => rejected(new TypeError('x is undefined'))],
  ['an error in the handler of a button', () => thrown(new Error('no such record'))],
])('%s is told: what happened, what is safe, what to do', (_what, happen) => {
  happen()
  expect(told()).toEqual([expect.stringMatching(sentence)])
  expect(toasts.store.getState().shown[0]?.action?.label).toBe('Neu laden')
  expect(announcements.getState().log.at(-1)).toMatch(sentence)
})

test('a fault that repeats itself is told once, and again only after a while', () => {
  for (let times = 0; times < 100; times++) rejected(new Error('again'))
  expect(told()).toHaveLength(1)
  toasts.clear()
  vi.advanceTimersByTime(59_000)
  thrown(new Error('again'))
  expect(told()).toEqual([])
  vi.advanceTimersByTime(2_000)
  thrown(new Error('again'))
  expect(told()).toHaveLength(1)
})

test.each([
  ['what a person has broken off', () => rejected(new DOMException('The user aborted a request.', 'AbortError'))],
  ['a remark of the browser on its layout', () => thrown(null)],
])('%s is no failure', (_what, happen) => {
  happen()
  expect(told()).toEqual([])
})
