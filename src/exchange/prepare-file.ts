import { largestFile } from '../domain/attachments/attachment.ts'
import { fileName } from '../domain/attachments/file-name.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { PreparedFile, PreparingRefusal } from '../workspace/exchange-port.ts'
import { pictureKind, type PictureKind } from './picture-kind.ts'
import type { PictureAnswer, PictureJob } from './picture-worker.ts'

/** Pixels of the longest side as it is kept, and in a list. */
const longest = 1600
const thumbnailLongest = 320
/** A photo may come larger than it is kept. Bytes. */
const largestSource = 60_000_000
/** 120 megapixels are decoded to half a gigabyte; phones go up to 108. */
const mostPixels = 120_000_000
/** Milliseconds; a picture that makes the decoder run for ever costs one worker. */
const patience = 30_000

const claimsPicture = (file: File): boolean =>
  /^image\/(jpeg|png|gif|webp|avif|hei[cf])$/.test(file.type) || /\.(jpe?g|png|gif|webp|avif|hei[cf])$/i.test(file.name)

/** What could run something when it is opened is a file like any other. */
const runsSomething = /svg|xml|html|script|xul|x-shockwave|wasm/i
const unknownType = 'application/octet-stream'
const plainType = ({ name, type }: File): string =>
  type === '' || runsSomething.test(type) || /\.(svgz?|x?html?|xml|js|mjs)$/i.test(name) ? unknownType : type

const startWorker = (): Worker => new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })

const askWorker = (job: PictureJob): Promise<PictureAnswer> =>
  new Promise(resolve => {
    const worker = startWorker()
    const end = (answer: PictureAnswer): void => {
      clearTimeout(timer)
      worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ because: 'undecodable' }), patience)
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => end(data))
    worker.addEventListener('error', () => end({ because: 'undecodable' }))
    worker.postMessage(job, [])
  })

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** The ending follows what the file now is. */
const renamed = (name: string, type: string): string => {
  const ending = type === 'image/png' ? endings['image/png'] : endings['image/jpeg']
  return fileName(`${name.replace(/\.[^.]{1,8}$/, '')}.${ending}`)
}

const pictureRefusal = (name: string, found: PictureKind): PreparingRefusal | undefined => {
  if (found.kind === 'heic') return { because: 'pictureIsHeic', name }
  if (found.kind === 'other') return { because: 'pictureIsNone', name }
  if (!found.isWhole || found.width === 0 || found.height === 0) return { because: 'pictureIsBroken', name }
  const pixels = found.width * found.height
  return pixels > mostPixels ? { because: 'pictureIsHuge', name, width: found.width, height: found.height } : undefined
}

const preparePicture = async (
  file: File,
  name: string,
  found: PictureKind,
): Promise<Result<PreparedFile, PreparingRefusal>> => {
  const refusal = pictureRefusal(name, found)
  if (refusal) return refuse(refusal)
  const type = found.kind === 'picture' ? found.type : undefined
  const picture = new Blob([file], type ? { type } : {})
  const answer = await askWorker({ picture, longest, mayBeJpeg: type === 'image/jpeg' })
  if ('because' in answer) return refuse({ because: 'pictureIsBroken', name })
  const { blob, width, height } = answer
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return ok({ name: renamed(name, blob.type), mediaType: blob.type, bytes, width, height })
}

const tooLarge = (name: string, most: number): PreparingRefusal => ({ because: 'fileIsTooLarge', name, most })

/**
 * Makes a chosen, dropped or pasted file fit to be kept. A picture is decoded and encoded anew in a worker: at most 1600 pixels on its longest side, turned
 * upright, without EXIF (place, camera, time). Anything else stays as it is, byte for byte; SVG and HTML are such files, never shown. Names lose folders, control
 * and direction characters. Refuses an empty or unreadable file, over 10 MB (a picture: 60 MB before it is scaled), and a picture that is none, is cut off, is HEIC
 * or claims over 120 megapixels.
 */
export const prepareFile = async (file: File): Promise<Result<PreparedFile, PreparingRefusal>> => {
  const name = fileName(file.name)
  if (file.size === 0) return refuse({ because: 'fileIsEmpty', name })
  if (file.size > largestSource) return refuse(tooLarge(name, largestFile))
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const found = pictureKind(bytes)
    if (found.kind !== 'other' || claimsPicture(file)) return await preparePicture(file, name, found)
    if (bytes.length > largestFile) return refuse(tooLarge(name, largestFile))
    return ok({ name, mediaType: plainType(file), bytes, width: null, height: null })
  } catch {
    return refuse({ because: 'fileIsUnreadable', name })
  }
}

/**
 * A small copy of a kept picture, at most 320 pixels, for lists; made off the page, not kept. In: its bytes from wherever they come. Undefined for anything that
 * is no whole picture of a believable size.
 */
export const thumbnailOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Blob | undefined> => {
  const found = pictureKind(bytes)
  if (found.kind !== 'picture' || pictureRefusal('', found)) return undefined
  const picture = new Blob([bytes], { type: found.type })
  const answer = await askWorker({ picture, longest: thumbnailLongest, mayBeJpeg: found.type === 'image/jpeg' })
  return 'because' in answer ? undefined : answer.blob
}
