/** Definitions as the text of their files, as people and editors read them. */
import { stringify } from 'yaml';

const WIDTH = 100;

/** A service, government or organisation as YAML, with the schema that an editor completes it by. */
export const definitionText = (kind: 'service' | 'government' | 'organisation', value: object): string => {
  const up = kind === 'service' ? '../../../' : '../../';
  const head = `# yaml-language-server: $schema=${up}schemas/${kind}.schema.json\n`;
  return `${head}${stringify(value, { lineWidth: WIDTH, aliasDuplicateObjects: false })}`;
};
