import { useDisclosure } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/model/ids.ts'
import { SplitHandle } from '../preview/SplitHandle.tsx'
import { ArticleDesk } from './ArticleDesk.tsx'
import { opening } from './opening.ts'
import { BesideDialog } from './split/BesideDialog.tsx'
import { BesidePane } from './split/BesidePane.tsx'
import { focusOtherSide } from './split/focus-side.ts'
import classes from './split/Split.module.css'
import type { Beside, Sides } from './split/sides.ts'

const openedBeside = (): Beside | null => {
  const { beside: id } = opening()
  return id === undefined ? null : { kind: 'article', id, mode: 'edit' }
}

/** The article, and beside it on request another one or something to write from. */
export function ArticleEditorScene({ articleId }: { articleId: ArticleId }) {
  const { t } = useTranslation('writing')
  const [beside, setBeside] = useState<Beside | null>(openedBeside)
  const [choosing, choose] = useDisclosure(false)
  const [share, setShare] = useState(0.5)
  const container = useRef<HTMLDivElement>(null)
  const areTwo = beside !== null

  const main = useMemo<Sides>(
    () => ({ choose: choose.open, other: () => focusOtherSide(container.current), areTwo, close: null }),
    [choose.open, areTwo],
  )
  const second = useMemo<Sides>(() => ({ ...main, close: () => setBeside(null) }), [main])

  return (
    <div className={classes.sides} ref={container}>
      <div className={classes.side} data-side="main">
        <ArticleDesk articleId={articleId} sides={main} />
      </div>
      {beside && (
        <>
          <SplitHandle container={container} share={share} onShare={setShare} label={t('split.resize')} />
          <section
            className={classes.side}
            style={{ flexGrow: share / (1 - share) }}
            data-side="beside"
            tabIndex={-1}
            aria-label={t('split.label')}
          >
            <BesidePane
              key={`${beside.kind}-${beside.id}`}
              beside={beside}
              sides={second}
              onMode={(mode) => beside.kind === 'article' && setBeside({ ...beside, mode })}
              onClose={() => setBeside(null)}
            />
          </section>
        </>
      )}
      {choosing && (
        <BesideDialog
          articleId={articleId}
          onClose={choose.close}
          onChoose={(chosen) => {
            setBeside(chosen)
            choose.close()
          }}
        />
      )}
    </div>
  )
}
