import { Button, ButtonLink } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import styles from './Join.module.css'
import { ServiceFoot } from './ServiceFoot.tsx'

/** A link that opens nothing: what is wrong, and what to do now. */
export function LinkProblem({
  kind,
  words,
  onRetry,
}: {
  /** `place`: it leads to something on a board, and holds no key. */
  readonly kind: 'incomplete' | 'place' | 'wrong' | 'unreachable' | 'notNow'
  /** What the server said. */
  readonly words?: string
  readonly onRetry?: () => void
}) {
  if (kind === 'unreachable' || kind === 'notNow') {
    const title = t(kind === 'unreachable' ? 'join.unreachableTitle' : 'join.notNowTitle')
    return (
      <Page narrow foot={<ServiceFoot />}>
        <Card>
          <Heading page={t('join.title')}>{title}</Heading>
          <p>{kind === 'unreachable' ? t('join.unreachableBody') : words}</p>
          <div className={styles['actions']}>
            <Button look="primary" size="large" onClick={onRetry}>
              {t('join.retry')}
            </Button>
            <ButtonLink size="large" href="/check">
              {t('service.checkTitle')}
            </ButtonLink>
          </div>
        </Card>
      </Page>
    )
  }
  return (
    <Page narrow foot={<ServiceFoot />}>
      <Card>
        <Heading page={t('join.title')}>{t(kind === 'place' ? 'join.placeTitle' : 'join.linkTitle')}</Heading>
        <p>{words ?? t(kind === 'place' ? 'join.placeBody' : 'join.linkIncomplete')}</p>
        <div className={styles['todo']}>
          <h2>{t('join.whatToDo')}</h2>
          <ul>
            <li>{t('join.askAgain')}</li>
            <li>{t('join.tryCode')}</li>
          </ul>
        </div>
        <div className={styles['actions']}>
          <ButtonLink look="primary" size="large" href="/code">
            {t('home.enterCode')}
          </ButtonLink>
          <ButtonLink size="large" href="/">
            {t('join.toHome')}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  )
}
