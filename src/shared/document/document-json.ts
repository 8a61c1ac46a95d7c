import { z } from 'zod'

export interface MarkJson {
  type: string
  attrs?: Record<string, unknown>
}

export interface NodeJson {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  marks?: MarkJson[]
  text?: string
}

/** A document as ProseMirror JSON. Its shape is checked against the schema by `documentProblem`, not here. */
export interface DocumentJson extends NodeJson {
  type: 'doc'
}

export const isDocument = (value: unknown): value is DocumentJson =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'

export const DocumentJson = z.custom<DocumentJson>(isDocument)
