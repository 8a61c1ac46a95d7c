import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

const width = 1200
const height = 675
const folder = resolve(import.meta.dirname, '../resources/sample/covers')

const range = (count: number) => Array.from({ length: count }, (_, index) => index)
const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const path = (d: string, stroke: string, strokeWidth: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

/** The same scatter at every run. */
function scatter(count: number, seed: number): [number, number][] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 0x1_0000_0000
  }
  return range(count).map(() => [next(), next()])
}

const ink = '#26231f'
const paper = '#f4efe6'
const seal = '#b9442d'
const moss = '#5c7a5e'
const sea = '#2f5d73'
const sand = '#d9b98a'

const covers: Record<string, string> = {
  'slow-products':
    rect(0, 0, width, height, paper) +
    range(7)
      .map((step) =>
        rect(120 + step * 140, 560 - step * 62, 140, 115 + step * 62, step % 2 ? '#cdbfa6' : sand),
      )
      .join('') +
    circle(1030, 118, 62, seal),
  'delivery-begins':
    rect(0, 0, width, height, sea) +
    path(
      'M 300 340 C 300 120 600 120 600 340 S 900 560 900 340 S 600 120 600 340 S 300 560 300 340',
      '#f4efe6',
      34,
    ) +
    circle(300, 340, 40, sand) +
    circle(900, 340, 40, seal),
  'edge-computing':
    rect(0, 0, width, height, '#1f2d33') +
    range(6)
      .map((ring) =>
        circle(
          600,
          338,
          70 + ring * 62,
          'none',
          `stroke="${sand}" stroke-opacity="${0.85 - ring * 0.13}" stroke-width="3"`,
        ),
      )
      .join('') +
    range(24)
      .map((dot) => {
        const angle = (dot * 137.5 * Math.PI) / 180
        const radius = 132 + (dot % 5) * 62
        return circle(
          600 + Math.cos(angle) * radius,
          338 + Math.sin(angle) * radius,
          9 + (dot % 3) * 4,
          dot % 4 ? paper : seal,
        )
      })
      .join('') +
    circle(600, 338, 44, seal),
  'open-standards':
    rect(0, 0, width, height, '#e7e2d6') +
    range(4)
      .map((column) =>
        range(2)
          .map((row) => {
            const x = 140 + column * 230
            const y = 110 + row * 230
            const fill = [seal, sea, moss, sand][(column + row) % 4] ?? sand
            return (
              rect(x, y, 210, 210, fill, 'rx="10"') +
              circle(x + 210, y + 105, 34, fill) +
              circle(x + 105, y + 210, 34, fill)
            )
          })
          .join(''),
      )
      .join(''),
  'first-seven-days':
    rect(0, 0, width, height, '#f7f3ec') +
    range(7)
      .map((day) => rect(102 + day * 144, 268, 124, 140, seal, `rx="14" fill-opacity="${0.14 + day * 0.14}"`))
      .join('') +
    path('M 992 338 l 22 24 l 44 -52', paper, 12),
  'fewer-benefits':
    rect(0, 0, width, height, moss) +
    range(16)
      .map((bar) =>
        rect(90 + bar ** 1.42 * 22.5, 130, 16, 415, paper, `rx="8" fill-opacity="${0.55 + bar * 0.028}"`),
      )
      .join(''),
  'review-after-campaign':
    rect(0, 0, width, height, sand) +
    path('M 780 220 A 215 215 0 1 0 812 382', ink, 40) +
    `<path d="M 700 180 L 850 150 L 822 300 Z" fill="${ink}"/>` +
    circle(600, 338, 60, seal),
  'silence-in-interviews':
    rect(0, 0, width, height, '#22303a') +
    range(44)
      .filter((bar) => bar < 16 || bar > 27)
      .map((bar) => {
        const swing = Math.abs(Math.sin(bar * 1.7) * Math.cos(bar * 0.6)) * 260 + 26
        return rect(92 + bar * 23.4, 338 - swing / 2, 11, swing, bar < 16 ? sand : paper, 'rx="5.5"')
      })
      .join('') +
    circle(600, 338, 12, seal),
  'five-users-enough':
    rect(0, 0, width, height, '#efe9dd') +
    scatter(220, 7)
      .map(([x, y]) => circle(60 + x * 1080, 50 + y * 575, 5, '#b7ab97'))
      .join('') +
    range(5)
      .map((user) => circle(240 + user * 180, 338 + (user % 2 ? -46 : 46), 52, user === 2 ? seal : sea))
      .join(''),
  'survey-traps':
    rect(0, 0, width, height, '#dfe5e2') +
    range(7)
      .map((row) => {
        const shift = row === 4 ? 120 : 0
        return (
          circle(
            260 + shift,
            98 + row * 80,
            20,
            row === 4 ? seal : 'none',
            `stroke="${row === 4 ? seal : ink}" stroke-width="6"`,
          ) +
          rect(320 + shift, 86 + row * 80, 620 - (row % 3) * 110, 24, row === 4 ? seal : '#93a19a', 'rx="12"')
        )
      })
      .join(''),
  'say-and-do':
    rect(0, 0, width, height, paper) +
    path('M 100 470 C 330 90 480 90 610 340 S 900 600 1100 190', seal, 16) +
    path('M 100 220 C 330 600 480 560 610 340 S 900 120 1100 480', sea, 16) +
    circle(610, 340, 30, ink),
  'reading-retention':
    rect(0, 0, width, height, '#f2ede3') +
    range(6)
      .map((line) => rect(120, 120 + line * 88, 960, 2, '#d5cbb9'))
      .join('') +
    path('M 130 130 C 210 380 300 440 430 462 S 700 486 1070 488', seal, 16) +
    path('M 130 130 C 190 470 280 540 400 556 S 700 562 1070 563', '#a9a08f', 8) +
    circle(430, 462, 20, ink),
  'anomaly-notes':
    rect(0, 0, width, height, '#20303a') +
    range(14)
      .map((bar) => {
        const tall = bar === 9 ? 150 : 330 + ((bar * 53) % 60)
        return rect(112 + bar * 71, 570 - tall, 46, tall, bar === 9 ? seal : '#6f8b97', 'rx="6"')
      })
      .join('') +
    rect(100, 574, 1000, 4, paper),
  'simpsons-paradox':
    rect(0, 0, width, height, '#f5f0e7') +
    scatter(34, 3)
      .map(([x, y]) => circle(170 + x * 360, 330 - x * 170 + y * 70, 13, sea))
      .join('') +
    scatter(34, 11)
      .map(([x, y]) => circle(660 + x * 360, 560 - x * 170 + y * 70, 13, moss))
      .join('') +
    path('M 150 210 L 1050 560', seal, 10, 'stroke-dasharray="4 26"'),
  'event-naming':
    rect(0, 0, width, height, sea) +
    range(12)
      .map((tag) => {
        const x = 130 + (tag % 3) * 320
        const y = 110 + Math.floor(tag / 3) * 122
        return (
          rect(x, y, 290, 84, tag === 5 ? seal : paper, 'rx="42"') +
          circle(x + 44, y + 42, 13, tag === 5 ? paper : sea)
        )
      })
      .join(''),
}

for (const [name, body] of Object.entries(covers)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`
  const bytes = await sharp(Buffer.from(svg)).webp({ quality: 82, effort: 6 }).toBuffer()
  writeFileSync(join(folder, `${name}.webp`), bytes)
  console.log(name, bytes.length)
}
