import '../storage/fake-browser.ts'
import { afterEach, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import { makeDeviceKeys } from '../../src/journal/keys.ts'
import { membersOf } from '../../src/sync/members-of.ts'
import { decodeMessage, encodeMessage } from '../../src/sync/messages.ts'
import { admit, closeOffices, foundedOffice, welcome } from './support/offices.ts'

afterEach(closeOffices)

test('whoever has written in the log, the heads are told in the one order that others accept', async () => {
  const jana = await foundedOffice()
  for (let device = 0; device < 4; device++) {
    const cem = await welcome(jana, 'cem')
    await admit(cem, await makeDeviceKeys(), 'cem', [])
    await jana.desk.identity.takeMembership(await cem.desk.identity.membershipEntries(), Date.now())
  }
  const { identity } = jana.desk
  const members = membersOf(
    {
      membership: () => identity.membership,
      keyring: () => identity.keyring,
      take: async () => ({ refused: 0 }),
      onChange: () => () => undefined,
    },
    Date.now,
  )
  const heads = members.heads()
  expect(heads.length).toBe(5)
  expect(heads.map(({ device }) => toHex(device))).toEqual(heads.map(({ device }) => toHex(device)).toSorted())
  expect(decodeMessage(encodeMessage({ type: 'membership have', heads }))).toMatchObject({ ok: true })
})
