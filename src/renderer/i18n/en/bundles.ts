import type { Messages } from '../messages.ts'
import type { bundles as master } from '../zh-CN/bundles.ts'

export const bundles: Messages<typeof master> = {
  title: 'Review bundle',
  export: 'Export review bundle…',
  exported: 'Review bundle exported. Open it on another machine, and bring back what is exported there.',
  reading: 'Checking the bundle…',
  from: 'From {{author}}',
  pictures_one: '{{count}} image',
  pictures_other: '{{count}} images',
  comments_one: '{{count}} comment',
  comments_other: '{{count}} comments',
  mine: 'The version here',
  theirs: 'The version in the bundle',
  newCategory: 'The category “{{category}}” will be made.',
  unknownCategory: 'The library has no category “{{category}}”; the article keeps the one it has.',
  outcome: {
    create: 'The library does not have this article yet. It will be added as a draft.',
    nothing: 'Nothing in its text or facts is new; comments that are missing here will be added.',
    forward:
      'Nothing was changed here since. The article becomes what the bundle holds; what is here now is kept as a revision.',
    merge: 'Both sides changed different places. What is here now is kept as a revision.',
    conflicts:
      'Both sides changed the same places. Nothing is written before you choose; what is here now is kept as a revision.',
  },
  take: {
    create: 'Add to the library',
    nothing: 'Open the article',
    forward: 'Update the article',
    merge: 'Merge',
    conflicts: 'Merge',
  },
  done: {
    create: 'Added to the library',
    nothing: 'Nothing was new',
    forward: 'The article is updated',
    merge: 'Merged',
    conflicts: 'Merged',
  },
}
