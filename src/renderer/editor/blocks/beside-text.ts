import './beside-text.css'

/**
 * Around a field or a button of a block that holds text. Browsers would put the caret beside it, where what is written
 * is no part of the document.
 */
export function besideText(control: HTMLElement): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'beside-text'
  dom.contentEditable = 'false'
  dom.append(control)
  return dom
}
