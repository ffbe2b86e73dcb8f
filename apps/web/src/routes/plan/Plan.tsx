import type { FormEvent } from 'react'
import { useState } from 'react'
import { QUESTION_MAX, WORKSHOP_TITLE_MAX } from '@moot/workshop'
import { Button } from '../../parts/Button.tsx'
import { Field, TextArea } from '../../parts/Field.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPlan.ts'
import { startWorkshop } from '../home/startWorkshop.ts'
import { ServiceFoot } from '../join/ServiceFoot.tsx'
import { framingOf, MoreDetails, useMoreDetails } from './MoreDetails.tsx'
import { OperatorKey } from '../home/OperatorKey.tsx'
import styles from './Plan.module.css'
import { JUST_A_BOARD, PlanChoice } from './PlanChoice.tsx'
import { TemplateChoice, useTemplateChoice } from './TemplateChoice.tsx'

/** A workshop with a name, a main question, and a ready plan or a board that is ready to write on. */
export function Plan() {
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [plan, setPlan] = useState<string>(JUST_A_BOARD)
  const choice = useTemplateChoice()
  const details = useMoreDetails()
  const [operatorKey, setOperatorKey] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()
  const isPlanned = plan !== JUST_A_BOARD

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const { chosen } = choice
    const framing = framingOf(details, isPlanned)
    const begins = isPlanned ? { plan } : chosen
    if (begins === undefined || framing === undefined) {
      setError(begins === undefined ? t('plan.columnMissing') : t('plan.startsInvalid'))
      return
    }
    setIsBusy(true)
    setError(undefined)
    const refusal = await startWorkshop({
      ...begins,
      ...framing,
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
        <div>
          <Heading page={t('plan.title')}>{t('plan.title')}</Heading>
          <p className={styles['lead']}>{t('plan.lead')}</p>
        </div>
        <form className={styles['form']} onSubmit={handleSubmit} noValidate>
          <Field
            label={t('plan.name')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            placeholder={t('plan.namePlaceholder')}
            maxLength={WORKSHOP_TITLE_MAX}
            autoComplete="off"
            dir="auto"
          />
          <TextArea
            label={t('plan.question')}
            hint={t('plan.questionHint')}
            optional
            rows={2}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
            maxLength={QUESTION_MAX}
            dir="auto"
          />
          <PlanChoice value={plan} onChange={setPlan} />
          {isPlanned ? null : <TemplateChoice legend={t('plan.template')} choice={choice} />}
          <MoreDetails details={details} />
          <OperatorKey value={operatorKey} onChange={setOperatorKey} />
          {error === undefined ? null : <Notice tone="danger">{error}</Notice>}
          <div>
            <Button submits look="primary" size="large" busy={isBusy}>
              {isBusy ? t('home.starting') : t('plan.create')}
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}
