import {
  childElements,
  childNodes,
  type ElementLike,
  isElement,
  isText,
  rename,
  textOf,
} from './element-like.ts'

/** Lists as they should be: items only, inner lists inside of an item, boxes to tick as task lists. */
export function repairLists(root: ElementLike): void {
  for (const list of Array.from(root.querySelectorAll('ul, ol'))) {
    for (const child of childNodes(list)) {
      if (!isElement(child)) {
        if (textOf(child).trim() !== '') intoItem(list, child)
      } else if (/^(ul|ol)$/.test(child.localName)) {
        const before = child.previousElementSibling
        if (before?.localName === 'li') before.append(child)
        else intoItem(list, child)
      } else if (child.localName !== 'li') intoItem(list, child)
    }
    if (childElements(list).length === 0) list.remove()
  }
  for (const item of Array.from(root.querySelectorAll('li'))) {
    if (!/^(ul|ol)$/.test(item.parentElement?.localName ?? '')) rename(item, 'p')
  }
  for (const list of Array.from(root.querySelectorAll('ul, ol'))) makeTaskList(list)
  for (const box of Array.from(root.querySelectorAll('input'))) {
    if (box.getAttribute('type')?.toLowerCase() !== 'checkbox') box.remove()
    else box.replaceWith(box.hasAttribute('checked') ? '☑ ' : '☐ ')
  }
}

function intoItem(list: ElementLike, child: ReturnType<typeof childNodes>[number]): void {
  const item = list.ownerDocument.createElement('li')
  child.replaceWith(item)
  item.append(child)
}

function makeTaskList(list: ElementLike): void {
  const items = childElements(list)
  const boxes = items.map(boxOf)
  const states = items.map((item, index) => item.getAttribute('data-checked') ?? checkedState(boxes[index]))
  if (items.length === 0 || states.some((state) => state === null)) return
  for (const [index, item] of items.entries()) {
    boxes[index]?.remove()
    item.setAttribute('data-type', 'taskItem')
    item.setAttribute('data-checked', String(states[index] === 'true'))
  }
  const made = list.localName === 'ul' ? list : rename(list, 'ul')
  made.setAttribute('data-type', 'taskList')
}

const checkedState = (box: ElementLike | null | undefined): string | null =>
  box ? String(box.hasAttribute('checked')) : null

/** The box that an item begins with, at most a paragraph or a label deep. */
function boxOf(item: ElementLike): ElementLike | null {
  let current: ElementLike | null = item
  while (current) {
    const first: ReturnType<typeof childNodes>[number] | undefined = childNodes(current).find(
      (node) => isElement(node) || (isText(node) && textOf(node).trim() !== ''),
    )
    if (!first || !isElement(first)) return null
    if (first.localName === 'input')
      return first.getAttribute('type')?.toLowerCase() === 'checkbox' ? first : null
    current = /^(p|label|span|div)$/.test(first.localName) ? first : null
  }
  return null
}
