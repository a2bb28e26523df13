import { openWithLongWord } from '../support/long-word.ts'
import { testWalk } from '../support/test-walk.ts'
import { cardTour } from '../support/tours/board.ts'

/** Birgit Sommer changes every property of a card and of an impediment; her screen reader needs a name for each. */
testWalk(cardTour, openWithLongWord)
