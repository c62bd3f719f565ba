/** Sites as directories: one a domain, with a mark that says which delivery made it. */
import { lstat, mkdir, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { errorCode, makeDirectory, syncDirectory } from '../../../platform/index.ts';
import { readText, replaceFile } from '../../kept-files/index.ts';
import type { HostingPlan } from '../model.ts';
import { firstPage } from './first-page.ts';

const markName = '.pendopo.json';
const bytesOfGigabyte = 1024 ** 3;

/** Whoever serves or fills the site gets in by the rights of the directory above. */
const open = 0o775;

const Mark = z.object({ delivery: z.string(), account: z.string(), quotaGb: z.number() });
type Mark = z.infer<typeof Mark>;

/** `null`: there is no such directory. A directory without a mark that can be read is somebody else's. */
export type Site = { readonly mark: Mark | null; readonly whole: boolean } | null;

export async function readSite(directory: string): Promise<Site> {
  const what = await whatIs(directory);
  if (what === 'nothing') return null;
  // A link leads to what is not ours, whatever mark stands there.
  if (what === 'other') return { mark: null, whole: false };
  const read = Mark.safeParse(parsed(await readText(join(directory, markName))));
  return {
    mark: read.success ? read.data : null,
    whole: (await whatIs(join(directory, 'public'))) === 'directory',
  };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

export const markOf = ({ account, quotaGb }: HostingPlan, delivery: string): Mark => ({
  delivery,
  account,
  quotaGb,
});

/** Makes the site beside its place and moves it there in one step; fails when the place is taken meanwhile. */
export async function makeSite(directory: string, plan: HostingPlan, delivery: string): Promise<void> {
  const fresh = `${directory}.new`;
  // Under the lock nobody else makes one: it was left by a process that was killed.
  await rm(fresh, { recursive: true, force: true });
  await makeDirectory(join(fresh, '..'));
  await mkdir(join(fresh, 'public'), { recursive: true, mode: open });
  await writeFile(join(fresh, 'public', 'index.html'), firstPage(plan.domain), {
    flush: true,
    flag: 'wx',
  });
  await replaceFile(join(fresh, markName), markText(plan, delivery));
  await rename(fresh, directory);
  await syncDirectory(join(directory, '..'));
}

/** Puts right what was changed; what the owner has put into the site stays. */
export async function mendSite(directory: string, plan: HostingPlan, delivery: string): Promise<void> {
  await mkdir(join(directory, 'public'), { recursive: true, mode: open });
  await replaceFile(join(directory, markName), markText(plan, delivery));
}

const markText = (plan: HostingPlan, delivery: string): string =>
  `${JSON.stringify(markOf(plan, delivery))}\n`;

export interface Closing {
  readonly domain: string;
  readonly delivery: string;
  /** The last day of its files. */
  readonly until: Temporal.PlainDate;
}

const closedName = ({ domain, delivery, until }: Closing): string =>
  [domain, delivery, 'sampai', until.toString()].join('_');

/** Takes the site away from where it is served. Its files stay, in a place of their own. */
export async function closeSite(directory: string, closed: string, closing: Closing): Promise<void> {
  await makeDirectory(closed);
  await rename(directory, join(closed, closedName(closing)));
  await syncDirectory(closed);
  await syncDirectory(join(directory, '..'));
}

export interface Usage {
  readonly domain: string;
  /** Null: its owner closed a directory to us, which FTP and SFTP let them do. */
  readonly bytes: number | null;
  readonly quotaBytes: number;
}

/** How much each of our sites takes. */
export async function measureSites(sites: string, signal: AbortSignal): Promise<readonly Usage[]> {
  const usages: Usage[] = [];
  for (const domain of await readdir(sites).catch(() => [])) {
    const site = await readSite(join(sites, domain));
    if (!site?.mark) continue;
    const bytes = await findSize(join(sites, domain), signal);
    usages.push({ domain, bytes, quotaBytes: site.mark.quotaGb * bytesOfGigabyte });
  }
  return usages;
}

/** A site that was given back and whose files are still there. */
export interface ClosedUsage {
  /** As its directory is called. */
  readonly name: string;
  /** Null: somebody else's name, which says no day. */
  readonly until: string | null;
  readonly bytes: number | null;
}

/** How much the files of closed sites take: nobody serves them, and the disk holds them all the same. */
export async function measureClosed(closed: string, signal: AbortSignal): Promise<readonly ClosedUsage[]> {
  const usages: ClosedUsage[] = [];
  for (const name of await readdir(closed).catch(() => [])) {
    const until = /_sampai_(\d{4}-\d{2}-\d{2})$/.exec(name)?.[1] ?? null;
    usages.push({ name, until, bytes: await findSize(join(closed, name), signal) });
  }
  return usages;
}

/** The disk that the sites lie on; free is what is so for the service's own user. */
export async function diskOf(sites: string): Promise<{ readonly bytes: number; readonly freeBytes: number }> {
  const { bsize, blocks, bavail } = await statfs(sites);
  return { bytes: bsize * blocks, freeBytes: bsize * bavail };
}

/** Null: its owner closed a directory to us. */
const findSize = (directory: string, signal: AbortSignal): Promise<number | null> =>
  sizeOf(directory, signal).catch((error: unknown) => {
    if (errorCode(error) === 'EACCES') return null;
    throw error;
  });

async function sizeOf(directory: string, signal: AbortSignal): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    signal.throwIfAborted();
    // Links are not followed: what they lead to is not the site's.
    if (entry.isFile()) bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

async function whatIs(path: string): Promise<'nothing' | 'directory' | 'other'> {
  try {
    return (await lstat(path)).isDirectory() ? 'directory' : 'other';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
}
