import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildArticle } from '../../helpers/factories/article.ts'
import { openTestLibrary } from '../../helpers/open-test-library.ts'

let library: Awaited<ReturnType<typeof openTestLibrary>>
beforeEach(async () => {
  library = await openTestLibrary()
})
afterEach(() => library.close())

const write = (content: Parameters<typeof buildArticle>[0] = {}) =>
  library.articles.create(buildArticle(content))
const get = (id: ReturnType<typeof write>['id']) => library.articles.get(id)
const publish = (id: ReturnType<typeof write>['id'], version = 1, now = library.clock.now()) =>
  library.publication.apply({ published: [{ id, version }], withdrawn: [], now })
const error = (code: string, reason: string) =>
  expect.objectContaining({ code, data: expect.objectContaining({ reason }) })

describe('publishing', () => {
  test('confirms a version; later edits show as changes', () => {
    const { id } = write()
    publish(id, 1, 5000)
    expect(get(id)).toMatchObject({ state: 'published', publishedAt: 5000, changedSincePublication: false })
    library.articles.save(id, 1, { title: '改后' })
    expect(get(id)).toMatchObject({ state: 'published', changedSincePublication: true })
    publish(id, 2, 6000)
    expect(get(id)).toMatchObject({ publishedAt: 5000, changedSincePublication: false })
  })

  test('an edit made while the deploy ran stays a change', () => {
    const { id } = write()
    library.articles.save(id, 1, { title: '途中' })
    publish(id, 1)
    expect(get(id)).toMatchObject({ version: 2, changedSincePublication: true })
  })

  test('takes the publish time that the article names', () => {
    const { id } = write({ publishTime: 123 })
    publish(id)
    expect(get(id).publishedAt).toBe(123)
  })

  test('keeps the address when the title changes afterwards, unless it is edited', () => {
    const { id, slug } = write()
    publish(id)
    expect(library.articles.save(id, 1, { title: '另一个标题' }).slug).toBe(slug)
    expect(library.articles.save(id, 2, { slug: 'by-hand' }).slug).toBe('by-hand')
  })

  test('what is on the site is not trashed; withdrawn it is', () => {
    const { id } = write()
    const other = write()
    publish(id)
    expect(() => library.bulk.trash([other.id, id])).toThrow(error('REFUSED', 'published'))
    expect(get(other.id).trashedAt).toBeNull()
    expect(() => library.articles.setState(id, 1, 'draft')).toThrow(error('REFUSED', 'transition'))
    library.publication.apply({ published: [], withdrawn: [id], now: 1 })
    expect(get(id)).toMatchObject({ state: 'withdrawn', changedSincePublication: false })
    expect(library.bulk.trash([id])).toEqual({ changed: 1 })
  })

  test('passes over articles that are gone, and belongs to the transaction around it', () => {
    const { id } = write()
    publish(99 as typeof id)
    const around = library.db.transaction(() => {
      publish(id)
      throw new Error('deploy failed')
    })
    expect(() => around.immediate()).toThrow('deploy failed')
    expect(get(id).state).toBe('draft')
  })
})

describe('scheduling', () => {
  test('sets and takes back the time, at the version that was seen', () => {
    const { id } = write()
    expect(library.publication.schedule(id, 1, 9000)).toEqual({ version: 1 })
    expect(get(id)).toMatchObject({ state: 'scheduled', scheduledAt: 9000, version: 1 })
    library.publication.schedule(id, 1, 9500)
    expect(get(id).scheduledAt).toBe(9500)
    expect(library.publication.unschedule(id)).toEqual({ version: 1 })
    expect(get(id)).toMatchObject({ state: 'approved', scheduledAt: null })
    expect(() => library.publication.schedule(id, 2, 9000)).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    )
  })

  test('a change of state or the trash takes the schedule away', () => {
    const first = write()
    const second = write()
    for (const { id } of [first, second]) library.publication.schedule(id, 1, 9000)
    expect(library.articles.setState(first.id, 1, 'draft')).toMatchObject({
      state: 'draft',
      scheduledAt: null,
    })
    library.bulk.trash([second.id])
    expect(get(second.id)).toMatchObject({ state: 'approved', scheduledAt: null })
    expect(() => library.publication.schedule(second.id, 1, 9000)).toThrow(error('REFUSED', 'trashed'))
  })

  test('a published article is not scheduled', () => {
    const { id } = write()
    publish(id)
    expect(() => library.publication.schedule(id, 1, 9000)).toThrow(error('REFUSED', 'transition'))
  })
})

test('counted views add to the starting ones and change no version', () => {
  const { id } = write({ startingViews: 129 })
  library.publication.addCountedViews(new Map([[id, 5]]))
  library.publication.addCountedViews(new Map([[id, 2]]))
  expect(get(id)).toMatchObject({ views: 136, startingViews: 129, version: 1 })
})

test('an import keeps what came in as a revision', () => {
  const id = library.articles.createFromImport(buildArticle({ title: '导入的' }))
  const rows = library.db.prepare('SELECT reason, title, article_version FROM revisions').all()
  expect(rows).toEqual([{ reason: 'import', title: '导入的', article_version: 1 }])
  expect(library.articles.content(id)).toMatchObject({ title: '导入的', slug: 'dao-ru-de' })
})
