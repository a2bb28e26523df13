import type { Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { person } from '../people/person.ts'
import { team } from '../people/team.ts'
import { sampleChanges } from './sample-changes.ts'

export type SampleRefusal = Readonly<{ because: 'workspaceIsNotEmpty' }>

/** Fills a fresh workspace with the sample. Refuses one in which somebody has begun to work. Before it there is nothing to go back to. */
export const fillSample = {
  ...defineCommand('fillSample', (view, _args: undefined, context): Result<readonly Change[], SampleRefusal> => {
    const isEmpty = view.ids(team, 'all', 'all').length === 0 && view.ids(person, 'all', 'all').length === 0
    return isEmpty ? ok(sampleChanges(context)) : refuse({ because: 'workspaceIsNotEmpty' })
  }),
  isPassedOver: true,
} as const
