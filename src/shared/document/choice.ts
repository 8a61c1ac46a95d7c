/** An attribute that is one of a few values, or null for what is usual. */
export const choice = <T extends string | number>(name: string, values: readonly T[]) => ({
  default: null,
  validate: (value: unknown) => {
    if (value !== null && !values.some((allowed) => allowed === value)) throw new RangeError(name)
  },
})

/** The value when it is one of the allowed ones, else null. */
export const chosen = <T extends string | number>(values: readonly T[], value: unknown): T | null =>
  values.find((allowed) => allowed === value) ?? null
