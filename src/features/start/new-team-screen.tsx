import { useContext, useEffect, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { proposePrefix } from '../../domain/people/prefix.ts'
import type { Method } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './start.module.css'
import { useFoundTeam } from './use-found-team.ts'

type Choice = Method | 'unsure'

/** One page, three fields; everything else is asked where it is first needed. */
export default function NewTeamScreen() {
  const t = useT('start')
  const [, navigate] = useLocation()
  const isFirst = useContext(WorkspaceContext) === undefined
  const { found, error } = useFoundTeam()
  const [person, setPerson] = useState('')
  const [name, setName] = useState('')
  const [choice, setChoice] = useState<Choice>('kanban')
  const [people, setPeople] = useState('')
  const [isTried, setTried] = useState(false)
  const isNameless = isFirst && person.trim() === ''
  const isTeamNameless = name.trim() === ''
  useEffect(() => {
    document.title = t('newTeamDocumentTitle')
    document.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [t])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isNameless || isTeamNameless) {
      document.querySelectorAll<HTMLElement>('form input[type=text]')[isNameless || !isFirst ? 0 : 1]?.focus()
      return
    }
    const method: Method = choice === 'scrum' ? 'scrum' : 'kanban'
    const board = await found({ person, name, method, people: people.split('\n') })
    if (board) navigate(board)
  }
  return (
    <main className={styles['page']} id="main">
      <form className={styles['form']} onSubmit={event => void submit(event)} noValidate>
        <h1 className={styles['formTitle']}>{t('newTeam')}</h1>
        {isFirst && (
          <TextField
            label={t('yourName')}
            value={person}
            onChange={setPerson}
            autoComplete="name"
            autoFocus
            required
            error={isTried && isNameless ? t('yourNameMissing') : undefined}
          />
        )}
        <TextField
          label={t('teamName')}
          value={name}
          onChange={setName}
          autoFocus={!isFirst}
          required
          hint={isTeamNameless ? t('prefixHint') : t('prefixProposal', { example: `${proposePrefix(name)}-7K3QX` })}
          error={isTried && isTeamNameless ? t('teamNameMissing') : error}
        />
        <RadioGroup<Choice>
          label={t('method')}
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'kanban', text: t('kanban'), hint: t('kanbanHint') },
            { value: 'scrum', text: t('scrum'), hint: t('scrumHint') },
            { value: 'unsure', text: t('unsure'), hint: t('unsureHint') },
          ]}
        />
        <p className={styles['hint']}>
          <ExplainedText text={t('methodsExplained')} words={{ kanban: 'Kanban', scrum: 'Scrum' }} />
        </p>
        <TextArea label={t('colleagues')} value={people} onChange={setPeople} hint={t('colleaguesHint')} rows={3} />
        <div className={styles['buttons']}>
          <Button type="submit" variant="primary">
            {t('createTeam')}
          </Button>
          <LinkButton href="#/start" variant="plain">
            {t('back')}
          </LinkButton>
          <LinkButton href="#/help/steps" variant="plain">
            {t('help')}
          </LinkButton>
        </div>
      </form>
    </main>
  )
}
