/**
 * `make` with a memory of its latest answers. Articles are rendered at every save, their formulas and their code change
 * seldom. `room` is in characters, of what is asked and what is answered.
 */
export function remember<A extends readonly (string | boolean)[]>(
  room: number,
  make: (...args: A) => string | null,
): (...args: A) => string | null {
  const known = new Map<string, string | null>()
  let used = 0
  const size = (key: string, answer: string | null) => key.length + (answer?.length ?? 0)
  return (...args) => {
    const key = args.join('\0')
    let answer = known.get(key)
    if (answer === undefined) {
      answer = make(...args)
      used += size(key, answer)
    } else known.delete(key)
    known.set(key, answer)
    for (const [oldest, old] of known) {
      if (used <= room) break
      known.delete(oldest)
      used -= size(oldest, old)
    }
    return answer
  }
}
