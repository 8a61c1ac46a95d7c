import { z } from 'zod'
import { base } from './base.ts'

/** Colours by name, so that they fit light and dark. */
export const personColours = ['teal', 'blue', 'grape', 'pink', 'orange', 'lime', 'cyan', 'indigo'] as const

/** Somebody who writes comments, suggestions and approvals. There are no accounts: a name, and an id that stays. */
export const Person = z.object({
  id: z.string().max(64),
  name: z.string().trim().max(60),
  colour: z.enum(personColours),
})
export type Person = z.infer<typeof Person>

export const people = {
  /** Everybody whose words this library holds, the editor of this machine first. */
  list: base.output(z.array(Person)),
}
