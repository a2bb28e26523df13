import * as Y from 'yjs'
import { noHash, type Bytes } from '../../../src/journal/bytes.ts'
import type { EntryDraft, EntryRef } from '../../../src/journal/header.ts'
import { encodePayload } from '../../../src/journal/payload.ts'
import type { SealedEntry } from '../../../src/journal/seal.ts'
import type { Hand } from './cryptography.ts'

export type Written = SealedEntry & Readonly<{ update: Uint8Array }>

/** An entry as others name it as a cause. */
export const refOf = ({ header, hash }: SealedEntry): EntryRef => ({ device: header.device, seq: header.seq, hash })

const commands = [{ id: 'c1', name: 'renameItem' }]

/** A page one device writes on, entry after entry, with one Yjs client. */
export class Page {
  readonly doc = new Y.Doc()
  private readonly hand: Hand
  private readonly place: Readonly<{ workspace: Bytes; document: string; frontier: Bytes }>
  private last: SealedEntry | undefined

  constructor(hand: Hand, client: number, place: Readonly<{ workspace: Bytes; document: string; frontier: Bytes }>) {
    this.hand = hand
    this.place = place
    this.doc.clientID = client
  }

  /** Sets a cell. It rests on whoever has set it before on this page. */
  async set(cell: string, value: string, changes: Partial<EntryDraft> = {}): Promise<Written> {
    return this.write(doc => doc.getMap('item').set(cell, value), changes)
  }

  async write(work: (doc: Y.Doc) => void, changes: Partial<EntryDraft> = {}): Promise<Written> {
    let update: Uint8Array = Uint8Array.of(0, 0)
    const listener = (written: Uint8Array): void => void (update = written)
    this.doc.on('update', listener)
    this.doc.transact(() => work(this.doc))
    this.doc.off('update', listener)
    const entry = await this.seal(encodePayload({ commands, update }), changes)
    this.last = entry
    return { ...entry, update }
  }

  /** Seals a payload for the next place without going on from it. */
  seal(payload: Uint8Array, changes: Partial<EntryDraft> = {}): Promise<SealedEntry> {
    const { workspace, document, frontier } = this.place
    return this.hand.seal(
      {
        kind: 'change',
        workspace,
        document,
        device: this.hand.id,
        seq: (this.last?.header.seq ?? 0) + 1,
        prev: this.last?.hash ?? noHash(),
        deps: [],
        stamp: (this.last?.header.stamp ?? 5_000_000_000_000) + 1_000,
        membership: frontier,
        keyEpoch: 1,
        clients: [this.doc.clientID],
        command: null,
        ...changes,
      },
      payload,
    )
  }

  /** Merges what others have written. */
  read(...entries: readonly Written[]): void {
    for (const { update } of entries) Y.applyUpdate(this.doc, update, 'read')
  }
}
