import { Text } from '@mantine/core'
import { useFormat } from '../../../i18n/use-format.ts'
import classes from './Reviewing.module.css'
import type { People } from './use-people.ts'

interface Props {
  people: People
  person: string
  at: number
  note?: string | undefined
}

/** Who, and when. */
export function Byline({ people, person, at, note }: Props) {
  const format = useFormat()
  return (
    <span className={classes.byline}>
      <i style={{ background: people.colourOf(person) }} aria-hidden />
      <b>{people.nameOf(person)}</b>
      <Text span size="xs" c="dimmed">
        {format.dateTime(at)}
        {note && ` · ${note}`}
      </Text>
    </span>
  )
}
