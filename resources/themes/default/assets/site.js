// Puts fresh values into what the page was made with, and tells the site's own server that it is read. Everything
// here may fail without the reader noticing. Nothing is stored in the browser.
;(() => {
  'use strict'
  const nav = document.querySelector('.site-nav')
  const current = nav?.querySelector('[aria-current]')
  if (current) nav.scrollLeft = current.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2

  if (window.parent !== window) return

  // A video's player takes the place of its card once that is pressed; before, its site is asked for nothing.
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('.embed[data-player] > a') : null
    const figure = link?.parentElement
    if (!figure || !figure.dataset.player.startsWith('https://')) return
    event.preventDefault()
    const player = document.createElement('iframe')
    player.title = figure.querySelector('figcaption')?.textContent || link.textContent
    player.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
    player.allowFullscreen = true
    player.referrerPolicy = 'strict-origin-when-cross-origin'
    player.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation')
    player.src = figure.dataset.player
    link.replaceWith(player)
    player.focus()
  })

  if (!/^https?:$/.test(location.protocol)) return
  const root = new URL(document.documentElement.dataset.root || './', location.href)
  const article = document.body.dataset.article
  const articlesPerFile = 256

  const load = async (name) => {
    try {
      const answer = await fetch(new URL(`fragments/${name}.json`, root), { cache: 'no-cache' })
      return answer.ok ? await answer.json() : null
    } catch {
      return null
    }
  }

  const address = (value) => {
    try {
      const url = new URL(value, root)
      return /^https?:$/.test(url.protocol) ? url.href : null
    } catch {
      return null
    }
  }

  const fill = (template, item, known) => {
    const copy = template.content.cloneNode(true)
    for (const element of copy.querySelectorAll('[data-text]')) {
      const text = item[element.dataset.text]
      if (text === undefined || text === '') element.remove()
      else element.textContent = String(text)
    }
    for (const element of copy.querySelectorAll('[data-href]')) {
      const href = address(item[element.dataset.href])
      if (href) element.setAttribute('href', href)
    }
    for (const element of copy.querySelectorAll('[data-time]'))
      element.setAttribute('datetime', String(item[element.dataset.time]))
    for (const element of copy.querySelectorAll('[data-views]')) {
      element.dataset.views = String(item.id)
      element.textContent = known.get(String(item.id)) ?? ''
    }
    return copy
  }

  const refreshList = async (list) => {
    const template = list.querySelector('template')
    const fresh = await load(list.dataset.fragment)
    if (!template || !fresh || !Array.isArray(fresh.items)) return
    const known = new Map()
    for (const element of document.querySelectorAll('[data-views]'))
      known.set(element.dataset.views, element.textContent)
    const items = fresh.items.filter((item) => !article || String(item.id) !== article)
    const copies = items
      .slice(0, Number(list.dataset.limit) || items.length)
      .map((item) => fill(template, item, known))
    list.replaceChildren(template, ...copies)
  }

  const refreshViews = async () => {
    const files = new Map()
    for (const element of document.querySelectorAll('[data-views]')) {
      const id = Number(element.dataset.views)
      if (!Number.isSafeInteger(id) || id <= 0) continue
      const file = Math.floor(id / articlesPerFile)
      files.set(file, [...(files.get(file) || []), element])
    }
    await Promise.all(
      [...files].map(async ([file, elements]) => {
        const views = await load(`views/${file}`)
        if (!views) return
        for (const element of elements) {
          const count = views[element.dataset.views]
          if (Number.isSafeInteger(count)) element.textContent = String(count)
        }
      }),
    )
  }

  const lists = [...document.querySelectorAll('[data-fragment]')]
  void Promise.allSettled(lists.map(refreshList)).then(refreshViews)

  if (!article) return
  const body = document.querySelector('[data-body]')
  let seenSince = 0
  let seconds = 0
  let depth = 0
  let viewed = false
  let reported = -1

  const beacon = (event) => {
    const url = new URL('beacon.gif', root)
    let referrer = ''
    try {
      referrer = document.referrer ? new URL(document.referrer).host : ''
    } catch {}
    const values = { p: article, e: event, d: depth, t: Math.round(seconds), r: referrer }
    for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value))
    url.searchParams.set('n', Math.random().toString(36).slice(2, 10))
    // A GET that outlives the page; an image where the browser cannot.
    fetch(url, { keepalive: true, mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).catch(() => {
      new Image().src = url.href
    })
  }

  const measure = () => {
    if (!body || document.visibilityState !== 'visible') return
    const box = body.getBoundingClientRect()
    if (box.height <= 0) return
    const share = (Math.min(window.innerHeight, box.bottom) - box.top) / box.height
    depth = Math.max(depth, Math.min(100, Math.max(0, Math.round(share * 100))))
  }

  const pause = () => {
    if (seenSince) seconds += (performance.now() - seenSince) / 1000
    seenSince = 0
  }

  const show = () => {
    if (document.visibilityState !== 'visible') return
    if (!seenSince) seenSince = performance.now()
    measure()
    if (viewed) return
    viewed = true
    beacon('view')
  }

  let waiting = false
  const onScroll = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      measure()
    })
  }

  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? show() : pause(),
  )
  window.addEventListener('scroll', onScroll, { passive: true })
  window.addEventListener('resize', onScroll, { passive: true })
  window.addEventListener('pageshow', show)
  window.addEventListener('pagehide', () => {
    pause()
    if (!viewed || reported === seconds) return
    reported = seconds
    beacon('read')
  })
  show()
})()
