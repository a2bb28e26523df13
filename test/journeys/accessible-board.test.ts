import { openWithLongWord } from '../support/long-word.ts'
import { testWalk } from '../support/test-walk.ts'
import { boardTour } from '../support/tours/board.ts'

/** Mehmet Arslan magnifies the board to 400 % and presses everything that opens something. */
testWalk(boardTour, openWithLongWord)
