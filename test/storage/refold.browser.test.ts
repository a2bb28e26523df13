import { describe } from 'vitest'
import { refoldScenes } from './refold.scenes.ts'

describe('taking out what members have cut, in Chromium', refoldScenes)
