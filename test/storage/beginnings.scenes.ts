import { describe, expect, test } from 'vitest'
import { canonicalDocument, digestOf } from '../../src/document/canonical.ts'
import { toHex } from '../../src/journal/bytes.ts'
import { entryCrypto } from '../../src/sync/entry-crypto.ts'
import { readCheckpoint } from '../../src/sync/read-checkpoint.ts'
import { valueOf } from '../journal/office.ts'
import { doorOf, office, person, syncJournal, write } from './colleague.ts'
import { leave, nameOf, namesIn, newDocument, openDesk, reload, tidy, workspace, type Desk } from './desk.ts'

/** How a document begins on a device that had nothing of it, and how its content is compared, wherever there is an IndexedDB. */
export const beginningScenes = (): void => {
  describe('a document that begins with a checkpoint', () => {
    /** What Jana’s browser gives, as Dörte’s takes it: both are of one office here, and Dörte has a database of her own. */
    const passedOn = async () => {
      const { desk, cem, door } = await office()
      const page = cem.page(1)
      const entries = [await person(page, 'cem', 'Cem'), await person(page, 'dora', 'Dora')]
      await door(entries)
      const parts = (await syncJournal(desk).checkpoint(workspace)) ?? []
      const read = await readCheckpoint(parts, {
        workspace: desk.identity.membership.workspace,
        document: workspace,
        members: { mayVouch: device => device === desk.identity.device },
        crypto: entryCrypto(() => desk.identity.keyring),
        from: desk.identity.device,
      })
      return { desk, cem, page, parts, checkpoint: valueOf(read) }
    }

    const emptied = async (desk: Desk) => {
      await desk.database.entries
        .where('[document+device+seq]')
        .between([workspace, '', 0], [workspace, '\uffff', Infinity])
        .delete()
      await desk.database.heads.where('[document+device]').between([workspace, ''], [workspace, '\uffff']).delete()
    }

    test('an open, empty document takes it up, entries go on behind it, and a reload gives the same', async () => {
      const { desk, page, parts, checkpoint } = await passedOn()
      await emptied(desk)
      const journal = syncJournal(desk)
      expect(await journal.begin(workspace, checkpoint, parts)).toEqual({ ok: true })
      const open = newDocument()
      const { updates, heads } = await desk.ports.storage.since(workspace, {})
      open.mergeAll(updates, 'remote')
      expect(namesIn(open)).toEqual({ cem: 'Cem', dora: 'Dora' })
      await doorOf(desk, journal)([await person(page, 'emil', 'Emil')])
      open.mergeAll((await desk.ports.storage.since(workspace, heads)).updates, 'remote')
      await write(desk, ...nameOf(open, 'jana', 'Jana'))
      await tidy(desk, open)
      const { names, report, document } = await reload(desk)
      expect(names).toEqual({ cem: 'Cem', dora: 'Dora', emil: 'Emil', jana: 'Jana' })
      expect(report.findings).toEqual([])
      expect(document.ydoc.store.pendingStructs).toBeNull()
      const { chains } = await journal.ledger(workspace)
      expect([...chains.values()].map(({ first }) => first).sort()).toEqual([1, 3])
    })

    test('without its copy the document is folded from it, again and again', async () => {
      const { id, desk, parts, checkpoint } = await passedOn().then(async all => ({ ...all, id: all.desk.identity.id }))
      await emptied(desk)
      await syncJournal(desk).begin(workspace, checkpoint, parts)
      await leave(desk)
      const next = await openDesk(id)
      next.identity.keyring = desk.identity.keyring
      expect((await reload(next)).names).toEqual({ cem: 'Cem', dora: 'Dora' })
      expect(await next.journal({ mayVouch: () => false, opened: () => undefined }).checkpoint(workspace)).toEqual(
        parts,
      )
    })

    test('it has to give what it says, and only a document of which nothing is here begins with it', async () => {
      const { desk, parts, checkpoint } = await passedOn()
      const journal = syncJournal(desk)
      expect(await journal.begin(workspace, checkpoint, parts)).toMatchObject({ ok: false })
      await emptied(desk)
      const lie = { ...checkpoint, digest: checkpoint.digest.map(byte => byte ^ 1) }
      expect(await journal.begin(workspace, lie, parts)).toMatchObject({ ok: false })
      const unbound = { ...checkpoint, heads: checkpoint.heads.map(head => ({ ...head, clients: [] })) }
      expect(await journal.begin(workspace, unbound, parts)).toMatchObject({ ok: false })
      expect(await journal.ledger(workspace)).toMatchObject({ chains: new Map() })
    })
  })

  describe('the digest', () => {
    test('is that of the content at these heads, of the journal alone when it is asked afresh', async () => {
      const { desk, cem, door } = await office()
      const document = newDocument()
      const heads = await write(desk, ...nameOf(document, 'jana', 'Jana'))
      const journal = syncJournal(desk)
      const digest = await journal.digest(workspace, heads, false)
      expect(toHex(digest ?? new Uint8Array())).toBe(await digestOf(canonicalDocument(document)))
      expect(await journal.digest(workspace, heads, true)).toEqual(digest)
      await door([await person(cem.page(1), 'cem', 'Cem')])
      expect(await journal.digest(workspace, heads, false)).toBeUndefined()
    })

    test('a screen that shows something else is told from the journal', async () => {
      const { desk } = await office()
      const document = newDocument()
      const heads = await write(desk, ...nameOf(document, 'jana', 'Jana'))
      document.ydoc.getMap('person').delete('jana')
      const journal = desk.journal({ mayVouch: () => false, opened: () => ({ document, seen: heads }) })
      expect(await journal.digest(workspace, heads, false)).not.toEqual(await journal.digest(workspace, heads, true))
    })
  })
}
