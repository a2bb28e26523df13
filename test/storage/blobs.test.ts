import './fake-browser.ts'
import { describe } from 'vitest'
import { blobScenes } from './blobs.scenes.ts'

describe('photos and files over an IndexedDB in memory', blobScenes)
