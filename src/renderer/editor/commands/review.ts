import {
  IconArrowDownDashed,
  IconArrowUpDashed,
  IconCheck,
  IconMessagePlus,
  IconPencilQuestion,
  IconX,
} from '@tabler/icons-react'
import { placeForComment } from '../review/pending-comment.ts'
import { decideHere, stepSuggestion } from '../review/step-suggestions.ts'
import { suggestingAs } from '../review/suggestion-mode.ts'
import type { EditorCommand } from './command.ts'

export const reviewCommands: EditorCommand[] = [
  {
    id: 'comment',
    group: 'review',
    label: (t) => t('review:command.comment'),
    icon: IconMessagePlus,
    keys: 'Mod+Alt+M',
    isEnabled: (editor) => placeForComment(editor.state) !== null,
    run: (_editor, around) => around.comment(),
  },
  {
    id: 'suggest',
    group: 'review',
    label: (t) => t('review:command.suggest'),
    icon: IconPencilQuestion,
    keys: 'Mod+Alt+S',
    anywhere: true,
    isActive: (editor) => suggestingAs(editor.state) !== null,
    run: (_editor, around) => around.toggleSuggesting(),
  },
  {
    id: 'nextSuggestion',
    group: 'review',
    label: (t) => t('review:command.next'),
    icon: IconArrowDownDashed,
    keys: 'Mod+Alt+J',
    run: (editor) => void stepSuggestion(editor.view, 1),
  },
  {
    id: 'previousSuggestion',
    group: 'review',
    label: (t) => t('review:command.previous'),
    icon: IconArrowUpDashed,
    keys: 'Mod+Alt+K',
    run: (editor) => void stepSuggestion(editor.view, -1),
  },
  {
    id: 'acceptSuggestion',
    group: 'review',
    label: (t) => t('review:command.accept'),
    icon: IconCheck,
    keys: 'Mod+Alt+Y',
    run: (editor) => decideHere(editor.view, 'accept'),
  },
  {
    id: 'rejectSuggestion',
    group: 'review',
    label: (t) => t('review:command.reject'),
    icon: IconX,
    keys: 'Mod+Alt+N',
    run: (editor) => decideHere(editor.view, 'reject'),
  },
]
