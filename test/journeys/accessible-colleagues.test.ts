import { openPair } from '../support/colleagues.ts'
import { testWalk } from '../support/test-walk.ts'
import { colleaguesTour } from '../support/tours/colleagues.ts'

/** Two people, one of whom has left for the day: her device stands in the list. */
testWalk(colleaguesTour, openPair)
