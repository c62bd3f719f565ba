/** Telling the nodes of a parsed document apart: declarations and comments are neither elements nor text. Pure. */
import type { ChildNode, Element, Text } from 'domhandler';

export const isElement = (node: ChildNode): node is Element => 'attribs' in node;

export const isText = (node: ChildNode): node is Text =>
  'data' in node && !('name' in node) && node.nodeType === 3;
