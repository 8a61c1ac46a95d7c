import { AlignmentType, type IStylesOptions, LevelFormat } from 'docx'
import { step } from './docx-blocks.ts'

/** Latin letters in one face, Chinese in another: Word takes the first for everything unless told so. */
const face = (ascii: string, eastAsia: string) => ({ ascii, hAnsi: ascii, cs: ascii, eastAsia })
const serif = face('Times New Roman', '宋体')
const sans = face('Arial', '黑体')
const mono = face('Consolas', '等线')

const heading = (size: number) => ({
  run: { font: sans, size, bold: true, color: '000000' },
  paragraph: { spacing: { before: 320, after: 160 }, keepNext: true },
})

const based = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: serif, size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 400, after: 160 } },
    },
    title: {
      run: { font: sans, size: 40, bold: true },
      paragraph: { spacing: { after: 200 }, alignment: AlignmentType.CENTER },
    },
    heading1: heading(32),
    heading2: heading(28),
    heading3: heading(26),
    hyperlink: { run: { color: '0563C1', underline: {} } },
    footnoteText: { run: { font: serif, size: 18 }, paragraph: { spacing: { line: 260, after: 0 } } },
  },
  paragraphStyles: [
    {
      ...based('Subtitle', 'Subtitle'),
      run: { color: '555555' },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      ...based('Facts', 'Facts'),
      run: { size: 20, color: '777777' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 320 } },
    },
    { ...based('Quote', 'Quote'), run: { font: face('Times New Roman', '楷体'), color: '444444' } },
    {
      ...based('PullQuote', 'Pull Quote'),
      run: { font: face('Times New Roman', '楷体'), size: 30 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } },
    },
    {
      ...based('Caption', 'caption'),
      run: { size: 20, color: '666666' },
      paragraph: { spacing: { after: 240 } },
    },
    {
      ...based('Code', 'Code'),
      run: { font: mono, size: 20 },
      paragraph: { spacing: { line: 280 }, shading: { type: 'clear', color: 'auto', fill: 'F6F8FA' } },
    },
    {
      ...based('TableText', 'Table Text'),
      run: { size: 21 },
      paragraph: { spacing: { line: 300, after: 0 } },
    },
  ],
  characterStyles: [{ id: 'CodeCharacters', name: 'Code Characters', run: { font: mono, size: 21 } }],
}

const levels = (
  format: (level: number) => { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string },
) =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    ...format(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: step } } },
  }))

const dots = ['•', '◦', '▪']

/** One numbering for all lists of dots, one for each list of numbers: each counts by itself. */
export const docxNumbering = (numbered: readonly { start: number; level: number }[]) => ({
  config: [
    {
      reference: 'bullets',
      levels: levels((level) => ({ format: LevelFormat.BULLET, text: dots[level % 3] ?? '•' })),
    },
    ...numbered.map(({ start, level: own }, index) => ({
      reference: `numbers-${index + 1}`,
      levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })).map((level) =>
        level.level === own ? { ...level, start } : level,
      ),
    })),
  ],
})
