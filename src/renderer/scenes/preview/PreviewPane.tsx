import { Button, Loader, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useElementSize, useHotkeys, useLocalStorage } from '@mantine/hooks'
import {
  IconArrowLeft,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconMaximize,
  IconMinimize,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { presentError } from '../../errors/present-error.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Draft } from '../article-editor/draft/draft.ts'
import classes from './Preview.module.css'
import { useLivePage } from './use-live-page.ts'

const devices = { phone: 390, tablet: 820, desktop: 1280 } as const
type Device = keyof typeof devices
const icons: Record<Device, TablerIcon> = {
  phone: IconDeviceMobile,
  tablet: IconDeviceTablet,
  desktop: IconDeviceDesktop,
}

interface Props {
  draft: Draft
  full: boolean
  /** Of the room that editor and preview share. */
  share: number
  onFull: () => void
  onClose: () => void
}

/** The article's page as it would be published now, in a frame that can reach nothing, at the width of a device. */
export function PreviewPane({ draft, full, share, onFull, onClose }: Props) {
  const { t } = useTranslation('preview')
  const [device, setDevice] = useLocalStorage<Device>({
    key: 'galley.previewDevice',
    defaultValue: 'phone',
    getInitialValueInEffect: false,
  })
  const frame = useRef<HTMLIFrameElement>(null)
  const { ref: stage, width, height } = useElementSize()
  const { data: info } = useQuery(orpc.app.info.queryOptions())
  const { path, visiting, back, error } = useLivePage(draft, frame, info?.previewBase)
  useHotkeys([['Escape', () => full && onClose()]])

  const pageWidth = devices[device]
  const scale = width === 0 ? 1 : Math.min(1, width / pageWidth)

  return (
    <section
      className={full ? classes.full : classes.side}
      style={full ? undefined : { flexGrow: share / (1 - share) }}
      aria-label={t('label')}
    >
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          value={device}
          onChange={(value) => setDevice(value as Device)}
          aria-label={t('device')}
          data={(Object.keys(devices) as Device[]).map((name) => {
            const Icon = icons[name]
            return {
              value: name,
              label: (
                <span className={classes.device} title={`${t(name)} ${devices[name]}`}>
                  <Icon size={16} stroke={1.6} aria-hidden />
                  <VisuallyHidden>{t(name)}</VisuallyHidden>
                </span>
              ),
            }
          })}
        />
        <span className={classes.scale}>
          {pageWidth} px{scale < 1 && ` · ${t('scale', { percent: Math.round(scale * 100) })}`}
        </span>
        <span className={classes.grow} />
        <IconButton
          label={t(full ? 'exitFull' : 'full')}
          icon={full ? IconMinimize : IconMaximize}
          iconSize={17}
          onClick={onFull}
        />
        <IconButton label={t('close')} icon={IconX} iconSize={17} onClick={onClose} />
      </div>
      {visiting && (
        <div className={classes.visiting} role="status">
          <Button
            size="compact-xs"
            variant="subtle"
            flex="none"
            leftSection={<IconArrowLeft size={14} aria-hidden />}
            onClick={back}
          >
            {t('back')}
          </Button>
          <span className={classes.place}>{t('visiting', { path: `/${path}` })}</span>
        </div>
      )}
      {error != null && (
        <div className={classes.error} role="alert">
          <strong>{t('failed')}</strong> {presentError(error).title} {path !== null && t('stale')}
        </div>
      )}
      <div className={classes.stage} ref={stage}>
        {info && path !== null ? (
          <iframe
            // A frame of its own for each page visited: the window's way back does not lead through them.
            key={visiting ? path : ''}
            ref={frame}
            title={t('frame')}
            sandbox="allow-scripts"
            referrerPolicy="no-referrer"
            src={`${info.previewBase}${path}?live`}
            style={{
              width: pageWidth,
              height: height / scale,
              transform: `scale(${scale})`,
              left: Math.max(0, (width - pageWidth * scale) / 2),
            }}
          />
        ) : (
          error === null && (
            <div className={classes.loading}>
              <Loader size="sm" />
              {t('loading')}
            </div>
          )
        )}
      </div>
    </section>
  )
}
