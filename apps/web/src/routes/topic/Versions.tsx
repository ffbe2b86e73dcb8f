import { reportVersionResult } from '@moot/protocol'
import type { ReportView } from '@moot/workshop'
import { REPORT_FIELDS } from '@moot/workshop'
import { useEffect, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useSteadyWorkshop, useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './topic.module.css'

/** What the report said each time that it was submitted. The current one is on the page. */
export function Versions({ topicId, report }: { readonly topicId: string; readonly report: ReportView }) {
  const { people } = useWorkshop().view
  const earlier = report.isSubmitted ? report.versions.slice(0, -1) : report.versions
  if (earlier.length === 0) return null
  return (
    <details className={styles['more']}>
      <summary>{t('topic.versions')}</summary>
      <ol className={styles['versions']}>
        {earlier.map(({ at, by }, index) => {
          const words = t('topic.readVersion', {
            number: index + 1,
            time: formatTime(at),
            name: people[by]?.name ?? t('topic.somebody'),
          })
          return (
            // Versions are only ever added at the end: the place is the name.
            <li key={index}>
              <Dialog
                title={t('topic.version', { number: index + 1 })}
                description={words}
                wide
                trigger={<Button size="small">{words}</Button>}
              >
                <Version topicId={topicId} index={index} />
              </Dialog>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

/** One of them, fetched when it is opened. */
function Version({ topicId, index }: { readonly topicId: string; readonly index: number }) {
  const { replica } = useSteadyWorkshop()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>()
  const [why, setWhy] = useState('')
  useEffect(() => {
    let isHere = true
    void replica.command({ type: 'report.version', topic: topicId, version: index }).then((answer) => {
      if (!isHere) return
      const read = answer.ok ? reportVersionResult.safeParse(answer.result) : undefined
      if (read?.success) setTexts(read.data.texts)
      else if (!answer.ok) setWhy(refusalText(answer))
    })
    return () => {
      isHere = false
    }
  }, [replica, topicId, index])
  if (why !== '') return <Notice tone="attention">{t('topic.versionMissing', { why })}</Notice>
  if (texts === undefined) return null
  return (
    <div className={styles['reading']}>
      {REPORT_FIELDS.map((field) => {
        const text = texts[field] ?? ''
        return text.trim() === '' ? null : (
          <section key={field} className={styles['part']}>
            <h3>{t(`topic.${field}`)}</h3>
            <p className={styles['words']} dir="auto">
              {text}
            </p>
          </section>
        )
      })}
    </div>
  )
}
