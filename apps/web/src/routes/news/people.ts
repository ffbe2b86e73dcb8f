/** Who had a hand in a report, in words. */
import type { WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withNews.ts'
import { namesOf } from '../workshop/topicsHere.ts'
import type { WallEntry } from './wall.ts'

type People = Pick<WorkshopView, 'people'>

/** Who took notes, who wrote it up, who took part: names of those who agreed to be named, else how many (NT-5). */
export function jobsOf({ report }: Pick<WallEntry, 'report'>, view: People): string {
  const { noteTaker, writer, named, perspectives } = report
  const notes = noteTaker === null ? '' : namesOf(view, [noteTaker])
  const writes = writer === null ? '' : namesOf(view, [writer])
  return [
    notes === '' ? '' : t('news.notesBy', { name: notes }),
    writes === '' ? '' : t('news.writtenBy', { name: writes }),
    report.people === 0 ? '' : tookPart(report.people, namesOf(view, named), perspectives),
  ]
    .filter((line) => line !== '')
    .join('. ')
}

function tookPart(count: number, names: string, perspectives: readonly string[]): string {
  const people = t('news.tookPart', { count })
  if (names !== '') return t('news.tookPartNamed', { people, names })
  return perspectives.length === 0
    ? people
    : t('news.tookPartFrom', { people, perspectives: perspectives.join(', ') })
}
