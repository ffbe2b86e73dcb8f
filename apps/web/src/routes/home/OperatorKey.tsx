import { Field } from '../../parts/Field.tsx'
import { t } from '../../text/index.ts'
import { useAbout } from '../../useAbout.ts'

/** The key of whoever runs this server, where it is asked of everybody who makes a workshop. */
export function OperatorKey({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (key: string) => void
}) {
  if (!useAbout()?.needsOperatorKey) return null
  return (
    <Field
      label={t('home.operatorKey')}
      hint={t('home.operatorKeyHint')}
      type="password"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
