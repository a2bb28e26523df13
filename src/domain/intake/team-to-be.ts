import { readRecord } from '../kernel/read.ts'
import { workspaceDocument } from '../kernel/record.ts'
import type { View } from '../kernel/view.ts'
import { team, type Method, type Team } from '../people/team.ts'

/** A view in which nothing is yet: for plans that come before their team. */
export const emptyView: View = { get: () => undefined, ids: () => [], keys: () => [] }

/** A team that will be founded when the import is taken over; `proposeChoices` and `forecast` work with it and `emptyView`. */
export const teamToBe = (method: Method): Team =>
  readRecord(team, { document: workspaceDocument, id: '' }, new Map([['method', method]])) as Team
