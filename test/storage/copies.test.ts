import './fake-browser.ts'
import { describe } from 'vitest'
import { copyScenes } from './copies.scenes.ts'
import { pictureScenes } from './pictures.scenes.ts'

describe('copies over an IndexedDB in memory', () => {
  copyScenes()
  pictureScenes()
})
