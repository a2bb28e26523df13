import { workspaceDocument } from '../domain/kernel/record.ts'
import { timeOf } from '../domain/kernel/stamp.ts'
import { compareBytes, noHash, toHex } from './bytes.ts'
import type { DocumentCut } from './cut.ts'
import type { EntryRef } from './header.ts'
import { grantKey, isBefore, listed, type Act } from './membership-history.ts'
import { counted, personOf, roleOf, wordsOn, type View, type Writer } from './membership-view.ts'
import { reaches, type Role } from './role.ts'

/** The last entry that counts; with `seq` 0 none does. */
export type Cut = Pick<EntryRef, 'seq' | 'hash'>

/** Something was taken away, and with what it would be given back: the least role in each of these documents. */
type Taking = Readonly<{
  act: Act
  writer: Writer
  cuts: readonly DocumentCut[]
  givenBackBy: readonly Readonly<{ document: string; role: Role }>[]
}>

const membership = { document: workspaceDocument, role: 'reader' } as const

const takingsFrom = (view: View, person: string, document: string): readonly Taking[] => {
  const { grants, removals } = view.history
  const writing = { document, role: 'writer' } as const
  const said = counted(view, listed(grants, grantKey(person, document)))
  const left = counted(view, listed(grants, grantKey(person, workspaceDocument)))
  const removed = counted(view, listed(removals.ofPerson, person))
  return [
    ...said.map(({ act, writer }) => ({ act, writer, cuts: act.act.cuts, givenBackBy: [writing] })),
    ...left.map(({ act, writer }) => ({ act, writer, cuts: act.act.cuts, givenBackBy: [membership] })),
    ...removed.map(({ act, writer }) => ({ act, writer, cuts: act.act.cuts, givenBackBy: [writing, membership] })),
  ]
}

const isGivenBack = (view: View, person: string, { act, givenBackBy }: Taking): boolean =>
  givenBackBy.every(({ document, role }) =>
    wordsOn(view, person, document).some(word => reaches(word.role, role) && isBefore(act, word.act)),
  )

const takingsOfDevice = (view: View, device: string): readonly Taking[] =>
  personOf(view, device) === undefined
    ? counted(view, listed(view.history.removals.ofDevice, device)).map(({ act, writer }) => ({
        act,
        writer,
        cuts: act.act.cuts,
        givenBackBy: [],
      }))
    : []

/** Who cannot read a document cannot have accepted anything in it, and must not take out what lies there. */
const mayCut = (view: View, { act, writer }: Taking, document: string): boolean => {
  const known: View = { ...view, past: act.past }
  return reaches(roleOf(known, writer.person, document, timeOf(act.entry.stamp)), 'reader')
}

const highest = (cuts: readonly Cut[]): Cut | undefined =>
  cuts.toSorted((a, b) => b.seq - a.seq || compareBytes(b.hash, a.hash))[0]

/**
 * How far a device's entries count in a document after something was taken away from it or its people. Of takings side by side the highest
 * cut holds, a later one replaces the one it knew, and what was given back since is no cut any more. Undefined where nobody has cut.
 */
export const cutFrom = (view: View, device: string, people: readonly string[], document: string): Cut | undefined => {
  const ofPeople = people.flatMap(person =>
    takingsFrom(view, person, document).filter(taking => !isGivenBack(view, person, taking)),
  )
  const cutting = [...ofPeople, ...takingsOfDevice(view, device)].flatMap(taking =>
    taking.cuts
      .filter(cut => cut.document === document && mayCut(view, taking, document))
      .map(cut => ({ taking, cut })),
  )
  const last = cutting.filter(one => !cutting.some(other => isBefore(one.taking.act, other.taking.act)))
  return highest(
    last.map(({ cut }) => cut.heads.find(head => toHex(head.device) === device) ?? { seq: 0, hash: noHash() }),
  )
}
