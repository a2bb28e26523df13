import './fake-browser.ts'
import { describe } from 'vitest'
import { membershipScenes } from './membership.scenes.ts'

describe('who belongs, over an IndexedDB in memory', membershipScenes)
