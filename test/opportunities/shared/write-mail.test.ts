import { expect, test } from 'vitest'
import { mailTemplates, mailtoAddress, writeMail } from '#shared/opportunities/write-mail.ts'

const facts = { contact: '佐藤 花子', account: 'Cancity', opportunity: 'Cancity – GTX Pro', product: 'GTX Pro' }

test.each([['ja-JP', '佐藤 花子 様'], ['es', 'Estimado/a 佐藤 花子:'], ['es-GT', 'Estimado/a 佐藤 花子:'], ['en', 'Dear 佐藤 花子,'], ['fr', 'Dear 佐藤 花子,']])('a contact who speaks %s is addressed so', (language, address) => {
  for (const template of mailTemplates) expect(writeMail(template, language, facts).body).toContain(address)
})

test('every mail says in its subject what it is about', () => {
  for (const language of ['en', 'ja', 'es']) for (const template of mailTemplates) expect(writeMail(template, language, facts).subject).toMatch(/GTX Pro/)
})

test('a link to the mail program carries subject and text, lines as mail has them, and is not made where it would be cut off', () => {
  const address = mailtoAddress({ to: 'ana@lira.example', subject: 'A\r\nBcc: x', body: 'one & two\nthree' })
  expect(address).toBe('mailto:ana@lira.example?subject=A%20Bcc%3A%20x&body=one%20%26%20two%0D%0Athree')
  expect(mailtoAddress({ to: 'ana@lira.example', subject: 'A', body: '長い'.repeat(200) })).toBeUndefined()
})

test('an address is an address and nothing else: it names no other receivers', () => {
  expect(mailtoAddress({ to: 'ana@lira.example?bcc=eve@rival.example&body=', subject: 'A', body: 'B' })).toBe('mailto:ana@lira.example%3Fbcc%3Deve@rival.example%26body%3D?subject=A&body=B')
})

test('half of a letter, as a cut leaves it, hinders no mail', () => {
  expect(mailtoAddress({ to: 'ana@lira.example', subject: 'A\ud83d', body: 'B\ude00' })).toBe('mailto:ana@lira.example?subject=A%EF%BF%BD&body=B%EF%BF%BD')
})
