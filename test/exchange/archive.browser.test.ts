import { expect, test } from 'vitest'
import { browserExchange } from '../../src/exchange/browser-exchange.ts'
import { sha256, toHex } from '../../src/journal/bytes.ts'
import { noise } from '../../src/storage/noise.ts'

/** An archive with six photos of 400 kB, written and read by the browser itself: streams, worker, seal. */
const photos = async () => {
  const blobs = new Map<string, Blob>()
  for (let index = 0; index < 6; index++) {
    const bytes = new Uint8Array(noise(400_000))
    blobs.set(toHex(await sha256(bytes)), new Blob([bytes]))
  }
  return blobs
}

test.each([
  ['open to everybody', undefined],
  ['sealed', 'Grünes Licht für Brücke 7'],
])(
  'an archive that is %s comes back from the worker with its photos',
  async (_case, passphrase) => {
    const blobs = await photos()
    const made = passphrase === undefined ? undefined : await browserExchange.makeSeal(passphrase)
    const seal = made?.ok ? made.value : undefined
    const { file, missing } = await browserExchange.packArchive({ workspace: 'w', documents: {}, blobs }, { seal })
    expect(missing).toEqual([])
    const shares: number[] = []
    const onProgress = (share: number) => shares.push(share)
    const read = await browserExchange.read(new File([file], 'Lotse Bauamt 2026-11-20.lotse'), {
      passphrase,
      onProgress,
    })
    const archive = read.ok && read.value.kind === 'archive' ? read.value.archive : undefined
    expect([...(archive?.blobs?.keys() ?? [])].toSorted()).toEqual([...blobs.keys()].toSorted())
    for (const [hash, blob] of archive?.blobs ?? [])
      expect(toHex(await sha256(new Uint8Array(await blob.arrayBuffer())))).toBe(hash)
    expect(shares.length).toBeGreaterThan(1)
    if (seal) {
      const unasked = await browserExchange.read(new File([file], 'x'), {})
      expect(unasked).toEqual({ ok: false, refusal: { because: 'passphraseNeeded' } })
    }
  },
  60_000,
)
