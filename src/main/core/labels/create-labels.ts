import { bylineKind, createLabelRepository, tagKind } from './label.repository.ts'
import { createLabelService } from './label.service.ts'

type Dependencies = Omit<Parameters<typeof createLabelService>[0], 'repository' | 'entity'>

/** The feature put together: tags and bylines, which differ in name only. */
export const createLabels = (dependencies: Dependencies) => ({
  tags: createLabelService({
    ...dependencies,
    repository: createLabelRepository(dependencies.db, tagKind),
    entity: 'tag',
  }),
  bylines: createLabelService({
    ...dependencies,
    repository: createLabelRepository(dependencies.db, bylineKind),
    entity: 'byline',
  }),
})
