/**
 * The open space of methods §5.3, from 13:18 to 14:38, as one run: forty-five people on the roster, twelve to fifteen of
 * them at devices of their own who do everything on their screens, the others at bare connections. Each step goes on from
 * where the one before left everybody; what it checks has the number that it has there.
 */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { LAPTOP } from '../support/browser.ts'
import { SMALL_PHONE } from '../support/led.ts'
import { addAssisted, openSpaceCast } from '../support/openSpaceCast.ts'
import { choosingTopics } from './openSpace/choosing.ts'
import { placingTopics } from './openSpace/placing.ts'
import { readingReports } from './openSpace/reading.ts'
import { firstRound } from './openSpace/round.ts'
import { AT_LINES, AT_SCREENS, cast, GUESTS, story } from './openSpace/story.ts'

let failed: string | undefined

beforeAll(async () => {
  story.cast = await openSpaceCast('What should we keep, drop and grow in local public services?')
  const { arrive, connect } = cast()
  const guests = Array.from({ length: GUESTS }, (_, at) => `Guest ${at + 1}`)
  await Promise.all([
    ...['Farah', 'Theo'].map((name) => arrive(name, LAPTOP, 'facilitator')),
    ...AT_SCREENS.map((name) => arrive(name)),
    arrive('Mo', SMALL_PHONE),
    ...['Olu', 'Orla'].map((name) => connect(name, 'observer')),
    ...[...AT_LINES, ...guests].map((name) => connect(name)),
  ])
  await addAssisted(cast(), 'Farah')
})
afterAll(async () => {
  await story.cast?.end()
})
beforeEach(({ task, onTestFailed }) => {
  if (failed !== undefined) throw new Error(`“${failed}” failed before`)
  onTestFailed(() => {
    failed = task.name
  })
})

describe('13:18 marketplace', () => {
  choosingTopics()
})
describe('13:27 places and sign-ups', () => {
  placingTopics()
})
describe('13:33 round 1', () => {
  firstRound()
})
describe('13:57 news, round 2, harvest, break', () => {
  readingReports()
})
