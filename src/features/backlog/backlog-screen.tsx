import { useLayoutEffect, useState, type ReactNode } from 'react'
import { backlog } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { MoveDialog } from '../../parts/move-dialog.tsx'
import { NothingFound } from '../../parts/nothing-found.tsx'
import { PasteLinesDialog } from '../../parts/paste-lines-dialog.tsx'
import { PlaceMenu } from '../../parts/place-menu.tsx'
import { InAddress, placeOf } from '../../parts/place-query.ts'
import { useRequests } from '../../parts/requests.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import SelectionBar from '../../parts/selection-bar.tsx'
import { useSelection } from '../../parts/selection.ts'
import { TeamSwitch } from '../../parts/team-switch.tsx'
import { useOpenSprints } from '../../parts/use-open-sprints.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListPlus } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { BacklogLists } from './backlog-lists.tsx'
import { changeBacklogState, enterBacklog, useBacklogState } from './backlog-state.ts'
import { BacklogTools } from './backlog-tools.tsx'
import styles from './backlog.module.css'
import { EpicsPanel } from './epics-panel.tsx'
import { QuickLine } from './quick-line.tsx'
import { useBacklogRows } from './use-backlog-rows.ts'
import { useZones } from './use-sprint-zones.ts'

/** What shall come: ranked, found, narrowed to an epic, taken into a sprint. A Kanban team calls it Vorrat. */
export default function BacklogScreen() {
  return (
    <InAddress place={placeOf(useTeam(), 'backlog')}>
      <TeamBacklog />
    </InAddress>
  )
}

function TeamBacklog() {
  const t = useT('backlog')
  const words = useT('work')
  const team = useTeam()
  const { rows, shown, isFiltered } = useBacklogRows()
  const [pasting, setPasting] = useState<string>()
  const moving = useBacklogState(state => state.moving)
  const epicsShown = useBacklogState(state => state.epicsShown)
  const name = team.method === 'kanban' ? words('options') : words('backlog')
  useLayoutEffect(() => enterBacklog(team.id), [team.id])
  useRequests('backlog/', what => (what === 'paste' ? setPasting('') : changeBacklogState({ epicsShown: !epicsShown })))
  const paste = (
    <Button variant="primary" icon={ListPlus} onClick={() => setPasting('')}>
      {t('pasteLines')}
    </Button>
  )
  const isEmpty = rows.length === 0
  return (
    <ScreenFrame
      title={name}
      term={team.method === 'kanban' ? 'options' : 'backlog'}
      context={t('context', { team: team.name, count: rows.length })}
      shape="fill"
      tools={!isEmpty && <PlaceMenu />}
      primary={!isEmpty && paste}
    >
      <div className={styles['screen']}>
        <TeamSwitch current="backlog" />
        <BacklogTools left={shown.length} total={rows.length} />
        <div className={styles['body']}>
          <div className={styles['lists']}>
            <BacklogLists {...{ name, rows, shown, isFiltered }} />
            {!isEmpty && shown.length === 0 && (
              <div className={styles['nothing']}>
                <NothingFound place="backlog" />
              </div>
            )}
            <Foot shown={shown} onTable={setPasting} />
            {isEmpty && <NothingYet paste={paste} team={team.id} />}
          </div>
          {epicsShown && <EpicsPanel />}
        </div>
      </div>
      {pasting !== undefined && (
        <PasteLinesDialog team={team.id} place={backlog} initial={pasting} onClose={() => setPasting(undefined)} />
      )}
      {moving !== undefined && <MoveDialog items={moving} onClose={() => changeBacklogState({ moving: undefined })} />}
    </ScreenFrame>
  )
}

type FootProps = {
  readonly shown: readonly string[]
  readonly onTable: (text: string) => void
}

/** One line at the foot: what can be done with the selection, else the next card. */
function Foot({ shown, onTable }: FootProps) {
  const sprints = useOpenSprints()
  const zonesNow = useZones(sprints, shown)
  const selected = useSelection(state => state.selected)
  const items = selected.size === 0 ? [] : zonesNow().flatMap(({ cards }) => cards.filter(id => selected.has(id)))
  return items.length > 0 ? (
    <SelectionBar items={items} onMove={() => changeBacklogState({ moving: items })} />
  ) : (
    <QuickLine onTable={onTable} />
  )
}

function NothingYet({ paste, team }: { readonly paste: ReactNode; readonly team: string }) {
  const t = useT('backlog')
  return (
    <EmptyState
      actions={
        <>
          {paste}
          <LinkButton href={`#${teamAddress(team, 'import')}`}>{t('bringAlong')}</LinkButton>
        </>
      }
    >
      {t('empty')}
    </EmptyState>
  )
}
