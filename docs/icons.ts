/**
 * Makes the icons and the picture for shared links that cannot be drawn by the browser of whoever sees them:
 * `node docs/icons.ts` writes src/ui/icons/. To be run again when the crest, the roof or the house's own colour changes.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { accessibleAccent, favicon } from '../src/ui/index.ts';
import { openBrowser } from '../test/support/browser.ts';

const target = fileURLToPath(new URL('../src/ui/icons/', import.meta.url));
const { accent } = accessibleAccent('#0f6a57').light;
const drawing = favicon('P', accent);
const font = fileURLToPath(
  import.meta
    .resolve('@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2'),
);

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly body: string;
  readonly transparent?: boolean;
}

/** Whatever is drawn, as PNG. */
async function shot(browser: Browser, { width, height, body, transparent }: Picture): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  const face = `@font-face{font-family:J;font-weight:200 800;src:url(data:font/woff2;base64,${readFileSync(font).toString('base64')})}`;
  await page.setContent(
    `<style>${face}*{margin:0}body{width:${width}px;height:${height}px;font-family:J}svg{display:block}</style>${body}`,
  );
  await page.evaluate('document.fonts.ready');
  const picture = await page.screenshot({ omitBackground: transparent ?? false });
  await page.close();
  return picture;
}

const icon = (size: number): string => drawing.replace('<svg ', `<svg width="${size}" height="${size}" `);

/** An .ico file holds one PNG behind a directory of one entry. */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const share = `<body style="background:#faf8f4;color:#1e1c18"><div style="padding:120px 110px 0;display:flex;gap:48px;align-items:center">${icon(190)}<div><p style="font-weight:800;font-size:104px;letter-spacing:-.02em">Pendopo</p><p style="font-size:40px;color:#5c584f">Layanan pemerintah daerah,<br>dengan waktu selesai yang dijanjikan</p></div></div><svg style="position:absolute;bottom:70px" width="1200" height="70" viewBox="1800 0 1200 26" preserveAspectRatio="none"><path fill="${accent}" d="M0 26v-3h2200l124-6 36-15h80l36 15 124 6h2200v3z"/></svg><div style="position:absolute;bottom:0;height:71px;width:1200px;background:${accent}"></div>`;

const browser = await openBrowser();
try {
  const small = await shot(browser, { width: 32, height: 32, body: icon(32), transparent: true });
  await writeFile(`${target}favicon.ico`, ico(small, 32));
  const touch = `<body style="background:#faf8f4"><div style="padding:20px">${icon(140)}</div>`;
  await writeFile(`${target}touch-icon.png`, await shot(browser, { width: 180, height: 180, body: touch }));
  await writeFile(`${target}share.png`, await shot(browser, { width: 1200, height: 630, body: share }));
} finally {
  await browser.close();
}
