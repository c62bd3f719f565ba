/** Definitions as the text of their files, as people and editors read them. */
import { isSeq, parseDocument, stringify } from 'yaml';
import type { Position } from '../model/government.ts';

const WIDTH = 100;

/** A service, government or organisation as YAML, with the schema that an editor completes it by. */
export const definitionText = (kind: 'service' | 'government' | 'organisation', value: object): string => {
  const up = kind === 'service' ? '../../../' : '../../';
  const head = `# yaml-language-server: $schema=${up}schemas/${kind}.schema.json\n`;
  return `${head}${stringify(value, { lineWidth: WIDTH, aliasDuplicateObjects: false })}`;
};

/** An `organisation.yaml` with posts added at the end of its list; comments and everything else stay as they are. */
export function withPositions(text: string, positions: readonly Position[]): string {
  const document = parseDocument(text);
  const listed = document.get('positions');
  if (!isSeq(listed)) throw new Error('an organisation without positions was published');
  for (const position of positions) listed.add(document.createNode(position));
  return document.toString({ lineWidth: WIDTH });
}
