/** The canvas in a real browser, alone: hands and keys on one side, the document on the other (packages/canvas/SPEC.md). */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type * as Y from 'yjs'
import type { NewFigure } from '@moot/board'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Guest } from '../support/browser.ts'
import { LAPTOP, launchBrowser, openGuest, PHONE } from '../support/browser.ts'
import type { CanvasPage } from '../support/canvasPage/serve.ts'
import { serveCanvasPage } from '../support/canvasPage/serve.ts'

let site: CanvasPage
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveCanvasPage(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function open(query: string, device = LAPTOP, timeout = 20_000): Promise<Guest> {
  const guest = await openGuest(browser, device)
  contexts.push(guest.context)
  await guest.page.goto(`${site.url}?still=1&${query}`)
  await guest.page
    .waitForFunction(() => window.bench?.firstFrame != null, null, { timeout })
    .catch(() => expect.fail(`The page did not draw. ${guest.problems.join('; ')}`))
  return guest
}

/** Middle of a note's card on the screen. */
async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-shape-id="shape:${id}"]`).boundingBox()
  if (box === null) throw new Error(`Note ${id} is not on the screen.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

interface Seen {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: string
  readonly gone: string | null
  readonly region: string | null
  readonly theme: string | null
}

function noteOf(page: Page, id: string): Promise<Seen> {
  return page.evaluate((noteId) => {
    const note = window.bench.writer.board.notes.get(noteId)
    if (note === undefined) throw new Error('No such note.')
    const { x, y, text, color, gone, region, theme } = note
    return { x, y, text, color, gone: gone?.how ?? null, region, theme }
  }, id)
}

const idsInSight = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...window.bench.writer.board.notes.values()].filter((note) => note.gone === null).map((note) => note.id),
  )
const firstNote = async (page: Page): Promise<string> => (await idsInSight(page))[0] ?? ''
const selected = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.bench.handle?.selectedNotes() ?? [])
const updates = (page: Page): Promise<number> => page.evaluate(() => window.bench.updates)
const focusCanvas = (page: Page): Promise<void> => page.evaluate(() => window.bench.handle?.focus())
/** Two frames: whatever was marked has been drawn. */
const frames = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

describe('the hand', () => {
  it('C-2 writes a drag once, on letting go, with its section', async () => {
    const { page } = await open('notes=8')
    const id = await firstNote(page)
    const before = await noteOf(page, id)
    const from = await middleOf(page, id)
    const to = await page.locator('.moot-section', { hasText: 'Carries us over' }).boundingBox()
    if (to === null) throw new Error('No section.')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    for (let step = 1; step <= 10; step += 1) {
      const part = step / 10
      await page.mouse.move(from.x + (to.x + 60 - from.x) * part, from.y + (to.y + 90 - from.y) * part)
      await frames(page)
    }
    expect(await updates(page)).toBe(0)
    expect((await middleOf(page, id)).x).not.toBeCloseTo(from.x, 0)
    await page.mouse.up()
    await expect.poll(() => updates(page)).toBe(1)
    const after = await noteOf(page, id)
    expect(after.x).not.toBe(before.x)
    expect(after.region).not.toBe(before.region)
    expect(await page.evaluate((noteId) => window.bench.otherWriter.board.notes.get(noteId)?.x, id)).toBe(
      after.x,
    )
    const drags = await page.evaluate(() => window.bench.shown.filter((part) => part.drag != null).length)
    expect(drags).toBeGreaterThan(0)

    await page.keyboard.press('Control+z')
    expect(await noteOf(page, id)).toMatchObject({ x: before.x, y: before.y, region: before.region })
    await page.keyboard.press('Control+Shift+z')
    expect((await noteOf(page, id)).x).toBe(after.x)
  })

  it('C-2 Escape puts a dragged note back and writes nothing, whatever others changed meanwhile', async () => {
    const { page } = await open('notes=8')
    const id = await firstNote(page)
    const from = await middleOf(page, id)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 90, from.y + 40, { steps: 4 })
    await page.evaluate((noteId) => {
      const { doc } = window.bench.otherWriter.board
      const groups = doc.getMap<Y.Map<unknown>>('notes').get(noteId)
      groups?.set('style', { color: 'rose' })
    }, id)
    await frames(page)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await frames(page)
    expect(await updates(page)).toBe(0)
    const back = await middleOf(page, id)
    expect(Math.abs(back.x - from.x)).toBeLessThan(1)
    expect((await noteOf(page, id)).color).toBe('rose')
    await expect.poll(() => page.locator(`[data-shape-id="shape:${id}"] .moot-note-rose`).count()).toBe(1)
  })

  it('C-6 a note dropped on a theme joins it, and leaves it when dropped outside', async () => {
    const { page } = await open('template=columns&notes=12')
    const themed = await page.evaluate(() => [...window.bench.writer.board.themes.keys()][0] ?? '')
    const loose = await page.evaluate(
      () => [...window.bench.writer.board.notes.values()].find((note) => note.theme === null)?.id ?? '',
    )
    const member = await page.evaluate(
      () => [...window.bench.writer.board.notes.values()].find((note) => note.theme !== null)?.id ?? '',
    )
    const home = await middleOf(page, loose)
    const target = await middleOf(page, member)
    await page.mouse.move(home.x, home.y)
    await page.mouse.down()
    await page.mouse.move(target.x + 10, target.y + 10, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await noteOf(page, loose)).theme).toBe(themed)
    await page.mouse.move(target.x + 10, target.y + 10)
    await page.mouse.down()
    await page.mouse.move(home.x, home.y + 160, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await noteOf(page, loose)).theme).toBeNull()
  })

  it('C-3 neither a frame, Ctrl-A nor a click picks up what lies behind; Delete leaves it', async () => {
    const { page } = await open('notes=30')
    const behind = (): Promise<number> => page.locator('.moot-section, .moot-curve, .moot-frame').count()
    const before = await behind()
    await page.mouse.click(300, 400)
    expect(await selected(page)).toEqual([])
    // A frame can only be drawn round what is in view; the board begins with its picture alone.
    await page.evaluate(() => window.bench.handle?.fitBoard())
    await frames(page)
    await page.mouse.move(4, 4)
    await page.mouse.down()
    await page.mouse.move(1270, 790, { steps: 5 })
    await page.mouse.up()
    expect(await selected(page)).toHaveLength(30)
    await page.keyboard.press('Escape')
    expect(await selected(page)).toHaveLength(0)
    await page.keyboard.press('Control+a')
    expect(await selected(page)).toHaveLength(30)
    await page.keyboard.press('Delete')
    await expect.poll(() => idsInSight(page)).toHaveLength(0)
    await expect.poll(() => page.locator('.moot-note').count()).toBe(0)
    expect(await behind()).toBe(before)
    expect(await page.evaluate(() => window.bench.writer.board.regions.size)).toBeGreaterThan(5)
    expect(await page.evaluate(() => window.bench.asked)).toEqual([
      { kind: 'remove', notes: 30, figures: 0, byOthers: 30 },
    ])
  })

  it('C-9 does nothing when the answer is no', async () => {
    const { page } = await open('notes=5')
    await page.evaluate(() => (window.bench.answer = false))
    await focusCanvas(page)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect.poll(() => page.evaluate(() => window.bench.asked.length)).toBe(1)
    await frames(page)
    expect(await idsInSight(page)).toHaveLength(5)
  })

  it('double click adds a note there and opens it; double click on a note opens that one', async () => {
    const { page } = await open('template=columns&notes=3')
    const section = await page.locator('.moot-section').nth(1).boundingBox()
    if (section === null) throw new Error('No section.')
    await page.mouse.dblclick(section.x + 200, section.y + 400)
    await page.keyboard.type('Written at once')
    await page.keyboard.press('Escape')
    const added = (await idsInSight(page)).at(-1) ?? ''
    expect(await noteOf(page, added)).toMatchObject({ text: 'Written at once', color: 'mint', region: 'r2' })
    const other = await firstNote(page)
    const at = await middleOf(page, other)
    await page.mouse.dblclick(at.x, at.y)
    await page.locator('.moot-editing').waitFor()
    await page.keyboard.type('More: ')
    await page.keyboard.press('Escape')
    expect((await noteOf(page, other)).text).toContain('More: ')
  })

  it('C-12 a link opens on a click, not on a drag', async () => {
    const { page, context } = await open('template=columns&notes=1')
    const id = await firstNote(page)
    await page.evaluate((noteId) => {
      const groups = window.bench.doc.getMap<Y.Map<unknown>>('notes').get(noteId)
      const words = groups?.get('text')
      if (words !== undefined && typeof words === 'object' && words !== null && 'insert' in words) {
        const { insert } = words
        if (typeof insert === 'function') insert.call(words, 0, `${location.origin}/?notes=0 `)
      }
    }, id)
    const link = page.locator('.moot-note-link').first()
    await link.waitFor()
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    const box = await link.boundingBox()
    if (box === null) throw new Error('No link.')
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.mouse.click(box.x + 10, box.y + 6),
    ])
    await opened.close()
    const before = await noteOf(page, id)
    await page.mouse.move(box.x + 10, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(box.x + 80, box.y + 60, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await noteOf(page, id)).x).not.toBe(before.x)
    expect(context.pages()).toHaveLength(1)
  })
})

describe('the keyboard', () => {
  it('writes note after note: N, words, Enter, words, Enter, Escape', async () => {
    const { page, problems } = await open('template=columns&notes=0')
    await focusCanvas(page)
    await page.keyboard.press('n')
    await page.locator('.moot-editing textarea').waitFor()
    for (const words of ['One', 'Two', 'Three']) {
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.querySelector('textarea')?.value === '')
    }
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.moot-note').count()).toBe(3)
    const notes = await page.evaluate(() =>
      [...window.bench.writer.board.notes.values()].filter((note) => note.gone === null),
    )
    expect(notes.map((note) => note.text)).toEqual(['One', 'Two', 'Three'])
    expect(new Set(notes.map((note) => note.region)).size).toBe(1)
    expect(notes[0]?.region).not.toBeNull()
    expect(new Set(notes.map((note) => `${note.x},${note.y}`)).size).toBe(3)
    expect(await page.evaluate(() => document.activeElement?.classList.contains('tl-container'))).toBe(true)
    expect(problems).toEqual([])
  })

  it('C-8 an empty note leaves nothing; an emptied one comes back with undo', async () => {
    const { page } = await open('template=columns&notes=1')
    await focusCanvas(page)
    await page.keyboard.press('n')
    await page.locator('.moot-editing textarea').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => idsInSight(page)).toHaveLength(1)
    const id = await firstNote(page)
    const words = (await noteOf(page, id)).text
    await page.keyboard.press('Tab')
    expect(await selected(page)).toEqual([id])
    await page.keyboard.press('Enter')
    await page.locator('.moot-editing textarea').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Escape')
    expect((await noteOf(page, id)).gone).toBe('empty')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await noteOf(page, id)).toMatchObject({ gone: null, text: words })
  })

  it('walks in reading order, says where it is, and lets go of the keyboard', async () => {
    const { page } = await open('template=columns&notes=3')
    await focusCanvas(page)
    await page.keyboard.press('Tab')
    const said = page.locator('.moot-said')
    await expect.poll(() => said.textContent()).toMatch(/1 of 3/)
    await page.keyboard.press('Tab')
    await expect.poll(() => said.textContent()).toMatch(/2 of 3/)
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => said.textContent()).toMatch(/1 of 3/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.classList.contains('tl-container'))).toBe(false)
  })

  it('moves, copies and pastes; pasted lines become notes in the section', async () => {
    const { page } = await open('template=columns&notes=2')
    const id = await firstNote(page)
    await page.evaluate((noteId) => window.bench.handle?.focusNote(noteId), id)
    const before = await noteOf(page, id)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await noteOf(page, id)).toMatchObject({ x: before.x + 10, y: before.y + 50 })
    await page.keyboard.press('Control+d')
    expect(await idsInSight(page)).toHaveLength(3)
    const paste = (words: string): Promise<boolean> =>
      page.evaluate((text) => {
        const data = new DataTransfer()
        data.setData('text/plain', text)
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
        return event.defaultPrevented
      }, words)
    expect(await paste('Red\n- Green\n\nBlue')).toBe(true)
    const ids = await idsInSight(page)
    expect(ids).toHaveLength(6)
    const pasted = await Promise.all(ids.slice(3).map((each) => noteOf(page, each)))
    expect(pasted.map((note) => note.text)).toEqual(['Red', 'Green', 'Blue'])
    expect(pasted.every((note) => note.region !== null)).toBe(true)
    expect(await selected(page)).toHaveLength(3)
  })

  it('C-10 letters do nothing when they are turned off or the focus is elsewhere', async () => {
    const { page } = await open('template=columns&notes=1&noLetters=1')
    await focusCanvas(page)
    await page.keyboard.press('n')
    await frames(page)
    expect(await page.locator('.moot-editing').count()).toBe(0)
    const second = await open('template=columns&notes=1')
    await second.page.keyboard.press('n')
    await frames(second.page)
    expect(await second.page.locator('.moot-editing').count()).toBe(0)
  })

  it('C-11 an observer changes nothing by hand or key', async () => {
    const { page } = await open('template=columns&notes=4&readOnly=1')
    const id = await firstNote(page)
    const at = await middleOf(page, id)
    await page.mouse.dblclick(at.x, at.y)
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 100, at.y + 50, { steps: 4 })
    await page.mouse.up()
    await focusCanvas(page)
    for (const key of ['n', 'Control+a', 'Delete', 'Control+d', 'ArrowLeft', 'Enter', 'Control+z']) {
      await page.keyboard.press(key)
    }
    await frames(page)
    expect(await updates(page)).toBe(0)
    expect(await page.locator('.moot-editing').count()).toBe(0)
  })
})

describe('others', () => {
  it('C-1 an idle canvas shows what another writes and writes nothing itself', async () => {
    const { page } = await open('template=columns&notes=10')
    await page.evaluate(async () => {
      const { otherDoc } = window.bench
      const notes = otherDoc.getMap<Y.Map<unknown>>('notes')
      for (let round = 0; round < 20; round += 1) {
        otherDoc.transact(() => {
          for (const [id, groups] of notes.entries()) {
            groups.set('pos', [round * 7 + id.length, round * 5, 'a1'])
            groups.set('style', { color: round % 2 === 0 ? 'sky' : 'lilac' })
          }
        })
        await new Promise((done) => requestAnimationFrame(done))
      }
    })
    await expect.poll(() => page.locator('.moot-note-lilac').count()).toBe(10)
    expect(await updates(page)).toBe(0)
  })

  it('C-4 another’s drag is seen while it lasts and ends where the document says', async () => {
    const { page } = await open('template=columns&notes=4')
    const id = await firstNote(page)
    const from = await middleOf(page, id)
    await page.evaluate((noteId) => {
      window.bench.setOther(9, { name: 'Sam', drag: { ids: [noteId], dx: 200, dy: 0 } })
    }, id)
    await expect.poll(async () => (await middleOf(page, id)).x - from.x).toBeGreaterThan(50)
    const held = await middleOf(page, id)
    expect(await updates(page)).toBe(0)
    await page.evaluate((noteId) => {
      const { otherDoc } = window.bench
      const note = window.bench.otherWriter.board.notes.get(noteId)
      const groups = otherDoc.getMap<Y.Map<unknown>>('notes').get(noteId)
      groups?.set('pos', [(note?.x ?? 0) + 200, note?.y, note?.z])
    }, id)
    await frames(page)
    expect(Math.abs((await middleOf(page, id)).x - held.x)).toBeLessThan(1)
    await page.evaluate(() => window.bench.setOther(9, null))
    await frames(page)
    expect(Math.abs((await middleOf(page, id)).x - held.x)).toBeLessThan(1)
    expect(await updates(page)).toBe(0)
  })

  it('shows who is writing in a note, and named cursors where they are', async () => {
    const { page } = await open('template=columns&notes=4')
    const id = await firstNote(page)
    await page.evaluate((noteId) => {
      window.bench.setOther(3, { name: 'Sam', color: '#8A4B00', cursor: { x: 100, y: 200 }, editing: noteId })
      window.bench.setOther(4, { name: 'Far away', cursor: { x: 900_000, y: 0 } })
    }, id)
    await expect.poll(() => page.locator('.moot-note-writer').textContent()).toBe('Sam is writing')
    await expect.poll(() => page.locator('.moot-cursor:visible').count()).toBe(1)
    expect(await page.locator('.moot-cursor:visible').textContent()).toBe('Sam')
    await page.evaluate(() => {
      window.bench.setOther(3, null)
      window.bench.setOther(4, null)
    })
    await expect.poll(() => page.locator('.moot-cursor').count()).toBe(0)
    await expect.poll(() => page.locator('.moot-note-writer').count()).toBe(0)
  })

  it('shows its own cursor at most ten times a second', async () => {
    const { page } = await open('template=columns&notes=4')
    const started = await page.evaluate(() => performance.now())
    for (let step = 0; step < 60; step += 1) await page.mouse.move(200 + step * 5, 300)
    const [shown, ended] = await page.evaluate(() => [window.bench.shown.length, performance.now()] as const)
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThanOrEqual((ended - started) / 100 + 2)
  })
})

describe('a finger', () => {
  it('moves the board from empty ground, drags a note, and adds with a long press', async () => {
    const { page, context } = await open('template=columns&notes=2', PHONE)
    const client = await context.newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number): Promise<unknown> =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    const id = await firstNote(page)
    const swipe = async (x: number, y: number, dx: number, dy: number): Promise<void> => {
      await touch('touchStart', x, y)
      for (let step = 1; step <= 5; step += 1) {
        await touch('touchMove', x + (dx * step) / 5, y + (dy * step) / 5)
        await frames(page)
      }
      await touch('touchEnd', x + dx, y + dy)
      await frames(page)
    }
    const before = await middleOf(page, id)
    await swipe(190, 740, 20, -60)
    expect((await middleOf(page, id)).y).toBeLessThan(before.y - 20)
    expect(await updates(page)).toBe(0)

    const at = await middleOf(page, id)
    await swipe(at.x, at.y, 30, 40)
    await expect.poll(() => updates(page)).toBe(1)

    await touch('touchStart', 190, 700)
    await expect.poll(() => idsInSight(page), { timeout: 5_000 }).toHaveLength(3)
    await touch('touchEnd', 190, 700)
    await page.locator('.moot-editing textarea').waitFor()
  })
})

describe('hostile boards', () => {
  it('absurd numbers, cycles, megabytes and broken orders neither hang nor crash the page', async () => {
    const { page, problems } = await open('template=columns&notes=5')
    await page.evaluate(() => {
      const { otherDoc } = window.bench
      const notes = otherDoc.getMap<Y.Map<unknown>>('notes')
      const [first] = notes.values()
      // The constructors of the page's own Yjs, taken from what is there.
      const NoteMap = first?.constructor as new () => Y.Map<unknown>
      const Words = first?.get('text')?.constructor as new (words: string) => unknown
      const put = (root: string, id: string, groups: Record<string, unknown>): void => {
        const map = new NoteMap()
        for (const [key, value] of Object.entries(groups)) map.set(key, value)
        otherDoc.getMap<Y.Map<unknown>>(root).set(id, map)
      }
      const base = { kind: 'note', by: 'x', created: 1, source: 'typed' }
      otherDoc.transact(() => {
        put('notes', 'far', { base, pos: [1e308, -1e308, 'zz'], text: new Words('far') })
        put('notes', 'odd', { base, pos: ['a', null, '!!'], text: 'no words', parentId: 'shape:odd' })
        put('notes', 'long', { base, pos: [10, 10, 'a0'], text: new Words('word '.repeat(200_000)) })
        put('notes', 'loop', {
          base,
          pos: [1, 1, 'a0'],
          member: { region: 'loop', theme: 't1', order: 'a0' },
        })
        put('themes', 't1', { base: { kind: 'theme', created: 1 }, place: { region: 't1', order: 'a0' } })
        put('regions', 'huge', {
          base: { kind: 'region', order: 'a0' },
          box: [-1e300, 0, 1e300, Number.MAX_VALUE],
        })
        put('drawings', 'curve', {
          base: { kind: 'curve' },
          shape: { segments: [[1e300, 0, 0, 0, 0, 0, 0, 1e300], ['a']], dash: 'no', labelAt: [null] },
        })
        put('drawings', 'what', { base: { kind: 'video' }, shape: { src: 'javascript:1' } })
      })
    })
    await expect.poll(() => page.locator('[data-shape-id="shape:long"]').count()).toBe(1)
    expect(await page.locator('.moot-failed').count()).toBe(0)
    const shown = await page.locator('[data-shape-id="shape:long"] .moot-note-words').textContent()
    expect(shown?.length).toBeLessThan(1_000)
    await page.evaluate(() => window.bench.handle?.fitBoard())
    await page.evaluate(() => window.bench.handle?.focusNote('odd'))
    await frames(page)
    expect(await selected(page)).toEqual(['odd'])
    expect(await updates(page)).toBe(0)
    expect(problems).toEqual([])
  })
})

/** Adds figures in the person's own name, and returns their ids. */
function put(page: Page, fresh: readonly NewFigure[]): Promise<string[]> {
  return page.evaluate((figures) => {
    const ids = window.bench.addFigures(figures)
    window.bench.updates = 0
    return ids
  }, fresh)
}

interface SeenFigure {
  readonly kind: string
  readonly x: number
  readonly y: number
  readonly w: number | null
  readonly text: string | null
  readonly gone: string | null
  readonly start: string | null
  readonly end: string | null
}

function figureOf(page: Page, id: string): Promise<SeenFigure> {
  return page.evaluate((figureId) => {
    const figure = window.bench.writer.board.drawings.get(figureId)
    if (figure === undefined || !('z' in figure)) throw new Error('No such figure.')
    return {
      kind: figure.kind,
      x: figure.x,
      y: figure.y,
      w: 'w' in figure ? figure.w : null,
      text: 'text' in figure ? figure.text : null,
      gone: figure.gone?.how ?? null,
      start: figure.kind === 'arrow' ? (figure.start.on?.id ?? null) : null,
      end: figure.kind === 'arrow' ? (figure.end.on?.id ?? null) : null,
    }
  }, id)
}

const selectedFigures = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.bench.handle?.state.getState().selectedFigures ?? [])

/** A place of the board on the screen. */
function onScreen(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([atX, atY]) => {
      const view = window.bench.handle?.view()
      const zoom = (window.bench.handle?.state.getState().zoomPercent ?? 100) / 100
      if (view === undefined) throw new Error('No view.')
      // The bench keeps 8 px clear on each side.
      return { x: (atX - view.x) * zoom + 8, y: (atY - view.y) * zoom + 8 }
    },
    [x, y] as const,
  )
}

async function dragTo(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const [a, b] = [await onScreen(page, ...from), await onScreen(page, ...to)]
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 3 })
  await page.mouse.move(b.x, b.y, { steps: 3 })
}

/** Life size, so that a px of the board is one of the screen. */
const lifeSize = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    window.bench.handle?.fitBoard()
    window.bench.handle?.zoomReset()
  })
  await frames(page)
}

describe('figures', () => {
  const BOX = { x: 0, y: 0, w: 240, h: 160 }

  it('C-2 notes and figures are dragged together: one update, one step of undo, seen by others meanwhile', async () => {
    const { page } = await open('template=blank&notes=1')
    const note = await firstNote(page)
    const [text = ''] = await put(page, [{ kind: 'text', at: { x: 300, y: 40 }, text: 'Words' }])
    await lifeSize(page)
    const before = await noteOf(page, note)
    await focusCanvas(page)
    await page.keyboard.press('Control+a')
    expect(await selectedFigures(page)).toEqual([text])
    await dragTo(page, [310, 50], [390, 110])
    await frames(page)
    expect(await updates(page)).toBe(0)
    await page.mouse.up()
    await expect.poll(() => updates(page)).toBe(1)
    expect(await noteOf(page, note)).toMatchObject({ x: before.x + 80, y: before.y + 60 })
    expect(await figureOf(page, text)).toMatchObject({ x: 380, y: 100 })
    const drags = await page.evaluate(() => window.bench.shown.flatMap((part) => part.drag?.ids ?? []))
    expect(new Set(drags)).toEqual(new Set([note, text]))
    await page.keyboard.press('Control+z')
    expect(await noteOf(page, note)).toMatchObject({ x: before.x, y: before.y })
    expect(await figureOf(page, text)).toMatchObject({ x: 300, y: 40 })
  })

  it('C-15 strokes are picked by their line, empty outlines by their edge, and a frame takes what it meets', async () => {
    const { page } = await open('template=blank&notes=0')
    const [ink = '', outline = ''] = await put(page, [
      { kind: 'ink', pen: 'pen', points: [0, 300, 0, 500, 200, 500] },
      { kind: 'shape', form: 'rectangle', box: BOX },
    ])
    await lifeSize(page)
    const press = async (x: number, y: number): Promise<readonly string[]> => {
      const at = await onScreen(page, x, y)
      await page.mouse.click(at.x, at.y)
      await frames(page)
      return selectedFigures(page)
    }
    expect(await press(150, 380)).toEqual([])
    expect(await press(2, 400)).toEqual([ink])
    expect(await press(60, 60)).toEqual([])
    expect(await press(120, 1)).toEqual([outline])
    await page.keyboard.press('Escape')
    await dragTo(page, [60, 40], [120, 90])
    await page.mouse.up()
    expect(await selectedFigures(page)).toEqual([])
    await dragTo(page, [-40, 250], [60, 330])
    await page.mouse.up()
    expect(await selectedFigures(page)).toEqual([ink])
  })

  it('C-16 a corner resizes, a picture keeps its proportions, Escape leaves everything as it was', async () => {
    const { page } = await open('template=blank&notes=0')
    const [outline = '', picture = ''] = await put(page, [
      { kind: 'shape', form: 'rectangle', box: BOX },
      { kind: 'picture', upload: 'photo', box: { x: 0, y: 260, w: 240, h: 160 }, text: 'A square' },
    ])
    await lifeSize(page)
    await page.locator('img.moot-picture').waitFor()
    expect(await page.locator('img.moot-picture').getAttribute('src')).toMatch(/^blob:/)
    await page.evaluate((id) => window.bench.handle?.focusItem({ root: 'drawings', id }), outline)
    await dragTo(page, [240, 160], [300, 190])
    await frames(page)
    expect(await updates(page)).toBe(0)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await frames(page)
    expect(await updates(page)).toBe(0)
    expect(await page.evaluate(() => window.bench.handle?.state.getState().isDragging)).toBe(false)
    await dragTo(page, [240, 160], [300, 190])
    await page.mouse.up()
    await expect.poll(() => updates(page)).toBe(1)
    expect(await figureOf(page, outline)).toMatchObject({ x: 0, y: 0, w: 300 })
    await page.evaluate((id) => window.bench.handle?.focusItem({ root: 'drawings', id }), picture)
    await dragTo(page, [240, 420], [360, 424])
    await page.mouse.up()
    await expect.poll(async () => (await figureOf(page, picture)).w).toBe(360)
    await page.keyboard.press('Control+z')
    expect((await figureOf(page, picture)).w).toBe(240)
  })

  it('C-17 an arrow follows what it sticks to in others’ hands too, and nothing is written', async () => {
    const { page } = await open('template=blank&notes=1')
    const note = await firstNote(page)
    const { x, y } = await noteOf(page, note)
    const [arrow = ''] = await put(page, [
      {
        kind: 'arrow',
        start: { x: x + 600, y: y + 400 },
        end: { x, y, on: { root: 'notes', id: note } },
        text: 'so',
      },
    ])
    const drawn = page.locator(`[data-shape-id="shape:figure:${arrow}"]`)
    await drawn.waitFor()
    const before = await drawn.boundingBox()
    await page.evaluate((id) => {
      window.bench.setOther(9, { name: 'Sam', drag: { ids: [id], dx: 0, dy: -120 } })
    }, note)
    await expect.poll(async () => (await drawn.boundingBox())?.y).toBeLessThan((before?.y ?? 0) - 60)
    await page.evaluate((id) => {
      const { otherWriter, otherDoc } = window.bench
      const at = otherWriter.board.notes.get(id)
      const groups = otherDoc.getMap<Y.Map<unknown>>('notes').get(id)
      groups?.set('pos', [at?.x, (at?.y ?? 0) - 120, at?.z])
      window.bench.setOther(9, null)
    }, note)
    await frames(page)
    expect((await drawn.boundingBox())?.y).toBeLessThan((before?.y ?? 0) - 60)
    // Deleted, it stays where it was; its arrow with it.
    await page.evaluate((id) => {
      window.bench.otherDoc
        .getMap<Y.Map<unknown>>('notes')
        .get(id)
        ?.set('gone', { by: 'sam', at: 1, how: 'deleted' })
    }, note)
    await frames(page)
    expect(await drawn.count()).toBe(1)
    expect(await updates(page)).toBe(0)
  })

  it('C-17 an arrow’s end is taken off one note and put on another', async () => {
    const { page } = await open('template=blank&notes=2')
    const [a = '', b = ''] = await idsInSight(page)
    const [from, to] = [await noteOf(page, a), await noteOf(page, b)]
    const [arrow = ''] = await put(page, [
      {
        kind: 'arrow',
        start: { x: from.x, y: from.y + 500 },
        end: { x: from.x, y: from.y, on: { root: 'notes', id: a } },
      },
    ])
    await lifeSize(page)
    await page.evaluate((id) => window.bench.handle?.focusItem({ root: 'drawings', id }), arrow)
    await frames(page)
    const grip = await page.locator('.moot-grips circle').nth(1).boundingBox()
    const target = await middleOf(page, b)
    if (grip === null) throw new Error('No grip.')
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
    await page.mouse.down()
    await page.mouse.move(target.x, target.y, { steps: 5 })
    await page.locator('.moot-target path').waitFor()
    await page.mouse.up()
    await expect.poll(async () => (await figureOf(page, arrow)).end).toBe(b)
    expect(await page.locator('.moot-target path').count()).toBe(0)
    expect(to.gone).toBeNull()
  })

  it('Enter and a double click open words; a text left without any goes', async () => {
    const { page } = await open('template=blank&notes=0')
    const [text = '', outline = ''] = await put(page, [
      { kind: 'text', at: { x: 0, y: 300 }, text: 'Old' },
      { kind: 'shape', form: 'ellipse', box: BOX },
    ])
    await lifeSize(page)
    await page.evaluate((id) => window.bench.handle?.focusItem({ root: 'drawings', id }), text)
    await page.keyboard.press('Enter')
    await page.locator('.moot-figure-editing textarea').fill('New words')
    await page.keyboard.press('Escape')
    expect((await figureOf(page, text)).text).toBe('New words')
    const middle = await onScreen(page, 120, 80)
    await page.mouse.dblclick(middle.x, middle.y)
    await page.locator('.moot-figure-editing textarea').fill('Round')
    await page.keyboard.press('Escape')
    expect((await figureOf(page, outline)).text).toBe('Round')
    await page.evaluate((id) => window.bench.handle?.editFigure(id), text)
    await page.locator('.moot-figure-editing textarea').fill('')
    await page.keyboard.press('Escape')
    expect((await figureOf(page, text)).gone).toBe('empty')
    await page.keyboard.press('Control+z')
    expect((await figureOf(page, text)).gone).toBeNull()
  })

  it('Tab reads figures after notes, keys move, copy, stack and delete them', async () => {
    const { page } = await open('template=blank&notes=1')
    const [outline = ''] = await put(page, [
      { kind: 'shape', form: 'rectangle', box: { ...BOX, y: 400 }, text: 'Kept' },
    ])
    await focusCanvas(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await selectedFigures(page)).toEqual([outline])
    expect(await page.locator('.moot-said').textContent()).toBe('rectangle, Kept, 2 of 2')
    await page.keyboard.press('ArrowRight')
    expect(await figureOf(page, outline)).toMatchObject({ x: 10, y: 400 })
    await page.keyboard.press('Control+d')
    const [copy = ''] = await selectedFigures(page)
    expect(await figureOf(page, copy)).toMatchObject({ x: 34, y: 424, text: 'Kept' })
    const order = (): Promise<boolean> =>
      page.evaluate(
        ([one, other]) => {
          const { drawings } = window.bench.writer.board
          const [a, b] = [drawings.get(one), drawings.get(other)]
          return a !== undefined && b !== undefined && 'z' in a && 'z' in b && a.z < b.z
        },
        [outline, copy] as const,
      )
    expect(await order()).toBe(true)
    await page.evaluate(() => window.bench.handle?.sendToBack())
    expect(await order()).toBe(false)
    await page.evaluate(() => window.bench.handle?.restyle({ color: 'red', fill: true }))
    await page.locator('.moot-draw-red .is-filled').waitFor()
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await figureOf(page, copy)).gone).toBe('deleted')
    expect(await page.evaluate(() => window.bench.asked)).toEqual([])
  })

  it('C-12 notes, figures and the arrow between them are copied as they stand; markup and files never land on the page', async () => {
    const { page, problems } = await open('template=blank&notes=1')
    const note = await firstNote(page)
    const [text = ''] = await put(page, [{ kind: 'text', at: { x: 300, y: 300 }, text: 'Words' }])
    await put(page, [
      {
        kind: 'arrow',
        start: { x: 0, y: 0, on: { root: 'notes', id: note } },
        end: { x: 0, y: 0, on: { root: 'drawings', id: text } },
      },
    ])
    await focusCanvas(page)
    await page.keyboard.press('Control+a')
    const made = await page.evaluate(async () => {
      const data = new DataTransfer()
      const send = (type: 'copy' | 'paste'): void => {
        const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
      }
      send('copy')
      send('paste')
      const { selectedIds, selectedFigures } = window.bench.handle?.state.getState() ?? {}
      return { words: data.getData('text/plain'), notes: selectedIds ?? [], figures: selectedFigures ?? [] }
    })
    expect(made.words.split('\n')).toHaveLength(2)
    expect(made.notes).toHaveLength(1)
    expect(made.figures).toHaveLength(2)
    const copies = await Promise.all(made.figures.map((id) => figureOf(page, id)))
    const arrow = copies.find(({ kind }) => kind === 'arrow')
    expect(made.notes).toContain(arrow?.start)
    expect(made.figures).toContain(arrow?.end)
    expect(arrow?.start).not.toBe(note)

    await page.evaluate(() => {
      const paste = (fill: (data: DataTransfer) => void): void => {
        const data = new DataTransfer()
        fill(data)
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(event)
      }
      paste((data) => {
        data.setData('text/html', '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>')
        data.setData('text/plain', '<b onclick="1">bold</b>')
      })
      paste((data) => data.items.add(new File(['x'], 'cat.png', { type: 'image/png' })))
      paste((data) =>
        data.setData('text/plain', Array.from({ length: 700 }, (_, line) => `Line ${line}`).join('\n')),
      )
      paste((data) =>
        data.setData('application/x-moot-clip+json', '{"moot":1,"notes":5,"figures":[{"kind":"ink"}]}'),
      )
    })
    await frames(page)
    const last = (await idsInSight(page)).at(-1) ?? ''
    expect((await noteOf(page, last)).text).toBe('<b onclick="1">bold</b>')
    expect(await page.locator('.moot-note b, .moot-note img, .moot-note script').count()).toBe(0)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.evaluate(() => window.bench.refused)).toEqual(['file cat.png', 'lines 700'])
    expect(problems).toEqual([])
  })

  it('C-3 a locked backdrop is behind everything and cannot be picked up', async () => {
    const { page } = await open('template=blank&notes=0&everything=1')
    await page.locator('img.moot-backdrop').waitFor()
    const at = await onScreen(page, 600, 880)
    await page.mouse.click(at.x, at.y)
    expect(await selectedFigures(page)).toEqual([])
    expect(await page.locator('img[src^="http"]').count()).toBe(0)
  })

  it('C-11 an observer picks figures and changes none', async () => {
    const { page } = await open('template=blank&notes=0&everything=1&readOnly=1')
    await focusCanvas(page)
    await page.keyboard.press('Control+a')
    expect((await selectedFigures(page)).length).toBeGreaterThan(10)
    for (const key of ['Delete', 'Control+d', 'ArrowLeft', 'Enter', 'Control+x', 'p', 'r'])
      await page.keyboard.press(key)
    await page.evaluate(() => {
      window.bench.handle?.restyle({ color: 'red' })
      window.bench.handle?.sendToBack()
      window.bench.handle?.setTool('pen')
    })
    await page.mouse.move(300, 300)
    await page.mouse.down()
    await page.mouse.move(500, 500, { steps: 4 })
    await page.mouse.up()
    await frames(page)
    expect(await updates(page)).toBe(0)
    expect(await page.locator('.moot-editing, .moot-grips').count()).toBe(0)
  })

  it('a finger drags a figure and a grip of 44 px; a second finger leaves it as it was', async () => {
    const { page, context } = await open('template=blank&notes=0', PHONE)
    const [outline = ''] = await put(page, [
      { kind: 'shape', form: 'rectangle', box: { x: 0, y: 0, w: 180, h: 120 }, fill: true },
    ])
    await lifeSize(page)
    await page.evaluate((id) => window.bench.handle?.focusItem({ root: 'drawings', id }), outline)
    const client = await context.newCDPSession(page)
    const touch = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...points: { x: number; y: number }[]
    ): Promise<unknown> => client.send('Input.dispatchTouchEvent', { type, touchPoints: points })
    const swipe = async (
      from: [number, number],
      by: [number, number],
      isCalledOff = false,
    ): Promise<void> => {
      const at = await onScreen(page, ...from)
      await touch('touchStart', at)
      for (const part of [0.3, 0.6, 1]) {
        await touch('touchMove', { x: at.x + by[0] * part, y: at.y + by[1] * part })
        await frames(page)
      }
      if (isCalledOff) {
        const here = { x: at.x + by[0], y: at.y + by[1] }
        await touch('touchStart', here, { x: here.x + 60, y: here.y + 60 })
        await frames(page)
      }
      await touch('touchEnd')
      await frames(page)
    }
    await swipe([90, 60], [30, 40])
    await expect.poll(() => figureOf(page, outline)).toMatchObject({ x: 30, y: 40, w: 180 })
    await swipe([210 + 14, 160 + 14], [30, 30])
    await expect.poll(async () => (await figureOf(page, outline)).w).toBe(210)
    await page.evaluate(() => (window.bench.updates = 0))
    await swipe([120, 100], [40, 40], true)
    expect(await updates(page)).toBe(0)
  })

  it('absurd figures neither hang nor crash the page', async () => {
    const { page, problems } = await open('template=blank&notes=2')
    const note = await firstNote(page)
    await page.evaluate((noteId) => {
      const { otherDoc } = window.bench
      const [first] = otherDoc.getMap<Y.Map<unknown>>('notes').values()
      // The constructors of the page's own Yjs, taken from what is there.
      const NewMap = first?.constructor as new () => Y.Map<unknown>
      const Words = first?.get('text')?.constructor as new (words: string) => unknown
      const putRaw = (root: string, id: string, groups: Record<string, unknown>): void => {
        const map = new NewMap()
        for (const [key, value] of Object.entries(groups)) map.set(key, value)
        otherDoc.getMap<Y.Map<unknown>>(root).set(id, map)
      }
      const pos = [0, 0, 'a1']
      otherDoc.transact(() => {
        putRaw('drawings', 'megabytes', {
          base: { kind: 'ink' },
          pos,
          ink: new Words('9,9 '.repeat(300_000)),
        })
        putRaw('drawings', 'far', {
          base: { kind: 'shape' },
          pos: [1e308, -1e308, 'zz'],
          shape: { form: 'star', w: Number.MAX_VALUE, h: -5 },
          text: new Words('word '.repeat(50_000)),
        })
        const arrow = (id: string, start: unknown, end: unknown): void =>
          putRaw('drawings', id, { base: { kind: 'arrow' }, pos, shape: { start, end } })
        arrow('self', { on: ['drawings', 'self'], at: [9, -9] }, { on: ['drawings', 'self'] })
        arrow('ring1', { on: ['drawings', 'ring2'] }, { on: ['drawings', 'ring2'] })
        arrow('ring2', { on: ['drawings', 'ring1'] }, { on: ['drawings', 'ring1'] })
        arrow('nowhere', { on: ['notes', 'never'], x: 1e300 }, { on: 'notes', at: 'x' })
        arrow('same', { on: ['notes', noteId] }, { on: ['notes', noteId] })
        putRaw('drawings', 'figure:odd', { base: { kind: 'text' }, pos: null, shape: 7, text: 'plain' })
        putRaw('notes', 'figure:self', { base: { kind: 'note', created: 1 }, pos, text: new Words('a note') })
        putRaw('drawings', 'elsewhere', {
          base: { kind: 'picture' },
          pos,
          shape: { upload: 'missing-https://example.org/x.png', w: 1e9, h: 'a' },
        })
      })
    }, note)
    await expect.poll(() => page.locator('[data-shape-id="shape:figure:megabytes"]').count()).toBe(1)
    expect(await page.locator('[data-shape-id="shape:note:figure:self"]').count()).toBe(1)
    await focusCanvas(page)
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Tab')
    await page.evaluate(() => {
      window.bench.handle?.fitBoard()
      window.bench.handle?.focusItem({ root: 'drawings', id: 'self' })
      window.bench.handle?.focusItem({ root: 'drawings', id: 'far' })
    })
    await frames(page)
    expect(await page.locator('.moot-failed').count()).toBe(0)
    expect(await updates(page)).toBe(0)
    expect(problems).toEqual([])
  })

  it('a board with 5,000 strokes opens', async () => {
    const { page, problems } = await open('template=blank&notes=0&strokes=5000', LAPTOP, 90_000)
    await expect.poll(() => page.locator('.moot-figure').count(), { timeout: 60_000 }).toBe(5_000)
    expect(await page.locator('.moot-failed').count()).toBe(0)
    expect(problems).toEqual([])
  })

  it('C-1 an idle canvas writes nothing while another draws, moves and erases', async () => {
    const { page } = await open('template=blank&notes=0&everything=1')
    await page.evaluate(async () => {
      const { otherDoc, otherWriter } = window.bench
      const drawings = otherDoc.getMap<Y.Map<unknown>>('drawings')
      for (let round = 0; round < 12; round += 1) {
        otherDoc.transact(() => {
          for (const [id, groups] of drawings.entries()) {
            if (!groups.has('pos')) continue
            groups.set('pos', [round * 9 + id.length, round * 7, 'a1'])
            groups.set('style', { color: round % 2 === 0 ? 'red' : 'green', size: 'l' })
          }
          for (const note of otherWriter.board.notes.values())
            otherDoc
              .getMap<Y.Map<unknown>>('notes')
              .get(note.id)
              ?.set('pos', [round * 30, round * 20, 'a2'])
        })
        await new Promise((done) => requestAnimationFrame(done))
      }
      for (const groups of drawings.values()) groups.set('gone', { by: 'sam', at: 1, how: 'cleared' })
    })
    await expect.poll(() => page.locator('.moot-figure').count()).toBe(0)
    expect(await updates(page)).toBe(0)
  })
})

describe('the page', () => {
  it('C-13 stays on its origin, under a strict policy, and leaves nothing in localStorage', async () => {
    const { page, problems, requests } = await open('notes=20&dark=1')
    await focusCanvas(page)
    await page.keyboard.press('n')
    await page.keyboard.type('Kept here')
    await page.keyboard.press('Escape')
    await frames(page)
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([])
    expect(problems).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    const mark = page.getByTitle('made with tldraw')
    expect(await mark.boundingBox()).not.toBeNull()
  })
})
