import { ownBytes, sha256, toHex } from '../journal/bytes.ts'
import type { SnapshotInfo, SnapshotReason } from '../workspace/device.ts'
import type { SnapshotFiles } from './snapshot-files.ts'

/** How many of each kind are kept. What a person has taken by hand is theirs to remove. */
const kept: Readonly<Record<SnapshotReason, number>> = {
  hourly: 24,
  daily: 14,
  beforeImport: 10,
  beforeRestore: 10,
  byHand: Infinity,
}

const namePattern = /^(\d{15})-([a-zA-Z]+)-([0-9a-f]{16})\.lotse$/
const isReason = (text: string | undefined): text is SnapshotReason => text !== undefined && Object.hasOwn(kept, text)

const fingerprint = async (bytes: Uint8Array): Promise<string> => toHex((await sha256(bytes)).subarray(0, 8))

const infoOf = ({ name, bytes }: { name: string; bytes: number }): SnapshotInfo | undefined => {
  const [, at, reason] = namePattern.exec(name) ?? []
  return isReason(reason) ? { name, at: Number(at), reason, bytes } : undefined
}

/**
 * Copies of the whole workspace apart from its database, in a form any version can read. The name says when, why, and by its hash
 * whether the bytes are still those that were written.
 */
export class Snapshots {
  private readonly files: SnapshotFiles

  constructor(files: SnapshotFiles) {
    this.files = files
  }

  /** Writes a snapshot, reads it back, and removes those of its kind that are too many. Throws when it does not lie there as written. */
  async write(reason: SnapshotReason, bytes: Uint8Array, at: number): Promise<SnapshotInfo> {
    const name = `${String(at).padStart(15, '0')}-${reason}-${await fingerprint(bytes)}.lotse`
    await this.files.write(name, ownBytes(bytes))
    if (!(await this.read(name))) throw new Error('the snapshot does not read as it was written')
    await this.prune()
    return { name, at, reason, bytes: bytes.length }
  }

  /** Newest first. */
  async list(): Promise<readonly SnapshotInfo[]> {
    const files = await this.files.list()
    return files.flatMap(file => infoOf(file) ?? []).sort((a, b) => b.at - a.at)
  }

  /** Undefined when it is not there, or not as it was written. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const bytes = await this.files.read(name)
    const hash = namePattern.exec(name)?.[3]
    return bytes && hash === (await fingerprint(bytes)) ? bytes : undefined
  }

  remove(name: string): Promise<void> {
    return this.files.remove(name)
  }

  private async prune(): Promise<void> {
    const all = await this.list()
    for (const [reason, most] of Object.entries(kept))
      for (const { name } of all.filter(info => info.reason === reason).slice(most)) await this.files.remove(name)
  }
}
