import { describe } from 'vitest'
import { arrivalScenes } from './arrivals.scenes.ts'

describe('entries of others, in Chromium', arrivalScenes)
