import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Inspector.module.css'

interface Props {
  title: string
  /** Shown beside the title. */
  aside?: ReactNode
  startOpen?: boolean
  children: ReactNode
}

/** A part of the inspector that folds away; what is folded is not rendered. */
export function Section({ title, aside, startOpen = true, children }: Props) {
  const [open, { toggle }] = useDisclosure(startOpen)
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <button type="button" aria-expanded={open} onClick={toggle}>
          <IconChevronRight size={13} stroke={2} data-open={open || undefined} aria-hidden />
          {title}
        </button>
        {aside}
      </div>
      {open && <div className={classes.sectionBody}>{children}</div>}
    </section>
  )
}
