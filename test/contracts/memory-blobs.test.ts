import { describe } from 'vitest'
import { memoryBlobs } from '../support/memory-blobs.ts'
import { memoryDisk } from '../support/memory-ports.ts'
import { blobContract } from './blob-contract.ts'

describe('photos and files in memory, which scenes stand on, keep the contract', () => {
  blobContract(async () => memoryBlobs(memoryDisk(), () => 1_800_000_000_000))
})
