/** The two tools: how they are run, and what they say they found. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../hostile/fuzz/line.ts';

export interface Run {
  /** What the tool calls a hole; none is good. */
  readonly findings: readonly string[];
  /** What it put to the test, in its own words. */
  readonly tested: readonly string[];
}

interface Outcome {
  readonly output: string;
  /** It was ended because its time was over. */
  readonly cutOff: boolean;
}

/** Runs a command at the lowest priority, at most `seconds` long. */
async function run(command: string, args: readonly string[], seconds: number): Promise<Outcome> {
  const child = spawn('nice', ['-n', '19', command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  let cutOff = false;
  const late = setTimeout(() => {
    cutOff = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, seconds * 1000);
  child.on('error', (error) => resolve({ output: `${output}${String(error)}`, cutOff }));
  child.on('close', () => resolve({ output, cutOff }));
  return promise.finally(() => clearTimeout(late));
}

/** The version of an installed tool, or null. */
export async function versionOf(tool: 'sqlmap' | 'wapiti'): Promise<string | null> {
  const { output } = await run(tool, ['--version'], 60);
  return /(?:Wapiti |^)(\d+\.\d+\.\d+)/mu.exec(output)?.[1] ?? null;
}

const lines = (output: string, pattern: RegExp): readonly string[] => [
  ...new Set([...output.matchAll(pattern)].map(([, what = '']) => what.trim())),
];

/**
 * sqlmap over one call, all its parameters; `*` in the call marks further places. It works with text, so the call goes to it
 * as a file.
 */
export async function sqlmap(
  folder: string,
  origin: string,
  call: Call,
  seconds: number,
): Promise<Run & { readonly cutOff: boolean }> {
  const file = join(folder, 'call.txt');
  const headers = Object.entries({ host: new URL(origin).host, ...call.headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  await writeFile(
    file,
    `${call.method} ${call.path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${call.body?.toString() ?? ''}`,
  );
  const { output, cutOff } = await run(
    'sqlmap',
    [
      `-r ${file} --batch --dbms postgresql --level 1 --risk 1 --technique BEU --ignore-code 401,404 --timeout 20 --retries 1`,
      '--ignore-stdin --threads 1 --flush-session --disable-coloring --skip-waf',
      // The token proves that the form is ours; without it nothing behind it would be reached.
      `--param-exclude ^_csrf$ --output-dir ${join(folder, 'sqlmap')}`,
    ]
      .join(' ')
      .split(' '),
    seconds,
  );
  return {
    cutOff,
    findings: lines(output, /^(Parameter: .*|.*is vulnerable.*)$/gmu),
    tested: lines(output, /testing (?:if|for SQL injection on) ((?:\(custom\) )?\w+ parameter '[^']*')/gu),
  };
}

interface WapitiReport {
  readonly vulnerabilities: Readonly<
    Record<
      string,
      readonly {
        readonly method: string;
        readonly path: string;
        readonly info: string;
        readonly parameter: string | null;
      }[]
    >
  >;
}

/** Modules for holes of a running program. What is about headers is tested by our own tests, over https too. */
const MODULES = 'sql,blindsql,xss,permanentxss,redirect,exec,file,crlf';

/** wapiti over a whole site, from some of its pages on, with somebody's cookies. */
export async function wapiti(
  folder: string,
  origin: string,
  site: { readonly from: readonly string[]; readonly cookie: string },
  seconds: number,
): Promise<Run> {
  const report = join(folder, `wapiti-${randomUUID()}.json`);
  const { output } = await run(
    'wapiti',
    [
      ...`-u ${origin}/ --scope domain -m ${MODULES} -f json -o ${report} --no-bugreport --flush-session`.split(
        ' ',
      ),
      ...`--skip _csrf -d 4 --max-files-per-dir 12 --max-links-per-page 40 -t 20`.split(' '),
      ...`--max-scan-time ${Math.floor(seconds / 4)} --max-attack-time ${Math.floor(seconds / 10)}`.split(
        ' ',
      ),
      ...`--store-session ${join(folder, 'wapiti')}`.split(' '),
      ...site.from.flatMap((path) => ['-s', `${origin}${path}`]),
      ...(site.cookie === '' ? [] : ['-H', `Cookie: ${site.cookie}`]),
    ],
    seconds + 60,
  );
  const { vulnerabilities } = JSON.parse(
    await readFile(report, 'utf8').catch(() => '{}'),
  ) as Partial<WapitiReport>;
  if (!vulnerabilities) throw new Error(`wapiti gave no report:\n${output.slice(-3000)}`);
  return {
    findings: Object.entries(vulnerabilities).flatMap(([kind, found]) =>
      found.map(
        ({ method, path, parameter, info }) => `${kind}: ${method} ${path} ${parameter ?? ''}: ${info}`,
      ),
    ),
    tested: lines(output, /Launching module (\w+)/gu),
  };
}
