import { classes } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { t } from '../../text/index.ts'
import styles from './Now.module.css'

/** Letters from which on a question is set smaller, so that what to do about it stays in sight. */
const LONGER = 90
const LONGEST = 180

/** What it is all about, large: the heading of *Now*. */
export function Question({
  words,
  isBrief = false,
}: {
  readonly words: string
  /** What there is to choose from matters more than this. */
  readonly isBrief?: boolean
}) {
  return (
    <Heading
      page={t('workshop.now')}
      className={classes(
        styles['heading'],
        isBrief || words.length > LONGEST ? styles['longest'] : words.length > LONGER && styles['longer'],
        isBrief && styles['brief'],
      )}
    >
      <bdi>{words}</bdi>
    </Heading>
  )
}
