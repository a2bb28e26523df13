import { describe } from 'vitest'
import { healthScenes } from './health.scenes.ts'

describe('storage health in Chromium', healthScenes)
