/** The rules of the house (docs/architecture.md): which room may import which, and what stays pure. */
import type { Import } from './imports.ts';

/**
 * Rooms from the ground up; each may import the rooms named, at their door. A room that is not named here may import
 * nothing and be imported by nobody.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  ground: [],
  'working-time': [],
  platform: ['ground'],
  ui: ['ground'],
  standard: ['ground', 'working-time', 'platform'],
  people: ['ground', 'platform', 'standard'],
  request: ['ground', 'working-time', 'platform', 'standard', 'people'],
  product: ['ground', 'working-time', 'platform', 'standard', 'people', 'request'],
  visits: ['ground', 'working-time', 'platform', 'standard', 'request'],
  web: ['ground', 'working-time', 'platform', 'ui', 'standard', 'people', 'request', 'product'],
  portal: [
    'ground',
    'working-time',
    'platform',
    'ui',
    'standard',
    'people',
    'request',
    'product',
    'visits',
    'web',
  ],
  desk: [
    'ground',
    'working-time',
    'platform',
    'ui',
    'standard',
    'people',
    'request',
    'product',
    'visits',
    'web',
  ],
  api: ['ground', 'working-time', 'platform', 'ui', 'standard', 'people', 'request', 'product', 'web'],
  generate: ['ground', 'working-time', 'platform', 'standard', 'people', 'request'],
  cli: ['ground', 'working-time', 'platform', 'standard', 'people', 'request', 'product', 'generate', 'main'],
};

/** Files at the top of src: they put rooms together, so they may import all of them, and each other. */
const TOP = 'main';

/** A room's doors: its index; of the standard also its model for pure rules, and the reading of decrees, which needs no database. */
const doors = (room: string): readonly string[] => [
  `src/${room}/index.ts`,
  ...(room === 'standard' ? ['src/standard/model.ts', 'src/standard/import/index.ts'] : []),
];

/** Files that compute and touch nothing: neither they nor what they import may reach the outside. */
export const pureFiles: readonly RegExp[] = [
  /^src\/ground\//,
  /^src\/working-time\//,
  /^src\/standard\/(model|answers|calendar|drafting|print)(\/|\.ts$)/,
  /^src\/request\/model\//,
  /^src\/request\/(timeline|letters|contact)\.ts$/,
  /^src\/people\/chart\.ts$/,
  /^src\/visits\/(counters|standing)\.ts$/,
  /^src\/product\/delivering\/machine\.ts$/,
  /^src\/platform\/journal\//,
];

/** Packages without input or output. All others make a file impure. */
const purePackages = new Set(['zod', 'yaml', 'node:crypto']);

export const roomOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? TOP;

const isPure = (file: string): boolean => pureFiles.some((pattern) => pattern.test(file));
const say = (entry: Import, what: string): string =>
  `${entry.from}:${entry.line} imports ${entry.to}: ${what}`;

/** Everything in these imports that breaks a rule, in words with file and line. */
export function brokenRules(imports: readonly Import[]): readonly string[] {
  return [...imports.flatMap(directionFaults), ...purityFaults(imports), ...cycles(imports)];
}

function directionFaults(entry: Import): readonly string[] {
  const [from, to] = [roomOf(entry.from), roomOf(entry.to)];
  if (entry.package || from === to || from === TOP) return [];
  const allowed = rooms[from]?.includes(to) ?? false;
  if (!allowed) return [say(entry, `"${from}" may not import "${to}"`)];
  const atDoor = to === TOP || doors(to).includes(entry.to);
  return atDoor ? [] : [say(entry, `rooms meet only at a door (${doors(to).join(', ')})`)];
}

/** Impure packages that a pure file reaches, with the way there. */
function purityFaults(imports: readonly Import[]): readonly string[] {
  const running = Map.groupBy(
    imports.filter((entry) => !entry.typeOnly),
    (entry) => entry.from,
  );
  return [...running.keys()].filter(isPure).flatMap((file) => {
    const way = wayOut(file, running, new Set());
    return way ? [`${file} must be pure, but reaches ${way.join(' → ')}`] : [];
  });
}

function wayOut(
  file: string,
  running: ReadonlyMap<string, readonly Import[]>,
  seen: Set<string>,
): readonly string[] | null {
  seen.add(file);
  for (const entry of running.get(file) ?? []) {
    if (entry.package && !purePackages.has(entry.to)) return [entry.to];
    if (entry.package || seen.has(entry.to)) continue;
    const further = wayOut(entry.to, running, seen);
    if (further) return [entry.to, ...further];
  }
  return null;
}

/** Every cycle of files, also one that only types make: such files are one file that was torn. */
function cycles(imports: readonly Import[]): readonly string[] {
  const next = Map.groupBy(
    imports.filter((entry) => !entry.package),
    (entry) => entry.from,
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push(`cycle: ${[...path.slice(at), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const entry of next.get(file) ?? []) walk(entry.to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
