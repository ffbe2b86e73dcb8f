/**
 * `Y.Doc` → plain values, tolerant of garbage: whatever a document holds, reading it neither throws nor returns
 * something a view cannot show (B-5). A value that cannot be made sense of falls back to a calm default.
 */
import type * as Y from 'yjs'
import { LABEL_MAX } from './figures.ts'
import { readFigure, readOrigin } from './readFigures.ts'
import { id, isRecord, json, list, oneOf, order, px, readGone, size, when, words } from './readValues.ts'
import type { BezierSegment, Drawing, EntityRoot, Groups, Note, Region, Theme } from './schema.ts'
import {
  isGroups,
  isWords,
  NOTE_COLORS,
  NOTE_SOURCES,
  NOTE_TEXT_MAX,
  PROMPT_MAX,
  TITLE_MAX,
} from './schema.ts'

/** Reads one note, or `undefined` where the groups are not a note's. */
export function readNote(noteId: string, groups: unknown): Note | undefined {
  if (!isGroups(groups)) return undefined
  const base = groups.get('base')
  if (!isRecord(base) || base.kind !== 'note') return undefined
  const [x, y, z] = list(groups.get('pos'))
  const member = json(groups.get('member'))
  const original = groups.get('original')
  const text = words(groups.get('text'), NOTE_TEXT_MAX)
  const gone = readGone(groups.get('gone'))
  return {
    id: noteId,
    by: id(base.by),
    via: id(base.via),
    created: when(base.created),
    source: oneOf(NOTE_SOURCES, base.source, 'typed'),
    from: readOrigin(base.from),
    x: px(x),
    y: px(y),
    z: order(z),
    text,
    color: oneOf(NOTE_COLORS, json(groups.get('style')).color, 'lemon'),
    region: id(member.region),
    theme: id(member.theme),
    order: order(member.order),
    // Put down empty while somebody else wrote in it: their words are not to vanish with it.
    gone: gone?.how === 'empty' && text.trim() !== '' ? null : gone,
    original: typeof original === 'string' ? original.slice(0, NOTE_TEXT_MAX) : null,
  }
}

/** Reads one section, or `undefined` where the groups are not a section's. */
export function readRegion(regionId: string, groups: unknown): Region | undefined {
  if (!isGroups(groups)) return undefined
  const base = groups.get('base')
  if (!isRecord(base) || base.kind !== 'region') return undefined
  const [x, y, w, h] = list(groups.get('box'))
  const label = json(groups.get('label'))
  return {
    id: regionId,
    tag: words(base.tag, 40),
    order: order(base.order),
    x: px(x),
    y: px(y),
    w: size(w),
    h: size(h),
    title: words(label.title, TITLE_MAX),
    prompt: words(label.prompt, PROMPT_MAX),
    hue: words(base.hue, 20),
  }
}

/** Reads one theme, or `undefined` where the groups are not a theme's. */
export function readTheme(themeId: string, groups: unknown): Theme | undefined {
  if (!isGroups(groups)) return undefined
  const base = groups.get('base')
  if (!isRecord(base) || base.kind !== 'theme') return undefined
  const place = json(groups.get('place'))
  return {
    id: themeId,
    by: id(base.by),
    created: when(base.created),
    title: words(groups.get('title'), TITLE_MAX),
    region: id(place.region),
    order: order(place.order),
    gone: readGone(groups.get('gone')),
  }
}

/** Most segments that one curve is read with. */
const SEGMENTS_MAX = 64

function readSegments(value: unknown): BezierSegment[] {
  return list(value)
    .slice(0, SEGMENTS_MAX)
    .flatMap((each): BezierSegment[] => {
      const [a, b, c, d, e, f, g, h] = list(each).map(px)
      if (h === undefined) return []
      return [[a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0, g ?? 0, h]]
    })
}

/** Reads one drawing, or `undefined` where its kind is not known here. */
export function readDrawing(drawingId: string, groups: unknown): Drawing | undefined {
  if (!isGroups(groups)) return undefined
  const base = groups.get('base')
  if (!isRecord(base)) return undefined
  const shape = json(groups.get('shape'))
  const common = { id: drawingId, furniture: base.furniture === true }
  switch (base.kind) {
    case 'curve': {
      const [labelX, labelY] = list(shape.labelAt)
      return {
        ...common,
        kind: 'curve',
        segments: readSegments(shape.segments),
        dash: oneOf(['solid', 'dashed', 'dotted'] as const, shape.dash, 'solid'),
        hue: words(shape.hue, 20),
        label: words(shape.label, TITLE_MAX),
        labelAt: [px(labelX), px(labelY)],
      }
    }
    case 'frame': {
      const [x, y, w, h] = list(shape.box)
      return { ...common, kind: 'frame', x: px(x), y: px(y), w: size(w), h: size(h) }
    }
    case 'label': {
      const [x, y] = list(shape.at)
      return {
        ...common,
        kind: 'label',
        x: px(x),
        y: px(y),
        text: words(shape.text, TITLE_MAX),
        align: shape.align === 'end' ? 'end' : 'start',
      }
    }
    case 'backdrop': {
      const upload = id(shape.upload)
      if (upload === null) return undefined
      const [x, y, w, h] = list(shape.box)
      return {
        ...common,
        kind: 'backdrop',
        upload,
        x: px(x),
        y: px(y),
        w: size(w),
        h: size(h),
        text: words(groups.get('text'), LABEL_MAX),
        gone: readGone(groups.get('gone')),
      }
    }
    default:
      return readFigure(drawingId, groups)
  }
}

/** Which entity type is read from which top-level map. */
export interface EntityByRoot {
  notes: Note
  regions: Region
  themes: Theme
  drawings: Drawing
}

/** The reader of each kind of entity. */
export const READERS: {
  readonly [R in keyof EntityByRoot]: (entityId: string, groups: unknown) => EntityByRoot[R] | undefined
} = { notes: readNote, regions: readRegion, themes: readTheme, drawings: readDrawing }

/** Words of one entity as a `Y.Text` for an editor to bind to, or `undefined` where there are none, as on a stroke. */
export function wordsOf(doc: Y.Doc, root: EntityRoot, entityId: string): Y.Text | undefined {
  const groups = doc.getMap<Groups>(root).get(entityId)
  if (!isGroups(groups)) return undefined
  // Nobody would read them there, and the server lets none in.
  if (root === 'drawings' && json(groups.get('base')).kind === 'ink') return undefined
  const found = groups.get(root === 'themes' ? 'title' : 'text')
  return isWords(found) ? found : undefined
}
