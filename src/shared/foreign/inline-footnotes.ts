import { childElements, childNodes, type ElementLike, isElement, textOf, unwrap } from './element-like.ts'

const lists =
  'section.footnotes, div.footnotes, ol.footnotes, [role="doc-endnotes"], [style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]'

/** Brings notes that are collected at the end (Galley's own pages, Word, other Markdown) back to their numbers. */
export function inlineFootnotes(root: ElementLike): void {
  const notes = new Map<string, ElementLike>()
  const containers = Array.from(root.querySelectorAll(lists))
  for (const container of containers) {
    for (const note of container.querySelectorAll('[id]')) {
      if (/^(li|div|p|dd)$/.test(note.localName)) notes.set(note.getAttribute('id') ?? '', note)
    }
  }
  if (notes.size === 0) return
  const used = new Set<ElementLike>()
  for (const link of Array.from(root.querySelectorAll('a[href^="#"]'))) {
    const target = (link.getAttribute('href') ?? '').slice(1)
    const note = notes.get(target) ?? notes.get(target.replace(/^_/, ''))
    if (!note || containers.some((container) => container === link.closest(lists))) continue
    const around = link.parentElement
    const place = around?.localName === 'sup' && textOf(around).trim() === textOf(link).trim() ? around : link
    const footnote = root.ownerDocument.createElement('span')
    footnote.setAttribute('data-footnote', '')
    // A note that is referred to twice stands twice.
    footnote.append(...(used.has(note) ? [textOf(note).trim()] : contentOf(note)))
    used.add(note)
    place.replaceWith(footnote)
  }
  for (const container of containers) {
    for (const note of container.querySelectorAll('[id]')) if (used.has(note)) note.remove()
    if (textOf(container).trim() === '') container.remove()
  }
}

/** The inline content of a note without the ways back. */
function contentOf(note: ElementLike): ReturnType<typeof childNodes> {
  for (const back of note.querySelectorAll('a[href^="#"]')) back.remove()
  for (const block of Array.from(note.querySelectorAll('p, div'))) {
    if (block.nextElementSibling && /^(p|div)$/.test(block.nextElementSibling.localName)) block.append(' ')
    unwrap(block)
  }
  const nodes = childNodes(note)
  trimEnd(nodes.at(-1))
  trimStart(nodes[0])
  return nodes
}

type Maybe = ReturnType<typeof childNodes>[number] | undefined

function trimEnd(node: Maybe): void {
  if (node && !isElement(node)) node.textContent = textOf(node).trimEnd()
}
function trimStart(node: Maybe): void {
  if (!node) return
  if (!isElement(node)) node.textContent = textOf(node).trimStart()
  else if (childElements(node).length === 0 && textOf(node).trim() === '') node.remove()
}
