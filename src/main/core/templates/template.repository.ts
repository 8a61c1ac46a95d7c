import type { Database } from 'better-sqlite3'

interface TemplateRow {
  id: number
  name: string
  excerpt: string
  created_at: number
  updated_at: number
}

export type TemplateRepository<Id extends number, Content> = ReturnType<
  typeof createTemplateRepository<Id, Content>
>

/** Named content as JSON: the templates of articles, or the snippets. */
export function createTemplateRepository<Id extends number, Content>(
  db: Database,
  table: 'templates' | 'snippets',
) {
  const toSummary = ({ id, created_at, updated_at, ...row }: TemplateRow) => ({
    id: id as Id,
    ...row,
    createdAt: created_at,
    updatedAt: updated_at,
  })
  const columns = 'id, name, excerpt, created_at, updated_at'
  const list = db.prepare<[], TemplateRow>(`SELECT ${columns} FROM ${table} ORDER BY name, id`)
  const find = db.prepare<[number], TemplateRow>(`SELECT ${columns} FROM ${table} WHERE id = ?`)
  const findByName = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE name = ?`).pluck()
  const content = db.prepare<[number], Buffer>(`SELECT content FROM ${table} WHERE id = ?`).pluck()
  const insert = db.prepare<{ name: string; content: Buffer; excerpt: string; now: number }>(/* sql */ `
    INSERT INTO ${table} (name, content, excerpt, created_at, updated_at)
    VALUES (:name, :content, :excerpt, :now, :now)`)
  const replace = db.prepare<{ id: number; content: Buffer; excerpt: string; now: number }>(
    `UPDATE ${table} SET content = :content, excerpt = :excerpt, updated_at = :now WHERE id = :id`,
  )
  const rename = db.prepare<{ id: number; name: string; now: number }>(
    `UPDATE ${table} SET name = :name, updated_at = :now WHERE id = :id`,
  )
  const remove = db.prepare<[number]>(`DELETE FROM ${table} WHERE id = ?`)

  return {
    list: () => list.all().map(toSummary),
    find(id: Id) {
      const row = find.get(id)
      return row && toSummary(row)
    },
    /** Letter case does not tell names apart. */
    findByName: (name: string) => findByName.get(name),
    content: (id: Id) => JSON.parse(String(content.get(id))) as Content,
    insert: (name: string, value: Content, excerpt: string, now: number) =>
      Number(
        insert.run({ name, content: Buffer.from(JSON.stringify(value)), excerpt, now }).lastInsertRowid,
      ) as Id,
    replace: (id: Id, value: Content, excerpt: string, now: number) =>
      void replace.run({ id, content: Buffer.from(JSON.stringify(value)), excerpt, now }),
    rename: (id: Id, name: string, now: number) => void rename.run({ id, name, now }),
    delete: (id: Id) => remove.run(id).changes > 0,
  }
}
