/// <reference lib="webworker" />

/** What the page asks: the longest side in pixels, and in which form when the picture has no see-through parts. */
export type PictureJob = Readonly<{ picture: Blob; longest: number; mayBeJpeg: boolean }>
export type PictureAnswer =
  Readonly<{ blob: Blob; width: number; height: number }> | Readonly<{ because: 'undecodable' }>

/** A drawing or a screenshot stays sharp as PNG; from this size on it is a photo. Bytes. */
const largestPng = 1_500_000

const draw = (bitmap: ImageBitmap, longest: number): OffscreenCanvas => {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** JPEG knows nothing see-through: what is, becomes white instead of black. */
const onWhite = (canvas: OffscreenCanvas): OffscreenCanvas => {
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

const asJpeg = (canvas: OffscreenCanvas): Promise<Blob> =>
  onWhite(canvas).convertToBlob({ type: 'image/jpeg', quality: 0.85 })

/** Decoded and encoded anew: nothing but pixels is left, turned as the camera was held. */
const work = async ({ picture, longest, mayBeJpeg }: PictureJob): Promise<PictureAnswer> => {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  const canvas = draw(bitmap, longest)
  bitmap.close()
  const { width, height } = canvas
  if (mayBeJpeg) return { blob: await asJpeg(canvas), width, height }
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return { blob: png.size > largestPng ? await asJpeg(canvas) : png, width, height }
}

onmessage = ({ data }: MessageEvent<PictureJob>) => {
  work(data).then(
    answer => postMessage(answer),
    () => postMessage({ because: 'undecodable' } satisfies PictureAnswer),
  )
}
