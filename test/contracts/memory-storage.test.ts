import { describe } from 'vitest'
import { memoryDisk, memoryPorts } from '../support/memory-ports.ts'
import { storageContract } from './storage-contract.ts'

describe('the storage in memory, which scenes stand on, keeps the same contract', () => {
  storageContract(async () => {
    const disk = memoryDisk()
    return { open: async () => memoryPorts(disk).storage }
  })
})
