import { Fragment, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model'

/** Every line a paragraph, without indentation by wide spaces; the marks at the caret go on. */
export function plainSlice(text: string, schema: Schema, $context?: ResolvedPos): Slice {
  const marks = $context?.marks() ?? []
  const paragraphs = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]/g, '')
    .split(/\n+/)
    .map((line) => line.replace(/^[\u3000\u00a0\t ]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
    .map((line) => schema.nodes.paragraph?.create(null, schema.text(line, marks)))
    .filter((node) => node !== undefined)
  // Within one line spaces are what was copied.
  if (!/[\r\n]/.test(text) && text !== '') return new Slice(Fragment.from(schema.text(text, marks)), 0, 0)
  return new Slice(Fragment.from(paragraphs), paragraphs.length > 0 ? 1 : 0, paragraphs.length > 0 ? 1 : 0)
}
