/** What happens to people's data at a government (UU 27/2022 art. 21). */
import type { Government } from '../../standard/index.ts';
import { bullets, html, narrow, pageHeading, pairs, section } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { aboutWords } from '../words/about.ts';

/** The inside of the page on personal data. */
export function privacyPage({ privacy }: Government, lang: Lang): Html {
  const words = aboutWords[lang].privacy;
  const text = (title: string, content: string): Html =>
    section({ title, children: html`<p>${content}</p>` });
  return narrow(
    pageHeading({ title: words.title, lead: words.lead }),
    section({ title: words.what, children: bullets(words.whatItems) }),
    text(words.why, words.whyText),
    text(words.who, words.whoText),
    text(words.retention, privacy.retention[lang]),
    section({ title: words.rights, children: bullets(words.rightsItems) }),
    text(words.cookies, words.cookiesText),
    section({
      title: words.contact,
      children: pairs([
        { term: words.controller, value: privacy.controller },
        { term: words.officer, value: privacy.officer },
      ]),
    }),
  );
}
