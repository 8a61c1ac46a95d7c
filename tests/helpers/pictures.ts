import sharp, { type Sharp } from 'sharp'

export const pictureFile = async (image: Sharp, name = 'picture.jpg', type = 'image/jpeg') =>
  new File([new Uint8Array(await image.toBuffer())], name, { type })

/** A drawing that looks like no other: shapes and hues follow from the seed. */
export function drawnPicture(seed: number, width = 1200, height = 800): Sharp {
  const value = (step: number, most: number) =>
    Math.abs((Math.sin(seed * 12.9898 + step * 78.233) * 43758.5453) % 1) * most
  const shapes = Array.from({ length: 9 }, (_, index) => {
    const hue = Math.round(value(index, 360))
    const fill = `hsl(${hue} ${40 + Math.round(value(index + 20, 50))}% ${20 + Math.round(value(index + 30, 60))}%)`
    return index % 2
      ? `<circle cx="${value(index + 40, width)}" cy="${value(index + 50, height)}" r="${60 + value(index + 60, height / 3)}" fill="${fill}"/>`
      : `<rect x="${value(index + 70, width * 0.8)}" y="${value(index + 80, height * 0.8)}" width="${value(index + 90, width / 2)}" height="${value(index + 100, height / 2)}" fill="${fill}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${Math.round(value(7, 360))} 30% 75%)"/>${shapes.join('')}</svg>`
  return sharp(Buffer.from(svg))
}

/** Two frames. */
export const movingGif = (side = 8): Sharp =>
  sharp(Buffer.from(Uint8Array.from({ length: side * side * 2 * 3 }, (_, index) => (index * 37) % 256)), {
    raw: { width: side, height: side * 2, channels: 3, pageHeight: side },
  }).gif({ delay: [50, 50] })
