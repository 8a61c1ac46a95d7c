import { Button, Modal } from '@mantine/core'
import { IconFolders, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryId } from '#shared/model/ids.ts'
import { orpc } from '../../api/client.ts'
import { useCategories } from '../../api/use-categories.ts'
import { ErrorAlert } from '../../errors/ErrorAlert.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from './Categories.module.css'
import { CategoryDetail } from './CategoryDetail.tsx'
import { CategoryForm } from './CategoryForm.tsx'
import { CategoryTree } from './CategoryTree.tsx'

/** The tree on the left, the chosen category on the right. */
export function CategoryManager() {
  const { t } = useTranslation(['categories', 'common'])
  const list = useQuery(orpc.categories.list.queryOptions())
  const nodes = useCategories()
  const [chosen, setChosen] = useState<CategoryId>()
  /** The parent of the category being created; undefined while none is. */
  const [creatingUnder, setCreatingUnder] = useState<CategoryId | null>()
  const node = nodes.find(({ category }) => category.id === chosen)
  const parent = nodes.find(({ category }) => category.id === creatingUnder)
  const close = () => setCreatingUnder(undefined)
  const createButton = (
    <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreatingUnder(null)}>
      {t('categories:create')}
    </Button>
  )
  return (
    <div className={classes.panes}>
      {list.error && <ErrorAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 ? (
        <EmptyState icon={IconFolders} title={t('categories:none')} hint={t('categories:noneHint')}>
          {createButton}
        </EmptyState>
      ) : (
        <>
          <section className={classes.treePane} aria-label={t('categories:tree')}>
            <CategoryTree nodes={nodes} chosen={chosen} onChoose={setChosen} />
            <div className={classes.treeFoot}>{createButton}</div>
          </section>
          <section className={classes.detailPane}>
            {node ? (
              <CategoryDetail
                key={node.category.id}
                node={node}
                nodes={nodes}
                onCreateUnder={setCreatingUnder}
                onGone={setChosen}
              />
            ) : (
              <EmptyState icon={IconFolders} title={t('categories:choose')} />
            )}
          </section>
        </>
      )}
      <Modal
        opened={creatingUnder !== undefined}
        onClose={close}
        title={parent ? t('categories:createUnder', { name: parent.category.name }) : t('categories:create')}
      >
        <CategoryForm
          parentId={creatingUnder ?? null}
          onSaved={({ id }) => {
            setChosen(id)
            close()
          }}
          onCancel={close}
        />
      </Modal>
    </div>
  )
}
