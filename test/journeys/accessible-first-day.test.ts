import { openFirstDay } from '../support/first-day.ts'
import { testWalk } from '../support/test-walk.ts'
import { firstDayTour } from '../support/tours/first-day.ts'

/** Everything is still empty, and nothing may look broken. */
testWalk(firstDayTour, openFirstDay)
