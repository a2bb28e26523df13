/** Where a change comes from is data, not a second code path. */
export type Origin =
  | 'local' // a command of this tab
  | 'tab' // another tab of this device, through the journal
  | 'remote' // another device
  | 'storage' // the journal or its copy, while opening
  | 'repair' // the newer value written again after a merge had preferred an older one
  | 'restore' // a write-ahead copy of a tab that died

/** Changes that the journal does not hold yet. */
export const isNew = (origin: Origin): boolean => origin === 'local' || origin === 'repair' || origin === 'restore'
