/** What an exchange is at. Apart from the contract, whose schemas are not for the window. */
export const syncPhases = ['sending', 'fetching', 'applying'] as const
