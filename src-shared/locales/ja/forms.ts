/** What a person reads who has sent a web form: no user of the program. */
export const forms = {
  received: 'ありがとうございます',
  receivedDetail: '送信内容を受け取りました。',
  refused: 'まだ送信されていません',
  correct: '前のページに戻り、次の項目を直してください。',
}
