import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CardNews } from '../../src/domain/visits/card-news.ts'
import { changeDeviceSettings } from '../../src/parts/device-settings.ts'
import { useNewsNotices } from '../../src/parts/visits/use-news-notices.ts'
import { withTeam } from '../../src/workspace/news.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

/** Anna looks at her mail while Ben works on. What the system shows is written down. */
const shown: { title: string; body: string }[] = []

class WrittenNotice extends EventTarget {
  static permission = 'granted'

  constructor(title: string, { body = '' }: NotificationOptions) {
    super()
    shown.push({ title, body })
  }

  close(): void {}
}

const Listening = () => {
  useNewsNotices()
  return null
}

const cards = (...titles: readonly string[]): readonly CardNews[] =>
  titles.map(title => ({ item: title, key: 'BUE-1', title, news: [{ kind: 'described', by: 'ben' }] }))

const away = async (isAway = true) => {
  const at = await teamAtWork()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isAway)
  await showScreen(at, <Listening />)
  vi.useFakeTimers()
  const comes = (...titles: readonly string[]) =>
    act(() =>
      at.workspace.session.setState(({ news }) => ({
        news: withTeam(news, at.home, { heads: {}, cards: cards(...titles) }),
      })),
    )
  return { comes, pass: (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000)) }
}

beforeEach(() => {
  localStorage.clear()
  shown.length = 0
  WrittenNotice.permission = 'granted'
  vi.stubGlobal('Notification', WrittenNotice)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a burst is one notice that says how many cards, and nothing of what stands on them', async () => {
  changeDeviceSettings({ notices: 'count' })
  const { comes, pass } = await away()
  comes('Lageplan')
  pass(2)
  comes('Lageplan', 'Statik')
  pass(10)
  expect(shown).toEqual([{ title: 'Andere haben 2 Karten geändert', body: '' }])
  pass(60)
  comes('Lageplan', 'Statik', 'Kran')
  pass(10)
  expect(shown.at(-1)).toEqual({ title: 'Andere haben eine Karte geändert', body: '' })
})

test('who has allowed it sees the first titles', async () => {
  changeDeviceSettings({ notices: 'titles' })
  const { comes, pass } = await away()
  comes('Lageplan', 'Statik', 'Kran', 'Bagger', 'Zaun')
  pass(10)
  expect(shown).toEqual([{ title: 'Andere haben 5 Karten geändert', body: 'Lageplan\nStatik\nKran\nund 2 weitere' }])
})

test.each([
  ['who has not asked for it', 'off', true, 'granted'],
  ['who looks at the app', 'count', false, 'granted'],
  ['whose browser does not allow it any more', 'count', true, 'denied'],
] as const)('%s is told nothing', async (_, notices, isAway, permission) => {
  changeDeviceSettings({ notices })
  WrittenNotice.permission = permission
  const { comes, pass } = await away(isAway)
  comes('Lageplan')
  pass(10)
  expect(shown).toEqual([])
})
