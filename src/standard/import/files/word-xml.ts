/** Steps through the XML of Word files. Pure. */
import type { ChildNode, Element } from './markup.ts';
import { isElement } from './markup.ts';

export const childNamed = (node: Element | null | undefined, name: string): Element | null =>
  node?.children.filter(isElement).find((child) => child.name === name) ?? null;

/** Elements of this name at any depth; not within each other. */
export const descendants = (nodes: readonly ChildNode[], name: string): readonly Element[] =>
  nodes.filter(isElement).flatMap((node) => (node.name === name ? [node] : descendants(node.children, name)));

/** The `w:val` of an element; null where it has none. */
export const valueOf = (node: Element | null): string | null => node?.attribs['w:val'] ?? null;

const TAG = /<(?:!--[\s\S]*?-->|[?!][^>]*>|(\/?)([\w:.-]+)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>)/g;

/** Whether every element is closed where it must be: half a decree must not pass for a whole one. */
export function isWellNested(xml: string): boolean {
  const open: string[] = [];
  for (const [, closes, name, closesItself] of xml.matchAll(TAG)) {
    if (name === undefined || closesItself === '/') continue;
    if (closes !== '/') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
