/** One step on the board, for Alt+arrows. */
export type Direction = 'up' | 'down' | 'left' | 'right'
