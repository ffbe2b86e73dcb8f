import type { ReportView } from '@moot/workshop'
import { formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withTopic.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** How a report stands, in one line: nothing written, a draft, or submitted when and by whom. */
export function ReportStatus({ report }: { readonly report: ReportView }) {
  const { people } = useWorkshop().view
  const last = report.versions.at(-1)
  const number = report.versions.length
  if (report.isSubmitted && last !== undefined)
    return (
      <bdi>
        {t('topic.submitted', {
          time: formatTime(last.at),
          name: people[last.by]?.name ?? t('topic.somebody'),
          number,
        })}
      </bdi>
    )
  if (number > 0) return t('topic.draftOf', { number })
  return report.edited === 0 ? t('topic.nothingYet') : t('topic.draft')
}
