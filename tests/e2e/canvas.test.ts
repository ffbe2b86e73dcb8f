/** The canvas in a real browser, alone: hands and keys on one side, the document on the other (packages/canvas/SPEC.md). */
import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { PHONE } from '../support/browser.ts'
import { canvasGuests } from '../support/canvasGuests.ts'
import {
  firstNote,
  focusCanvas,
  frames,
  idsInSight,
  middleOf,
  noteOf,
  selected,
  updates,
} from '../support/canvasHands.ts'

const { open, site } = canvasGuests()

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

describe('the page', () => {
  it('C-13 stays on its origin, under a strict policy, and leaves nothing in localStorage', async () => {
    const { page, problems, requests } = await open('notes=20&dark=1')
    await focusCanvas(page)
    await page.keyboard.press('n')
    await page.keyboard.type('Kept here')
    await page.keyboard.press('Escape')
    await frames(page)
    expect(requests.filter((url) => !url.startsWith(site().url) && !url.startsWith('data:'))).toEqual([])
    expect(problems).toEqual([])
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    const mark = page.getByTitle('made with tldraw')
    expect(await mark.boundingBox()).not.toBeNull()
  })
})
