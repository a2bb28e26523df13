const fields = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'

/** Whether somebody writes into what the event happened on: single keys are then letters, not shortcuts. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.matches(fields)
