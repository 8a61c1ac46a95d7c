/**
 * What the other language must have, given the Chinese master: the same keys, and `_one` wherever the master has
 * `_other`, because Chinese has no singular.
 */
export type Messages<Master> = {
  [Key in keyof Master]: Master[Key] extends string ? string : Messages<Master[Key]>
} & {
  [Key in keyof Master as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string
}
