/** Reaching the applicant, and recording that somebody tried: links with a written message, and the contact log. */
import { contactChannels, contactOutcomes } from '../request/index.ts';
import { applicantOf } from '../standard/index.ts';
import { button, buttonRow, choiceField, errorOf, folded, html, soft, textArea } from '../ui/index.ts';
import type { Content, Html } from '../ui/index.ts';
import { mailAddress, phoneAddress, whatsAppAddress } from '../web/index.ts';
import { actionForm } from './action-form.ts';
import { valuesOf } from './read-action.ts';
import type { RequestPage } from './request-context.ts';
import { pageWords } from './words.ts';

/** For whoever may act on the request; overseers reach nobody. */
export function contactPart(page: RequestPage): Content {
  if (!page.view.offers.some(({ action }) => action === 'contact')) return null;
  return [reachLinks(page), contactForm(page)];
}

/**
 * What the applicant is told, in the language they asked for: number, state, and where to follow it. A message on somebody's
 * telephone is read by others, so it has no name and no answer in it, and never the tracking key.
 */
export function newsOf({ view, publicUrl }: Pick<RequestPage, 'view' | 'publicUrl'>): string {
  const { government, state, newsLang: lang } = view;
  const words = pageWords[lang].request;
  const address = `${publicUrl}/${government.id}/permohonan/${state.number}`;
  return words.news(government.office.shortName[lang], state.number, words.newsState[state.status], address);
}

function reachLinks(page: RequestPage): Content {
  const { view, lang } = page;
  const words = pageWords[lang].request;
  const { phone, email } = applicantOf(view.service.value, view.answers);
  if (phone === null && email === null) return null;
  const news = newsOf(page);
  const subject = `${pageWords[view.newsLang].request.number} ${view.state.number}`;
  return [
    html`<h3>${words.reach}</h3>`,
    buttonRow(
      phone !== null && awayLink(words.byWhatsApp, whatsAppAddress(phone, news)),
      phone !== null && awayLink(words.byPhone, phoneAddress(phone)),
      email !== null && awayLink(words.byMail, mailAddress(email, subject, news)),
    ),
    html`<p>${soft(words.reachText)}</p>`,
  ];
}

/** Leads to another program, so that what is being typed here stays. */
const awayLink = (label: string, href: string): Html =>
  html`<a class="button button-quiet" href="${href}" target="_blank" rel="noopener noreferrer">${label}</a>`;

function contactForm(page: RequestPage): Html {
  const { lang, posted, faults, tried } = page;
  const words = pageWords[lang].act;
  const first = (name: string): string => valuesOf(posted, name)[0] ?? '';
  return folded({
    summary: words.contact,
    id: 'bentuk-contact',
    open: tried === 'contact',
    children: actionForm(page, {
      action: 'contact',
      children: [
        choiceField({
          lang,
          name: 'contact.channel',
          label: words.contactBy,
          value: first('contact.channel'),
          error: errorOf(faults, 'contact.channel', lang),
          options: contactChannels.map((value) => ({ value, label: words.channels[value] })),
        }),
        choiceField({
          lang,
          name: 'contact.outcome',
          label: words.contactOutcome,
          value: first('contact.outcome'),
          error: errorOf(faults, 'contact.outcome', lang),
          options: contactOutcomes.map((value) => ({ value, label: words.outcomes[value] })),
        }),
        textArea({
          lang,
          name: 'contact.text',
          label: words.contactText,
          hint: words.contactHint,
          optional: true,
          rows: 3,
          maxLength: 8000,
          value: first('contact.text'),
          error: errorOf(faults, 'contact.text', lang),
        }),
        buttonRow(button({ label: words.contact, kind: 'quiet' })),
      ],
    }),
  });
}
