import { describe } from 'vitest'
import { memoryLink } from '../support/memory-link.ts'
import { linkContract } from './link-contract.ts'

describe('the link in memory, which scenes stand on, keeps the contract', () => {
  const fingerprints = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)] as const
  linkContract(async () => memoryLink(fingerprints))
})
