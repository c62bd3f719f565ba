/** Telling the nodes of a parsed document apart: declarations and comments are neither elements nor text. Pure. */
import type { parseDocument } from 'htmlparser2';

export type Markup = ReturnType<typeof parseDocument>;
export type ChildNode = Markup['children'][number];
export type Element = Extract<ChildNode, { readonly attribs: unknown }>;
type Text = Exclude<Extract<ChildNode, { readonly data: string }>, { readonly name: string }>;

export const isElement = (node: ChildNode): node is Element => 'attribs' in node;

export const isText = (node: ChildNode): node is Text =>
  'data' in node && !('name' in node) && node.nodeType === 3;
