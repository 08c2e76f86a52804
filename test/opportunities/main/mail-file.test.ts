import { expect, test } from 'vitest'
import { mailFile } from '#main/opportunities/mail-file.ts'

const read = (file: string) => {
  const [head = '', body = ''] = file.split('\r\n\r\n')
  const headers = head.replaceAll('\r\n ', ' ').split('\r\n')
  const decoded = headers.map((header) => header.replaceAll(/=\?UTF-8\?B\?([^?]*)\?= ?/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8')))
  return { headers: decoded, lines: file.split('\r\n'), body: Buffer.from(body, 'base64').toString('utf8') }
}

test('a mail is a draft in UTF-8 that says whom it is to', () => {
  const { headers, body } = read(mailFile({ toName: '佐藤 花子', to: 'sato@cancity.example', subject: 'GTX Pro のご紹介', body: '佐藤 花子 様\n\nお世話になっております。' }))
  expect(headers).toContain('X-Unsent: 1')
  expect(headers).toContain('To: 佐藤 花子<sato@cancity.example>')
  expect(headers).toContain('Subject: GTX Pro のご紹介')
  expect(body).toBe('佐藤 花子 様\r\n\r\nお世話になっております。')
})

test('no text can end a header or begin another, and no line is too long', () => {
  const { headers, lines } = read(mailFile({ toName: 'Ana\r\nBcc: all@lira.example', to: 'ana@lira.example', subject: `${'長い件名'.repeat(40)}\r\nX: 1`, body: 'x'.repeat(5000) }))
  expect(headers.map((header) => header.split(':')[0])).toEqual(['MIME-Version', 'X-Unsent', 'To', 'Subject', 'Content-Type', 'Content-Transfer-Encoding'])
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(headers[3]).toBe(`Subject: ${'長い件名'.repeat(40)} X: 1`)
})
