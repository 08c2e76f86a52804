/** What a person reads who has sent a web form: no user of the program. */
export const forms = {
  received: 'Gracias',
  receivedDetail: 'Hemos recibido lo que nos envió.',
  refused: 'Todavía no se ha enviado',
  correct: 'Vuelva atrás y corrija lo siguiente:',
}
