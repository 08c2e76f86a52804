/** The only two channels between the window and the shell. */
export const CALL_CHANNEL = 'workbench:call'
export const EVENT_CHANNEL = 'workbench:event'
