import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button, ButtonLink } from '../../parts/Button.tsx'
import { copyText } from '../../parts/copyText.ts'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { t } from '../../text/index.ts'
import type { ListedSpace } from '../workshop/places.ts'
import styles from './Now.module.css'

/** The way into the video room of a space: its link, or its name exactly as it stands in the call. */
export function VideoRoom({ space }: { readonly space: ListedSpace }) {
  const { videoName, videoLink } = space
  if (videoLink !== '') {
    return (
      <ButtonLink
        size="large"
        href={videoLink}
        target="_blank"
        rel="noreferrer"
        className={styles['video'] ?? ''}
      >
        <span>
          {videoName === '' ? t('now.joinVideoPlain') : t('now.joinVideo', { name: videoName })}
          <VisuallyHidden> ({t('now.newTab')})</VisuallyHidden>
        </span>
      </ButtonLink>
    )
  }
  return videoName === '' ? null : <VideoName name={videoName} />
}

function VideoName({ name }: { readonly name: string }) {
  const [said, setSaid] = useState('')
  return (
    <p className={styles['videoName']}>
      <span>
        {t('now.videoName')}{' '}
        <strong>
          “<bdi>{name}</bdi>”
        </strong>
      </span>
      <Button
        size="small"
        aria-label={`${t('parts.copy')}: ${name}`}
        onClick={async () => {
          const words = (await copyText(name, null)) ? t('parts.copied') : t('parts.copyYourself')
          setSaid(words)
          announce(words)
        }}
      >
        {t('parts.copy')}
      </Button>
      <span className={styles['aside']}>{said}</span>
    </p>
  )
}
