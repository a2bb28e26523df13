import { timeOf } from '../domain/kernel/stamp.ts'
import { allBits, hasBit, noBits, setBit, sharedBits, type Bits } from './bits.ts'
import { whyNot } from './membership-authority.ts'
import type { Act, History, Removal } from './membership-history.ts'
import { root, strikes, writerOf, type View, type Writer } from './membership-view.ts'

type Acts = ReadonlySet<Act>
const none: Acts = new Set()

const areEqual = (one: Acts, other: Acts): boolean => one.size === other.size && [...one].every(act => other.has(act))

/** The end of a past: acts that stand beside each other in some way, and what counts before them. */
type Piece = Readonly<{ acts: readonly Act[]; base: Bits }>

/**
 * Which acts count: README 1, rules 3 to 5. Pure, without keys or clock: entries were verified before, and the same history gives the
 * same answer on every device.
 *
 * An act counts when its writer had the authority for it in the fold of its own past, when what this rests on counts still, and when no
 * counting removal strikes it. The first of these is settled once and for all by the act's past: what a removed person says knowing the
 * removal never counts, whatever others make of that removal later.
 *
 * Which removals count depends on what is struck, and the other way round. The rounds begin with nothing struck and go on until one comes back
 * (Van Gelder, "The alternating fixpoint of logic programs with negation", 1989). Removals on which the rounds that come back do not agree strike
 * each other, directly or in a round, and all count: otherwise whoever is removed could undo it by removing the remover from a past that does
 * not know of it.
 *
 * The number of rounds is bounded by that of the removals, or a log could be made that folds for ever. An act that knows everything before it and
 * that everything after it knows parts the log in two: nothing strikes across it, and only what lies behind it is looked at again.
 */
class Fold {
  private readonly history: History
  private readonly writers = new Map<Act, Writer>()
  /** The acts so far, each with what counts once it is said, as far as its writer knew. */
  private readonly said: Readonly<{ act: Act; after: Bits }>[] = []

  constructor(history: History) {
    this.history = history
  }

  fold(): View {
    const { acts } = this.history
    for (const act of acts) {
      const after = this.countsIn(act.past, act.size)
      const writer = this.authority(act, { ...this.view(after), past: after })
      if (writer) {
        this.writers.set(act, writer)
        setBit(after, act.index)
      }
      this.said.push({ act, after })
    }
    return this.view(this.countsIn(allBits(acts.length), acts.length))
  }

  private view(counts: Bits): View {
    return { history: this.history, writers: this.writers, counts }
  }

  /** Whose word an act is, if they may say it. */
  private authority({ act, entry }: Act, view: View): Writer | undefined {
    const writer = act.act === 'found' || act.act === 'recover' ? root : writerOf(view, entry.device)
    const speaker = writer && { device: entry.device, writer, at: timeOf(entry.stamp) }
    return speaker && !whyNot(view, speaker, act) ? writer : undefined
  }

  /** What counts in a past of this many acts, judged by that past alone. */
  private countsIn(past: Bits, size: number): Bits {
    const piece = this.pieceOf(past, size)
    const counts = piece.base.slice()
    for (const act of piece.acts) if (this.writers.has(act)) setBit(counts, act.index)
    return this.struckBy(piece, counts).size === 0 ? counts : this.settle(piece, none)
  }

  private pieceOf(past: Bits, size: number): Piece {
    const acts: Act[] = []
    let before = size
    let knownToAll = allBits(this.history.acts.length)
    for (let at = this.said.length; before > 0; at--) {
      for (const { act, after } of this.said.slice(at - 1, at)) {
        if (!hasBit(past, act.index)) continue
        before--
        if (act.size === before && hasBit(knownToAll, act.index)) return { acts: acts.toReversed(), base: after }
        knownToAll = sharedBits(knownToAll, act.past)
        acts.push(act)
      }
    }
    return { acts: acts.toReversed(), base: noBits(this.history.acts.length) }
  }

  /** What counts if these acts are struck, and these removals count whatever else holds. */
  private round({ acts, base }: Piece, struck: Acts, settled: Acts): Bits {
    const counts = base.slice()
    const view = this.view(counts)
    const stands = (act: Act): boolean =>
      this.writers.has(act) && !struck.has(act) && this.authority(act, { ...view, past: act.past }) !== undefined
    for (const act of acts) if (settled.has(act) || stands(act)) setBit(counts, act.index)
    return counts
  }

  private struckBy({ acts }: Piece, counts: Bits): Acts {
    const removals = acts.filter((act): act is Removal => act.act.act === 'remove' && hasBit(counts, act.index))
    const isStruck = (act: Act): boolean => {
      const writer = this.writers.get(act)
      return writer !== undefined && removals.some(one => strikes(this.view(counts), one, act, writer.person))
    }
    return new Set(removals.length === 0 ? [] : acts.filter(isStruck))
  }

  /** The last round, and all that come back again and again: itself where they agree; all that were seen where none comes back in time. */
  private rounds(piece: Piece, settled: Acts): Readonly<{ last: Bits; recurring: readonly Bits[] }> {
    const seen: { struck: Acts; counts: Bits }[] = []
    let [struck, last] = [none, piece.base]
    for (;;) {
      const again = seen.findIndex(round => areEqual(round.struck, struck))
      if (again >= 0 || seen.length > 2 * this.history.removals.all.length + 2)
        return { last, recurring: seen.slice(Math.max(again, 0)).map(({ counts }) => counts) }
      last = this.round(piece, struck, settled)
      seen.push({ struck, counts: last })
      struck = this.struckBy(piece, last)
    }
  }

  private settle(piece: Piece, settled: Acts): Bits {
    const { last, recurring } = this.rounds(piece, settled)
    const agree = (act: Act): boolean => new Set(recurring.map(counts => hasBit(counts, act.index))).size === 1
    const quarrelling = piece.acts.filter(act => act.act.act === 'remove' && !agree(act))
    return quarrelling.length === 0 ? last : this.settle(piece, new Set([...settled, ...quarrelling]))
  }
}

/** Folds a history. Out: which acts count, and whose word each is that its writer had the authority for. */
export const foldHistory = (history: History): View => new Fold(history).fold()
