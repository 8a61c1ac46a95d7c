import type { Database } from 'better-sqlite3'
import { documentProblem } from '#shared/document/check-document.ts'
import type { DocumentJson } from '#shared/document/document-json.ts'
import { plainText } from '#shared/document/plain-text.ts'
import type { Announce } from '../announce.ts'
import { invalid, notFound } from '../errors.ts'
import type { Clock } from '../platform.ts'
import type { TemplateRepository } from './template.repository.ts'

interface HasDocument {
  title?: string
  doc: DocumentJson
}

const excerptOf = ({ title, doc }: HasDocument) =>
  [title ?? '', plainText(doc)].filter(Boolean).join(' ').replace(/\s+/g, ' ').slice(0, 160)

export type TemplateService<Id extends number, Content extends HasDocument> = ReturnType<
  typeof createTemplateService<Id, Content>
>

/** Templates of articles or snippets: content under a name of its own. */
export function createTemplateService<Id extends number, Content extends HasDocument>({
  db,
  repository,
  entity,
  announce,
  clock,
}: {
  db: Database
  repository: TemplateRepository<Id, Content>
  entity: 'template' | 'snippet'
  announce: Announce
  clock: Clock
}) {
  const get = (id: Id) => {
    const found = repository.find(id)
    if (!found) throw notFound(entity, id)
    return found
  }
  const assertFree = (name: string, id?: Id) => {
    const other = repository.findByName(name)
    if (other !== undefined && other !== id) throw invalid('duplicate-name', name)
  }
  const assertValid = ({ doc }: HasDocument) => {
    const problem = documentProblem(doc)
    if (problem !== null) throw invalid('document', problem)
  }
  const changed = () => announce(`${entity}s.changed`, { kind: 'changed' })
  const commit = (work: () => Id) => {
    const id = db.transaction(work).immediate()
    changed()
    return get(id)
  }

  return {
    list: repository.list,
    /** @throws NOT_FOUND */
    content(id: Id): Content {
      get(id)
      return repository.content(id)
    },
    /** @throws INVALID `duplicate-name` | `document` */
    create: (name: string, content: Content) =>
      commit(() => {
        assertValid(content)
        assertFree(name)
        return repository.insert(name, content, excerptOf(content), clock.now())
      }),
    /** @throws NOT_FOUND, INVALID `document` */
    replace: (id: Id, content: Content) =>
      commit(() => {
        get(id)
        assertValid(content)
        repository.replace(id, content, excerptOf(content), clock.now())
        return id
      }),
    /** @throws NOT_FOUND, INVALID `duplicate-name` */
    rename: (id: Id, name: string) =>
      commit(() => {
        get(id)
        assertFree(name, id)
        repository.rename(id, name, clock.now())
        return id
      }),
    delete(id: Id) {
      const deleted = repository.delete(id)
      if (deleted) changed()
      return { deleted }
    },
  }
}
