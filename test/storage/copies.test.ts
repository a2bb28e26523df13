import './fake-browser.ts'
import { describe } from 'vitest'
import { copyScenes } from './copies.scenes.ts'

describe('copies over an IndexedDB in memory', copyScenes)
