import { describe } from 'vitest'
import { copyScenes } from './copies.scenes.ts'

describe('copies in Chromium', copyScenes)
