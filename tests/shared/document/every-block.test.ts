import { expect, it } from 'vitest'
import { documentProblem } from '#shared/document/check-document.ts'
import type { NodeJson } from '#shared/document/document-json.ts'
import { editorialMarks } from '#shared/document/editorial-marks.ts'
import { marks, nodes } from '#shared/document/schema.ts'
import { everyBlock } from '../../helpers/factories/every-block.ts'

const media = 'a'.repeat(64)
const doc = everyBlock(media)

it('has every node and every mark, and fits the schema', () => {
  const found = { nodes: new Set<string>(), marks: new Set<string>() }
  const visit = (node: NodeJson) => {
    found.nodes.add(node.type)
    for (const { type } of node.marks ?? []) found.marks.add(type)
    node.content?.forEach(visit)
  }
  visit(doc)
  expect([...found.nodes].sort()).toEqual(Object.keys(nodes).sort())
  expect([...found.marks].sort()).toEqual(
    Object.keys(marks)
      .filter((name) => !editorialMarks.has(name))
      .sort(),
  )
  expect(documentProblem(doc)).toBeNull()
})
