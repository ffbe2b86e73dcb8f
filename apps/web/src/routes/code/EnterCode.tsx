import { redeemCode } from '@moot/client'
import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { fragmentOf, workshopPath } from '../../links.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Card, Page } from '../../parts/Page.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { ServiceFoot } from '../join/ServiceFoot.tsx'
import styles from './EnterCode.module.css'

/** For a code that was read out: leads to the same Join page as the link. */
export function EnterCode() {
  const field = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const code = (field.current?.value ?? '').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
    if (code === '') {
      setError(t('home.codeMissing'))
      field.current?.focus()
      return
    }
    setIsBusy(true)
    setError(undefined)
    const outcome = await redeemCode(code)
    setIsBusy(false)
    if (!outcome.ok) {
      setError(refusalText(outcome))
      field.current?.select()
      return
    }
    const { workshopId, key, kind } = outcome.value
    navigate(workshopPath(workshopId) + fragmentOf({ kind: kind ?? 'join', key }))
  }

  return (
    <Page narrow foot={<ServiceFoot />}>
      <Card>
        <Heading page={t('home.codeTitle')}>{t('home.codeTitle')}</Heading>
        <form className={styles['form']} onSubmit={handleSubmit} noValidate>
          <Field
            ref={field}
            label={t('home.codeLabel')}
            hint={t('home.codeHint')}
            {...(error === undefined ? {} : { error })}
            name="code"
            autoFocus
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={24}
            className={styles['code'] ?? ''}
          />
          <Button submits look="primary" size="large" busy={isBusy}>
            {t('home.codeSubmit')}
          </Button>
        </form>
        <p className={styles['help']}>{t('home.codeHelp')}</p>
      </Card>
    </Page>
  )
}
