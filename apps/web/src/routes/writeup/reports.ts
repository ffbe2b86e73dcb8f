/** What groups wrote about their topics, for the write-up. Who took part is not in it: not everybody agreed to be named. */
import type { WriteUpReport } from '@moot/writeup'
import { t } from '../../text/index.ts'
import '../../text/withNews.ts'
import '../../text/withWriteUp.ts'
import { placeShort } from '../workshop/topicPlace.ts'
import type { WallSource } from '../news/wall.ts'
import { wallOf } from '../news/wall.ts'

/** Every report that says something, by round and space. Main points are the themes of the board that follow it. */
export function reportsIn(view: WallSource): WriteUpReport[] {
  return wallOf(view, 'round').written.flatMap((entry): WriteUpReport[] => {
    const { id, topic, report } = entry
    const { texts, quote } = report
    const said = [
      { title: t('news.headline'), text: texts.headline },
      { title: t('news.quote'), text: quote?.text ?? '' },
      { title: t('news.said'), text: texts.said },
      { title: t('news.nextSteps'), text: texts.next },
      { title: t('news.requests'), text: texts.requests },
      { title: t('news.questions'), text: texts.question },
      { title: t('news.resources'), text: texts.resources },
      { title: t('news.surprising'), text: texts.surprising },
    ].filter(({ text }) => text.trim() !== '')
    if (said.length === 0) return []
    const place = placeShort(entry)
    const [main, ...joined] = topic.questions
    const name = place === '' ? t('writeup.report') : t('writeup.reportOf', { place })
    const asked = [
      { title: t('writeup.asked'), text: main?.text ?? '' },
      { title: t('news.joined'), text: joined.map(({ text }) => text).join('\n') },
    ].filter(({ text }) => text !== '')
    return [
      {
        id,
        board: topic.board,
        title: report.isSubmitted ? name : t('writeup.unfinished', { report: name }),
        parts: [...asked, ...said],
      },
    ]
  })
}
