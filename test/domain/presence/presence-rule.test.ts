import { expect, test } from 'vitest'
import { allowPresence, isPresenceOff, presenceRule } from '../../../src/domain/presence/presence-rule.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { memoryOffice } from '../../support/memory-office.ts'

test('who looks where is shown until somebody says no for everybody, and again when somebody says yes', () => {
  const { view, run } = memoryOffice()
  expect(isPresenceOff(view)).toBe(false)
  for (const isAllowed of [false, true, false]) {
    run(allowPresence, { isAllowed })
    expect(isPresenceOff(view)).toBe(!isAllowed)
  }
  expect([...view.all(presenceRule.type)]).toHaveLength(1)
})

test('of two rules made apart the stricter holds, and both are settled by the next decision', () => {
  const { view, run, apply, context } = memoryOffice()
  for (const [id, isOff] of [
    ['one', true],
    ['two', false],
  ] as const)
    apply(create(presenceRule, { document: 'workspace#1', id }, { isOff }, context()))
  expect(isPresenceOff(view)).toBe(true)
  run(allowPresence, { isAllowed: true })
  expect(isPresenceOff(view)).toBe(false)
})
