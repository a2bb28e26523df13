import { describe } from 'vitest'
import { beginningScenes } from './beginnings.scenes.ts'

describe('beginning with a checkpoint, in Chromium', beginningScenes)
