/** The service pledge of a government, with the promises it stands on. */
import type { Government, Service } from '../../standard/index.ts';
import { runningPromise } from '../../request/index.ts';
import { describePromise } from '../../working-time/index.ts';
import { bullets, directory, html, pageHeading, paragraphs, section } from '../../ui/index.ts';
import type { Html, Lang } from '../../ui/index.ts';
import { channelLine } from '../../web/index.ts';
import { feeShort } from '../front/brief.ts';
import { printWords } from '../words/print.ts';
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
  })}${section({ title: printWords[lang].all, children: printed(government, lang) })}`;
}

function printed({ id }: Government, lang: Lang): Html {
  const words = printWords[lang];
  const files = [
    ['maklumat-a4.pdf', words.posterA4],
    ['maklumat-a3.pdf', words.posterA3],
    ['standar-pelayanan.pdf', words.allPdf],
    ['standar-pelayanan.docx', words.allWord],
  ] as const;
  return bullets(files.map(([file, label]) => html`<a href="/${id}/${file}" download>${label}</a>`));
}
