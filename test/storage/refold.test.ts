import './fake-browser.ts'
import { describe } from 'vitest'
import { refoldScenes } from './refold.scenes.ts'

describe('taking out what members have cut, over an IndexedDB in memory', refoldScenes)
