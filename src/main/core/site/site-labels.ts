import { contentHash } from './content-hash.ts'
import type { LabelKind, LabelRow, SiteRepository } from './site.repository.ts'

export interface SiteLabel extends LabelRow {
  readonly key: string
}

/** Tags and bylines, looked up as they are met. */
export function siteLabels(repository: SiteRepository) {
  const withKey = (row: LabelRow): SiteLabel => ({ ...row, key: `${row.slug}\u0000${row.name}` })
  const make = (kind: LabelKind) => {
    const ids = new Map<number, SiteLabel | null>()
    const names = new Map<string, SiteLabel>()
    const statements = repository.labels[kind]
    const keep = (label: SiteLabel): SiteLabel => {
      const existing = ids.get(label.id)
      if (existing) return existing
      ids.set(label.id, label)
      return label
    }
    return { ids, names, statements, keep }
  }
  const kinds = { tag: make('tag'), byline: make('byline') }

  return {
    byId(kind: LabelKind, id: number): SiteLabel | null {
      const { ids, statements } = kinds[kind]
      let label = ids.get(id)
      if (label === undefined) {
        const row = statements.byId.get(id)
        label = row ? withKey(row) : null
        ids.set(id, label)
      }
      return label
    },
    /**
     * The label of that name. One that a pinned revision names and the library has lost since gets a negative id and
     * a slug made of its name, which it keeps when the change is confirmed.
     */
    byName(kind: LabelKind, name: string): SiteLabel {
      const { ids, names, statements, keep } = kinds[kind]
      let label = names.get(name)
      if (!label) {
        const row = statements.byName.get(name)
        label = keep(
          withKey(row ?? { id: -1 - ids.size, name, slug: `${kind}-${contentHash(name).slice(0, 10)}` }),
        )
        names.set(name, label)
      }
      return label
    },
    bySlug(kind: LabelKind, slug: string): SiteLabel | null {
      const { statements, keep, ids } = kinds[kind]
      const row = statements.bySlug.get(slug)
      if (row) return keep(withKey(row))
      for (const label of ids.values()) if (label && label.slug === slug) return label
      return null
    },
  }
}
