/** Fields that are as high as their words. */

/** Browsers that do it by themselves, by the style `field-sizing: content`, need no measuring, which costs a layout. */
const isBuiltIn = CSS.supports('field-sizing', 'content')

/** Makes a field as high as its words, where its style alone does not. Call it after each change. */
export function growToFit(area: HTMLTextAreaElement | null): void {
  if (isBuiltIn || area === null) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
