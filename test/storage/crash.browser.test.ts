import { describe } from 'vitest'
import { crashScenes } from './crash.scenes.ts'

describe('crashes in Chromium', crashScenes)
