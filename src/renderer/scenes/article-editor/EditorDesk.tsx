import { Alert } from '@mantine/core'
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BlockMenu } from '../../editor/BlockMenu.tsx'
import type { EditorSurroundings } from '../../editor/commands/command.ts'
import { EditorPlace } from '../../editor/EditorPlace.tsx'
import { FindBar } from '../../editor/FindBar.tsx'
import { focusBelow } from '../../editor/focus-ends.ts'
import { LinkBar } from '../../editor/LinkBar.tsx'
import { BlockHandle } from '../../editor/move/BlockHandle.tsx'
import { SelectionMenu } from '../../editor/SelectionMenu.tsx'
import { SlashMenu } from '../../editor/slash/SlashMenu.tsx'
import { Toolbar } from '../../editor/Toolbar.tsx'
import { TransferBar } from '../../editor/transfers/TransferBar.tsx'
import { imageFiles, uploadImages } from '../../editor/uploads.ts'
import { useDesk } from '../../shell/desk-actions.ts'
import { AfterPaint } from '../../ui/AfterPaint.tsx'
import { PreviewPane } from '../preview/PreviewPane.tsx'
import { SplitHandle } from '../preview/SplitHandle.tsx'
import { SaveTemplateDialog } from '../templates/SaveTemplateDialog.tsx'
import classes from './ArticleEditor.module.css'
import { useChecks } from './checks/use-checks.ts'
import { ConflictDialog } from './dialogs/ConflictDialog.tsx'
import { RecoveryDialog } from './dialogs/RecoveryDialog.tsx'
import { ScheduleDialog } from './dialogs/ScheduleDialog.tsx'
import type { Draft } from './draft/draft.ts'
import { useDraftState } from './draft/use-draft.ts'
import { EditorHeader } from './EditorHeader.tsx'
import { FullScreenStatus } from './FullScreenStatus.tsx'
import { opening } from './opening.ts'
import { type PictureDialog, PictureDialogs } from './PictureDialogs.tsx'
import { SidePanel } from './panels/SidePanel.tsx'
import { usePanel } from './panels/use-panel.ts'
import { CommentHighlights } from './reviewing/CommentHighlights.tsx'
import { showReviewTab } from './reviewing/review-tab.ts'
import { SuggestionNotice } from './reviewing/SuggestionNotice.tsx'
import { useReviewing } from './reviewing/use-reviewing.ts'
import { StatusBar } from './StatusBar.tsx'
import type { Sides } from './split/sides.ts'
import { TitleFields } from './TitleFields.tsx'
import { useArticleCommands } from './use-article-commands.ts'
import { useCompositionHold } from './use-composition-hold.ts'
import { useDraftEditor } from './use-draft-editor.ts'
import { useLeftBehind } from './use-left-behind.ts'
import { useOpenLink } from './use-open-link.ts'
import { useWritingDesk } from './use-writing-desk.ts'

type PreviewMode = 'off' | 'side' | 'full'

interface Props {
  draft: Draft
  mediaBase: string
  sides: Sides
}

/**
 * The desk of one article: text in the middle, its facts at the right, its page beside it on request. Large parts are
 * memos: much here changes that does not concern them.
 */
export function EditorDesk({ draft, mediaBase, sides }: Props) {
  const { t } = useTranslation('editor')
  const [findAsked, setFindAsked] = useState(0)
  const [finding, find] = useDisclosure(false)
  const [replacing, setReplacing] = useState(false)
  const [linking, link] = useDisclosure(false)
  const [scheduling, schedule] = useDisclosure(false)
  const [conflictShown, conflict] = useDisclosure(false)
  const [preview, setPreview] = useState<PreviewMode>(() =>
    sides.close === null && opening().preview ? 'full' : 'off',
  )
  const [panel, setPanel] = usePanel(sides.areTwo)
  const [share, setShare] = useLocalStorage({
    key: 'galley.previewShare',
    defaultValue: 0.5,
    getInitialValueInEffect: false,
  })
  const desk = useDesk()
  const openLink = useOpenLink()
  const [picturing, setPicturing] = useState<PictureDialog>(null)
  const { entry, forget } = useLeftBehind(draft)
  const hold = useCompositionHold(draft)
  const workspace = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const isGone = useDraftState(draft, (state) => state.status === 'gone')
  const inConflict = useDraftState(draft, (state) => state.theirs !== null)

  const openFind = useCallback(
    (withReplace = false) => {
      find.open()
      setReplacing(withReplace)
      setFindAsked((count) => count + 1)
    },
    [find.open],
  )

  const reviewing = useReviewing((tab) => {
    showReviewTab(tab)
    setPanel('comments')
  })
  const { commands, naming, named } = useArticleCommands(draft, sides)
  const around = useMemo<EditorSurroundings>(
    () => ({
      ...commands,
      openLink: link.open,
      pickImages: () => picker.current?.click(),
      pickFromLibrary: () => setPicturing('insert'),
      editPicture: () => setPicturing('edit'),
      openFind,
      ...reviewing.commands,
    }),
    [commands, link.open, openFind, reviewing.commands],
  )
  const { editor, uploads, transfers } = useDraftEditor({ draft, mediaBase, around, openLink })
  reviewing.editor.current = editor

  useChecks(draft, editor)

  useEffect(() => {
    if (inConflict) conflict.open()
  }, [inConflict, conflict.open])

  const { isActive, fullScreen, ...activation } = useWritingDesk({ draft, editor, around })
  // Half a window has no room for a page beside the text.
  const beside = sides.areTwo ? 'full' : 'side'
  const toggle = useCallback(
    (mode: PreviewMode) => setPreview((current) => (current === mode ? 'off' : mode)),
    [],
  )
  const here = (run: () => void) => () => isActive() && run()
  useHotkeys(
    [
      ['mod+shift+P', here(() => toggle(beside))],
      ['mod+F', here(() => openFind())],
      ['mod+H', here(() => openFind(true))],
      ['mod+S', here(() => void draft.flush())],
      ['mod+shift+K', here(link.open)],
    ],
    [],
    true,
  )

  return (
    <div
      className={classes.desk}
      data-narrow={sides.areTwo || undefined}
      data-full-screen={fullScreen || undefined}
      {...hold}
      {...activation}
    >
      {!fullScreen && (
        <EditorHeader
          draft={draft}
          editor={editor}
          around={around}
          isSecond={sides.close !== null}
          previewing={preview !== 'off'}
          inspecting={panel !== null}
          onPreview={() => toggle(beside)}
          onPreviewFull={() => toggle('full')}
          onInspect={() => setPanel(panel === null ? 'facts' : null)}
          onSchedule={schedule.open}
          onConflict={conflict.open}
        />
      )}
      <div className={classes.workspace} ref={workspace}>
        <div className={classes.writing} inert={preview === 'full'}>
          {!fullScreen && <Toolbar editor={editor} around={around} />}
          {finding && (
            <FindBar
              key={findAsked}
              editor={editor}
              replacing={replacing}
              onReplacing={setReplacing}
              onLibrary={desk.findInLibrary}
              onClose={find.close}
            />
          )}
          {linking && <LinkBar editor={editor} openLink={openLink} onDone={link.close} />}
          <TransferBar transfers={transfers} />
          <SuggestionNotice editor={editor} />
          <CommentHighlights draft={draft} editor={editor} />
          {isGone && (
            <Alert color="red" title={t('gone')}>
              {t('goneHint')}
            </Alert>
          )}
          <div className={classes.scroll} data-scroll>
            <div className={classes.paper} ref={paper}>
              <TitleFields draft={draft} editor={editor} isSecond={sides.close !== null} />
              <EditorPlace editor={editor} />
              <AfterPaint>
                <BlockHandle editor={editor} around={around} paper={paper} />
              </AfterPaint>
              <button
                type="button"
                className={classes.below}
                tabIndex={-1}
                aria-hidden
                onClick={() => focusBelow(editor.view)}
              />
            </div>
          </div>
          <AfterPaint>
            <SelectionMenu editor={editor} around={around} openLink={openLink} />
            <BlockMenu editor={editor} around={around} />
            <SlashMenu editor={editor} around={around} />
          </AfterPaint>
          <StatusBar draft={draft}>
            {fullScreen && <FullScreenStatus draft={draft} onConflict={conflict.open} />}
          </StatusBar>
        </div>
        {preview !== 'off' && (
          <>
            {preview === 'side' && <SplitHandle container={workspace} share={share} onShare={setShare} />}
            <PreviewPane
              draft={draft}
              full={preview === 'full'}
              share={share}
              onFull={() => setPreview(preview === 'full' ? 'side' : 'full')}
              onClose={() => setPreview('off')}
            />
          </>
        )}
        {panel !== null && !fullScreen && (
          <SidePanel draft={draft} editor={editor} shown={panel} onShow={setPanel} />
        )}
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          uploadImages(editor.view, imageFiles(event.currentTarget.files), uploads)
          event.currentTarget.value = ''
        }}
      />
      <PictureDialogs editor={editor} shown={picturing} onClose={() => setPicturing(null)} />
      {naming && <SaveTemplateDialog kind={naming} draft={draft} editor={editor} onClose={named} />}
      {conflictShown && inConflict && <ConflictDialog draft={draft} onClose={conflict.close} />}
      {scheduling && (
        <ScheduleDialog
          article={draft.getState().stored}
          version={async () => ((await draft.flush()) ? draft.baseVersion() : null)}
          onScheduled={draft.remoteChanged}
          onClose={schedule.close}
        />
      )}
      {entry && <RecoveryDialog draft={draft} entry={entry} onClose={forget} />}
    </div>
  )
}
