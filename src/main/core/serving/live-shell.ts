/** An empty page whose script takes whole pages from the window around it: `postMessage({ html }, '*')`. */
export const liveShell = (script: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><script src="${script}"></script></head><body></body></html>`

/**
 * Runs in the preview frame. Says `{ galley: 'ready' }` to its parent, then listens to it alone. The first page, and any
 * with another head, is written anew; after that only what differs in the body is touched, so that nothing flickers or
 * scrolls while the editor types. A link that is pressed is told as `{ galley: 'link', href }` and not followed.
 * `{ html, print: true }` prints the page once it is whole and says `{ galley: 'printed' }`.
 */
export const liveScript = `
const head = (page) => [...page.head.querySelectorAll('link[rel~=stylesheet],style,script[src]')].map((e) => e.outerHTML).join()

function attributes(from, to) {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name)
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value)
}

function morph(from, to) {
  attributes(from, to)
  const next = [...to.childNodes]
  let old = [...from.childNodes]
  let start = 0
  while (start < old.length && start < next.length && old[start].isEqualNode(next[start])) start++
  let end = 0
  while (end < old.length - start && end < next.length - start && old.at(-1 - end).isEqualNode(next.at(-1 - end))) end++
  old = old.slice(start, old.length - end)
  const wanted = next.slice(start, next.length - end)
  const after = end ? from.childNodes[from.childNodes.length - end] : null
  wanted.forEach((node, i) => {
    const current = old[i]
    if (!current) from.insertBefore(document.importNode(node, true), after)
    else if (current.nodeType !== 1 || current.nodeName !== node.nodeName) current.replaceWith(document.importNode(node, true))
    else morph(current, node)
  })
  for (const left of old.slice(wanted.length)) left.remove()
}

let shown = null
function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  if (shown !== null && shown === head(page)) {
    document.title = page.title
    attributes(document.documentElement, page.documentElement)
    morph(document.body, page.body)
    return
  }
  const { scrollX, scrollY } = window
  shown = head(page)
  document.open()
  listen()
  document.write(html)
  document.close()
  window.scrollTo(scrollX, scrollY)
}

// Not named print: at the top of a script that would take the place of the browser's own.
async function printPage() {
  if (document.readyState !== 'complete') await new Promise((loaded) => window.addEventListener('load', loaded, { once: true }))
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))])
  window.print()
  window.parent.postMessage({ galley: 'printed' }, '*')
}

// The frame shows what it is sent: where a link leads is for the window around it to decide, except within the page.
// The window's way back does not lead through either.
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  // The right button asks for a menu.
  if (!link || event.button > 1) return
  event.preventDefault()
  const [page] = link.href.split('#')
  if (page !== link.href && page === location.href.split('#')[0]) location.replace(link.href)
  else window.parent.postMessage({ galley: 'link', href: link.href }, '*')
}

function listen() {
  window.addEventListener('click', follow)
  window.addEventListener('auxclick', follow)
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || typeof data?.html !== 'string') return
    show(data.html)
    if (data.print) printPage()
  })
}

listen()
if (window.parent !== window) window.parent.postMessage({ galley: 'ready' }, '*')
`
