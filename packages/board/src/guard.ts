/**
 * What a person's update may hold, judged on its decoded parts before any of it is applied (design §5, §7). An update
 * that breaks a rule is refused whole; the document has then not been touched. Sources of the attacks that each rule
 * stops: unresolvable structs, forged client ids, deep nesting, list items in maps, sub-documents, absurd lengths.
 */
import * as Y from 'yjs'
import type { EntityRoot, Gone, Groups, Root } from './schema.ts'
import type { FreshStructs } from './freshStructs.ts'
import { freshStructs, indexAt } from './freshStructs.ts'
import { judgeJson, valuesOf } from './judgeValues.ts'
import { readGone } from './readValues.ts'
import type { Sender } from './judgeEntities.ts'
import { facilitatorsOnly, isObject, judgeBase, judgeGone, lettersMax } from './judgeEntities.ts'
import type { GuardCode } from './refused.ts'
import { Refused } from './refused.ts'
import { ENTITIES_MAX, GROUPS, isGroups, isWords, ROOTS, SERVER_GROUPS, WORD_GROUPS } from './schema.ts'

/** Something hidden that somebody took out of sight or brought back at the same moment, not knowing it. */
export interface HiddenAgain {
  readonly root: 'notes' | 'drawings'
  readonly id: string
  readonly gone: Gone
}

/** What an allowed update touches; enough for the room to bind ids, keep wordings and repair what was touched. */
export interface Inspected {
  readonly ok: true
  /** Client ids in it that belong to nobody yet. */
  readonly newClients: readonly number[]
  /** Entities it touches, as `root` and `id`. */
  readonly touched: ReadonlyMap<EntityRoot, ReadonlySet<string>>
  /** Notes already there whose words it changes. */
  readonly reworded: ReadonlySet<string>
  /** What must be hidden again after applying the update, with `keepHidden`; by kind and id. */
  readonly hidden: ReadonlyMap<string, HiddenAgain>
  /** Whether it changes anything the document does not have yet. */
  readonly isNew: boolean
}
export interface GuardRefusal {
  readonly ok: false
  readonly code: GuardCode
  /** For the log: names of maps and groups only, never words or ids of people. */
  readonly detail: string
}

/** Structs that one update may hold: a note is eight, and somebody may have brought in 5,000 twice while not connected. */
const STRUCTS_MAX = 120_000
/** Delete ranges that one update may hold. */
const RANGES_MAX = 100_000

/** Where a struct belongs: top-level map, entity, group; `depth` counts how far down. */
interface Place {
  readonly root: Root
  readonly entity: string | null
  readonly group: string | null
  /** 1: an entity, 2: a group, 3: letters of a group's words. */
  readonly depth: 1 | 2 | 3
}

const pathOf = ({ root, entity }: Place): string => `${root}/${String(entity)}`

const isRoot = (name: string): name is Root => ROOTS.some((root) => root === name)

/**
 * Judges `update` against the document as it stands. Never throws and never changes the document.
 *
 * @param update - a Yjs v1 update; several that belong together are merged by the caller first
 */
export function inspectUpdate(doc: Y.Doc, update: Uint8Array, sender: Sender): Inspected | GuardRefusal {
  try {
    return new Inspection(doc, sender).run(update)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code, detail: error.message }
    return {
      ok: false,
      code: 'malformed',
      detail: error instanceof Error ? error.message.slice(0, 120) : 'unreadable',
    }
  }
}

class Inspection {
  readonly #doc: Y.Doc
  readonly #sender: Sender
  /** Structs of the update itself by client, in clock order. */
  #fresh: FreshStructs['byClient'] = new Map()
  readonly #places = new Map<Y.Item, Place>()
  readonly #touched = new Map<EntityRoot, Set<string>>()
  readonly #reworded = new Set<string>()
  readonly #hidden = new Map<string, HiddenAgain>()
  /** Letters added to each text, by `root/entity/group`. */
  readonly #added = new Map<string, number>()
  /** Entities made by this update, by `root/entity`, with the groups it gives them. */
  readonly #made = new Map<string, Set<string>>()
  /** Kinds of drawings that it makes or writes words on, as `base` says. */
  readonly #kinds = new Map<string, unknown>()
  /** Drawings that it writes words on. */
  readonly #labelled = new Set<string>()
  #isNew = false

  constructor(doc: Y.Doc, sender: Sender) {
    this.#doc = doc
    this.#sender = sender
  }

  run(update: Uint8Array): Inspected {
    const { structs, ds } = Y.decodeUpdate(update)
    if (structs.length > STRUCTS_MAX) throw new Refused('too_large', 'too many structs')
    const fresh = freshStructs(this.#doc, update, structs, this.#sender)
    this.#fresh = fresh.byClient
    this.#isNew = fresh.byClient.size > 0
    const items: Y.Item[] = []
    for (const list of this.#fresh.values())
      for (const struct of list) if (struct instanceof Y.Item) items.push(struct)
    // Entities first: a group is judged by whether its entity is made in the same update.
    for (const item of items) this.#place(item)
    for (const item of items) if (this.#place(item).depth === 1) this.#judgeEntity(item, this.#place(item))
    for (const item of items) {
      const place = this.#place(item)
      if (place.depth === 2) this.#judgeGroup(item, place)
      else if (place.depth === 3) this.#judgeLetters(item, place)
    }
    for (const [path, groups] of this.#made) {
      if (!groups.has('base')) throw new Refused('wrong_type', `${path.split('/')[0]} without base`)
      if (groups.has('ink') && this.#kinds.get(path) !== 'ink')
        throw new Refused('wrong_place', 'ink of what is no stroke')
    }
    // Nobody would ever read them there.
    for (const path of this.#labelled)
      if (this.#kinds.get(path) === 'ink') throw new Refused('wrong_place', 'words on a stroke')
    this.#judgeDeletes(ds)
    return {
      ok: true,
      newClients: [...fresh.newClients],
      touched: this.#touched,
      reworded: this.#reworded,
      hidden: this.#hidden,
      isNew: this.#isNew,
    }
  }

  #find(id: Y.ID): Y.Item {
    const list = this.#fresh.get(id.client) ?? []
    const fresh = list[indexAt(list, id.clock)]
    const isFresh = fresh !== undefined && id.clock >= fresh.id.clock
    const found = isFresh
      ? fresh
      : id.clock < Y.getState(this.#doc.store, id.client)
        ? Y.getItem(this.#doc.store, id)
        : undefined
    if (found === undefined) throw new Refused('unresolved', 'a reference to something unknown')
    if (!(found instanceof Y.Item)) throw new Refused('wrong_place', 'a reference to something erased')
    return found
  }

  #place(item: Y.Item, trail = 0): Place {
    const known = this.#places.get(item)
    if (known) return known
    if (trail > 10_000) throw new Refused('malformed', 'a circle of references')
    const place = this.#placeOf(item, trail)
    this.#places.set(item, place)
    return place
  }

  #placeOf(item: Y.Item, trail: number): Place {
    const parent: unknown = item.parent
    if (parent instanceof Y.AbstractType) {
      return parent._item === null
        ? this.#under(rootName(this.#doc, parent), item.parentSub)
        : this.#below(this.#place(parent._item, trail + 1), item.parentSub)
    }
    if (typeof parent === 'string') return this.#under(parent, item.parentSub)
    if (parent instanceof Y.ID) return this.#below(this.#place(this.#find(parent), trail + 1), item.parentSub)
    const beside = item.origin ?? item.rightOrigin
    if (beside === null) throw new Refused('malformed', 'a struct without a parent')
    const place = this.#place(this.#find(beside), trail + 1)
    if (item.origin !== null && item.rightOrigin !== null) {
      const other = this.#place(this.#find(item.rightOrigin), trail + 1)
      const isSame = other.root === place.root && other.entity === place.entity && other.group === place.group
      if (!isSame || other.depth !== place.depth)
        throw new Refused('wrong_place', 'a struct between two places')
    }
    return place
  }

  #under(name: string, key: string | null): Place {
    if (!isRoot(name)) throw new Refused('wrong_place', 'an unknown top-level name')
    if (key === null) throw new Refused('wrong_place', `a list item in ${name}`)
    if (key.length > 64) throw new Refused('too_large', `a long key in ${name}`)
    return { root: name, entity: key, group: null, depth: 1 }
  }

  #below(above: Place, key: string | null): Place {
    if (above.root === 'meta') throw new Refused('wrong_place', 'something nested in meta')
    if (above.depth === 1) {
      if (key === null) throw new Refused('wrong_place', `a list item in an entity of ${above.root}`)
      return { ...above, group: key, depth: 2 }
    }
    if (above.depth === 2 && key === null && above.group !== null && WORD_GROUPS.has(above.group))
      return { ...above, depth: 3 }
    throw new Refused('wrong_place', `something nested in a group of ${above.root}`)
  }

  #touch(place: Place): void {
    if (place.root === 'meta' || place.entity === null) return
    const ids = this.#touched.get(place.root)
    if (ids) ids.add(place.entity)
    else this.#touched.set(place.root, new Set([place.entity]))
  }

  #judgeEntity(item: Y.Item, place: Place): void {
    const { root, entity } = place
    if (root === 'meta') throw new Refused('not_allowed', 'meta is the server’s')
    if (entity === null) throw new Refused('wrong_place', 'no id')
    if (item.content instanceof Y.ContentDeleted)
      throw new Refused('wrong_type', `an erased entity in ${root}`)
    if (!(item.content instanceof Y.ContentType) || !isGroups(item.content.type))
      throw new Refused('wrong_type', `${root} holds maps only`)
    const map = this.#doc.getMap<Groups>(root)
    if (map._map.has(entity) || this.#made.has(`${root}/${entity}`))
      throw new Refused('not_allowed', `replacing an entity of ${root}`)
    if (root === 'regions') facilitatorsOnly(this.#sender, 'regions')
    // Entities are never erased by hand, so that all keys ever used is the number there is.
    if (map._map.size + this.#made.size >= ENTITIES_MAX) throw new Refused('too_large', `too many ${root}`)
    this.#made.set(`${root}/${entity}`, new Set())
    this.#touch(place)
  }

  #groupsOf(place: Place): Groups | undefined {
    if (place.root === 'meta' || place.entity === null) return undefined
    const groups = this.#doc.getMap<Groups>(place.root).get(place.entity)
    return isGroups(groups) ? groups : undefined
  }

  /** Sections and template furniture are changed by facilitators only. */
  #judgeOwner(place: Place): void {
    if (place.root === 'regions') facilitatorsOnly(this.#sender, 'regions')
    if (place.root !== 'drawings') return
    const base = this.#groupsOf(place)?.get('base')
    if (isObject(base) && base.furniture === true) facilitatorsOnly(this.#sender, 'template furniture')
  }

  #judgeGroup(item: Y.Item, place: Place): void {
    const { root, entity, group } = place
    if (root === 'meta' || entity === null || group === null)
      throw new Refused('not_allowed', 'meta is the server’s')
    if (!GROUPS[root].includes(group)) throw new Refused('wrong_place', `an unknown group in ${root}`)
    if (SERVER_GROUPS.has(group)) throw new Refused('not_allowed', `${group} is the server’s`)
    this.#touch(place)
    this.#judgeOwner(place)
    const made = this.#made.get(`${root}/${entity}`)
    made?.add(group)
    if (group === 'gone') this.#judgeHiding(item, place)
    // Overwritten within the same batch of writing: nothing is left to judge, but a base must stay what it was.
    if (item.content instanceof Y.ContentDeleted) {
      if (group === 'base') throw new Refused('not_allowed', 'base never changes')
      return
    }
    if (WORD_GROUPS.has(group)) {
      if (!(item.content instanceof Y.ContentType) || !isWords(item.content.type))
        throw new Refused('wrong_type', `${group} is a text`)
      if (group === 'ink' && made === undefined) throw new Refused('not_allowed', 'ink comes with its stroke')
      if (made === undefined && this.#groupsOf(place)?._map.has(group) === true)
        throw new Refused('not_allowed', `replacing ${group}`)
      return
    }
    // Values that somebody wrote one after the other while not connected arrive as one struct; the last one holds.
    const values = valuesOf(item)
    if (group === 'base' && values.length !== 1) throw new Refused('not_allowed', 'base never changes')
    for (const value of values) {
      judgeJson(value, group)
      if (group === 'base') {
        if (made === undefined) throw new Refused('not_allowed', 'base never changes')
        this.#kinds.set(`${root}/${entity}`, judgeBase(root, value, this.#sender))
      }
      if (group === 'gone') judgeGone(value, this.#sender)
    }
  }

  /** What a facilitator hid stays hidden until a facilitator brings it back. */
  #judgeHiding(item: Y.Item, place: Place): void {
    if (this.#sender.isFacilitator) return
    const current = this.#groupsOf(place)?._map.get('gone')
    const gone =
      current === undefined || current.deleted ? null : readGone(current.content.getContent().at(-1))
    if (current === undefined || gone?.how !== 'hidden') return
    // Written over what they saw was hidden: refused. Written at the same moment: theirs is taken in, and it stays hidden.
    if (Y.compareIDs(item.origin, current.lastId)) facilitatorsOnly(this.#sender, 'hidden things')
    if ((place.root === 'notes' || place.root === 'drawings') && place.entity !== null)
      this.#hidden.set(pathOf(place), { root: place.root, id: place.entity, gone })
  }

  /** Taking the hiding away is refused, unless it comes with what was written at the same moment; see above. */
  #judgeUnhiding(item: Y.Item, place: Place): void {
    if (this.#hidden.has(pathOf(place))) return
    if (readGone(item.content.getContent().at(-1))?.how === 'hidden')
      facilitatorsOnly(this.#sender, 'hidden things')
  }

  #judgeLetters(item: Y.Item, place: Place): void {
    this.#touch(place)
    this.#judgeOwner(place)
    if (place.group === 'ink') this.#judgeInk(item, place)
    if (item.content instanceof Y.ContentDeleted) return
    if (place.root === 'drawings' && place.group === 'text') this.#noteLabel(place)
    if (!(item.content instanceof Y.ContentString)) throw new Refused('wrong_type', 'words are plain text')
    const path = `${pathOf(place)}/${String(place.group)}`
    const groups = this.#groupsOf(place)
    const words = place.group === null ? undefined : groups?.get(place.group)
    // The first struct of a client may begin with letters that are here already.
    const { client, clock } = item.id
    const known = Math.max(0, Y.getState(this.#doc.store, client) - clock)
    const added = (this.#added.get(path) ?? 0) + item.length - known
    this.#added.set(path, added)
    if ((isWords(words) ? words.length : 0) + added > lettersMax(place.root, place.group))
      throw new Refused('too_large', 'too many words')
    if (place.root === 'notes' && groups !== undefined && place.entity !== null)
      this.#reworded.add(place.entity)
  }

  #noteLabel(place: Place): void {
    const path = pathOf(place)
    this.#labelled.add(path)
    const base = this.#made.has(path) ? undefined : this.#groupsOf(place)?.get('base')
    if (isObject(base)) this.#kinds.set(path, base.kind)
  }

  /** A stroke grows under its maker's hand alone, and nothing is ever taken out of it. */
  #judgeInk(item: Y.Item, place: Place): void {
    if (item.content instanceof Y.ContentDeleted) throw new Refused('not_allowed', 'erasing ink')
    if (this.#made.has(pathOf(place))) return
    const base = this.#groupsOf(place)?.get('base')
    if (!isObject(base) || typeof base.by !== 'string' || !this.#sender.mayWriteAs(base.by))
      throw new Refused('not_allowed', 'ink of somebody else')
  }

  #judgeDeletes(ds: {
    readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
  }): void {
    let ranges = 0
    for (const [client, deletes] of ds.clients) {
      const known = Y.getState(this.#doc.store, client)
      const fresh = this.#fresh.get(client) ?? []
      const last = fresh.at(-1)
      let before = 0
      const end = last === undefined ? known : last.id.clock + last.length
      for (const { clock, len } of deletes) {
        ranges += 1
        if (ranges > RANGES_MAX) throw new Refused('too_large', 'too many deletions')
        // In order and apart, as Yjs writes them: ranges over one another would make a small update cost without bound.
        if (len <= 0 || clock < before) throw new Refused('malformed', 'deletions out of order')
        before = clock + len
        if (before > end) throw new Refused('unresolved', 'a deletion of something unknown')
        if (clock < known) this.#judgeDeleted(client, clock, Math.min(known, clock + len))
        for (let index = indexAt(fresh, clock); index < fresh.length; index += 1) {
          const struct = fresh[index]
          if (struct === undefined || struct.id.clock >= clock + len) break
          if (struct instanceof Y.Item) this.#judgeDeletedItem(struct, true)
        }
      }
    }
  }

  #judgeDeleted(client: number, from: number, to: number): void {
    const structs = this.#doc.store.clients.get(client)
    if (structs === undefined) return
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock >= to) return
      if (struct.deleted || !(struct instanceof Y.Item)) continue
      this.#isNew = true
      this.#judgeDeletedItem(struct, false)
    }
  }

  #judgeDeletedItem(item: Y.Item, isFresh: boolean): void {
    const place = this.#place(item)
    if (place.root === 'meta') throw new Refused('not_allowed', 'meta is the server’s')
    if (place.depth === 1) throw new Refused('not_allowed', `erasing an entity of ${place.root}`)
    this.#touch(place)
    this.#judgeOwner(place)
    if (place.depth === 2) {
      if (
        place.group === 'base' ||
        (place.group !== null && (WORD_GROUPS.has(place.group) || SERVER_GROUPS.has(place.group)))
      )
        throw new Refused('not_allowed', `erasing ${String(place.group)}`)
      if (place.group === 'gone' && !isFresh) this.#judgeUnhiding(item, place)
      return
    }
    if (place.group === 'ink') throw new Refused('not_allowed', 'erasing ink')
    if (place.root === 'notes' && place.entity !== null && !isFresh) this.#reworded.add(place.entity)
  }
}

function rootName(doc: Y.Doc, type: Y.AbstractType<unknown>): string {
  for (const [name, share] of doc.share) if (share === type) return name
  throw new Refused('wrong_place', 'a type outside the document')
}
