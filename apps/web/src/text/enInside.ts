/** The half of the English catalogue that is said inside a workshop; see `en.ts`. */
import { attention } from './en/attention.ts'
import { board } from './en/board.ts'
import { boardLater } from './en/boardLater.ts'
import { boardPicture } from './en/boardPicture.ts'
import { boards } from './en/boards.ts'
import { boardsLater } from './en/boardsLater.ts'
import { drawing } from './en/drawing.ts'
import { canvasFigures } from './en/canvasFigures.ts'
import { figures } from './en/figures.ts'
import { find } from './en/find.ts'
import { frame } from './en/frame.ts'
import { intake } from './en/intake.ts'
import { invite } from './en/invite.ts'
import { list } from './en/list.ts'
import { lock } from './en/lock.ts'
import { order } from './en/order.ts'
import { people } from './en/people.ts'
import { now } from './en/now.ts'
import { pictures } from './en/pictures.ts'
import { plan } from './en/plan.ts'
import { places } from './en/places.ts'
import { run } from './en/run.ts'
import { promote } from './en/promote.ts'
import { screen } from './en/screen.ts'
import { share } from './en/share.ts'
import { news } from './en/news.ts'
import { offer } from './en/offer.ts'
import { openSpace } from './en/openSpace.ts'
import { spaces } from './en/spaces.ts'
import { topic } from './en/topic.ts'
import { topics } from './en/topics.ts'
import { tidy } from './en/tidy.ts'
import { timer } from './en/timer.ts'
import { trial } from './en/trial.ts'
import { workshop } from './en/workshop.ts'
import { workshopLater } from './en/workshopLater.ts'
import { writeup } from './en/writeup.ts'

/** The half that comes with the workshop's frame. */
export const enInside = {
  attention,
  board: { ...board, ...boardLater },
  boardPicture,
  boards: { ...boards, ...boardsLater },
  drawing,
  canvasFigures,
  figures,
  find,
  frame,
  intake,
  invite,
  list,
  lock,
  order,
  people,
  now,
  pictures,
  places,
  run,
  plan,
  promote,
  screen,
  share,
  spaces,
  topics,
  topic,
  offer,
  openSpace,
  news,
  tidy,
  timer,
  trial,
  workshop: { ...workshop, ...workshopLater },
  writeup,
} as const
