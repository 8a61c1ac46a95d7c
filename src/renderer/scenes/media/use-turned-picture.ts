import { useEffect, useState } from 'react'

export interface Turn {
  rotate: 0 | 90 | 180 | 270
  flipX: boolean
  flipY: boolean
}

/** Enough to cut by; the cut itself is made from the original. */
const largest = 1600

/** The picture as it is after a turn, drawn small; null while it is on its way. */
export function useTurnedPicture(url: string, { rotate, flipX, flipY }: Turn): string | null {
  const [drawn, setDrawn] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    let address: string | null = null
    const draw = async () => {
      const image = new Image()
      image.src = url
      await image.decode()
      const scale = Math.min(1, largest / Math.max(image.naturalWidth, image.naturalHeight))
      const width = Math.max(1, Math.round(image.naturalWidth * scale))
      const height = Math.max(1, Math.round(image.naturalHeight * scale))
      const canvas = document.createElement('canvas')
      canvas.width = rotate % 180 === 0 ? width : height
      canvas.height = rotate % 180 === 0 ? height : width
      const context = canvas.getContext('2d')
      context?.translate(canvas.width / 2, canvas.height / 2)
      context?.scale(flipX ? -1 : 1, flipY ? -1 : 1)
      context?.rotate((rotate * Math.PI) / 180)
      context?.drawImage(image, -width / 2, -height / 2, width, height)
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
      if (isGone || !blob) return
      address = URL.createObjectURL(blob)
      setDrawn(address)
    }
    draw().catch(() => setDrawn(null))
    return () => {
      isGone = true
      if (address) URL.revokeObjectURL(address)
    }
  }, [url, rotate, flipX, flipY])
  return drawn
}
