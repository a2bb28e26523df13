import { openWithLongWord } from '../support/long-word.ts'
import { testWalk } from '../support/test-walk.ts'
import { planningTour } from '../support/tours/planning.ts'

/** Jonas Keller plans on a phone in the tram, ends the sprint at a desk, and looks back at the ones before. */
testWalk(planningTour, openWithLongWord)
