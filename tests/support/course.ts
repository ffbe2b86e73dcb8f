/** A workshop under way, with Farah at its head: she has no screen, her commands come over a socket of her own. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { StageDraft } from './led.ts'
import { breakoutsOf, STAGE, viewOf } from './led.ts'
import type { Command, View } from './liveClient.ts'
import { LiveClient } from './liveClient.ts'
import { eventually } from './screens.ts'
import type { Role } from './startServer.ts'
import { joinAs, linkFor, makeWorkshop } from './startServer.ts'

/** A workshop that a test gives commands in. */
export interface Course {
  readonly id: string
  readonly url: string
  /** The board that it began with. */
  readonly board: string
  readonly give: (command: Command) => Promise<unknown>
  /** Waits until so many breakouts are open; their ids by number. */
  readonly spaces: (count: number) => Promise<string[]>
  /** Her view, as she has it now. */
  readonly view: () => View
  /** The link for a role, to its front door. */
  readonly link: (role: Role) => string
  readonly join: (name: string) => Promise<{ readonly personId: string; readonly secret: string }>
  /** Adds stages; resolves to their ids. */
  readonly plan: (
    ...stages: readonly (Partial<StageDraft> & { readonly title: string })[]
  ) => Promise<string[]>
  readonly end: () => void
}

/** Makes a workshop and opens Farah's socket. */
export async function startCourse(
  url: string,
  about: { readonly title?: string; readonly question?: string; readonly template?: string } = {},
): Promise<Course> {
  const { id, keys, boards } = await makeWorkshop(url, { title: 'Keep, drop and grow', ...about })
  const { secret } = await joinAs(url, id, keys.facilitator, 'Farah')
  const live = new LiveClient(url, id, secret)
  await eventually(() => expect(live.view).toBeDefined())
  const view = (): View => viewOf(live)
  return {
    id,
    url,
    board: boards[0]?.id ?? '',
    give: (command) => live.give(command),
    spaces: async (count) => {
      const numbered = (): string[] => breakoutsOf(live).map(([space]) => space)
      await eventually(() => expect(numbered()).toHaveLength(count))
      return numbered()
    },
    view,
    link: (role) => linkFor(url, { id, keys }, role),
    join: (name) => joinAs(url, id, keys.join, name),
    plan: async (...stages) => {
      for (const stage of stages) {
        await live.give({
          type: 'stage.add',
          stage: { ...STAGE, ...stage },
        })
      }
      await eventually(() => expect(Object.keys(view().stages)).toHaveLength(stages.length))
      return Object.entries(view().stages)
        .toSorted(([, a], [, b]) => a.order - b.order)
        .map(([stage]) => stage)
    },
    end: () => live.destroy(),
  }
}

/** Goes to a board by its address, as who one has joined as. */
export async function openBoard(page: Page, { url, id }: Course, board: string): Promise<void> {
  await page.goto(`${url}/w/${id}/b/${board}`)
  await page.getByRole('group', { name: 'How the board is shown' }).waitFor()
}
