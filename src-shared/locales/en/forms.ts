/** What a person reads who has sent a web form: no user of the program. */
export const forms = {
  received: 'Thank you',
  receivedDetail: 'We have received what you sent.',
  refused: 'Not sent yet',
  correct: 'Please go back and correct this:',
}
