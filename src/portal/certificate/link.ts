/** What the tracking page says of a trial certificate: how it stands now, and the way to its page. */
import { html, linkButton, notice } from '../../ui/index.ts';
import type { Html } from '../../ui/index.ts';
import type { OpenTracked } from '../tracking/open-tracked.ts';
import { certificateWords } from '../words/certificate.ts';
import type { OwnedCertificate } from './owned.ts';
import { certificatePage } from './paths.ts';

export function certificateLink(open: OpenTracked, { standing }: OwnedCertificate): Html {
  const { lang } = open;
  const words = certificateWords[lang];
  return notice({
    lang,
    kind: standing === 'waiting' ? 'warning' : 'info',
    title: `${words.title}: ${words.standing[standing]}`,
    children: html`<p>${linkButton({ label: words.toPage[standing], href: certificatePage(open), kind: 'quiet' })}</p>`,
  });
}
