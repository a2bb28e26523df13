import { describe } from 'vitest'
import { storageScenes } from './storage.scenes.ts'

describe('storage in Chromium', storageScenes)
