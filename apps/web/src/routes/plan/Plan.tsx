import type { Column, TemplateId } from '@moot/templates'
import { columnSets, templateSummaries } from '@moot/templates'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button, classes } from '../../parts/Button.tsx'
import { Field, TextArea } from '../../parts/Field.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useAbout } from '../../useAbout.ts'
import { startWorkshop } from '../home/startWorkshop.ts'
import { ServiceFoot } from '../join/ServiceFoot.tsx'
import { Columns } from './Columns.tsx'
import styles from './Plan.module.css'

const TITLE_MAX = 120
const QUESTION_MAX = 500

/** A workshop with a name, a main question and a board that is ready to write on. */
export function Plan() {
  const about = useAbout()
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [operatorKey, setOperatorKey] = useState('')
  const [template, setTemplate] = useState<TemplateId>('blank')
  const [columns, setColumns] = useState<readonly Column[]>(columnSets[0]?.columns ?? [])
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const named = columns.filter((column) => column.title.trim() !== '')
    if (template === 'columns' && named.length === 0) {
      setError(t('home.columnMissing'))
      return
    }
    setIsBusy(true)
    setError(undefined)
    const refusal = await startWorkshop({
      template,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(question.trim() === '' ? {} : { question: question.trim() }),
      ...(template === 'columns'
        ? {
            columns: named.map((column) => ({
              title: column.title.trim(),
              prompt: (column.prompt ?? '').trim(),
            })),
          }
        : {}),
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
          <fieldset className={styles['templates']}>
            <legend className={styles['legend']}>{t('home.template')}</legend>
            {templateSummaries.map((each) => (
              <label
                key={each.id}
                className={classes(styles['template'], each.id === template && styles['chosen'])}
              >
                <input
                  type="radio"
                  name="template"
                  value={each.id}
                  checked={each.id === template}
                  onChange={() => setTemplate(each.id)}
                />
                <span className={styles['name']}>{each.name}</span>
                <span className={styles['hint']}>{each.description}</span>
              </label>
            ))}
          </fieldset>
          {template === 'columns' ? <Columns columns={columns} onChange={setColumns} /> : null}
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
