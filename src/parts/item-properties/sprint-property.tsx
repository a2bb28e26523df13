import { addToSprint, removeFromSprint } from '../../domain/scrum/sprint-scope.ts'
import { useT } from '../../i18n/use-t.ts'
import { LazyMenu } from '../../ui/lazy-menu.tsx'
import { readMoveTargets } from '../move-targets.ts'
import { useCommand } from '../use-command.ts'
import { useTeam } from '../use-team.ts'
import { useWorkspace } from '../workspace-context.ts'
import styles from './item-properties.module.css'
import type { PropertyEditing } from './property-editing.ts'
import { keySign } from '../shortcuts.ts'
import { Property } from './property.tsx'

/** Which sprint the item is in; planned and running ones can be chosen. */
export function SprintProperty({ record, values, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  return (
    <Property
      label={t('sprint')}
      term="sprint"
      shortcut={keySign('card.sprint')}
      placeholder={t('addSprint')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => <SprintMenu anchor={anchor} record={record} onClose={close} />}
    >
      {values.sprint !== undefined && values.sprintState !== undefined ? (
        <>
          <span>{values.sprint}</span>
          <span className={styles['quiet']}>{t(`sprintStates.${values.sprintState}`)}</span>
        </>
      ) : null}
    </Property>
  )
}

type SprintMenuProps = Pick<PropertyEditing, 'record'> & {
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

function SprintMenu({ anchor, record, onClose }: SprintMenuProps) {
  const t = useT('work')
  const run = useCommand()
  const team = useTeam()
  const { records } = useWorkspace()
  const { sprints } = readMoveTargets(records, team, [record.id])
  const entries = [
    ...sprints.map(({ id, name, state, isHere }) => ({
      id,
      text: `${name} · ${t(`sprintStates.${state}`)}`,
      checked: isHere,
      onSelect: () => void (isHere || run(addToSprint, { items: [record.id], sprint: id })),
    })),
    {
      id: 'none',
      text: t('noSprint'),
      checked: record.sprint === null,
      onSelect: () => void run(removeFromSprint, { items: [record.id] }),
    },
  ]
  return <LazyMenu anchor={anchor} label={t('sprint')} entries={entries} onClose={onClose} />
}
