import './fake-browser.ts'
import { describe } from 'vitest'
import { arrivalScenes } from './arrivals.scenes.ts'

describe('entries of others, over an IndexedDB in memory', arrivalScenes)
