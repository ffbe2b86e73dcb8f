/** localStorage, where there is one; else the page's own memory. */

/** localStorage may be missing or refuse (private windows, policies): then what is kept lasts as long as the page. */
const unsaved = new Map<string, string>()

/** What is kept under a key, or `null`. Never throws. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unsaved.get(key) ?? null
  } catch {
    return unsaved.get(key) ?? null
  }
}

/** Keeps a value, in memory where the browser refuses. */
export function writeKept(key: string, value: string): void {
  unsaved.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept in memory above: the person can go on, and begins anew next time.
  }
}

/** Forgets a key, wherever it was kept. */
export function removeKept(key: string): void {
  unsaved.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

/** The keys that begin with `prefix`, wherever they are kept. */
export function keysOf(prefix: string): string[] {
  const found = new Set(unsaved.keys())
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index)
      if (key !== null) found.add(key)
    }
  } catch {
    // As above.
  }
  return [...found].filter((key) => key.startsWith(prefix))
}

/** What is this tab's own, kept until it is closed; where the browser refuses, until the page is. */
const unsavedOfTab = new Map<string, string>()

/** What this tab keeps under a key, or `null`. Never throws. */
export function readForTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? unsavedOfTab.get(key) ?? null
  } catch {
    return unsavedOfTab.get(key) ?? null
  }
}

/** Keeps a value for this tab. */
export function writeForTab(key: string, value: string): void {
  unsavedOfTab.set(key, value)
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Kept in memory above.
  }
}

/** Forgets what this tab keeps under a key. */
export function removeForTab(key: string): void {
  unsavedOfTab.delete(key)
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}
