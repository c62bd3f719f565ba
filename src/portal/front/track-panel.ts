import { panel, publicWords, searchForm } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { frontWords } from '../words/front.ts';

/** For those who have applied: the number leads to the tracking form, which asks for the key. */
export function trackPanel(lang: Lang, action: string): Html {
  const words = publicWords[lang];
  return panel({
    title: words.catalogue.haveNumber,
    children: searchForm({
      lang,
      action,
      name: 'nomor',
      label: words.catalogue.numberHint,
      placeholder: 'KLT-2026-7F3K9Q',
      button: frontWords[lang].front.track,
      kind: 'quiet',
    }),
  });
}
