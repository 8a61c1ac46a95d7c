import './transfer-box.css'
import type { Transfer, Transfers } from './create-transfers.ts'

export interface TransferLabels {
  /** Nobody knows where it is. */
  missing: () => string
  /** It is on another site. */
  remote: () => string
  fetch: () => string
  fetching: () => string
  storing: () => string
  waiting: () => string
  cancel: () => string
  retry: () => string
  bytes: (count: number) => string
}

/**
 * What stands in the place of a picture that the library does not have (yet): where it is, how far it has come, why
 * it failed, and what can be done.
 */
export function transferBox(key: string | null, transfers: Transfers, labels: TransferLabels): HTMLElement {
  const box = element('div', 'image-block-missing')
  const transfer = key === null ? undefined : transfers.get(key)
  box.classList.toggle('is-failed', transfer?.phase === 'failed')
  const line = element('div', 'image-block-line')
  line.setAttribute('role', 'status')
  line.textContent = key === null ? labels.missing() : wordsOf(key, transfer, transfers, labels)
  box.append(line)
  if (key === null) return box
  if (/^https?:/i.test(key)) {
    const address = element('code', 'image-block-address')
    address.textContent = key
    address.title = key
    box.append(address)
  }
  if (transfer?.phase === 'running') box.append(bar(transfer, line.textContent))
  const act = actionOf(key, transfer, transfers, labels)
  if (act) box.append(act)
  return box
}

function wordsOf(
  key: string,
  transfer: Transfer | undefined,
  transfers: Transfers,
  labels: TransferLabels,
): string {
  switch (transfer?.phase) {
    case 'waiting':
      return labels.waiting()
    case 'running': {
      const { received, total } = transfer
      const words = transfers.isFile(key) ? labels.storing() : labels.fetching()
      if (received === 0) return words
      return `${words} ${labels.bytes(received)}${total ? ` / ${labels.bytes(total)}` : ''}`
    }
    case 'failed':
      return transfer.reason
    default:
      return transfers.canStart(key) ? labels.remote() : labels.missing()
  }
}

function actionOf(
  key: string,
  transfer: Transfer | undefined,
  transfers: Transfers,
  labels: TransferLabels,
): HTMLElement | null {
  if (transfer && transfer.phase !== 'failed') return button(labels.cancel(), () => transfers.cancel(key))
  if (!transfers.canStart(key)) return null
  return button(transfer ? labels.retry() : labels.fetch(), () => transfers.start([key]))
}

function bar({ received, total }: Extract<Transfer, { phase: 'running' }>, label: string): HTMLElement {
  const progress = document.createElement('progress')
  progress.setAttribute('aria-label', label)
  if (total && received > 0) {
    progress.max = total
    progress.value = received
  }
  return progress
}

function button(text: string, act: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  return made
}
