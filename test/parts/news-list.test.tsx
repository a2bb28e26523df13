import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { CardNews, News } from '../../src/domain/visits/card-news.ts'
import { readUpTo } from '../../src/domain/visits/read-mark.ts'
import BacklogScreen from '../../src/features/backlog/backlog-screen.tsx'
import { CardFace } from '../../src/parts/card-face.tsx'
import { ItemRow } from '../../src/parts/item-row.tsx'
import NewsDialog from '../../src/parts/visits/news-dialog.tsx'
import { NewsList } from '../../src/parts/visits/news-list.tsx'
import { queryOf, setQuery } from '../../src/parts/place-query.ts'
import { toasts } from '../../src/ui/toasts.ts'
import { withTeam } from '../../src/workspace/news.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../support/team-screen.tsx'

/** What Ben did while Anna was away. */
const cardNews = (item: string, ...news: readonly News[]): CardNews => ({
  item,
  key: 'BUE-7K3QX',
  title: 'Lageplan',
  news,
})

const bring = ({ workspace, home }: TeamAtWork, ...cards: readonly CardNews[]) =>
  workspace.session.setState(({ news }) => ({
    news: { ...withTeam(news, home, { heads: { ben: 4 }, cards }), device: 'laptop' },
  }))

beforeEach(() => {
  toasts.clear()
  setQuery('', '')
})

test.each<readonly [News, string]>([
  [{ kind: 'new', to: 'Bereit', by: '' }, 'Neu, in „Bereit“'],
  [{ kind: 'moved', from: null, to: 'In Arbeit', by: '' }, 'Von Vorrat nach „In Arbeit“ verschoben'],
  [{ kind: 'moved', from: '', to: 'Erledigt', by: '' }, 'Nach „Erledigt“ verschoben'],
  [{ kind: 'moved', from: 'Bereit', to: '', by: '' }, 'Von „Bereit“ nach einer anderen Spalte verschoben'],
  [{ kind: 'estimated', from: null, to: 5, by: '' }, 'Auf 5 geschätzt'],
  [{ kind: 'estimated', from: 3, to: 5, by: '' }, 'Schätzung von 3 auf 5 geändert'],
  [{ kind: 'estimated', from: 3, to: null, by: '' }, 'Schätzung 3 entfernt'],
  [{ kind: 'scheduled', from: '2025-12-24', to: null, by: '' }, 'Termin Mi., 24. Dez. 2025 entfernt'],
  [{ kind: 'prioritised', from: 'medium', to: 'high', by: '' }, 'Priorität von mittel auf hoch geändert'],
  [{ kind: 'kindChanged', from: 'task', to: 'bug', by: '' }, 'Art von Aufgabe auf Fehler geändert'],
  [{ kind: 'renamed', name: 'Plan', by: '' }, 'Umbenannt, vorher „Plan“'],
  [{ kind: 'assigned', name: '', by: '' }, 'unbekannt zugeteilt'],
  [{ kind: 'commented', areMany: false, by: '' }, 'Neuer Kommentar'],
  [{ kind: 'commented', areMany: true, by: '' }, 'Neue Kommentare'],
  [{ kind: 'described', by: '' }, 'Beschreibung geändert'],
])('%o is said in words', async (news, words) => {
  const at = await teamAtWork()
  const shown = { ...news, by: at.ben }
  await showScreen(at, <NewsList cards={[cardNews('i', shown)]} isKanban over={`/t/${at.team}/board`} />)
  expect(screen.getAllByRole('listitem').at(-1)).toHaveTextContent(`${words} Ben Sander`)
})

test('a card opens over the place it is told at; one that lies in the bin cannot be opened', async () => {
  const at = await teamAtWork()
  const cards = [cardNews('a', { kind: 'described', by: at.ben }), cardNews('b', { kind: 'deleted', by: 'fremd' })]
  await showScreen(at, <NewsList cards={cards} isKanban over="/today/x" />)
  expect(screen.getByRole('link', { name: 'Lageplan' })).toHaveAttribute('href', '#/today/x/c/BUE-7K3QX')
  expect(screen.getByText('jemand')).toBeVisible()
})

test('a long list comes in pieces', async () => {
  const at = await teamAtWork()
  const cards = Array.from({ length: 60 }, (_, index) => cardNews(`i${index}`, { kind: 'described', by: at.ben }))
  await showScreen(at, <NewsList cards={cards} isKanban over="/today" />)
  expect(screen.getAllByRole('link')).toHaveLength(50)
  await userEvent.click(screen.getByRole('button', { name: '10 weitere Karten zeigen' }))
  expect(screen.getAllByRole('link')).toHaveLength(60)
})

test('a changed card says so on the board and in a list, and no other does', async () => {
  const at = await teamAtWork()
  const [plan, other] = [await at.card({ title: 'Lageplan' }), await at.card({ title: 'Statik' })]
  bring(at, cardNews(plan.id, { kind: 'described', by: at.ben }))
  await showScreen(at, [
    <CardFace key="a" id={plan.id} />,
    <ItemRow key="b" id={plan.id} />,
    <CardFace key="c" id={other.id} />,
    <ItemRow key="d" id={other.id} />,
  ])
  expect(screen.getAllByText('Seit dem letzten Besuch geändert:')).toHaveLength(2)
})

test('the chip comes with the news, leaves the changed cards alone and stands in the address', async () => {
  const at = await teamAtWork()
  const plan = await at.card({ title: 'Lageplan', place: 'backlog' })
  await at.card({ title: 'Statik', place: 'backlog' })
  await showScreen(at, <BacklogScreen />, `/t/${at.team}/backlog`)
  expect(screen.queryByRole('button', { name: 'Seit letztem Besuch' })).toBeNull()
  act(() => bring(at, cardNews(plan.id, { kind: 'described', by: at.ben })))
  await userEvent.click(screen.getByRole('button', { name: 'Seit letztem Besuch' }))
  expect(await screen.findByText('1 von 2')).toBeVisible()
  expect(queryOf(`${at.team}/backlog`)).toBe('changed=1')
  await userEvent.click(screen.getByRole('button', { name: 'Nachlesen' }))
  const dialog = await screen.findByRole('dialog', { name: 'Seit Ihrem letzten Besuch' })
  expect(within(dialog).getByRole('link', { name: 'Lageplan' })).toBeVisible()
})

test('what was read is noted up to where it was shown, and can be taken back', async () => {
  const at = await teamAtWork()
  bring(at, cardNews('i', { kind: 'described', by: at.ben }))
  let isOpen = true
  await showScreen(at, <NewsDialog onClose={() => (isOpen = false)} />)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Als gelesen vermerken' }))
  await waitFor(() => expect(isOpen).toBe(false))
  expect(readUpTo(at.workspace.records, at.home)).toEqual({ ben: 4 })
  const [notice] = toasts.store.getState().shown
  expect(notice?.text).toBe('Als gelesen vermerkt, auch auf Ihren anderen Geräten')
  notice?.action?.run()
  await waitFor(() => expect(readUpTo(at.workspace.records, at.home)).toBeUndefined())
})

test('where nothing is new any more the dialog says so', async () => {
  await showScreen(await teamAtWork(), <NewsDialog onClose={() => undefined} />)
  expect(screen.getByText('Nichts Neues seit Ihrem letzten Besuch.')).toBeVisible()
})
