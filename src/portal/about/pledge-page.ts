/** The service pledge of a government, with the promises it stands on. */
import type { Government, Service } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise } from '../../working-time/index.ts';
import { bullets, directory, html, pageHeading, paragraphs, section } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { channelLine } from '../../web/index.ts';
import { feeShort } from '../front/brief.ts';
import { aboutWords } from '../words/about.ts';

/** The inside of the pledge page (UU 25/2009 art. 22). */
export function pledgePage(government: Government, services: readonly Service[], lang: Lang): Html {
  const words = aboutWords[lang].pledge;
  const promises = directory(
    services.map((service) => ({
      title: service.title[lang],
      href: `/${government.id}/layanan/${service.id}`,
      fact: describePromise(runningPromise(service), lang),
      text: feeShort(service, lang),
    })),
  );
  const channels = government.contacts.filter(({ value }) => value !== undefined);
  return html`${pageHeading({ above: government.office.name, title: words.title })}<blockquote>${paragraphs(government.pledge[lang])}</blockquote><p class="soft">${words.law}</p>${section(
    { title: words.services, children: promises },
  )}${section({
    title: words.complaints,
    children: bullets(channels.map((channel) => channelLine(channel, lang))),
  })}`;
}
