import { type FindOptions, plainFind } from '#shared/document/find/text-pattern.ts'

export interface FindQuery {
  query: string
  replacement: string
  options: FindOptions
}

export const noQuery: FindQuery = { query: '', replacement: '', options: plainFind }
