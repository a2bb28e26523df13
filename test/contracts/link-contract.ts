import { expect, test } from 'vitest'
import { equalBytes, joinBytes, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { strangerBytes } from '../../src/sync/link-end.ts'
import type { CloseReason, Link, StrangerLink } from '../../src/sync/link.ts'

export type LinkUnderTest = Readonly<{
  /** The offering one first. */
  ends: readonly [jana: StrangerLink, cem: StrangerLink]
  /** Takes the way away, as a pulled plug does. */
  cut: () => void
}>

const filled = (length: number, start = 0): Bytes => new Uint8Array(length).map((_, at) => (at + start) % 251)
const text = (bytes: Bytes): string => new TextDecoder().decode(bytes)

/** Everything a side hears from now on. */
const heardBy = (link: Link): Bytes[] => {
  const heard: Bytes[] = []
  link.onMessage(message => heard.push(message))
  return heard
}

const endsOf = (link: Link): CloseReason[] => {
  const ends: CloseReason[] = []
  link.onClose(why => ends.push(why))
  return ends
}

const trustEachOther = ({ ends }: LinkUnderTest): void => {
  for (const end of ends) end.trust()
}

/** What every live carrier has to keep. `make` gives a fresh way between two devices for each scene. */
export const linkContract = (make: () => Promise<LinkUnderTest>): void => {
  test('one side made the offer, and both see the same two certificates', async () => {
    const [jana, cem] = (await make()).ends
    expect([jana.offered, cem.offered]).toEqual([true, false])
    expect(jana.fingerprints.own).toHaveLength(32)
    expect(jana.fingerprints.own).toEqual(cem.fingerprints.other)
    expect(jana.fingerprints.other).toEqual(cem.fingerprints.own)
  })

  test('messages come out whole, unchanged and in order, in both directions', async () => {
    const made = await make()
    trustEachOther(made)
    const [jana, cem] = made.ends
    const [toJana, toCem] = [heardBy(jana), heardBy(cem)]
    const sizes = [1, 0, 16_375, 16_376, 16_377, 300_000, 5]
    const sent = sizes.map((size, index) => filled(size, index))
    for (const message of sent) void jana.send(message)
    for (const message of sent.toReversed()) void cem.send(message)
    await expect.poll(() => [toCem.length, toJana.length]).toEqual([sizes.length, sizes.length])
    expect(toCem.every((message, index) => equalBytes(message, sent[index]!))).toBe(true)
    expect(toJana.toReversed().every((message, index) => equalBytes(message, sent[index]!))).toBe(true)
  })

  // 16 MiB is what a browser's own queue holds before it throws messages away.
  test('18 MB that a sender does not wait for arrive all the same', { timeout: 60_000 }, async () => {
    const made = await make()
    trustEachOther(made)
    const [jana, cem] = made.ends
    const heard = heardBy(cem)
    const piece = filled(1_000_000)
    const sends = Array.from({ length: 18 }, (_, index) => jana.send(joinBytes(Uint8Array.of(index), piece)))
    await Promise.all(sends)
    await expect.poll(() => heard.length, { timeout: 50_000 }).toBe(18)
    expect(heard.map(message => message[0])).toEqual(sends.map((_, index) => index))
    expect(heard.every(message => equalBytes(message.subarray(1), piece))).toBe(true)
  })

  test('a message may be changed by its sender once it is taken', async () => {
    const [jana, cem] = (await make()).ends
    const heard = heardBy(cem)
    const message = textBytes('Bauantrag')
    await jana.send(message)
    message.fill(0)
    await expect.poll(() => heard.map(text)).toEqual(['Bauantrag'])
  })

  test('what comes while nobody listens waits; a listener that has heard enough leaves the rest to the next', async () => {
    const [jana, cem] = (await make()).ends
    for (const word of ['eins', 'zwei', 'drei']) await jana.send(textBytes(word))
    const first = await new Promise<string>(resolve => {
      const stop = cem.onMessage(message => {
        stop()
        resolve(text(message))
      })
    })
    expect(first).toBe('eins')
    const heard = heardBy(cem)
    await expect.poll(() => heard.map(text)).toEqual(['zwei', 'drei'])
  })

  test.each<CloseReason>(['left', 'denied', 'malformed', 'too much', 'silent'])(
    'closed as "%s", both hear it once, and what was said before it',
    async why => {
      const [jana, cem] = (await make()).ends
      const [janas, cems, heard] = [endsOf(jana), endsOf(cem), heardBy(cem)]
      void jana.send(textBytes('Ich gehe'))
      jana.close(why)
      jana.close('left')
      expect(janas).toEqual([why])
      await expect.poll(() => cems).toEqual([why])
      cem.close('left')
      expect(heard.map(text)).toEqual(['Ich gehe'])
      expect([janas, cems]).toEqual([[why], [why]])
    },
  )

  test('who asks after the end is told at once, and still hears what had come', async () => {
    const [jana, cem] = (await make()).ends
    const ended = endsOf(cem)
    void jana.send(textBytes('Tür zu'))
    jana.close('denied')
    await expect.poll(() => ended).toEqual(['denied'])
    expect(endsOf(cem)).toEqual(['denied'])
    const heard = heardBy(cem)
    await expect.poll(() => heard.map(text)).toEqual(['Tür zu'])
  })

  test('what a closed link is given is lost, and nobody waits for it', async () => {
    const [jana, cem] = (await make()).ends
    const [ended, heard] = [endsOf(cem), heardBy(cem)]
    jana.close('left')
    await jana.send(textBytes('zu spät'))
    await expect.poll(() => ended).toEqual(['left'])
    await cem.send(textBytes('auch zu spät'))
    expect(heard).toEqual([])
  })

  test('the way is taken away: both notice', async () => {
    const { ends, cut } = await make()
    const ended = ends.map(endsOf)
    cut()
    await expect.poll(() => ended, { timeout: 50_000 }).toEqual([['lost'], ['lost']])
  })

  test('a stranger may say 8 KiB and not one more', async () => {
    const [jana, cem] = (await make()).ends
    const [heard, janas, cems] = [heardBy(cem), endsOf(jana), endsOf(cem)]
    await jana.send(filled(strangerBytes - 100))
    await expect.poll(() => heard.length).toBe(1)
    expect(cems).toEqual([])
    await jana.send(filled(200))
    await expect.poll(() => [janas, cems]).toEqual([['too much'], ['too much']])
    expect(heard).toHaveLength(1)
  })

  test('a stranger who begins with a large message is not heard to its end', async () => {
    const [jana, cem] = (await make()).ends
    const [heard, janas, cems] = [heardBy(cem), endsOf(jana), endsOf(cem)]
    void jana.send(filled(10_000_000))
    await expect.poll(() => [janas, cems]).toEqual([['too much'], ['too much']])
    expect(heard).toEqual([])
  })
}
