import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../api/client.ts'
import { insertSnippet } from '../../editor/insert-snippet.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useActiveDesk } from '../article-editor/active-desk.ts'
import { TemplateList } from './TemplateList.tsx'
import { templateContent } from './template-content.ts'

/** What articles begin with, and what is put into them: used, renamed, replaced, deleted. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('templates')
  const desk = useDesk()
  const writing = useActiveDesk()
  const templates = useQuery(orpc.templates.list.queryOptions())
  const snippets = useQuery(orpc.snippets.list.queryOptions())
  return (
    <Dialog onClose={onClose} title={t('title')} size={640}>
      <Tabs defaultValue="templates" keepMounted={false}>
        <Tabs.List aria-label={t('title')} mb="xs">
          <Tabs.Tab value="templates">{t('templates')}</Tabs.Tab>
          <Tabs.Tab value="snippets">{t('snippets')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="templates">
          <TemplateList
            items={templates.data}
            error={templates.error}
            empty={t('noTemplates')}
            emptyHint={t('noTemplatesHint')}
            useLabel={t('use')}
            onUse={({ id }) => {
              onClose()
              desk.newFromTemplate(id)
            }}
            onReplace={
              writing &&
              (({ id }) =>
                client.templates.replace({ id, content: templateContent(writing.draft.content()) }))
            }
            onRename={({ id }, name) => client.templates.rename({ id, name })}
            onDelete={({ id }) => client.templates.delete({ id })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="snippets">
          <TemplateList
            items={snippets.data}
            error={snippets.error}
            empty={t('noSnippets')}
            emptyHint={t('noSnippetsHint')}
            useLabel={t('insert')}
            onUse={
              writing &&
              (({ id }) => {
                onClose()
                insertSnippet(writing.editor, id)
              })
            }
            onRename={({ id }, name) => client.snippets.rename({ id, name })}
            onDelete={({ id }) => client.snippets.delete({ id })}
          />
        </Tabs.Panel>
      </Tabs>
    </Dialog>
  )
}
