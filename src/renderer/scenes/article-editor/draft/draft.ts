import type { Article, ArticleContent, SavedArticle } from '#shared/contract/articles.ts'
import type { ArticleId } from '#shared/model/ids.ts'
import type { Body, ShowBody } from './body.ts'
import { contentOf, type Fields, fieldNames, fieldsOf } from './content-fields.ts'
import type { DraftCore } from './draft-core.ts'
import type { DraftState } from './draft-state.ts'
import type { Journal } from './journal.ts'
import { sameValue } from './same-value.ts'
import { saveFailure } from './save-failure.ts'
import { createSaveTimer } from './save-timer.ts'
import { createUnsavedChanges, type Sent } from './unsaved-changes.ts'

export interface DraftOptions {
  core: DraftCore
  journal: Journal
  /** Saves this long after the last change, and this long after the first one at the latest; ms. */
  delay?: number
  longestDelay?: number
}

export type Draft = ReturnType<typeof createDraft>

const retryAfter = 2_000
const journalAfter = 250
/** A save that takes longer is told of; to draw that of each would take longer than most of them. */
const slowAfter = 300

/**
 * The unsaved side of one article, outside React: knows what is not acknowledged yet, saves it in order, and never
 * while an input method composes. A save sends what changed and touches nothing that is on the screen.
 */
export function createDraft(
  article: Article,
  { core, journal, delay = 400, longestDelay = 2_000 }: DraftOptions,
) {
  const id: ArticleId = article.id
  let state: DraftState = {
    stored: article,
    fields: fieldsOf(article),
    status: 'saved',
    failure: null,
    theirs: null,
  }
  const unsaved = createUnsavedChanges(article)
  const timer = createSaveTimer({ delay, longestDelay, save: () => void save() })
  let journalTimer: ReturnType<typeof setTimeout> | undefined
  let checkTimer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null

  const listeners = new Set<() => void>()
  const update = (change: Partial<DraftState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const isDirty = unsaved.exist
  const isBlocked = () => state.theirs !== null || state.status === 'gone'
  const journalEntry = () => ({
    articleId: id,
    baseVersion: unsaved.baseVersion(),
    changes: unsaved.changes(),
    at: Date.now(),
  })

  function changed() {
    timer.noteChange()
    journalTimer ??= setTimeout(writeJournal, journalAfter)
    if (state.status === 'saved') update({ status: 'unsaved' })
    else for (const listener of listeners) listener()
    schedule()
  }

  function writeJournal() {
    journalTimer = undefined
    // A full or forbidden storage must not stand in the way of saving.
    if (isDirty()) journal.put(journalEntry()).catch(() => {})
  }

  function schedule(wait?: number) {
    if (!isDirty() || isBlocked() || running) timer.stop()
    else timer.start(wait)
  }

  const save = (): Promise<void> => {
    running ??= saveOnce().then((succeeded) => {
      running = null
      if (succeeded) schedule()
      if (!isDirty()) scheduleCheck()
    })
    return running
  }

  async function saveOnce(): Promise<boolean> {
    if (!isDirty() || isBlocked()) return false
    if (!core.isConnected()) {
      update({ status: 'offline', failure: null })
      return false
    }
    const sent = unsaved.snapshot()
    timer.noteSave()
    const slow = setTimeout(() => update({ status: 'saving' }), slowAfter)
    try {
      acknowledge(await core.save({ id, baseVersion: unsaved.baseVersion(), changes: sent.changes }), sent)
      return true
    } catch (error) {
      const failure = saveFailure(error)
      if (failure.kind === 'conflict' && isWhatWasSent(failure.current, sent.changes)) {
        // The answer to an earlier try got lost, or both sides wrote the same.
        acknowledge(failure.current, sent)
        return true
      }
      if (failure.kind === 'conflict') update({ status: 'conflict', theirs: failure.current, failure: error })
      else update({ status: failure.kind, failure: error })
      if (failure.kind === 'offline' || (failure.kind === 'failed' && failure.retry))
        setTimeout(schedule, retryAfter)
      return false
    } finally {
      clearTimeout(slow)
    }
  }

  const isWhatWasSent = (current: Article, sent: Partial<ArticleContent>) =>
    Object.entries(sent).every(([name, value]) =>
      sameValue(value, contentOf(current)[name as keyof ArticleContent]),
    )

  function acknowledge(saved: SavedArticle, sent: Sent) {
    unsaved.acknowledge(sent, saved.version)
    clearTimeout(journalTimer)
    journalTimer = undefined
    if (isDirty()) writeJournal()
    else journal.remove(id).catch(() => {})
    update({
      stored: saved,
      fields: follow(saved, sent.changes),
      status: isDirty() ? 'unsaved' : 'saved',
      failure: null,
    })
  }

  /**
   * The core makes the slug follow the title, and categories, tags and bylines change for all articles at once, without
   * a new version of each. Everything else stays as it was written: a name that the core trimmed must not lose its last
   * space while somebody is writing on.
   */
  const follow = (saved: SavedArticle, sent: Partial<ArticleContent> = {}): Fields => {
    const [before, now] = [fieldsOf(state.stored), fieldsOf(saved)]
    const elsewhere = fieldNames.filter((name) => !(name in sent) && !sameValue(before[name], now[name]))
    const { slug, slugIsAutomatic } = saved
    return {
      ...state.fields,
      ...Object.fromEntries(elsewhere.map((name) => [name, now[name]])),
      slug,
      slugIsAutomatic,
      ...unsaved.fields(),
    }
  }

  /** Keeps the identity of values that are equal, so that nothing on the screen is told to change. */
  const adopt = (fields: Fields): Fields =>
    Object.fromEntries(
      fieldNames.map((name) => [
        name,
        sameValue(fields[name], state.fields[name]) ? state.fields[name] : fields[name],
      ]),
    ) as unknown as Fields

  /** Shows what is stored in place of what is here; `undoable` when somebody asked for it. */
  function replace(current: Article, undoable = false) {
    timer.stop()
    unsaved.replaceBy(current, undoable)
    journal.remove(id).catch(() => {})
    update({
      stored: current,
      fields: adopt(fieldsOf(current)),
      status: 'saved',
      failure: null,
      theirs: null,
    })
  }

  function scheduleCheck() {
    if (checkTimer === undefined) return
    clearTimeout(checkTimer)
    checkTimer = setTimeout(check, 300)
  }

  const isBusy = () => isDirty() || running !== null || timer.isHeld()

  async function check() {
    if (isBusy()) return
    checkTimer = undefined
    try {
      const saved = await core.getSaved({ id })
      if (isBusy()) return remoteChanged()
      if (saved.version === unsaved.baseVersion()) update({ stored: saved, fields: follow(saved) })
      if (saved.version <= unsaved.baseVersion()) return
      const current = await core.get({ id })
      if (isBusy()) return remoteChanged()
      if (current.version > unsaved.baseVersion()) replace(current)
    } catch (error) {
      if (saveFailure(error).kind === 'gone') update({ status: 'gone', failure: error })
    }
  }

  function remoteChanged() {
    clearTimeout(checkTimer)
    checkTimer = setTimeout(check, 300)
  }

  async function flush(): Promise<boolean> {
    timer.stop()
    if (running) await running
    if (isDirty()) await save()
    return !isDirty()
  }

  return {
    id,
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    isDirty,
    /** The article as it stands here, saved or not. */
    content: (): ArticleContent => ({ ...state.fields, doc: unsaved.body().read() }),
    body: unsaved.body,
    baseVersion: unsaved.baseVersion,
    base: unsaved.base,
    unsaved: journalEntry,

    change(fields: Partial<Fields>) {
      const differing = Object.fromEntries(
        Object.entries(fields).filter(
          ([name, value]) => !sameValue(value, state.fields[name as keyof Fields]),
        ),
      )
      if (Object.keys(differing).length === 0) return
      unsaved.addFields(differing)
      state = { ...state, fields: { ...state.fields, ...differing } }
      changed()
    },
    /** A body worth keeping; never one in the middle of a composition. */
    changeBody(next: Body) {
      if (next.identity === unsaved.body().identity) return
      unsaved.setBody(next)
      changed()
    },
    /** Puts other content in place of what is here, as a change that is saved, and undone, like any other. */
    restore({ doc, ...fields }: ArticleContent) {
      this.change(fields)
      if (!sameValue(doc, unsaved.body().read())) this.changeBody(unsaved.bodyWith(doc, true))
    },
    /** Lets the text editor stand in for the stored document; `show` brings another one into it. */
    attachBody: (shown: Body, show: ShowBody) => unsaved.attachBody(shown, show),
    /** While held, nothing is saved by itself: an input method is composing. */
    hold: () =>
      timer.hold(() => {
        if (isDirty()) schedule()
        else scheduleCheck()
      }),
    /** Saves now, also in a composition: its interim letters are not part of what is saved. True when all is saved. */
    flush,
    /** The core went away; what is unsaved waits for it. */
    disconnected() {
      if (isDirty() && !isBlocked()) update({ status: 'offline', failure: null })
    },
    /** The core can be reached again. */
    reconnected() {
      if (isDirty()) schedule(0)
      remoteChanged()
    },
    remoteChanged,
    /** Takes over what another call of the core answered. */
    replace,
    adopt(saved: SavedArticle) {
      unsaved.rebase(saved.version)
      update({ stored: saved, fields: follow(saved) })
    },
    /** Saves what is here over what is stored, which is kept as a revision. */
    async keepMine() {
      const { theirs } = state
      if (!theirs) return
      await core.keepConflict({ articleId: id, content: contentOf(theirs) })
      unsaved.putOver(theirs, state.fields)
      update({ theirs: null, status: isDirty() ? 'unsaved' : 'saved', stored: theirs })
      if (isDirty()) await save()
      else await journal.remove(id)
    },
    /** Shows what is stored; what is here is kept as a revision. */
    async takeTheirs() {
      const { theirs } = state
      if (!theirs) return
      await core.keepConflict({ articleId: id, content: { ...state.fields, doc: unsaved.body().read() } })
      replace(theirs)
    },
    /** Goes on with what was made of both sides; each is kept as a revision. */
    async merge({ doc, ...fields }: ArticleContent) {
      const { theirs } = state
      if (!theirs) return
      const mine = this.content()
      await core.keepConflict({ articleId: id, content: contentOf(theirs) })
      await core.keepConflict({ articleId: id, content: mine })
      if (!sameValue(doc, unsaved.body().read())) unsaved.setBody(unsaved.bodyWith(doc, true))
      unsaved.putOver(theirs, fields)
      update({ theirs: null, fields: adopt(fields), status: isDirty() ? 'unsaved' : 'saved', stored: theirs })
      if (isDirty()) await save()
      else await journal.remove(id)
    },
    dispose() {
      timer.stop()
      clearTimeout(journalTimer)
      clearTimeout(checkTimer)
      listeners.clear()
    },
  }
}
