import * as fc from 'fast-check'
import type { LogAct, LogEntry } from '../../src/journal/membership-entry.ts'
import type { Role } from '../../src/journal/role.ts'
import { admit, deviceOf, found, grant, open, recover, remove, rotate, share, Town, type Device } from './town.ts'

/** Twelve members, some with a second device and some whom only the root can bring in, who say whatever comes to their minds. */

const names = ['jana', 'cem', 'doerte', 'emil', 'fatma', 'gudrun', 'hilde', 'ivo', 'jo', 'kim', 'leo', 'mara']
const roles: readonly Role[] = ['none', 'reader', 'writer', 'admin', 'admin']
const documents = ['workspace#1', 'team:bau#1', 'team:it#1'] as const

export const first = deviceOf('jana')
const laptops = names.map(name => deviceOf(name))
const phones = names.slice(0, 5).map(name => deviceOf(name, `${name}s Telefon`))
export const everyDevice: readonly Device[] = [...laptops, ...phones]

/** Entries that were written while they were still together; the last of them all know. */
const together = 14

/** One step: who, how much of the others' words they know, and what they say. All by number, so that it can be shrunk. */
export type Step = Readonly<{ by: number; knows: number; says: number; whom: number; what: number; fork: number }>

export const anyStep: fc.Arbitrary<Step> = fc.record({
  by: fc.nat(99),
  knows: fc.nat(99),
  says: fc.nat(99),
  whom: fc.nat(99),
  what: fc.nat(99),
  fork: fc.nat(99),
})

/** Mostly removals, by admins who have not heard of each other for a while. */
export const angryStep: fc.Arbitrary<Step> = fc.record({
  by: fc.nat(59),
  knows: fc.nat(75),
  says: fc.integer({ min: 15, max: 68 }),
  whom: fc.nat(69),
  what: fc.nat(99),
  fork: fc.integer({ min: 5, max: 99 }),
})

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length]!

const lastKey = (town: Town, document: string): LogEntry | undefined =>
  town.entries.findLast(({ act }) => 'keys' in act && act.keys.document === document)

const epochOf = ({ act }: LogEntry): number => ('keys' in act ? act.keys.epoch : 0)

const shared = (town: Town, document: string, to: Device): LogAct | undefined => {
  const made = lastKey(town, document)
  return made && share(document, made, epochOf(made), to)
}

/** Of whom something is said: mostly those who can answer. */
const target = ({ whom }: Step): Device => pick(whom < 70 ? laptops.slice(0, 6) : everyDevice, whom)

const actOf = (town: Town, step: Step, self: Device): LogAct => {
  const { says, whom, what } = step
  const device = target(step)
  const document = pick(documents, what)
  if (says < 25) return grant(device.person, pick(roles, what), says < 19 ? 'workspace#1' : document)
  if (says < 55) return remove(says < 49 ? device.person : device)
  if (says < 65) return admit(pick(everyDevice, whom))
  if (says < 72)
    return admit(
      pick(
        phones.filter(({ person }) => person === self.person || whom > 50),
        whom,
      ) ?? device,
    )
  if (says < 80) return open(document, self)
  const current = lastKey(town, document)
  if (says < 90) return rotate(document, (current ? epochOf(current) : 0) + 1, self, ...(whom > 50 ? [] : [device]))
  return shared(town, document, device) ?? admit(device)
}

const knownTo = (town: Town, { knows }: Step): readonly LogEntry[] => {
  const tips = town.tips()
  if (knows < 35) return []
  if (knows < 55) return [pick(tips, knows)]
  if (knows < 70) return [pick(town.entries, knows * 7)]
  return tips
}

/** Who speaks: mostly one of those who were brought in, and of them mostly an admin. */
const speaker = (town: Town, { by }: Step): Device => {
  const welcome = everyDevice.filter(({ key }) =>
    town.entries.some(({ act }) => 'device' in act && act.device.key === key),
  )
  return by < 60 ? pick(laptops.slice(0, 5), by) : by < 95 ? pick(welcome, by) : pick(everyDevice, by)
}

/** Lets somebody say something, if nobody is named somebody of those who are here. Who has said nothing yet has at least heard of something. */
export const take = (town: Town, step: Step, by: Device = speaker(town, step)): LogEntry => {
  const known = knownTo(town, step)
  const spoken = town.entries.filter(entry => entry.device === by.key)
  const isNew = spoken.length === 0
  if (isNew && step.fork < 10) return town.say(by, recover(by), { knowing: [pick(town.entries, step.knows)] })
  const from = step.fork > 95 && !isNew ? { from: pick([null, ...spoken], step.fork + step.knows) } : {}
  const heard =
    known.length === 0 && (isNew || from.from === null) ? [pick(town.entries.slice(together), step.whom)] : known
  return town.say(by, actOf(town, step, by), { knowing: heard, ...from })
}

/** Jana founds and brings some of the others in, half of them as admins, before they part. */
export const townOf = (seed: number, steps: readonly Step[]): Town => {
  const town = new Town(String(seed))
  town.say(first, found(first))
  for (const [index, device] of laptops.slice(1, 8).entries()) {
    town.say(first, admit(device))
    town.say(first, grant(device.person, index < 4 ? 'admin' : index < 5 ? 'writer' : 'reader'))
  }
  for (const step of steps) take(town, step)
  return town
}
