import i18next from 'i18next'

/** The text of a key that is put together at run time; undefined where there is none. */
export function textOf(key: string, values: Record<string, string | number> = {}): string | undefined {
  if (!i18next.exists(key, values)) return undefined
  // Such a key's type is only known to be text; `exists` has just vouched for it.
  const translate = i18next.t as (key: string, values: Record<string, string | number>) => string
  return translate(key, values)
}

/**
 * The text for what the core names (a reason, a kind of job), in a group that has an `other` for what this window
 * has no words for yet.
 */
export const textOr = (
  group: 'publishing:jobError' | 'publishing:warning' | 'publishing:kind' | 'importing:warning',
  name: string,
  values: Record<string, string | number> = {},
): string =>
  textOf(`${group}.${name}`, values) ?? textOf(`${group}.other`, { reason: name, ...values }) ?? name
