/**
 * The HTML of a page without what only Galley's themes know, where HTML has words of its own for it. Text in it is
 * escaped, so what looks like a tag is one of the renderer's.
 */
export const plainHtml = (html: string): string =>
  html
    .replace(/<div class="table"[^>]*>(?=<table)/g, '')
    .replace(/<\/table><\/div>/g, '</table>')
    .replace(/ class="align-(\w+)"/g, ' style="text-align:$1"')
    .replace(/ loading="lazy"/g, '')
    .replace(/ aria-hidden="true"(?=><div>)/g, '')
