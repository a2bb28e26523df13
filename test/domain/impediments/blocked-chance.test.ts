import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringBack, discard } from '../../../src/domain/kernel/change.ts'
import { blockedIntervals, blockedSince, blockedTime } from '../../../src/domain/impediments/blocked-time.ts'
import { moveImpediment, resolveImpediment } from '../../../src/domain/impediments/move-impediment.ts'
import { openImpedimentsOfItem } from '../../../src/domain/impediments/open-impediments.ts'
import {
  attachItems,
  deleteImpediment,
  detachItems,
  restoreImpediment,
} from '../../../src/domain/impediments/report-impediment.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { obstructedOffice } from './obstructed-office.ts'

const deed = fc.record({
  does: fc.constantFrom('report', 'attach', 'detach', 'resolve', 'tolerate', 'reopen', 'delete', 'restore', 'bin'),
  which: fc.nat(3),
  minutes: fc.integer({ min: 1, max: 5000 }),
})

test('blocked time is the time in which something open was attached, and never longer than the life of the card', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), deeds => {
      const office = obstructedOffice()
      const reported = [office.report({ title: 'Drucker', items: ['antrag'] })]
      const attempt = <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): void => {
        if (office.whyNot(command, args) === 'no refusal') office.run(command, args)
      }
      const isBlocked = () => openImpedimentsOfItem(office.view, 'antrag').length > 0
      const began = office.now
      let expected = 0
      for (const { does, which, minutes } of deeds) {
        const id = reported[which % reported.length]!
        const items = ['antrag']
        const deeds: { readonly [Does in typeof does]: () => void } = {
          report: () => void reported.push(office.report({ title: 'Noch eins', items: which % 2 ? items : [] })),
          attach: () => attempt(attachItems, { impediment: id, items }),
          detach: () => attempt(detachItems, { impediment: id, items }),
          resolve: () => attempt(resolveImpediment, { impediment: id, helped: '' }),
          tolerate: () => attempt(moveImpediment, { impediment: id, to: 'tolerated' }),
          reopen: () => attempt(moveImpediment, { impediment: id, to: 'inProgress' }),
          delete: () => attempt(deleteImpediment, { impediment: id }),
          restore: () => attempt(restoreImpediment, { impediment: id }),
          bin: () => {
            const card = office.item('karte')
            office.apply(card.deleted ? bringBack(card) : discard(card, office.context()))
          },
        }
        deeds[does]()
        if (isBlocked()) expected += minutes * 60_000
        office.pass(minutes * 60_000)
      }
      const card = office.item('antrag')
      const blocked = blockedTime(office.view, card, office.now)
      expect(blocked).toBe(expected)
      expect(blocked).toBeLessThanOrEqual(office.now - began)
      expect(blockedSince(office.view, card, office.now) !== undefined).toBe(isBlocked())
      const intervals = blockedIntervals(office.view, card, office.now)
      intervals.forEach(({ from, to }, index) => {
        expect(from).toBeLessThan(to)
        if (index > 0) expect(intervals[index - 1]!.to).toBeLessThan(from)
      })
    }),
    { numRuns: 200 },
  )
})
