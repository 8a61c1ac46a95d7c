import { childNodes, type ElementLike, hasClass, isElement, textOf } from './element-like.ts'

/** Code as one text with line ends, without the numbers that pages put beside it. */
export function repairCode(root: ElementLike): void {
  for (const figure of Array.from(root.querySelectorAll('figure.highlight, div.highlight, table'))) {
    const pre = figure.querySelector('td.code pre, td.rouge-code pre')
    if (!pre) continue
    const language = /(?:^|\s)(?:highlight|language-\S+|plain)\s+([\w+#-]+)/.exec(
      figure.getAttribute('class') ?? '',
    )
    if (language?.[1]) pre.setAttribute('class', `language-${language[1]}`)
    figure.replaceWith(pre)
  }
  for (const pre of Array.from(root.querySelectorAll('pre'))) {
    for (const br of Array.from(pre.querySelectorAll('br'))) br.replaceWith('\n')
    for (const line of pre.querySelectorAll('div, p, li')) if (line.nextElementSibling) line.append('\n')
    const around = pre.parentElement
    const name = `${pre.getAttribute('class') ?? ''} ${pre.querySelector('code')?.getAttribute('class') ?? ''}`
    if (!/\blang(uage)?-/.test(name)) {
      const language = around && hasClass(around, /\blanguage-/) ? around.getAttribute('class') : null
      const brush = /brush:\s*([\w+#-]+)/.exec(name)?.[1] ?? pre.getAttribute('data-lang')
      const found = /\blanguage-([\w+#-]+)/.exec(language ?? '')?.[1] ?? brush
      if (found) pre.setAttribute('class', `language-${found}`)
    }
    trimLastLine(pre)
  }
  for (const key of Array.from(root.querySelectorAll('kbd, samp, tt'))) {
    const code = root.ownerDocument.createElement('code')
    code.append(...Array.from(key.childNodes))
    key.replaceWith(code)
  }
}

/** The last line of code ends in HTML, too. */
function trimLastLine(element: ElementLike): void {
  const last = childNodes(element).at(-1)
  if (!last) return
  if (!isElement(last)) last.textContent = textOf(last).replace(/\n$/, '')
  else trimLastLine(last)
}
