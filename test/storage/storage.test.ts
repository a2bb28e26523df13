import './fake-browser.ts'
import { describe } from 'vitest'
import { storageScenes } from './storage.scenes.ts'

describe('storage over an IndexedDB in memory', storageScenes)
