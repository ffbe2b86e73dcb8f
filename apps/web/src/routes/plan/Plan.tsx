import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Field, TextArea } from '../../parts/Field.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useAbout } from '../../useAbout.ts'
import { startWorkshop } from '../home/startWorkshop.ts'
import { ServiceFoot } from '../join/ServiceFoot.tsx'
import styles from './Plan.module.css'
import { TemplateChoice, useTemplateChoice } from './TemplateChoice.tsx'

const TITLE_MAX = 120
const QUESTION_MAX = 500

/** A workshop with a name, a main question and a board that is ready to write on. */
export function Plan() {
  const about = useAbout()
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [operatorKey, setOperatorKey] = useState('')
  const choice = useTemplateChoice()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const { chosen } = choice
    if (chosen === undefined) {
      setError(t('home.columnMissing'))
      return
    }
    setIsBusy(true)
    setError(undefined)
    const refusal = await startWorkshop({
      ...chosen,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(question.trim() === '' ? {} : { question: question.trim() }),
      ...(operatorKey === '' ? {} : { operatorKey }),
    })
    setIsBusy(false)
    if (refusal) setError(refusalText(refusal))
  }

  return (
    <Page narrow foot={<ServiceFoot />}>
      <Card>
        <Heading page={t('home.planTitle')}>{t('home.planTitle')}</Heading>
        <form className={styles['form']} onSubmit={handleSubmit} noValidate>
          <Field
            label={t('home.planName')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            placeholder={t('home.planNamePlaceholder')}
            maxLength={TITLE_MAX}
            autoComplete="off"
            dir="auto"
          />
          <TextArea
            label={t('home.question')}
            hint={t('home.questionHint')}
            optional
            rows={2}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
            maxLength={QUESTION_MAX}
            dir="auto"
          />
          <TemplateChoice legend={t('home.template')} choice={choice} />
          {about?.needsOperatorKey ? (
            <Field
              label={t('home.operatorKey')}
              hint={t('home.operatorKeyHint')}
              type="password"
              autoComplete="off"
              value={operatorKey}
              onChange={(event) => setOperatorKey(event.target.value)}
            />
          ) : null}
          {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
          <div>
            <Button submits look="primary" size="large" busy={isBusy}>
              {isBusy ? t('home.starting') : t('home.create')}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
