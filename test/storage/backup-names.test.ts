import { describe, expect, test } from 'vitest'
import { backupName } from '../../src/storage/backup-files.ts'

describe('the name of a backup', () => {
  test.each([
    ['Bauamt', false, 1, 'Lotse Bauamt 2026-11-20.lotse.json'],
    ['Bauamt', true, 1, 'Lotse Bauamt 2026-11-20.lotse'],
    ['Bauamt', false, 2, 'Lotse Bauamt 2026-11-20 (2).lotse.json'],
    ['../..\\Amt: "Süd"?\u202Egpj', false, 1, 'Lotse .. .. Amt Süd gpj 2026-11-20.lotse.json'],
    ['', false, 1, 'Lotse 2026-11-20.lotse.json'],
    ['x'.repeat(300), false, 1, `Lotse ${'x'.repeat(80)} 2026-11-20.lotse.json`],
  ])('of %j', (workspace, sealed, copy, name) => expect(backupName(workspace, '2026-11-20', sealed, copy)).toBe(name))
})
