import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { isCreation } from '../../src/domain/kernel/change.ts'
import { item, type Item } from '../../src/domain/work/item.ts'
import { createItem, type CreateItem } from '../../src/domain/work/create-item.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { documentOfTeam, team as teamRecord, type Method } from '../../src/domain/people/team.ts'
import { personNamed } from '../../src/domain/people/members.ts'
import { column } from '../../src/domain/kanban/column.ts'
import type { Done } from '../../src/workspace/session.ts'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { cardSlice } from '../../src/features/card/index.ts'
import { loadMessages } from '../../src/i18n/messages.ts'
import { AppContext, type Tray } from '../../src/parts/app-context.ts'
import { ExchangeContext } from '../../src/parts/exchange-context.ts'
import { bringKeys } from '../../src/parts/shortcuts.ts'
import { TeamContext } from '../../src/parts/use-team.ts'
import { WorkspaceContext } from '../../src/parts/workspace-context.ts'
import { memoryTray } from './memory-tray.ts'
import { plainExchange } from './plain-exchange.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from './memory-ports.ts'

/** The id of what a command has made. */
export const madeBy = (done: Done, type: string): string =>
  done.changes.find(change => isCreation(change) && change.type === type)?.id ?? ''

bringKeys({ ...cardSlice.keys, ...cardSlice.localKeys, find: 'f' })

const columns = [
  { name: 'Bereit', category: 'open' },
  { name: 'In Arbeit', category: 'doing' },
  { name: 'Erledigt', category: 'done' },
] as const

/**
 * A team at work in memory: Anna Öztürk at the keys, Ben Sander beside her. Screens measure from the present moment, so the clock
 * starts now, or so many days ago.
 */
export const teamAtWork = async ({
  method = 'kanban',
  daysAgo = 0,
}: { readonly method?: Method; readonly daysAgo?: number } = {}) => {
  const clock = { now: Date.now() - daysAgo * 86_400_000 }
  const ports = memoryPorts(memoryDisk(), { tab: 'tab-1', device: 'device-1', seed: 1, clock })
  const workspace = await memoryWorkspace('anna', ports)
  const founding = { name: 'Bürgerservice', method, founderName: 'Anna Öztürk', people: ['Ben Sander'], columns }
  const founded = await workspace.run(foundTeam, founding)
  if (!founded.ok) throw new Error(founded.refusal.because)
  const team = madeBy(founded.value, teamRecord.type)
  const home = documentOfTeam(workspace.records.get(teamRecord, team)!)
  return {
    workspace,
    clock,
    team,
    home,
    ben: personNamed(workspace.records, 'Ben Sander') ?? '',
    columns: workspace.records.ids(column, 'document', home),
    card: async (values: Omit<CreateItem, 'team'>): Promise<Item> => {
      const made = await workspace.run(createItem, { team, ...values })
      if (!made.ok) throw new Error(made.refusal.because)
      return workspace.records.get(item, madeBy(made.value, item.type))!
    },
    item: (id: string): Item => workspace.records.get(item, id)!,
  }
}
export type TeamAtWork = Awaited<ReturnType<typeof teamAtWork>>

const installation = {
  get: () => ({ installed: false, way: 'none' as const }),
  subscribe: () => () => {},
  ask: async () => false,
}

/** Renders a piece of screen for the team, in German, at an address of its own. */
export const showScreen = async (
  at: TeamAtWork,
  screen: ReactNode,
  address = `/t/${at.team}/board`,
  tray: Tray = memoryTray(),
) => {
  const location = memoryLocation({ path: address, record: true })
  const messages = await loadMessages('de')
  const shown = render(
    <I18nProvider initial={{ language: 'de', messages }}>
      <WorkspaceContext value={at.workspace}>
        <ExchangeContext value={plainExchange}>
          <TeamContext value={at.team}>
            <AppContext value={{ version: '1.0.0', installation, tray }}>
              <Router hook={location.hook}>{screen}</Router>
            </AppContext>
          </TeamContext>
        </ExchangeContext>
      </WorkspaceContext>
    </I18nProvider>,
  )
  return { ...shown, location }
}
