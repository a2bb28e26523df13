import { openFirstDay } from '../support/first-day.ts'
import { testWalk } from '../support/test-walk.ts'
import { filesTour } from '../support/tours/files.ts'

/** Sabine Kröger brings files, takes some back, and is interrupted by a drive that sleeps and a disk that is full. */
testWalk(filesTour, openFirstDay)
