import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { accentStyle, accessibleAccent, GROUNDS, type AccentScheme } from './accent.ts';
import { contrast, fromOklch, readHex, toOklch } from './colour.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast as in the examples of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
  assert.equal(contrast('#ff0000', '#ffffff').toFixed(2), '4.00');
});

test('a colour goes to OKLCH and back', () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const there = readHex(colour);
      const back = readHex(fromOklch(toOklch(colour)));
      for (const [at, value] of there.entries())
        assert.ok(Math.abs(value - (back[at] ?? 9)) <= 2 / 255, colour);
    }),
  );
});

test('OKLCH values as published by its author', () => {
  const white = toOklch('#ffffff');
  assert.ok(Math.abs(white.lightness - 1) < 1e-3 && white.chroma < 1e-3);
  const red = toOklch('#ff0000');
  assert.ok(Math.abs(red.lightness - 0.628) < 1e-3 && Math.abs(red.chroma - 0.2577) < 1e-3);
});

function expectReadable(
  scheme: AccentScheme,
  grounds: { readonly paper: string; readonly card: string },
): void {
  const pairs: (readonly [string, string])[] = [
    [scheme.onAccent, scheme.accent],
    ...[scheme.accent, scheme.accentInk].flatMap((text) =>
      [grounds.paper, grounds.card, scheme.accentWash].map((ground) => [text, ground] as const),
    ),
  ];
  for (const [text, ground] of pairs) assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}`);
}

test('whatever a government chooses, every text in it and on it holds AA, in light and in dark', () => {
  fc.assert(
    fc.property(hex, (chosen) => {
      const { light, dark } = accessibleAccent(chosen);
      expectReadable(light, GROUNDS.light);
      expectReadable(dark, GROUNDS.dark);
    }),
    {
      numRuns: 500,
      examples: [['#000000'], ['#ffffff'], ['#ffff00'], ['#0000ff'], ['#00ff00'], ['#808080']],
    },
  );
});

test('a colour that holds already is kept', () => {
  for (const chosen of ['#0f6a57', '#1e3a8a', '#9f1d1d'])
    assert.equal(accessibleAccent(chosen).light.accent, chosen);
});

test('the hue stays: a corrected yellow is no green and no red', () => {
  const chosen = '#ffd700';
  const { light } = accessibleAccent(chosen);
  assert.ok(Math.abs(toOklch(light.accent).hue - toOklch(chosen).hue) < 0.1);
});

test('what is no colour is refused, also before it could reach a style sheet', () => {
  for (const bad of ['red', '#fff', '#12345g', '#0f6a57;}</style>', ''])
    assert.throws(() => accessibleAccent(bad), RangeError);
  const { light, dark } = accessibleAccent('#0f6a57');
  const forged = { light: { ...light, accent: '</style><script>' }, dark };
  assert.throws(() => accentStyle(forged, 'n'), TypeError);
  assert.match(
    accentStyle({ light, dark }, '"><script>').toString(),
    /^<style nonce="&quot;&gt;&lt;script&gt;">/,
  );
});

const tokens = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');
const [lightTokens = '', darkTokens = ''] = tokens.split('prefers-color-scheme: dark');
const token = (css: string, name: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? '';

test('the style sheet stands on the grounds the accent was reckoned for', () => {
  for (const name of ['paper', 'card'] as const) {
    assert.equal(token(lightTokens, name), GROUNDS.light[name]);
    assert.equal(token(darkTokens, name), GROUNDS.dark[name]);
  }
});

test('the fixed colours hold AA on every ground they are used on, borders of controls hold 3 : 1', () => {
  for (const css of [lightTokens, darkTokens]) {
    const on = (text: string, ...grounds: string[]): void => {
      for (const ground of grounds) {
        const least = text === 'line-strong' ? 3 : 4.5;
        assert.ok(contrast(token(css, text), token(css, ground)) >= least, `${text} on ${ground}`);
      }
    };
    on('ink', 'paper', 'card', 'hover', 'late-wash', 'soon-wash', 'ok-wash', 'line', 'accent-wash');
    on('soft', 'paper', 'card', 'hover', 'accent-wash');
    on('late', 'paper', 'card', 'late-wash');
    on('soon', 'card', 'soon-wash');
    on('ok', 'card', 'ok-wash');
    on('on-danger', 'danger');
    on('on-accent', 'accent');
    on('line-strong', 'paper', 'card');
  }
  assert.ok(contrast(token(lightTokens, 'focus-ink'), token(lightTokens, 'focus')) >= 4.5);
});
