import { hasBit, type Bits } from './bits.ts'
import {
  areBeside,
  grantKey,
  isBefore,
  isRootAct,
  knows,
  listed,
  type Act,
  type History,
  type Removal,
  type Welcome,
} from './membership-history.ts'
import { compareText } from './ordered.ts'
import { ownerOfDocument, workspaceDocument } from '../domain/kernel/record.ts'
import type { Role } from './role.ts'

/** Whose word an act is. `home` is the hash of the admission that made them a person here. The root has rank 0 and no person. */
export type Writer = Readonly<{ person: string; rank: number; home: string }>

/**
 * What counts of a log, or of it what lies in one past. `writers` are known for every act whose writer had the authority for it, whether it
 * counts in the end or not.
 */
export type View = Readonly<{
  history: History
  writers: ReadonlyMap<Act, Writer>
  counts: Bits
  past?: Bits
}>

/** Whether an act counts. */
export const isCounting = ({ counts }: View, act: Act): boolean => hasBit(counts, act.index)

type Counted<Some extends Act> = Readonly<{ act: Some; writer: Writer }>

/** What an act says about a person's role in a document; `end` in milliseconds UTC, 0 for none. */
export type Word = Counted<Act> & Readonly<{ role: Role; end: number }>

/** Those of these acts that count and lie in the view, each with its writer. */
export const counted = <Some extends Act>(
  { writers, counts, past = counts }: View,
  acts: readonly Some[],
): readonly Counted<Some>[] =>
  acts.flatMap(act => {
    const writer = writers.get(act)
    return writer && hasBit(counts, act.index) && hasBit(past, act.index) ? [{ act, writer }] : []
  })

/** The most senior first: lower rank, then earlier hash of the admission. */
const bySeniority = (a: Writer, b: Writer): number => a.rank - b.rank || compareText(a.home, b.home)

const byClaim = (a: Counted<Welcome>, b: Counted<Welcome>): number =>
  a.writer.rank - b.writer.rank || compareText(a.act.entry.hash, b.act.entry.hash)

/**
 * The admissions of a person that hold. Where several admit one person side by side, the senior's admission makes the person; the others hold
 * no device: a device must not come to what a person may read by a claim that did not know the person.
 */
const welcomesOf = (view: View, person: string): readonly Counted<Welcome>[] => {
  const all = counted(view, listed(view.history.welcomes.ofPerson, person))
  const claims = all.filter(({ act }) => !all.some(other => isBefore(other.act, act)))
  const [home] = claims.toSorted(byClaim)
  return home ? all.filter(({ act }) => act === home.act || isBefore(home.act, act)) : []
}

/** A removal ends what it knew and what stood beside it; only what knew it stays, and what the root has said meanwhile. */
const ends = (history: History, removal: Removal, act: Act): boolean =>
  !isBefore(removal, act) && (!isRootAct(act) || knows(history, removal, act))

/** By which admission a device is a member's now; undefined when it is nobody's, or removed. */
export const welcomeOf = (view: View, device: string): Counted<Welcome> | undefined => {
  const { history } = view
  const removals = counted(view, listed(history.removals.ofDevice, device))
  return counted(view, listed(history.welcomes.ofDevice, device))
    .filter(({ act }) => welcomesOf(view, act.act.device.person).some(welcome => welcome.act === act))
    .filter(({ act }) => !removals.some(removal => ends(history, removal.act, act)))
    .toSorted(byClaim)[0]
}

/** The person a device belongs to; undefined when it is nobody's, or removed. */
export const personOf = (view: View, device: string): string | undefined =>
  welcomeOf(view, device)?.act.act.device.person

/** Whether any admission of this device counts, also one that holds no more. */
export const isDeviceKnown = (view: View, device: string): boolean =>
  counted(view, listed(view.history.welcomes.ofDevice, device)).length > 0

/** Whose this device is, or was before it was removed. */
export const peopleBehind = (view: View, device: string): readonly string[] => {
  const people = new Set(listed(view.history.welcomes.ofDevice, device).map(({ act }) => act.device.person))
  return [...people].filter(person => welcomesOf(view, person).some(({ act }) => act.act.device.key === device))
}

/** Whether anybody has brought this person in. */
export const isPersonKnown = (view: View, person: string): boolean => welcomesOf(view, person).length > 0

/** Seniority of a person: the rank of who admitted them plus one, or 1 where the root has spoken for them. */
const rankOf = (view: View, person: string): Writer => {
  const welcomes = welcomesOf(view, person)
  const [home] = welcomes.toSorted((a, b) => a.act.index - b.act.index)
  const ranks = welcomes.map(({ act, writer }) => (isRootAct(act) || act === home?.act ? writer.rank + 1 : Infinity))
  return { person, rank: Math.min(...ranks), home: String(home?.act.entry.hash) }
}

/** The root, whose word founds and recovers. */
export const root: Writer = { person: '', rank: 0, home: '' }

/** Who speaks through a device; undefined when the device is nobody's, or removed. */
export const writerOf = (view: View, device: string): Writer | undefined => {
  const person = personOf(view, device)
  return person === undefined ? undefined : rankOf(view, person)
}

/** Whether one outranks another: then they may vouch for the other's devices. Whom nobody knows everybody outranks. */
export const outranks = (view: View, writer: Writer, person: string): boolean => writer.rank < rankOf(view, person).rank

const admin = { role: 'admin', end: 0 } as const

/** A personal document is its owner's, whoever has granted it or recovered a key: nobody else gets a role in it. */
const isSomebodyElses = (document: string, person: string): boolean => {
  const owner = ownerOfDocument(document)
  return owner !== undefined && owner !== person
}

/** Everything that counts and was ever said about a person's role in a document. Who opens a document is its admin. */
export const wordsOn = (view: View, person: string, document: string): readonly Word[] => {
  if (isSomebodyElses(document, person)) return []
  const { grants, openings, recoveries } = view.history
  const opened = counted(view, listed(openings, document))
  const said = counted(view, listed(grants, grantKey(person, document)))
  const recovered = counted(view, listed(recoveries, person)).filter(({ act }) =>
    opened.some(opening => !isBefore(act, opening.act)),
  )
  return [
    ...said.map(word => ({ ...word, role: word.act.act.role, end: word.act.act.end })),
    ...opened
      .filter(({ act, writer }) => (act.act.act === 'found' ? act.act.device.person : writer.person) === person)
      .map(word => ({ ...word, ...admin })),
    ...recovered.map(word => ({ ...word, ...admin })),
  ]
}

/** The later word replaces the one it knew; of words side by side the senior's holds, of one person's the higher hash. */
const lastWord = (history: History, words: readonly Word[]): Word | undefined =>
  words
    .filter(word => !words.some(other => other !== word && knows(history, other.act, word.act)))
    .toSorted((a, b) => bySeniority(a.writer, b.writer) || compareText(b.act.entry.hash, a.act.entry.hash))[0]

/** What holds for a person in a document. A removal ends every word that did not know it, whoever said it. */
export const wordOn = (view: View, person: string, document: string): Word | undefined => {
  const removals = counted(view, listed(view.history.removals.ofPerson, person))
  const living = wordsOn(view, person, document).filter(
    word => !removals.some(removal => ends(view.history, removal.act, word.act)),
  )
  return lastWord(view.history, living)
}

/** Whether something with this end still holds. `at`: milliseconds UTC; 0 looks away from the end. */
export const holdsAt = (end: number, at: number): boolean => end === 0 || at <= end

/** A person's role in a document. `at`: milliseconds UTC; 0 looks away from ends. */
export const roleOf = (view: View, person: string, document: string, at: number): Role => {
  const word = wordOn(view, person, document)
  return word && holdsAt(word.end, at) ? word.role : 'none'
}

/** A role in the document every member reads makes a person a member. */
export const isMember = (view: View, person: string, at: number): boolean =>
  roleOf(view, person, workspaceDocument, at) !== 'none'

/** Does this removal strike this act, which that person's device wrote beside it? */
export const strikes = (view: View, removal: Removal, act: Act, person: string): boolean => {
  const { history } = view
  if (isRootAct(act) || !areBeside(removal, act)) return false
  const { device } = act.entry
  // What rests on a word of the root that the removal did not know, it could not mean.
  const isSpared = (welcomes: readonly Welcome[]): boolean =>
    counted(view, welcomes).some(
      ({ act: welcome }) => isRootAct(welcome) && isBefore(welcome, act) && !knows(history, removal, welcome),
    )
  const { ofDevice, ofPerson } = history.removals
  return (
    (listed(ofDevice, device).includes(removal) && !isSpared(listed(history.welcomes.ofDevice, device))) ||
    (listed(ofPerson, person).includes(removal) && !isSpared(listed(history.welcomes.ofPerson, person)))
  )
}
