import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCategoryRepository } from '../../../src/main/core/categories/category.repository.ts'
import { createCategoryService } from '../../../src/main/core/categories/category.service.ts'
import { createMergeOnSite } from '../../../src/main/core/site/merged-labels.repository.ts'
import type { CategoryId } from '../../../src/shared/model/ids.ts'
import { buildArticle } from '../../helpers/factories/article.ts'
import { openTestLibrary } from '../../helpers/open-test-library.ts'

let library: Awaited<ReturnType<typeof openTestLibrary>>
let categories: ReturnType<typeof createCategoryService>

beforeEach(async () => {
  library = await openTestLibrary()
  const { db } = library
  categories = createCategoryService({
    db,
    repository: createCategoryRepository(db),
    announce: () => {},
    mergeOnSite: createMergeOnSite(db),
  })
  const a = categories.create({ name: '甲', slug: 'a', parentId: null, description: '' })
  categories.create({ name: '乙', slug: 'b', parentId: null, description: '' })
  library.articles.create(buildArticle({ categoryId: a.id, tags: ['甲', '乙'], byline: '甲' }))
  library.bylines.ensure('乙')
  db.exec(/* sql */ `
    INSERT INTO live_articles VALUES (1, '2026/03/x.html', 'x', 't', '', '', 1, 1, '', '', NULL, '', 0, 0, 'p', 'l');
    INSERT INTO live_tags VALUES (1, 1, 0);
  `)
})
afterEach(() => library.close())

const redirects = () =>
  library.db.prepare('SELECT path, kind, target_id FROM redirects ORDER BY path').raw().all()
const live = () => library.db.prepare('SELECT category_id, byline_id FROM live_articles').raw().get()
const liveTags = () => library.db.prepare('SELECT tag_id FROM live_tags').pluck().all()

test('a merge takes the site along, and old addresses lead to the other', () => {
  categories.update(1 as CategoryId, { slug: 'older' })
  categories.merge(1 as CategoryId, 2 as CategoryId)
  library.bylines.merge(1, 2)
  library.tags.merge(1, 2)
  expect(live()).toEqual([2, 2])
  expect(liveTags()).toEqual([2])
  expect(redirects()).toEqual([
    ['byline/jia/index.html', 'byline', 2],
    ['category/a/index.html', 'category', 2],
    ['category/older/index.html', 'category', 2],
    ['tag/jia/index.html', 'tag', 2],
  ])
})

test('a deletion takes it off the site and leaves no address behind', () => {
  categories.update(1 as CategoryId, { slug: 'older' })
  categories.delete(1 as CategoryId, null)
  library.bylines.delete(1)
  library.tags.delete(1)
  expect(live()).toEqual([null, null])
  expect(liveTags()).toEqual([])
  expect(redirects()).toEqual([])
})

test('what is on the site keeps its labels when the draft drops them', () => {
  library.articles.save(library.articles.summaries([1 as never])[0]?.id as never, 1, { tags: [], byline: '' })
  expect(library.tags.list('', 10).map(({ name }) => name)).toEqual(['甲'])
  expect(library.bylines.list('', 10).map(({ name }) => name)).toContain('甲')
})
