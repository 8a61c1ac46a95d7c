import { codeLanguages } from '#shared/document/code-block/languages.ts'

const id = 'code-languages'

/** The id of a list of the languages that are highlighted, for fields that take others too. Made once a window. */
export function languageList(): string {
  if (document.getElementById(id)) return id
  const list = document.createElement('datalist')
  list.id = id
  for (const [name, label] of Object.entries(codeLanguages)) list.append(new Option(label, name))
  document.body.append(list)
  return id
}
