const LINE = 76

/** A mail that a mail program opens as a draft (`X-Unsent`), in UTF-8: RFC 5322, RFC 2047. */
export function mailFile({ toName, to, subject, body }: { readonly toName: string; readonly to: string; readonly subject: string; readonly body: string }): string {
  const text = Buffer.from(body.replaceAll(/\r?\n/g, '\r\n'), 'utf8').toString('base64')
  return [
    'MIME-Version: 1.0',
    'X-Unsent: 1',
    `To: ${encodedWords(toName)} <${to}>`,
    `Subject: ${encodedWords(subject)}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []),
    '',
  ].join('\r\n')
}

/** No encoded word is longer than 75 characters, and none breaks a letter. */
const BYTES_A_WORD = 42

/** A text for a header: never as it is, so that nothing in it can end the header or begin another. */
function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const letter of text.replaceAll(/\s+/g, ' ').trim()) {
    if (Buffer.byteLength(word + letter) > BYTES_A_WORD) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word].map((each) => `=?UTF-8?B?${Buffer.from(each, 'utf8').toString('base64')}?=`).join('\r\n ')
}
