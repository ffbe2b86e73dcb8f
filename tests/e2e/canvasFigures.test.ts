/** Drawings, arrows and pictures on the canvas in a real browser (packages/canvas/SPEC.md). */
import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { LAPTOP, PHONE } from '../support/browser.ts'
import { canvasGuests } from '../support/canvasGuests.ts'
import {
  dragTo,
  figureOf,
  firstNote,
  focusCanvas,
  frames,
  idsInSight,
  lifeSize,
  middleOf,
  noteOf,
  onScreen,
  put,
  selectedFigures,
  updates,
} from '../support/canvasHands.ts'

const { open } = canvasGuests()

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
