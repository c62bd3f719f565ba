import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

const isRoot = process.getuid?.() === 0;

/** A page of a test is gone before its scripts, and axe's, would have gained from what optimising them costs. */
const shortLived = '--js-flags=--no-maglev --no-turbofan';

/**
 * A Chromium with the safety of a real visitor's: sandbox on (unless root, where Chromium refuses it), web security
 * and site isolation untouched. `CHROME_PATH` names another browser. More `flags` only
 * to show what they would break. Close it when done.
 */
export async function openBrowser({
  flags = [],
}: { readonly flags?: readonly string[] } = {}): Promise<Browser> {
  const given = process.env['CHROME_PATH'];
  const unpacked = given ? null : unpackedChromium();
  return chromium.launch({
    executablePath: given ?? join(unpacked ?? '', 'chromium'),
    headless: true,
    chromiumSandbox: !isRoot && (Boolean(given) || userNamespacesAllowed()),
    args: ['--disable-gpu', '--font-render-hinting=none', shortLived, ...flags],
    env: unpacked ? browserEnvironment(unpacked) : undefined,
  });
}

/** The libraries and fonts that came with the browser, for machines that have none of their own. */
function browserEnvironment(folder: string): Record<string, string> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([, value]) => value !== undefined),
  );
  return {
    ...(inherited as Record<string, string>),
    LD_LIBRARY_PATH: join(folder, 'lib'),
    FONTCONFIG_PATH: folder,
  };
}

/** Where an ordinary user may not open a namespace, Chromium has no sandbox to offer and would not start. */
function userNamespacesAllowed(): boolean {
  try {
    execFileSync('unshare', ['--user', '--net', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Unpacks the browser once a machine and user. Several test files may try at the same time: each unpacks into a folder
 * of its own, and the first to rename it wins. (The package's own way writes in place, and a second process starts half a browser.)
 */
function unpackedChromium(): string {
  const packed = fileURLToPath(new URL('../../bin', import.meta.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(tmpdir(), `pendopo-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(target)) {
    assert.equal(statSync(target).uid, process.getuid?.() ?? 0, `${target} belongs to somebody else`);
    return target;
  }
  const fresh = mkdtempSync(`${target}.`);
  writeFileSync(join(fresh, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))));
  chmodSync(join(fresh, 'chromium'), 0o755);
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '-C', fresh], {
      input: brotliDecompressSync(readFileSync(join(packed, archive))),
    });
  }
  writeFileSync(join(fresh, 'fonts.conf'), fontsConfiguration(target));
  try {
    renameSync(fresh, target);
  } catch {
    rmSync(fresh, { recursive: true });
  }
  return target;
}

const fontsConfiguration = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">fonts</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const axeFile = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/** All rules; only what they find wrong is put together, and without paths to it, which nobody reads. */
const lookForFaults = `async function () {
  (0, eval)(this.axe);
  const { violations } = await axe.run({ resultTypes: ['violations'], selectors: false });
  return violations;
}`;

/**
 * Fails with every place at fault when axe-core, with no rule switched off, finds anything on the page as it stands. In a
 * window without scripts (`scripts: false`) too: for as long as axe looks they are allowed, the page's own having been skipped.
 */
export async function expectAccessible(page: Page, { scripts = true } = {}): Promise<void> {
  const violations = scripts ? await violationsOf(page) : await withScripts(page, () => violationsOf(page));
  assert.equal(
    violations.length,
    0,
    `${page.url()} is not accessible:\n${violations.map(described).join('\n')}`,
  );
}

/**
 * The page reads axe-core from its file, by a field that stands nowhere: half a megabyte sent through the debugger costs a third of
 * what looking does. Evaluated through the debugger nevertheless, so that the page's own Content-Security-Policy stays as it is.
 */
async function violationsOf(page: Page): Promise<readonly Violation[]> {
  const session = await sessionOf(page);
  const { result: field } = await session.send('Runtime.evaluate', {
    expression: "Object.assign(document.createElement('input'), { type: 'file' })",
  });
  const { objectId } = field;
  assert.ok(objectId);
  await session.send('DOM.setFileInputFiles', { objectId, files: [axeFile] });
  const onField = async (functionDeclaration: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await onField('async function () { this.axe = await this.files[0].text(); }');
  return (await onField(lookForFaults)) as readonly Violation[];
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

const sessionOf = (page: Page): Promise<CDPSession> =>
  sessions.getOrInsertComputed(page, () => page.context().newCDPSession(page));

async function withScripts<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const disable = (value: boolean): Promise<unknown> =>
    session.send('Emulation.setScriptExecutionDisabled', { value });
  try {
    // A session only passes on what changes for it: it must have forbidden them before it can allow them.
    await disable(true);
    await disable(false);
    return await look();
  } finally {
    await disable(true);
    await session.detach();
  }
}

const described = ({ id, help, nodes }: Violation): string =>
  `- ${id}: ${help}\n${nodes.map((node) => `    ${node.html}\n      ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`).join('\n')}`;
