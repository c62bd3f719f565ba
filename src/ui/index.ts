/**
 * What people see: the frame of a page, components as pure functions of typed props, both languages' messages,
 * styles and small optional scripts. Knows no service and no request; a page is made by the room it belongs to.
 */
export { attrs, classes, escapeHtml, html, Html, nothing, raw } from './html.ts';
export type { Content } from './html.ts';
export { catalogue, LANGS, say } from './language.ts';
export type { Catalogue, Lang, Messages } from './language.ts';
