/** Regular expressions of a source file whose time can grow faster than what they are given. */
import { parseSync, Visitor } from 'oxc-parser';
import { analyse } from 'scslre';

export interface SlowExpression {
  readonly line: number;
  readonly pattern: string;
}

/** Literals only: of an expression that is put together at run time nothing is known here. */
export function slowExpressions(file: string, text: string): readonly SlowExpression[] {
  const slow: SlowExpression[] = [];
  const visitor = new Visitor({
    Literal(node) {
      if (!('regex' in node) || !isSlow(node.regex)) return;
      slow.push({ line: text.slice(0, node.start).split('\n').length, pattern: node.regex.pattern });
    },
  });
  visitor.visit(parseSync(file, text).program);
  return slow;
}

const isSlow = ({ pattern, flags }: { readonly pattern: string; readonly flags: string }): boolean =>
  analyse({ source: pattern, flags }).reports.length > 0;
