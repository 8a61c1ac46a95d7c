import { z } from 'zod'

const rowId = z.number().int().positive()

export const ArticleId = rowId.brand<'ArticleId'>()
export type ArticleId = z.infer<typeof ArticleId>

export const CategoryId = rowId.brand<'CategoryId'>()
export type CategoryId = z.infer<typeof CategoryId>

export const TagId = rowId.brand<'TagId'>()
export type TagId = z.infer<typeof TagId>

export const BylineId = rowId.brand<'BylineId'>()
export type BylineId = z.infer<typeof BylineId>

export const RevisionId = rowId.brand<'RevisionId'>()
export type RevisionId = z.infer<typeof RevisionId>

export const JobId = rowId.brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

export const TargetId = rowId.brand<'TargetId'>()
export type TargetId = z.infer<typeof TargetId>

export const DeployId = rowId.brand<'DeployId'>()
export type DeployId = z.infer<typeof DeployId>

export const LogSourceId = rowId.brand<'LogSourceId'>()
export type LogSourceId = z.infer<typeof LogSourceId>

export const TemplateId = rowId.brand<'TemplateId'>()
export type TemplateId = z.infer<typeof TemplateId>

export const SnippetId = rowId.brand<'SnippetId'>()
export type SnippetId = z.infer<typeof SnippetId>

/** SHA-256 of the file's bytes, 64 lower-case hex digits: media is content-addressed. */
export const MediaId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'MediaId'>()
export type MediaId = z.infer<typeof MediaId>
