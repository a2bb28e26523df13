import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { statementOf } from '../../../src/domain/statement/fill-statement.ts'
import { buildingOffice } from '../work/building-office.ts'

describe('the accessibility statement', () => {
  test('begins with its first field and grows field by field; what is emptied is gone', () => {
    const { done, view } = buildingOffice()
    expect(statementOf(view)).toBeUndefined()
    done(commands.fillStatement, { body: ' Stadt Musterstadt ' })
    done(commands.fillStatement, { checkedOn: '2026-11-20', barriers: '- Fotos ohne Beschreibung\n- Kurven' })
    expect(statementOf(view)).toMatchObject({
      body: 'Stadt Musterstadt',
      contact: '',
      checkedOn: '2026-11-20',
      barriers: '- Fotos ohne Beschreibung\n- Kurven',
    })
    done(commands.fillStatement, { checkedOn: null, body: '' })
    expect(statementOf(view)).toMatchObject({ body: '', checkedOn: null })
  })

  test('refuses a day that does not exist and what is too long, and keeps what was there', () => {
    const { done, refusal, view } = buildingOffice()
    done(commands.fillStatement, { method: 'Selbstbewertung' })
    expect(refusal(commands.fillStatement, { checkedOn: '2026-02-30' })).toEqual({ because: 'dayIsUnfit' })
    expect(refusal(commands.fillStatement, { method: 'x'.repeat(501) })).toMatchObject({ longest: 500 })
    expect(refusal(commands.fillStatement, { barriers: 'x'.repeat(8001) })).toMatchObject({ longest: 8000 })
    expect(statementOf(view)).toMatchObject({ method: 'Selbstbewertung', checkedOn: null, barriers: '' })
  })
})
