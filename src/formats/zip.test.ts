import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readZip, writeZip } from './zip.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const open = (archive: Uint8Array, limits = {}) => {
  const zip = readZip(archive, limits)
  if (zip.is === 'broken') throw new Error(zip.message)
  return zip
}

/** An archive with one byte of the directory's entry changed. */
function tampered(archive: Uint8Array, offset: number, ...values: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(archive)
  const at = copy.findIndex((_, index) =>
    [0x50, 0x4b, 1, 2].every((byte, step) => copy[index + step] === byte),
  )
  copy.set(values, at + offset)
  return copy
}

const one = writeZip([{ path: 'a.txt', bytes: bytes('some text, some text, some text') }])

describe('an archive', () => {
  it('comes back as it was written, to the byte the same each time', () => {
    const files = [
      { path: 'imsmanifest.xml', bytes: bytes('<manifest/>') },
      { path: 'media/é.png', bytes: Uint8Array.from({ length: 5000 }, (_, index) => index % 251) },
      { path: 'empty', bytes: new Uint8Array() },
    ]
    const archive = writeZip(files)
    expect(writeZip(files)).toEqual(archive)
    const zip = open(archive)
    expect(zip.paths).toEqual(files.map(({ path }) => path))
    for (const { path, bytes } of files) expect(zip.read(path)).toEqual({ is: 'read', bytes })
    expect(zip.read('other')).toBeNull()
  })

  it.each(['../up.txt', '/etc/passwd', 'C:/x', 'a\\..\\b', 'a/../../b', 'a\u0000b'])(
    'never reads %j',
    path => {
      const zip = open(zipSync({ [path]: bytes('x'), fine: bytes('y') }))
      expect(zip.paths).toEqual(['fine'])
      expect(zip.refused).toMatchObject([{ code: 'unsafe-path' }])
    },
  )

  it('keeps names such as __proto__ as names', () => {
    const zip = open(zipSync(Object.fromEntries([['constructor/__proto__', bytes('x')]])))
    expect(zip.read('constructor/__proto__')).toMatchObject({ is: 'read' })
    expect(zip.read('toString')).toBeNull()
  })

  it.each([
    ['encrypted', tampered(one, 8, 1)],
    ['link', tampered(one, 41, 0xa1)],
    ['unsupported-zip', tampered(one, 10, 12)],
  ])('names what is %s', (code, archive) => {
    expect(open(archive).refused).toMatchObject([{ code }])
    expect(open(archive).paths).toEqual([])
  })

  it.each([
    ['less', 5],
    ['more', 90],
  ])('refuses a file of which it says that it is %s than it is', (_, size) => {
    expect(open(tampered(one, 24, size)).read('a.txt')).toMatchObject({ is: 'refused', code: 'broken-file' })
  })

  it('refuses a file that is not what its checksum says', () => {
    const stored = zipSync({ 'a.txt': bytes('some text') }, { level: 0 })
    const at = stored.indexOf('s'.charCodeAt(0), 30)
    const damaged = stored.map((byte, index) => (index === at ? 'S'.charCodeAt(0) : byte))
    expect(open(stored).read('a.txt')).toMatchObject({ is: 'read' })
    expect(open(damaged).read('a.txt')).toMatchObject({
      is: 'refused',
      code: 'broken-file',
      message: expect.stringContaining("'a.txt'"),
    })
  })

  it.each([
    ['in UTF-8 that it says nothing of', [0xc3, 0xa9], 'é'],
    ['in the old code page', [0x82, 0x81], 'éü'],
  ])('has names %s', (_, signs, name) => {
    const archive = zipSync({ ['x'.repeat(signs.length)]: bytes('text') })
    const named = archive.map((byte, at) => {
      const start = [30, archive.length - 22 - signs.length].find(
        from => at >= from && at < from + signs.length,
      )
      return start === undefined ? byte : (signs[at - start] ?? 0)
    })
    expect(open(named).paths).toEqual([name])
  })

  it('leaves off where much comes out of little', () => {
    const bomb = zipSync({ bomb: new Uint8Array(8 * 2 ** 20), small: bytes('x') }, { level: 9 })
    const zip = open(bomb)
    expect(zip.read('bomb')).toMatchObject({ is: 'refused', code: 'too-large' })
    expect(zip.read('small')).toMatchObject({ is: 'read' })
    // The directory may lie about it.
    expect(open(tampered(bomb, 24, 10, 0, 0, 0)).read('bomb')).toMatchObject({ code: 'broken-file' })
  })

  it('leaves off where many files come out of little', () => {
    const files = Array.from({ length: 8 }, (_, at) => [`${at}.xml`, new Uint8Array(2 ** 20)] as const)
    const zip = open(zipSync(Object.fromEntries(files), { level: 9 }))
    const read = zip.paths.map(path => zip.read(path)?.is)
    expect(read).toEqual([...Array(4).fill('read'), ...Array(4).fill('refused')])
  })

  it('reads so many bytes of all files together, and so many files', () => {
    const archive = zipSync({ a: bytes('x'.repeat(60)), b: bytes('y'.repeat(60)) })
    const zip = open(archive, { bytes: 100 })
    expect(zip.read('a')).toMatchObject({ is: 'read' })
    expect(zip.read('b')).toMatchObject({ code: 'too-large' })
    // Read again, it counts once.
    expect(zip.read('a')).toMatchObject({ is: 'read' })
    expect(readZip(archive, { entries: 1 })).toMatchObject({ is: 'broken', code: 'too-many-files' })
  })

  it('is named as damaged wherever it is cut off, and never throws', () => {
    for (let length = 0; length < one.length; length++)
      expect(readZip(one.subarray(0, length))).toMatchObject({ is: 'broken', code: 'not-a-zip' })
    for (let index = 0; index < one.length; index++) {
      const damaged = Uint8Array.from(one)
      damaged[index] = 255
      const zip = readZip(damaged)
      if (zip.is === 'read') for (const path of zip.paths) zip.read(path)
    }
  })
})

it('leaves off where much that is broken is to be unpacked', () => {
  const big = new Uint8Array(700_000)
  const archive = writeZip(['a', 'b', 'c'].map(path => ({ path, bytes: big })))
  const said = [0, 1, 2].reduce((copy, index) => {
    const at = [...copy.keys()].filter(place =>
      [0x50, 0x4b, 1, 2].every((byte, step) => copy[place + step] === byte),
    )
    new DataView(copy.buffer).setUint32((at[index] ?? 0) + 24, big.length - 1, true)
    return copy
  }, Uint8Array.from(archive))
  const zip = open(said, { bytes: 1_500_000 })
  expect(zip.paths.map(path => zip.read(path))).toMatchObject([
    { code: 'broken-file' },
    { code: 'broken-file' },
    { code: 'too-large' },
  ])
})
