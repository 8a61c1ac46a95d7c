import { type Found, inText, type TextRun } from '../found.ts'

const pattern =
  /(?<![\p{L}\p{N}])TK+(?![\p{L}\p{N}])|待补充?|待核实?|待定稿|此处补|(?<![\p{L}\p{N}])(?:TODO|FIXME)(?![\p{L}\p{N}])|[xX×]{3,}|[?？]{3,}/gu

/** Marks of what is still to come. */
export const placeholders = (run: TextRun): Found[] =>
  [...run.text.matchAll(pattern)].map((match) =>
    inText('placeholder', run, match.index, match.index + match[0].length),
  )
