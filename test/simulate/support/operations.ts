import { chance } from '../../support/memory-office.ts'

/** What may happen, and how often. */
const weights = {
  create: 14,
  rename: 14,
  move: 14,
  bin: 2,
  paint: 3,
  pass: 8,
  longPass: 2,
  link: 10,
  part: 5,
  divide: 1,
  crash: 2,
  crashAtWrite: 3,
  start: 7,
  fullDisk: 1,
  deafDisk: 1,
  freeDisk: 3,
  comeBack: 1,
  backUp: 1,
  restore: 1,
  skew: 1,
  newer: 2,
  admit: 2,
  grant: 2,
  revoke: 1,
  remove: 1,
  rotate: 1,
  share: 3,
  rogue: 9,
} as const

export type OperationName = keyof typeof weights
/** One step: what happens, to whom, and four numbers that say how. By number, so that any of them can be left out. */
export type Operation = Readonly<{
  name: OperationName
  who: number
  whom: number
  what: number
  how: number
  /** Milliseconds that pass after it. */
  wait: number
}>

const bag = (Object.keys(weights) as OperationName[]).flatMap(name => Array<OperationName>(weights[name]).fill(name))

export const operationsOf = (seed: number, count: number): readonly Operation[] => {
  const random = chance(seed * 7919 + 13)
  const upTo = (most: number): number => Math.floor(random() * most)
  return Array.from({ length: count }, () => ({
    name: bag[upTo(bag.length)] ?? 'pass',
    who: upTo(1_000_000),
    whom: upTo(1_000_000),
    what: upTo(1_000_000),
    how: upTo(1_000_000),
    wait: random() < 0.4 ? 0 : upTo(250),
  }))
}
