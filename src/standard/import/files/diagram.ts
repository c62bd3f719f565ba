/** Flow diagrams drawn as text (Mermaid), as they come out of converted documents. Pure. */
import { tidy } from '../grammar/plain.ts';

const DIAGRAM = /^\s*(?:graph|flowchart)\s+(?:TB|TD|BT|RL|LR)\b/;
const NODE = /\b\w+\s*(?:\[+|\(+|\{+|>)\s*"?((?:[^[\](){}]|\([^()]*\))+?)"?\s*(?:\]+|\)+|\}+)(?=\s|-|;|$)/g;

/** The words of its nodes in the order of the text, or null where it is no diagram. */
export function readDiagram(text: string): string | null {
  if (!DIAGRAM.test(text)) return null;
  const nodes = [...text.replace(DIAGRAM, ' ').matchAll(NODE)].map((match) => tidy(match[1] ?? ''));
  return nodes.filter((node) => node !== '').join(' --> ') || null;
}
