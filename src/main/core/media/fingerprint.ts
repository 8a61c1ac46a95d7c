import type { Sharp } from 'sharp'

/** Of 255. Where a surface is even, what differs is the noise of compression. */
const least = 3

/**
 * What a picture looks like in 38 hexadecimal digits: whether each of 64 spots is brighter than its right neighbour,
 * whether it is brighter than the one below, and the mean colour. Other sizes, formats and qualities of the same
 * picture differ in a few bits.
 */
export async function fingerprint(image: Sharp): Promise<string> {
  const spots = async (width: number, height: number) =>
    image
      .clone()
      .flatten({ background: '#fff' })
      .greyscale()
      .resize(width, height, { fit: 'fill' })
      .toColourspace('b-w')
      .raw()
      .toBuffer()
  const [across, down, mean] = await Promise.all([
    spots(9, 8),
    spots(8, 9),
    image
      .clone()
      .flatten({ background: '#fff' })
      .resize(1, 1, { fit: 'fill' })
      .toColourspace('srgb')
      .raw()
      .toBuffer(),
  ])
  let bits = ''
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 8; column++) {
      const at = row * 9 + column
      bits += (across[at] ?? 0) > (across[at + 1] ?? 0) + least ? '1' : '0'
    }
  for (let at = 0; at < 64; at++) bits += (down[at] ?? 0) > (down[at + 8] ?? 0) + least ? '1' : '0'
  const digits = bits.match(/.{4}/g)?.map((four) => Number.parseInt(four, 2).toString(16)) ?? []
  return digits.join('') + mean.subarray(0, 3).toString('hex')
}
