import './fake-browser.ts'
import { describe } from 'vitest'
import { crashScenes } from './crash.scenes.ts'

describe('crashes over an IndexedDB in memory', crashScenes)
