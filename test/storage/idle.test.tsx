import { fireEvent } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { idle } from '../../src/storage/idle.ts'

// One clock for all scenes: what the scene before touched lies long ago.
beforeAll(() => vi.useFakeTimers())
beforeEach(() => vi.advanceTimersByTimeAsync(10_000))
afterAll(() => vi.useRealTimers())

const housework = () => {
  const done = vi.fn()
  void idle().then(done)
  return done
}

test('housework begins in the next idle moment when nobody touches anything', async () => {
  const done = housework()
  await vi.advanceTimersByTimeAsync(60)
  expect(done).toHaveBeenCalled()
})

test('while Nadia types, housework waits; half a second after her last letter it goes on', async () => {
  const done = housework()
  for (const key of 'bauamt') {
    fireEvent.keyDown(document.body, { key })
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(done).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(300)
  expect(done).toHaveBeenCalled()
})

test('a mouse that only passes over the board holds nothing up, a card in the air does', async () => {
  const reading = housework()
  fireEvent.pointerMove(document.body, { buttons: 0 })
  await vi.advanceTimersByTimeAsync(60)
  expect(reading).toHaveBeenCalled()
  const dragging = housework()
  fireEvent.pointerMove(document.body, { buttons: 1 })
  await vi.advanceTimersByTimeAsync(400)
  expect(dragging).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(dragging).toHaveBeenCalled()
})
