import { readFileSync } from 'node:fs'
import { useState } from 'react'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { printArchive } from '../../../src/exchange/archive.ts'
import { browserExchange } from '../../../src/exchange/browser-exchange.ts'
import { planBytes, readBytes } from '../../../src/exchange/read-bytes.ts'
import { goTo } from '../../../src/features/files/intake-store.ts'
import ImportScreen from '../../../src/features/files/import-screen.tsx'
import TeamImportScreen from '../../../src/features/files/team-import-screen.tsx'
import { I18nProvider } from '../../../src/i18n/i18n-provider.tsx'
import { loadMessages } from '../../../src/i18n/messages.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import { ExchangeContext } from '../../../src/parts/exchange-context.ts'
import { handOverTable } from '../../../src/parts/pasted-table.ts'
import { WorkspaceContext } from '../../../src/parts/workspace-context.ts'
import { archiveOf } from '../../../src/workspace/archive.ts'
import type { Device } from '../../../src/workspace/device.ts'
import type { ExchangePort, Watch } from '../../../src/workspace/exchange-port.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { memoryWorkspace } from '../../support/memory-ports.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../../support/team-screen.tsx'

/** Files read on the page itself: jsdom has no workers. */
const named = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
const exchange: ExchangePort = {
  ...browserExchange,
  read: async (file, { signal }: Watch) => {
    const result = await readBytes(await named(file))
    return signal?.aborted ? { ok: false, refusal: { because: 'cancelled' } } : result
  },
  planTable: async (file, mapping) => planBytes(await named(file), mapping),
}

const snapshots: string[] = []
const takeSnapshot = async (_: Workspace, reason: string) => void snapshots.push(reason)
const deviceWith = (found?: Device['found']) => ({ takeSnapshot, found, backup: () => {} }) as unknown as Device
const board = new File([readFileSync('test/exchange/fixtures/board.json')], 'board.json')
const choose = (file: File) => userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file)
const liveTitles = ({ workspace, home }: Pick<TeamAtWork, 'workspace' | 'home'>) =>
  workspace
    .recordsOf(home)
    .flatMap(one => (one.type === 'item' && one.deleted === null ? [(one as unknown as { title: string }).title] : []))

beforeEach(() => {
  goTo({ step: 'choose' })
  snapshots.length = 0
})

const open = async (at: TeamAtWork, view = <TeamImportScreen />) =>
  showScreen(
    at,
    <DeviceContext value={deviceWith()}>
      <ExchangeContext value={exchange}>{view}</ExchangeContext>
    </DeviceContext>,
  )

describe('a board comes into a team', () => {
  it('in two steps: choose, take over', async () => {
    const at = await teamAtWork()
    await open(at)
    await choose(board)
    expect(await screen.findByRole('heading', { name: 'Trello-Board „Bauamt digital“' })).toHaveFocus()
    expect(document.querySelector('[data-forecast]')).toHaveTextContent('3 neue Karten')
    await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
    expect(await screen.findByRole('heading', { name: '3 Karten sind da' })).toHaveFocus()
    expect(liveTitles(at)).toEqual(expect.arrayContaining(['Antrag prüfen', 'Bescheid schreiben', 'kurz3']))
    expect(screen.getByText('1 Kommentar')).toBeInTheDocument()
    expect(snapshots).toEqual(['beforeImport'])
  })

  it('says what has no place and what wants to be looked at', async () => {
    await open(await teamAtWork())
    await choose(board)
    const losses = await screen.findByRole('region', { name: 'Was keinen Platz hat' })
    expect(within(losses).getByRole('row', { name: /Kommentare 2/ })).toBeInTheDocument()
    expect(within(losses).getByRole('row', { name: /Eigenes Feld „Aktenzeichen“ 1 63-12\/26/ })).toBeInTheDocument()
    expect(within(losses).getByRole('row', { name: /Karten, die wegbleiben 2/ })).toBeInTheDocument()
    expect(screen.getByText('2 Karten nicht lesbar')).toBeInTheDocument()
  })

  it('lets lists go elsewhere and archived cards come along', async () => {
    const at = await teamAtWork()
    await open(at)
    await choose(board)
    await userEvent.selectOptions(await screen.findByLabelText('Offen'), 'Backlog')
    await userEvent.selectOptions(screen.getByLabelText('In Arbeit'), 'Nicht mitbringen')
    await userEvent.click(screen.getByLabelText('Abgelegte Karten mitbringen'))
    await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
    await screen.findByRole('heading', { name: '2 Karten sind da' })
    expect(screen.getByText('2 Karten im Papierkorb')).toBeInTheDocument()
    expect(liveTitles(at)).not.toContain('Bescheid schreiben')
  })

  it('is taken back at once, and brings nothing twice', async () => {
    const at = await teamAtWork()
    await open(at)
    await choose(board)
    await userEvent.click(await screen.findByRole('button', { name: 'Übernehmen' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Import zurücknehmen' }))
    await screen.findByRole('heading', { name: 'Der Import ist zurückgenommen' })
    expect(liveTitles(at)).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Andere Datei wählen' }))
    await choose(board)
    await userEvent.click(await screen.findByRole('button', { name: 'Übernehmen' }))
    await screen.findByRole('heading', { name: '3 Karten sind da' })
    goTo({ step: 'choose' })
    await screen.findByRole('heading', { name: 'Datei hierher ziehen' })
    await choose(board)
    await screen.findByText('3 Karten sind schon da und bleiben')
    expect(screen.getByRole('button', { name: 'Übernehmen' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('is remembered, and taken back days later', async () => {
    const at = await teamAtWork()
    const { unmount } = await open(at)
    await choose(board)
    await userEvent.click(await screen.findByRole('button', { name: 'Übernehmen' }))
    await screen.findByRole('heading', { name: '3 Karten sind da' })
    unmount()
    await open(at)
    await userEvent.click(await screen.findByRole('button', { name: 'Import zurücknehmen: „Bauamt digital“' }))
    await screen.findByRole('heading', { name: 'Der Import ist zurückgenommen' })
    expect(liveTitles(at)).toEqual([])
  })
})

describe('a table comes into a team', () => {
  it('dropped anywhere, understood anew when a column means something else', async () => {
    const at = await teamAtWork()
    await open(at)
    const file = new File(['Worum;Was genau;Frist\nAntrag;Bauantrag prüfen;03/04/2026'], 'liste.csv')
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [file] } })
    await screen.findByRole('heading', { name: 'Tabelle „liste“' })
    expect(screen.getByRole('radio', { name: 'Tag zuerst (3. April)' })).toBeChecked()
    await userEvent.selectOptions(screen.getByLabelText('Worum'), 'Labels')
    await userEvent.selectOptions(await screen.findByLabelText('Was genau'), 'Titel')
    await userEvent.click(screen.getByRole('radio', { name: 'Monat zuerst (4. März)' }))
    await waitFor(() => expect(screen.getByText('Alles aus der Datei hat einen Platz.')).toBeInTheDocument())
    await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
    await screen.findByRole('heading', { name: '1 Karte ist da' })
    expect(at.workspace.recordsOf(at.home).find(({ type }) => type === 'item')).toMatchObject({
      title: 'Bauantrag prüfen',
      due: '2026-03-04',
    })
  })

  it('as pasted rows', async () => {
    const at = await teamAtWork()
    await open(at)
    await userEvent.click(screen.getByText('Tabelle einfügen'))
    await userEvent.type(screen.getByLabelText('Eingefügte Tabelle'), 'Titel;Schätzung\nAntrag;3,5')
    await userEvent.click(screen.getByRole('button', { name: 'Tabelle lesen' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Übernehmen' }))
    await screen.findByRole('heading', { name: '1 Karte ist da' })
  })

  it('as what was pasted into the backlog before, once', async () => {
    handOverTable('Titel\tFrist\nAntrag\t20.11.2026')
    const at = await teamAtWork()
    const { unmount } = await open(at)
    await screen.findByRole('heading', { name: 'Tabelle „Eingefügte Tabelle“' })
    unmount()
    await open(at)
    expect(screen.getByRole('heading', { name: 'Datei hierher ziehen' })).toBeInTheDocument()
  })

  it.each(['into the field', 'anywhere on the page'])('as a table of Excel pasted %s, read at once', async where => {
    await open(await teamAtWork())
    const text = 'Antrag prüfen\t20.11.2026\t3,5\r\nBescheid, neu\t1.12.2026\t8\r\n'
    await userEvent.click(screen.getByText('Tabelle einfügen'))
    const target = where === 'into the field' ? screen.getByLabelText('Eingefügte Tabelle') : document.body
    fireEvent.paste(target, { clipboardData: { files: [], getData: () => text } })
    await screen.findByRole('heading', { name: 'Tabelle „Eingefügte Tabelle“' })
    expect(screen.getByText(/2 Zeilen, getrennt durch Tabulator/)).toBeInTheDocument()
    expect(screen.getByLabelText('Spalte 2')).toHaveValue('due')
  })

  it('from Jira, with one choice for each field and the many that stay away folded', async () => {
    await open(await teamAtWork())
    const others = Array.from({ length: 20 }, (_, index) => `Custom field (Feld ${index})`)
    const header = ['Summary', 'Issue key', 'Issue id', 'Comment', 'Comment', ...others]
    const said = ['01/Mar/26 8:00;ben;Eins', '02/Mar/26 8:00;ben;Zwei']
    const rows = [header, ['Antrag', 'BAU-1', '1', ...said, ...others]].map(cells => cells.join(','))
    await choose(new File([rows.join('\n')], 'jira.csv'))
    await screen.findByRole('heading', { name: 'Jira-Vorgänge „jira“' })
    expect(document.querySelector('[data-forecast]')).toHaveTextContent('2 Kommentare')
    expect(screen.getByLabelText('Comment')).toHaveValue('comments')
    expect(screen.queryByLabelText('Custom field (Feld 0)')).toBeNull()
    await userEvent.click(screen.getByText('20 weitere Spalten kommen nicht mit'))
    await userEvent.selectOptions(await screen.findByLabelText('Custom field (Feld 0)'), 'Labels')
    await waitFor(() => expect(screen.getAllByRole('row', { name: /Spalte „Custom field/ })).toHaveLength(19))
    await userEvent.selectOptions(screen.getByLabelText('Comment'), 'Nicht übernehmen')
    await screen.findByRole('row', { name: /Spalte „Comment“ 2/ })
  })

  it('is refused with a reason and a place, and changes nothing', async () => {
    const at = await teamAtWork()
    await open(at)
    await choose(new File(['{"lists":[,]}'], 'kaputt.json', { type: 'application/json' }))
    expect(
      await screen.findByText(
        /„kaputt.json“ wurde nicht gelesen\. Die Datei bricht in Zeile 1, Stelle 11 ab .+ Es wurde nichts verändert\./,
      ),
    ).toBeInTheDocument()
    expect(liveTitles(at)).toEqual([])
  })
})

describe('a team begins with a board', () => {
  const first = async () => {
    const workspace = await memoryWorkspace()
    const messages = await loadMessages('de')
    const found = vi.fn()
    /** Like the app: a founded workspace builds every screen anew, inside it. */
    function Host() {
      const [inside, setInside] = useState<Workspace>()
      const [device] = useState(() => {
        const enter = async () => {
          setInside(workspace)
          return workspace
        }
        return deviceWith(found.mockImplementation(enter) as unknown as Device['found'])
      })
      const wizard = (
        <DeviceContext value={device}>
          <ExchangeContext value={exchange}>
            <ImportScreen />
          </ExchangeContext>
        </DeviceContext>
      )
      return inside ? <WorkspaceContext value={inside}>{wizard}</WorkspaceContext> : wizard
    }
    render(
      <I18nProvider initial={{ language: 'de', messages }}>
        <Host />
      </I18nProvider>,
    )
    return { workspace, found }
  }

  it('asks for a name when the file does not know it, and founds workspace, team and columns', async () => {
    const { workspace, found } = await first()
    await choose(board)
    await userEvent.click(await screen.findByRole('button', { name: 'Übernehmen' }))
    expect(screen.getByLabelText(/Ihr Name/)).toHaveFocus()
    expect(screen.getByText('Bitte tragen Sie Ihren Namen ein.')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText(/Ihr Name/), 'Katrin Albers')
    await userEvent.click(screen.getByRole('radio', { name: 'In Sprints (Scrum)' }))
    await userEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
    await waitFor(() => expect([...workspace.records.all('item')]).toHaveLength(3))
    expect(found).toHaveBeenCalledWith({ name: 'Bauamt digital', person: 'Katrin Albers' })
    const names = [...workspace.records.all('column')].map(one => (one as unknown as { name: string }).name)
    expect(names).toEqual(['Bereit', 'In Arbeit', 'Erledigt'])
  })

  it('or with an archive, as one of its people', async () => {
    const at = await teamAtWork()
    await at.card({ title: 'Antrag prüfen' })
    const text = printArchive(await archiveOf(at.workspace))
    const { workspace, found } = await first()
    await choose(new File([text], 'Sicherung.json', { type: 'application/json' }))
    await userEvent.selectOptions(await screen.findByLabelText('Wer sind Sie in dieser Sicherung?'), 'Ben Sander')
    await userEvent.click(screen.getByRole('button', { name: 'Einspielen' }))
    await waitFor(async () => expect(await workspace.digest()).toBe(await at.workspace.digest()))
    expect(found).toHaveBeenCalledWith({ name: 'Bürgerservice', person: 'Ben Sander', personId: at.ben })
    expect(printArchive(await archiveOf(workspace))).toBe(text)
  })
})

describe('a backup is restored where people work', () => {
  it('after saying what would change', async () => {
    const at = await teamAtWork()
    const text = printArchive(await archiveOf(at.workspace))
    await at.card({ title: 'Später angelegt' })
    await open(at)
    await choose(new File([text], 'Sicherung.json', { type: 'application/json' }))
    await userEvent.click(await screen.findByText('Karten: 1 in den Papierkorb'))
    expect(screen.getByText('Später angelegt')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Einspielen' }))
    await screen.findByRole('heading', { name: 'Die Sicherung ist eingespielt' })
    expect([liveTitles(at), snapshots]).toEqual([[], ['beforeRestore']])
  })
})
