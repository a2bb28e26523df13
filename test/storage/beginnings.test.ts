import './fake-browser.ts'
import { describe } from 'vitest'
import { beginningScenes } from './beginnings.scenes.ts'

describe('beginning with a checkpoint, over an IndexedDB in memory', beginningScenes)
