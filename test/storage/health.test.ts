import './fake-browser.ts'
import { describe } from 'vitest'
import { healthScenes } from './health.scenes.ts'

describe('storage health over an IndexedDB in memory', healthScenes)
