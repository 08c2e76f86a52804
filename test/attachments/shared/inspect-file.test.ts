import { describe, expect, test } from 'vitest'
import { inspectFile } from '#shared/attachments/inspect-file.ts'
import { keepFile, MATERIAL_LIMITS } from '#shared/attachments/kept-file.ts'
import { buildPng } from './build-png.ts'
import { buildWord, buildZip } from './build-zip.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0x00, 0x04, 0x01, 0x02, 0x11, 0xff, 0xd9])
const PDF = '%PDF-1.7\n1 0 obj << /Type /Catalog /OpenAction 3 0 R >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'
const OVERRIDE = '\u202e'

/** What becomes of a file: `taken as <type>`, or the code that it is refused with. */
function looked(name: string, bytes: Buffer | string): string {
  const kept = keepFile({ name, content: Buffer.from(bytes as string).toString('base64') }, MATERIAL_LIMITS)
  const looked = kept.ok ? inspectFile(kept.value) : kept
  return looked.ok ? `taken as ${looked.value.mediaType}` : looked.error.code
}

describe('an honest file is taken for what it is', () => {
  test.each([
    ['two-pager.pdf', PDF, 'taken as application/pdf'],
    ['Two Pager 日本語.PDF', PDF, 'taken as application/pdf'],
    ['updated.pdf', `${PDF}2 0 obj << >> endobj\n%%EOF`, 'taken as application/pdf'],
    ['logo.png', buildPng(4, 4), 'taken as image/png'],
    ['photo.jpeg', JPEG, 'taken as image/jpeg'],
    ['prices.csv', '\ufeffproduct;price\nLIRA-PAY;-12.50\nOther;+1\n', 'taken as text/csv'],
    ['notes.txt', 'Impuestos: 12 %\n= not a cell\n', 'taken as text/plain'],
    ['offer.docx', buildWord(), 'taken as application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['sheet.xlsx', buildZip([{ name: 'xl/workbook.xml' }, { name: 'xl/printerSettings/printerSettings1.bin' }]), 'taken as application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['slides.pptx', buildZip([{ name: 'ppt/presentation.xml' }]), 'taken as application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ])('%s', (name, bytes, expected) => {
    expect(looked(name, bytes)).toBe(expected)
  })
})

describe('a hostile one is refused', () => {
  test.each([
    ['a program that calls itself a PDF', 'offer.pdf', Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), 'file.type-not-taken'],
    ['a program for Linux that calls itself a picture', 'logo.png', Buffer.from('\u007fELF\u0002\u0001', 'latin1'), 'file.type-not-taken'],
    ['a drawing with a script', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'file.type-not-taken'],
    ['a drawing with a script that calls itself text', 'logo.txt', '\ufeff \n<svg onload="alert(1)"/>', 'file.type-not-taken'],
    ['a page that calls itself a table', 'prices.csv', '<html><script>alert(1)</script></html>', 'file.type-not-taken'],
    ['a shell script that calls itself text', 'notes.txt', '#!/bin/sh\nrm -rf /\n', 'file.type-not-taken'],
    ['text that is not UTF-8', 'notes.txt', Buffer.from([0x41, 0xc0, 0x80]), 'file.type-not-taken'],
    ['text with what steers a terminal', 'notes.txt', 'a\u001b[2J', 'file.type-not-taken'],
    ['a picture that calls itself a PDF', 'offer.pdf', buildPng(4, 4), 'file.type-differs'],
    ['a file without an ending', 'offer', PDF, 'file.type-differs'],
    ['a document that calls itself one with macros', 'offer.docm', buildWord(), 'file.type-differs'],
    ['a document with macros', 'offer.docx', buildWord({ name: 'word/vbaProject.bin' }), 'file.active-content'],
    ['one whose macros are called otherwise', 'offer.docx', buildWord({ name: 'word/data.bin' }), 'file.active-content'],
    ['a workbook with macros of the old kind', 'sheet.xlsx', buildZip([{ name: 'xl/workbook.xml' }, { name: 'xl/macrosheets/sheet1.xml' }]), 'file.active-content'],
    ['a document with a control', 'offer.docx', buildWord({ name: 'word/activeX/activeX1.xml' }), 'file.active-content'],
    ['a document with a program in it', 'offer.docx', buildWord({ name: 'word/embeddings/oleObject1.bin' }), 'file.active-content'],
    ['a document that unpacks to gigabytes', 'offer.docx', buildWord({ name: 'word/media/a.xml', unpacked: 4_000_000_000 }), 'file.unpacks-too-large'],
    ['one of very many entries', 'offer.docx', buildWord(...Array.from({ length: 2_001 }, (_, at) => ({ name: `word/${at}.xml`, content: '' }))), 'file.unpacks-too-large'],
    ['one that unpacks beside its folder', 'offer.docx', buildWord({ name: '../../evil.xml' }), 'file.damaged'],
    ['one that unpacks to the root', 'offer.docx', buildWord({ name: '/etc/evil.xml' }), 'file.damaged'],
    ['a document under a password', 'offer.docx', buildWord({ name: 'word/a.xml', flags: 1 }), 'file.locked'],
    ['any other archive', 'offer.docx', buildZip([{ name: 'evil.exe' }]), 'file.type-not-taken'],
    ['a document that is a program at its beginning', 'offer.docx', buildZip([{ name: 'word/document.xml' }], { before: 'MZ' }), 'file.type-not-taken'],
    ['a PDF that is an archive as well', 'offer.pdf', Buffer.concat([Buffer.from(PDF), buildZip([{ name: 'evil.exe' }])]), 'file.two-in-one'],
    ['a PDF with an archive within', 'offer.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), buildZip([{ name: 'evil.exe' }]), Buffer.from('%%EOF')]), 'file.two-in-one'],
    ['a picture that is an archive as well', 'logo.png', Buffer.concat([buildPng(4, 4), buildZip([{ name: 'evil.exe' }])]), 'file.two-in-one'],
    ['a photograph with a page behind it', 'photo.jpg', Buffer.concat([JPEG, Buffer.from('<script>alert(1)</script>')]), 'file.two-in-one'],
    ['a picture that is cut', 'logo.png', buildPng(4, 4).subarray(0, 40), 'file.damaged'],
    ['a PDF that is cut', 'offer.pdf', PDF.slice(0, 40), 'file.damaged'],
    ['a PDF with a script', 'offer.pdf', PDF.replace('3 0 R', '<< /S /JavaScript /JS (app.alert(1)) >>'), 'file.active-content'],
    ['a PDF that hides the name of its script', 'offer.pdf', PDF.replace('3 0 R', '<< /S /J#61va#53cript /JS (x) >>'), 'file.active-content'],
    ['a PDF that starts a program', 'offer.pdf', PDF.replace('3 0 R', '<< /S /Launch /F (cmd.exe) >>'), 'file.active-content'],
    ['a PDF that carries files', 'offer.pdf', PDF.replace('3 0 R', '<< /Type /EmbeddedFile >>'), 'file.active-content'],
    ['a PDF under a password', 'offer.pdf', PDF.replace('/Root', '/Encrypt 9 0 R /Root'), 'file.locked'],
    ['a table that runs a program', 'prices.csv', `product,price\n=cmd|'/C calc'!A0,1\n`, 'file.active-content'],
    ['a table whose formula stands in quotes', 'prices.csv', 'a;"@SUM(A1)"\n', 'file.active-content'],
    ['a table that begins with a formula behind its mark', 'prices.csv', '\ufeff=1+1\n', 'file.active-content'],
  ])('%s', (_, name, bytes, expected) => {
    expect(looked(name, bytes)).toBe(expected)
  })

  test.each(['../offer.pdf', 'C:\\offer.pdf', 'a/offer.pdf', '.offer.pdf', 'offer.pdf.', 'con.pdf', 'NUL.pdf', 'offer\n.pdf', `offer${OVERRIDE}fdp.pdf`, 'off\u200ber.pdf', 'offer?.pdf'])('by its name: %j', (name) => {
    expect(looked(name, PDF)).toBe('file.name-unsafe')
  })

  test('whatever bytes come, nothing is thrown', () => {
    const seeds = [Buffer.from(PDF), buildPng(4, 4), JPEG, buildWord(), Buffer.from('a,b\n')]
    for (const seed of seeds) {
      for (let at = 0; at < seed.length; at += 7) {
        const changed = Buffer.from(seed)
        changed[at] = (changed[at]! + 129) % 256
        expect(looked('file.pdf', changed)).toMatch(/^(file\.|taken)/)
      }
    }
  })
})
