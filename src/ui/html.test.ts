import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { attrs, classes, escapeHtml, html, nothing, raw, safeAddress, type Content } from './html.ts';

test('text is escaped, nested markup and arrays pass, nothing shows nothing', () => {
  const cases: [Content, string][] = [
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ["' onload='x", '&#39; onload=&#39;x'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    [html`<b>${'<'}</b>`, '<b>&lt;</b>'],
    [['<', html`<i></i>`, ['&', null]], '&lt;<i></i>&amp;'],
    [null, ''],
    [undefined, ''],
    [false, ''],
    [true, ''],
    [0, '0'],
    [10n, '10'],
    ['', ''],
    [nothing, ''],
    [raw('<hr>'), '<hr>'],
  ];
  for (const [value, expected] of cases) assert.equal(html`<p>${value}</p>`.toString(), `<p>${expected}</p>`);
});

test('an object that only looks like markup is refused by type and shown as no markup', () => {
  const forged = { toString: () => '<script>' } as unknown as Content;
  assert.throws(() => html`<p>${forged}</p>`);
});

test('attributes are escaped and cannot be left', () => {
  const value = '" onmouseover="alert(1)';
  assert.equal(
    html`<a title="${value}">x</a>`.toString(),
    '<a title="&quot; onmouseover=&quot;alert(1)">x</a>',
  );
  assert.throws(() => html`<a title="${html`<b></b>`}">x</a>`);
});

test('addresses with a scheme that runs code lead nowhere', () => {
  const bad = [
    'javascript:alert(1)',
    ' JaVaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'javascript&colon;x:y',
  ];
  for (const address of bad) {
    assert.equal(html`<a href="${address}">x</a>`.toString(), '<a href="about:invalid">x</a>', address);
    assert.equal(attrs({ href: address }).toString(), ' href="about:invalid"', address);
  }
  const good = [
    '/klaten?a=b:c',
    '#f-ram',
    '?lang=en',
    'https://a.example/',
    'mailto:a@b.example',
    'tel:+62272',
    'a/b:c',
    '',
  ];
  for (const address of good) assert.equal(safeAddress(address), address);
});

test('the scheme is checked only where an address begins', () => {
  assert.equal(html`<a href="/x/${'a:b'}">x</a>`.toString(), '<a href="/x/a:b">x</a>');
});

test('places that cannot be made safe are refused', () => {
  const value = 'x';
  const bad: (() => unknown)[] = [
    () => html`<a href=${value}>x</a>`,
    () => html`<a title='${value}'>x</a>`,
    () =>
      html`<script>
        ${value};
      </script>`,
    () =>
      html`<style>
        ${value}
      </style>`,
    () => html`<!-- ${value} -->`,
    () => html`<a onclick="${value}">x</a>`,
    () => html`<a style="${value}">x</a>`,
    () => html`<${attrs({ id: value })}></${attrs({ id: value })}>`,
    () => html`<p ${value}>x</p>`,
    () => html`<p>${attrs({ id: value })}</p>`,
    () => attrs({ onclick: value }),
    () => attrs({ 'a b': value }),
    () => attrs({ style: value }),
  ];
  for (const make of bad) assert.throws(make, make.toString());
});

test('attrs and classes leave out what does not apply', () => {
  const some = attrs({
    id: 'a"b',
    hidden: true,
    disabled: false,
    title: undefined,
    class: classes('x', false, 'y'),
    'data-n': 0,
  });
  assert.equal(html`<p${some}></p>`.toString(), '<p id="a&quot;b" hidden class="x y" data-n="0"></p>');
  assert.equal(classes(false, undefined), undefined);
});

test('no text whatever brings markup or leaves its attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = escapeHtml(text);
      assert.doesNotMatch(escaped, /[<>"']/);
      assert.doesNotMatch(escaped, /&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});
