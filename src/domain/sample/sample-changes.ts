import { create, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { person } from '../people/person.ts'
import { label } from '../work/label.ts'
import { bauakte } from './bauakte.ts'
import { buergerservice } from './buergerservice.ts'
import { sampleLabels, samplePeople } from './people.ts'
import { sampleContext, TeamScene } from './sample-context.ts'
import { begunAgo, teamChanges } from './team-changes.ts'
import { atHour } from './timing.ts'

/**
 * The sample "Musterstadt": two teams of a town hall with three closed sprints, one that runs since a week, and a plausible past.
 * In: who acts (the founder's person record is made under this id), now (milliseconds UTC), chance. Out: creations and facts of
 * the past; nothing lies in the future but due days and the planned sprint. The same day and the same chance give the same sample.
 */
export const sampleChanges = (context: RuleContext): readonly Change[] => {
  const own = sampleContext(context)
  const scenes = [bauakte, buergerservice].map(plan => new TeamScene(plan, own))
  const born = { now: atHour(scenes[0]?.ago(begunAgo) ?? own.today, 8.5), actor: context.actor }
  const at = (id: string) => ({ document: workspaceDocument, id })
  return [
    ...samplePeople.flatMap(({ ref, name }) => create(person, at(own.idOf('person', ref)), { name }, born)),
    ...sampleLabels.flatMap(({ ref, name, hue }) => create(label, at(own.idOf('label', ref)), { name, hue }, born)),
    ...scenes.flatMap(teamChanges),
  ]
}
