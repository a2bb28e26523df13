import { openWithLongWord } from '../support/long-word.ts'
import { testWalk } from '../support/test-walk.ts'
import { paperTour } from '../support/tours/papers.ts'

/** Ute Brandt hands out the board on paper; what she sees before she prints is a place like every other. */
testWalk(paperTour, openWithLongWord)
