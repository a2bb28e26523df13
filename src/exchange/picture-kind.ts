export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif'

/** What the bytes say, whatever name and sender claim. `heic`: a picture no browser but Safari reads. `isWhole` is false when the end is missing. */
export type PictureKind =
  | {
      readonly kind: 'picture'
      readonly type: PictureType
      readonly width: number
      readonly height: number
      readonly isWhole: boolean
    }
  | { readonly kind: 'heic' }
  | { readonly kind: 'other' }

type Size = { readonly width: number; readonly height: number; readonly isWhole: boolean }

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const indexOf = (bytes: Uint8Array, wanted: readonly number[], from = 0): number => {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  return -1
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Walks the segments: a preview inside the first ones has a size and an end of its own, which are not meant. */
const jpegSize = (bytes: Uint8Array): Size | undefined => {
  const view = viewOf(bytes)
  let size: Omit<Size, 'isWhole'> | undefined
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return undefined
    if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xda) return size && { ...size, isWhole: indexOf(bytes, [0xff, 0xd9], at) > 0 }
  }
  return size && { ...size, isWhole: false }
}

const pngSize = (bytes: Uint8Array): Size | undefined =>
  bytes.length < 24
    ? undefined
    : {
        width: viewOf(bytes).getUint32(16),
        height: viewOf(bytes).getUint32(20),
        isWhole: indexOf(bytes, [0x49, 0x45, 0x4e, 0x44], Math.max(24, bytes.length - 4096)) > 0,
      }

const gifSize = (bytes: Uint8Array): Size | undefined =>
  bytes.length < 10
    ? undefined
    : {
        width: viewOf(bytes).getUint16(6, true),
        height: viewOf(bytes).getUint16(8, true),
        isWhole: bytes.lastIndexOf(0x3b) >= bytes.length - 16,
      }

const webpSize = (bytes: Uint8Array): Size | undefined => {
  if (bytes.length < 30) return undefined
  const view = viewOf(bytes)
  const isWhole = view.getUint32(4, true) + 8 <= bytes.length
  const form = textAt(bytes, 12, 4)
  if (form === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, isWhole }
  const packed = view.getUint32(form === 'VP8L' ? 21 : 24, true)
  if (form === 'VP8L') return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, isWhole }
  return { width: (packed & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1, isWhole }
}

/** Every part of the picture names its extent in an `ispe` box; the largest counts. */
const avifSize = (bytes: Uint8Array): Size | undefined => {
  let [width, height] = [0, 0]
  const ispe = [0x69, 0x73, 0x70, 0x65]
  for (let at = indexOf(bytes, ispe); at >= 0 && at + 16 <= bytes.length; at = indexOf(bytes, ispe, at + 4)) {
    width = Math.max(width, viewOf(bytes).getUint32(at + 8))
    height = Math.max(height, viewOf(bytes).getUint32(at + 12))
  }
  return width > 0 && height > 0 ? { width, height, isWhole: true } : undefined
}

const typeOf = (bytes: Uint8Array): PictureType | 'heic' | undefined => {
  const start = textAt(bytes, 0, 16)
  if (start.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (start.startsWith('GIF8')) return 'image/gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp'
  if (start.slice(4, 8) !== 'ftyp') return undefined
  if (/^avi[fs]/.test(start.slice(8))) return 'image/avif'
  return /^(hei[cfmsx]|hev[cx]|mif1|msf1)/.test(start.slice(8)) ? 'heic' : undefined
}

const readers = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
  'image/gif': gifSize,
  'image/webp': webpSize,
  'image/avif': avifSize,
} as const

/** Looks at the beginning and the structure of a file, without decoding a pixel: a few bytes can claim gigabytes of them. */
export const pictureKind = (bytes: Uint8Array): PictureKind => {
  const type = typeOf(bytes)
  if (type === undefined) return { kind: 'other' }
  if (type === 'heic') return { kind: 'heic' }
  const size = readers[type](bytes) ?? { width: 0, height: 0, isWhole: false }
  return { kind: 'picture', type, ...size }
}
