import { useContext } from 'react'
import { firstColumns, settleChoices } from '../../domain/intake/first-columns.ts'
import { forecast } from '../../domain/intake/forecast.ts'
import { importItems } from '../../domain/intake/import-items.ts'
import { isCreation } from '../../domain/kernel/change.ts'
import type { AnyRefusal } from '../../domain/kernel/result.ts'
import { foundTeam } from '../../domain/people/found-team.ts'
import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { rememberImport } from '../../workspace/imports.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { goTo, type NewTeam, type Review } from './intake-store.ts'

/** The screen shows that it works before the page is busy with it. */
const afterPaint = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 40))

type Here = Readonly<{ workspace: Workspace; team: string; isNew: boolean }>
type Step<Value> = Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; refusal: AnyRefusal }>

/** Takes a reviewed import over: founds workspace and team where there is none, writes, waits until it is saved. */
export const useTakeOver = (team: string | undefined) => {
  const t = useT('files')
  const device = useDevice()
  const open = useContext(WorkspaceContext)
  const textOf = useRefusalText()

  const usualColumns = () =>
    [
      { name: t('columns.ready'), category: 'open' },
      { name: t('columns.doing'), category: 'doing' },
      { name: t('columns.review'), category: 'doing' },
      { name: t('columns.done'), category: 'done' },
    ] as const

  const found = async ({ name, person, method }: NewTeam, { choices }: Review): Promise<Step<Here> | undefined> => {
    const workspace = open ?? (await device.found({ name: name.trim(), person: person.trim() }))
    if (!workspace) return undefined
    const columns = firstColumns(choices, method, usualColumns())
    const founderName = open ? undefined : person
    const result = await workspace.run(foundTeam, { name, method, founderName, columns })
    if (!result.ok) return result
    const made = result.value.changes.find(change => isCreation(change) && change.type === 'team')?.id ?? ''
    return { ok: true, value: { workspace, team: made, isNew: true } }
  }

  /** Undefined: the person stays in a workspace that holds something unsaved. */
  const here = async (review: Review): Promise<Step<Here> | undefined> => {
    if (review.newTeam) return found(review.newTeam, review)
    if (!open || team === undefined) return { ok: false, refusal: { because: 'teamIsGone' } }
    await device.takeSnapshot(open, 'beforeImport').catch(() => undefined)
    return { ok: true, value: { workspace: open, team, isNew: false } }
  }

  const write = async ({ workspace, team, isNew }: Here, { plan, choices }: Review): Promise<Step<void>> => {
    const record = workspace.records.get(teamRecord, team)
    if (!record) return { ok: false, refusal: { because: 'teamIsGone' } }
    await workspace.openDocument(documentOfTeam(record))
    const settled = isNew ? settleChoices(workspace.records, record, plan, choices) : choices
    const { fresh, binned, updated, checklists, comments } = forecast(workspace.records, record, plan, settled)
    const result = await workspace.run(importItems, { team, plan, choices: settled })
    if (!result.ok) return result
    await workspace.saving.settled()
    const { label } = result.value
    await rememberImport(workspace.notes, { team, name: plan.name, at: Date.now(), items: fresh }, result.value)
    const counts = { fresh, binned, updated, checklists, comments }
    goTo({ step: 'done', outcome: { import: label.id, team, name: plan.name, ...counts } })
    announce(t('done.title', { count: fresh }))
    return { ok: true, value: undefined }
  }

  return async (review: Review): Promise<void> => {
    goTo({ step: 'writing' })
    try {
      await afterPaint()
      const target = await here(review)
      if (!target) return goTo(review)
      const result = target.ok ? await write(target.value, review) : target
      if (!result.ok) goTo({ ...review, error: textOf(result.refusal) })
    } catch (error) {
      // Nobody is left before a page that says for ever that it is being written.
      goTo(review)
      throw error
    }
  }
}
