/**
 * Keeps React alive on a page that the browser translates: Chrome puts each text into a <font>, or another text in its place, and
 * React, which then finds its own text no longer where it put it, throws and takes the page with it.
 * https://github.com/facebook/react/issues/11538
 */
export function surviveTranslation(): void {
  const { removeChild, insertBefore } = Node.prototype;

  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const there = standsFor(child, this);
    if (there) {
      removeChild.call(this, there);
    }
    return child;
  };

  Node.prototype.insertBefore = function <T extends Node>(this: Node, added: T, before: Node | null): T {
    return insertBefore.call(this, added, before && standsFor(before, this)) as T;
  };

  const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...nodeValue,
    set(this: Node, text: string | null) {
      // A new text takes the place of the old one's translation, and is translated in its turn.
      putBack(this);
      nodeValue?.set?.call(this, text);
    },
  });

  new MutationObserver((changes) => changes.forEach(remember)).observe(document, { childList: true, subtree: true });
}

/** What has come into the place of a text that was taken off the page. */
const replacements = new WeakMap<Node, Node>();

function remember({ addedNodes, removedNodes }: MutationRecord): void {
  const wrapper = [...addedNodes].find(isWrapper);
  const text = [...removedNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  if (wrapper && text) {
    replacements.set(text, wrapper);
  }
}

const isWrapper = (node: Node) => node instanceof HTMLElement && node.tagName === 'FONT';

/** The child of `parent` that holds a node, or has come into its place; null where there is none any more. */
function standsFor(node: Node, parent: Node): Node | null {
  let there: Node | null = node;
  while (there && there.parentNode !== parent) {
    there = there.parentNode ?? replacements.get(there) ?? null;
  }
  return there;
}

function putBack(node: Node): void {
  if (node.nodeType !== Node.TEXT_NODE) {
    return;
  }
  let wrapper = replacements.get(node) ?? node.parentElement;
  if (!wrapper || !isWrapper(wrapper)) {
    return;
  }
  while (wrapper.parentElement && isWrapper(wrapper.parentElement)) {
    wrapper = wrapper.parentElement;
  }
  wrapper.parentNode?.replaceChild(node, wrapper);
  replacements.delete(node);
}
