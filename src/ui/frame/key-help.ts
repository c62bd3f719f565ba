import { html, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';

/** The keys of a list, with a way to turn them off; shown by the script where there is a list. */
export function keyHelp(lang: Lang): Html {
  const { keys } = common[lang];
  const lines = [
    ['j', keys.down],
    ['k', keys.up],
    ['Enter', keys.open],
    ['/', keys.search],
    ['?', keys.help],
  ].map(([pressed, does]) => html`<li><kbd>${pressed}</kbd> ${does}</li>`);
  return html`<details class="folded keys screen-only" data-keys hidden><summary>${keys.title}</summary><div class="folded-inside"><ul role="list">${lines}</ul><button type="button" class="button button-quiet" data-off="${keys.off}" data-on="${keys.on}">${keys.off}</button></div></details>`;
}
