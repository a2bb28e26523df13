import './fake-browser.ts'
import { describe } from 'vitest'
import { pastScenes } from './past.scenes.ts'

describe('the past, over an IndexedDB in memory', pastScenes)
