import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { browserExchange } from '../../../src/exchange/browser-exchange.ts'
import ExportScreen from '../../../src/features/files/export-screen.tsx'
import { ExchangeContext } from '../../../src/parts/exchange-context.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

describe('giving out', () => {
  it('hands over an archive and a table under telling names', async () => {
    const names: string[] = []
    const texts: Promise<string>[] = []
    URL.createObjectURL = blob => {
      texts.push((blob as Blob).text())
      return 'blob:x'
    }
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const at = await teamAtWork()
    await at.card({ title: 'Antrag prüfen', estimate: 3.5 })
    await showScreen(
      at,
      <ExchangeContext value={browserExchange}>
        <ExportScreen />
      </ExchangeContext>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Sicherung herunterladen' }))
    await waitFor(() => expect(names).toHaveLength(1))
    const table = screen.getByRole('button', { name: 'Tabelle herunterladen' })
    await waitFor(() => expect(table).not.toHaveAttribute('aria-disabled', 'true'))
    await userEvent.click(table)
    await waitFor(() => expect(names).toHaveLength(2))
    expect(names.map(name => name.replace(/\d{4}-\d\d-\d\d/, 'heute'))).toEqual([
      'Lotse-Sicherung-heute.json',
      'Bürgerservice-heute.csv',
    ])
    expect(await texts[1]).toContain(';Aufgabe;Antrag prüfen;')
  })
})
