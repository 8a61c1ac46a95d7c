/** Collects figures and the goals they are held to; prints each as it comes. */
export interface Report {
  section(title: string): void
  figure(name: string, value: string, goal?: { text: string; met: boolean }): void
}

export interface PrintedReport extends Report {
  readonly missed: readonly string[]
}

export function createReport(print: (line: string) => void = console.log): PrintedReport {
  const missed: string[] = []
  return {
    missed,
    section: (title) => print(`\n${title}`),
    figure(name, value, goal) {
      const verdict = goal ? `  goal ${goal.text}: ${goal.met ? 'met' : 'MISSED'}` : ''
      if (goal && !goal.met) missed.push(`${name}: ${value}, goal ${goal.text}`)
      print(`  ${name.padEnd(52)} ${value.padStart(22)}${verdict}`)
    },
  }
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const mb = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`
export const pair = (a: number, b: number): string => `${ms(a)} / ${ms(b)}`
