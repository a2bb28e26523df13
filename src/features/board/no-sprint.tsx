import { changeMethod } from '../../domain/people/edit-team.ts'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

/** A Scrum team between sprints: plan one, or go on without. */
export function NoSprint() {
  const t = useT('board')
  const team = useTeam()
  const run = useCommand()
  const goOn = () => void run(changeMethod, { team: team.id, method: 'kanban' }, { done: t('nowContinuous') })
  return (
    <EmptyState
      actions={
        <>
          <LinkButton variant="primary" href={`#${teamAddress(team.id, 'sprint')}`}>
            {t('planSprint')}
          </LinkButton>
          <Button onClick={goOn}>{t('withoutSprint')}</Button>
        </>
      }
    >
      <ExplainedText text={t('noSprint')} words={{ sprint: 'Sprint' }} />
    </EmptyState>
  )
}
