import type { Database } from 'better-sqlite3'
import type { Person } from '#shared/contract/people.ts'

export type People = ReturnType<typeof createPeople>

/** Who wrote what: the editor of this machine, and those whose words came from elsewhere. */
export function createPeople(db: Database, here: () => Person) {
  const put = db.prepare<Person>(/* sql */ `
    INSERT INTO people (id, name, colour) VALUES (:id, :name, :colour)
    ON CONFLICT DO UPDATE SET name = excluded.name, colour = excluded.colour`)
  const get = db.prepare<[string], Person>('SELECT id, name, colour FROM people WHERE id = ?')
  const others = db.prepare<[string], Person>(
    'SELECT id, name, colour FROM people WHERE id <> ? ORDER BY name, id',
  )
  return {
    /** The editor of this machine, on record. Part of the caller's transaction. */
    me(): Person {
      const person = here()
      put.run(person)
      return person
    },
    /**
     * Somebody from another machine, as they call themselves; nobody is taken for the editor of this one. Answers
     * whether that is news.
     */
    meet(person: Person): boolean {
      const me = here()
      const before = get.get(person.id)
      const now = person.id === me.id ? me : person
      put.run(now)
      return before?.name !== now.name || before.colour !== now.colour
    },
    /** The editor of this machine first. */
    list(): Person[] {
      const me = here()
      return [me, ...others.all(me.id)]
    },
  }
}
