/** The element that the skip link leads to: the page, without what is around it. */
export const contentId = 'content';

export function focusContent(): void {
  document.getElementById(contentId)?.focus();
}
