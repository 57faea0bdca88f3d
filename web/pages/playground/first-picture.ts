/**
 * When the curves that are about to be rendered have been drawn: two frames on, one to render and one to draw. In a tab
 * that nobody sees there are no frames, and after half a second it is left at that.
 */
export function firstPicture(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    setTimeout(resolve, 500)
  })
}
