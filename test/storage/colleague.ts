import * as Y from 'yjs'
import { toHex } from '../../src/journal/bytes.ts'
import type { EntryDraft } from '../../src/journal/header.ts'
import { importVerifyKey, makeDeviceKeys } from '../../src/journal/keys.ts'
import { sealEntry } from '../../src/journal/seal.ts'
import { Admission, type Admitted } from '../../src/sync/admission.ts'
import { entryCrypto } from '../../src/sync/entry-crypto.ts'
import type { Members } from '../../src/sync/members-port.ts'
import type { SyncJournal } from '../../src/storage/sync-journal.ts'
import type { Hand } from '../sync/support/cryptography.ts'
import { Page, type Written } from '../sync/support/page.ts'
import { valueOf } from '../journal/office.ts'
import { batchOf, eager, foundOffice, openDesk, workspace, type Desk } from './desk.ts'

/** A device of somebody else, which this browser knows and which writes with the same keys. */
export type Colleague = Readonly<{ hand: Hand; page: (client: number) => Page }>

export const colleague = async (desk: Desk, document = workspace): Promise<Colleague> => {
  const keys = await makeDeviceKeys()
  const { identity } = desk
  const known = identity.keyring
  const verifyKey = valueOf(await importVerifyKey(keys.signingPublic))
  identity.keyring = {
    ...known,
    verifyKey: device => (toHex(device) === toHex(keys.id) ? verifyKey : known.verifyKey(device)),
  }
  const hand: Hand = {
    id: keys.id,
    device: toHex(keys.id),
    seal: async (draft: EntryDraft, plaintext) => {
      const { key } = await identity.sealingKey(draft.document, Date.now())
      return valueOf(await sealEntry(draft, plaintext, { signing: keys.signing.privateKey, epoch: key }))
    },
  }
  const place = { workspace: identity.membership.workspace, document, frontier: identity.membership.frontier }
  return { hand, page: client => new Page(hand, client, place) }
}

const nobodyAsked = () => {
  throw new Error('not asked for here')
}

const everybody: Members = {
  standing: () => 'member',
  mayWrite: () => 'yes',
  mayRead: () => true,
  mayVouch: () => true,
  cut: () => undefined,
  knows: () => true,
  keyring: nobodyAsked,
  heads: () => [],
  take: nobodyAsked,
  onChange: () => () => undefined,
}

/** The journal of a tab as sync has it. */
export const syncJournal = (desk: Desk): SyncJournal => desk.journal({ mayVouch: () => true, opened: () => undefined })

/** The door to a tab's journal, for entries of others. */
export const doorOf = (desk: Desk, journal = syncJournal(desk)) => {
  const crypto = entryCrypto(() => desk.identity.keyring)
  const door = new Admission({ workspace: desk.identity.membership.workspace, members: everybody, journal, crypto })
  return (entries: readonly { readonly bytes: Uint8Array }[], document = workspace): Promise<Admitted> =>
    door.take(
      document,
      entries.map(({ bytes }) => bytes),
      'cem',
    )
}

export const office = async () => {
  const { id } = await foundOffice()
  const desk = await openDesk(id, eager)
  return { id, desk, cem: await colleague(desk), door: doorOf(desk) }
}

/** A person's record with a name. */
export const person = (page: Page, id: string, name: string, changes = {}): Promise<Written> =>
  page.write(doc => {
    const people = doc.getMap('person')
    const known: unknown = people.get(id)
    const record = known instanceof Y.Map ? (known as Y.Map<unknown>) : new Y.Map<unknown>()
    if (!known) {
      people.set(id, record)
      record.set('m', ['person', 1, 'cem'])
    }
    record.set('name', name)
  }, changes)

export const write = async (desk: Desk, ...updates: readonly Uint8Array[]) => {
  const appended = await desk.ports.storage.append(batchOf(updates))
  if (!appended.ok) throw new Error(JSON.stringify(appended.failure))
  return appended.heads
}
