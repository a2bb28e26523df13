import { describe } from 'vitest'
import { copyScenes } from './copies.scenes.ts'
import { pictureScenes } from './pictures.scenes.ts'

describe('copies in Chromium', () => {
  copyScenes()
  pictureScenes()
})
