import type { TouchedRecord } from '../../workspace/restore.ts'

/** Kinds of records as a person looks through them, the largest first. */
export const restoreKinds = [
  'team',
  'person',
  'teamRole',
  'item',
  'comment',
  'checklist',
  'check',
  'attachment',
  'link',
  'label',
  'column',
  'sprint',
  'availability',
  'impediment',
  'savedView',
  'statement',
  'device',
  'readMark',
  'presenceRule',
] as const

/** What a newer version has written has no name here. */
export type Kind = (typeof restoreKinds)[number] | 'unknown'

export const kindOf = ({ type }: TouchedRecord): Kind => restoreKinds.find(kind => kind === type) ?? 'unknown'
