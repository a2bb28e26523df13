import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { buildingOffice } from './building-office.ts'

test('who began from an older text keeps what a colleague wrote since then', () => {
  const { done, card, get } = buildingOffice()
  const id = card('Antrag')
  const base = 'Lageplan prüfen.'
  done(commands.describeItem, { item: id, description: base })
  done(commands.describeItem, { item: id, description: `${base} Frist: Mai.` })
  done(commands.describeItem, { item: id, description: 'Den Lageplan prüfen.', base })
  expect(get(id).description).toBe('Den Lageplan prüfen. Frist: Mai.')
})
