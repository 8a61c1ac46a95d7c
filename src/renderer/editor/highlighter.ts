import dart from 'highlight.js/lib/languages/dart'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import http from 'highlight.js/lib/languages/http'
import latex from 'highlight.js/lib/languages/latex'
import nginx from 'highlight.js/lib/languages/nginx'
import powershell from 'highlight.js/lib/languages/powershell'
import scala from 'highlight.js/lib/languages/scala'
import { common, createLowlight } from 'lowlight'

export interface CodeWord {
  from: number
  to: number
  className: string
}

type Tree = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children']

const lowlight = createLowlight({ ...common, dart, dockerfile, http, latex, nginx, powershell, scala })

/** Only those around them have a colour. */
const plain = /^(hljs-(subst|tag|params|function|class|operator|punctuation)|language-.*)$/

/** The words of code that have a colour, in order; none in an unknown language. The page's highlighter has the same names. */
export function codeWords(code: string, language: string): CodeWord[] {
  if (!lowlight.registered(language)) return []
  const words: CodeWord[] = []
  let at = 0
  const visit = (children: Tree, around: string) => {
    for (const child of children) {
      if (child.type === 'text') {
        const from = at
        at += child.value.length
        if (around) words.push({ from, to: at, className: around })
      } else if (child.type === 'element') {
        const names = child.properties.className
        const name = Array.isArray(names) ? names.join(' ') : ''
        visit(child.children, plain.test(name) ? around : name)
      }
    }
  }
  visit(lowlight.highlight(language, code).children, '')
  return words
}
