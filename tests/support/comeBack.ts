/** Coming in without the join screen, for whoever is about something else. */
import type { JoinResponse } from '@moot/protocol'
import type { Guest } from './browser.ts'
import { joinAs } from './startServer.ts'

/** Lets a device know that it has joined a workshop, at its next page. @param origin - where the workshop is served */
async function remember(
  { page }: Pick<Guest, 'page'>,
  workshop: string,
  visit: JoinResponse & { readonly facilitatorKey?: string },
): Promise<AsyncDisposable> {
  return page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    `moot.visit.${workshop}`,
    JSON.stringify({ workshopId: workshop, title: '', joined: Date.now(), ...visit }),
  ] as const)
}

/**
 * Opens a link on a device that is to have joined through it under this name: over the wire, which is a second less than
 * by the join screen. That has its own tests (people, invitation, boards). Resolves once the bar is there, wherever the
 * link leads; a path in the link is kept.
 */
export async function comeBack(
  guest: Pick<Guest, 'page'>,
  link: string,
  name: string,
  joined?: JoinResponse,
): Promise<JoinResponse> {
  const { origin, pathname, hash } = new URL(link)
  const [, , workshop = ''] = pathname.split('/')
  const [letter, key = ''] = hash.slice(1).split('.')
  const who = joined ?? (await joinAs(origin, workshop, key, name))
  const known = await remember(guest, workshop, { ...who, ...(letter === 'f' && { facilitatorKey: key }) })
  await guest.page.goto(`${origin}${pathname}`)
  await known[Symbol.asyncDispose]()
  await guest.page.locator('[data-frame-menu]').waitFor()
  return who
}
