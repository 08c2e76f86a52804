import { expect, test } from 'vitest'
import { describeManifest, parseManifest } from '#main/static-files/manifest.ts'

test('gives back the files it was told of, in a settled order, and the document at the root', () => {
  expect([...parseManifest(describeManifest(['index.html', 'assets/b.js', 'assets/a.css']))]).toEqual([
    ['/assets/a.css', 'assets/a.css'],
    ['/assets/b.js', 'assets/b.js'],
    ['/index.html', 'index.html'],
    ['/', 'index.html'],
  ])
})

test.each([['../x.js'], ['/x.js'], ['a/../b.js'], ['.env'], ['a b.js'], ['ä.js'], ['a%2fb.js'], ['a\\b.js'], ['a//b.js'], ['main.js.map'], ['secret.pem'], ['noextension']])(
  'a build that makes %s does not pass',
  (file) => {
    expect(() => describeManifest([file])).toThrow(/do not serve|no content type/)
  },
)

test.each([['{}'], ['[]'], ['{"files":[]}'], ['{"files":["../../etc/passwd"]}'], ['{"files":["/etc/passwd"]}'], ['{"files":["index.html"],"more":1}'], ['not json']])(
  'does not read %s as a manifest',
  (text) => {
    expect(() => parseManifest(text)).toThrow(/invalid|expected|JSON|Unrecognized|Too small/i)
  },
)
