import { describe, expect, test } from 'vitest'
import { pictureKind } from '../../src/exchange/picture-kind.ts'
import { prepareFile, thumbnailOf } from '../../src/exchange/prepare-file.ts'
import { joinBytes, textBytes } from '../../src/journal/bytes.ts'

/** A photo of a pothole: left half red, right half blue. */
const paint = async (width: number, height: number, type = 'image/jpeg'): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  context.fillStyle = '#e00'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = '#00e'
  context.fillRect(width / 2, 0, width / 2, height)
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer())
}

/** EXIF as a phone writes it: held upright (orientation 6), with where it was. */
const withExif = (jpeg: Uint8Array): Uint8Array<ArrayBuffer> => {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const body = joinBytes(textBytes('Exif\0\0'), Uint8Array.from(tiff), textBytes('GPS 52.5163 N 13.3777 E'))
  const length = body.length + 2
  return joinBytes(jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xe1, length >> 8, length & 255), body, jpeg.subarray(2))
}

const file = (bytes: Uint8Array<ArrayBuffer> | string, name: string, type = ''): File =>
  new File([bytes], name, { type })

const prepared = async (one: File) => {
  const result = await prepareFile(one)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const pixelAt = async (bytes: Uint8Array<ArrayBuffer>, x: number, y: number): Promise<readonly number[]> => {
  const bitmap = await createImageBitmap(new Blob([bytes]))
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  return [...context.getImageData(x, y, 1, 1).data]
}

describe('a photo from the field', () => {
  test('is scaled, turned upright, and tells nobody where it was taken', async () => {
    const taken = withExif(await paint(3200, 1600))
    expect(new TextDecoder('latin1').decode(taken)).toContain('GPS 52.5163')
    const kept = await prepared(file(taken, 'C:\\Fotos\\IMG_1.JPEG', 'image/jpeg'))
    expect(kept).toMatchObject({ name: 'IMG_1.jpg', mediaType: 'image/jpeg', width: 800, height: 1600 })
    const text = new TextDecoder('latin1').decode(kept.bytes)
    expect(text).not.toContain('Exif')
    expect(text).not.toContain('GPS')
    const [top, bottom] = [await pixelAt(kept.bytes, 400, 100), await pixelAt(kept.bytes, 400, 1500)]
    expect(top[0]).toBeGreaterThan(200)
    expect(bottom[2]).toBeGreaterThan(200)
  })

  test.each([
    ['image/png', 'image/png', 'Plan.png'],
    ['image/webp', 'image/png', 'Plan.webp'],
  ])('%s is kept as %s, and one that is small enough keeps its size', async (type, keptType, name) => {
    const kept = await prepared(file(await paint(300, 200, type), name, type))
    expect(kept).toMatchObject({ name: 'Plan.png', mediaType: keptType, width: 300, height: 200 })
  })

  test('whatever it is called, its bytes say what it is', async () => {
    const kept = await prepared(file(await paint(40, 40), 'Notiz.txt', 'text/plain'))
    expect(kept).toMatchObject({ name: 'Notiz.jpg', mediaType: 'image/jpeg' })
  })

  test('has a small copy for lists', async () => {
    const thumbnail = await thumbnailOf(await paint(1600, 800))
    const bitmap = await createImageBitmap(thumbnail!)
    expect([bitmap.width, bitmap.height]).toEqual([320, 160])
    expect(await thumbnailOf(textBytes('kein Bild'))).toBeUndefined()
  })
})

/** A PNG that claims so many pixels and has none. */
const bomb = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const head = new Uint8Array(45)
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(head.buffer).setUint32(16, width)
  new DataView(head.buffer).setUint32(20, height)
  head.set([0x49, 0x45, 0x4e, 0x44], 37)
  return head
}

describe('what is no picture is not taken for one', () => {
  const jpeg = () => paint(600, 400)
  test.each<[string, () => Promise<File>, string]>([
    ['a text called photo', async () => file('Guten Tag', 'Foto.jpg', 'image/jpeg'), 'pictureIsNone'],
    [
      'a page with a script called photo',
      async () => file('<script>alert(1)</script>', 'Foto.png', 'image/png'),
      'pictureIsNone',
    ],
    ['a photo cut off in the middle', async () => file((await jpeg()).slice(0, 1500), 'Foto.jpg'), 'pictureIsBroken'],
    ['a photo cut off in its head', async () => file((await jpeg()).slice(0, 30), 'Foto.jpg'), 'pictureIsBroken'],
    [
      'a PNG without its end',
      async () => file((await paint(90, 90, 'image/png')).slice(0, -14), 'Foto.png'),
      'pictureIsBroken',
    ],
    ['a whole head without pixels', async () => file(bomb(10, 10), 'Foto.png'), 'pictureIsBroken'],
    ['45 bytes that claim 900 megapixels', async () => file(bomb(30_000, 30_000), 'Foto.png'), 'pictureIsHuge'],
    ['four billion pixels wide', async () => file(bomb(4_294_967_295, 1), 'Foto.png'), 'pictureIsHuge'],
    ['HEIC', async () => file('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'IMG.HEIC'), 'pictureIsHeic'],
    ['nothing', async () => file('', 'Foto.jpg'), 'fileIsEmpty'],
    [
      'a plan over 10 MB',
      async () => file(new Uint8Array(10_000_001), 'Plan.pdf', 'application/pdf'),
      'fileIsTooLarge',
    ],
  ])('%s', async (_case, make, because) => {
    expect(await prepareFile(await make())).toMatchObject({ ok: false, refusal: { because } })
  })

  test.each([
    ['Logo.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['Seite.html', 'text/html', '<script>alert(1)</script>'],
    ['Logo.svg', '', '<svg onload="alert(1)"/>'],
  ])('%s is kept as a file that nothing opens by itself', async (name, type, text) => {
    const kept = await prepared(file(text, name, type))
    expect(kept).toMatchObject({ name, mediaType: 'application/octet-stream', width: null, height: null })
    expect(new TextDecoder().decode(kept.bytes)).toBe(text)
  })

  test('other files stay as they are, their names are cleaned', async () => {
    const kept = await prepared(file('%PDF-1.7', '../../Bescheid\u202Efdp.exe\u0007.pdf', 'application/pdf'))
    expect(kept).toMatchObject({ mediaType: 'application/pdf', name: 'Bescheidfdp.exe.pdf' })
  })

  test('no picture whatever the bytes: a thousand broken ones never throw', async () => {
    const whole = await jpeg()
    for (let run = 0; run < 1000; run++) {
      const broken = whole.slice(0, 20 + ((run * 37) % 600))
      broken[(run * 101) % broken.length] = run & 255
      expect(() => pictureKind(broken)).not.toThrow()
    }
  })
})
