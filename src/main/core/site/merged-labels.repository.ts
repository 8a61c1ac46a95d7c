import type { Database } from 'better-sqlite3'

export type MergeOnSite = ReturnType<typeof createMergeOnSite>

const tables = { category: 'categories', tag: 'tags', byline: 'bylines' } as const

/**
 * Lets what is live follow when a category, tag or byline is merged into another or, with null, deleted. To be called
 * in the transaction that does so, before the row goes: the old address then leads to the other one.
 */
export function createMergeOnSite(db: Database) {
  const move = {
    category: db.prepare<{ id: number; intoId: number | null }>(
      'UPDATE live_articles SET category_id = :intoId WHERE category_id = :id',
    ),
    byline: db.prepare<{ id: number; intoId: number | null }>(
      'UPDATE live_articles SET byline_id = :intoId WHERE byline_id = :id',
    ),
    // What the other label has already stays behind and goes with the row.
    tag: db.prepare<{ id: number; intoId: number | null }>(
      'UPDATE OR IGNORE live_tags SET tag_id = :intoId WHERE tag_id = :id AND :intoId IS NOT NULL',
    ),
  }
  const retarget = db.prepare<{ kind: string; id: number; intoId: number }>(
    'UPDATE redirects SET target_id = :intoId WHERE kind = :kind AND target_id = :id',
  )
  const forget = db.prepare<[string, number]>('DELETE FROM redirects WHERE kind = ? AND target_id = ?')

  return (kind: keyof typeof tables, id: number, intoId: number | null): void => {
    move[kind].run({ id, intoId })
    if (intoId === null) {
      forget.run(kind, id)
      return
    }
    retarget.run({ kind, id, intoId })
    db.prepare<{ kind: string; id: number; intoId: number }>(/* sql */ `
      INSERT OR REPLACE INTO redirects (path, kind, target_id)
      SELECT :kind || '/' || slug || '/index.html', :kind, :intoId FROM ${tables[kind]} WHERE id = :id`).run({
      kind,
      id,
      intoId,
    })
  }
}
