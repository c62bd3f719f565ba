/** The owner's page of a trial certificate: how it stands, its passphrase, and trying it out. */
import type { FieldFault } from '../../ground/index.ts';
import { MAX_FILE_BYTES } from '../../platform/index.ts';
import { TRIAL_MARK, trialPaths } from '../../product/index.ts';
import {
  bullets,
  button,
  errorOf,
  errorSummary,
  fileField,
  form,
  formatFileSize,
  html,
  narrow,
  notice,
  pageHeading,
  pairs,
  passwordField,
  section,
} from '../../ui/index.ts';
import type { Content, Html } from '../../ui/index.ts';
import { instantWords } from '../moment.ts';
import type { OpenTracked } from '../tracking/open-tracked.ts';
import { certificateWords } from '../words/certificate.ts';
import type { OwnedCertificate, Standing } from './owned.ts';
import { AGAIN, PASSPHRASE } from './passphrase.ts';
import { certificatePage, ownFile } from './paths.ts';
import { PDF } from './signing-form.ts';

export interface CertificatePageProps {
  readonly open: OpenTracked;
  readonly owned: OwnedCertificate;
  readonly faults: readonly FieldFault[];
  /** The passphrase was chosen a moment ago. */
  readonly activated: boolean;
}

type Part = (props: CertificatePageProps) => Content;

const parts: Readonly<Record<Standing, Part>> = {
  waiting: chooseForm,
  active: (props) => [signForm(props), toVerify(props)],
  ended: (props) => [no(props, 'ended'), toVerify(props)],
  revoked: (props) => [no(props, 'revoked'), toVerify(props)],
};

/** The inside of the page. */
export function ownersPage(props: CertificatePageProps): Html {
  const { open, owned, faults, activated } = props;
  const { lang, view } = open;
  const words = certificateWords[lang];
  const kept = owned.standing === 'waiting' ? words.typeAgain : words.notKept;
  return narrow(
    errorSummary({ lang, faults, kept }),
    activated && notice({ lang, kind: 'success', children: words.activated, announced: true }),
    pageHeading({ above: view.service.value.title[lang], title: words.title }),
    notice({ lang, kind: 'warning', title: TRIAL_MARK, children: words.trialText }),
    facts(props),
    parts[owned.standing](props),
  );
}

function facts({ open, owned: { certificate, standing } }: CertificatePageProps): Html {
  const { lang, moment } = open;
  const words = certificateWords[lang];
  const at = (instant: string): string => instantWords(instant, moment, lang);
  const known = [
    { term: words.facts.standing, value: html`<strong>${words.standing[standing]}</strong>` },
    { term: words.facts.holder, value: certificate.holder },
    { term: words.facts.position, value: certificate.position },
    { term: words.facts.organisation, value: certificate.organisation },
    { term: words.facts.serial, value: html`<code>${certificate.serial}</code>` },
    { term: words.facts.from, value: at(certificate.notBefore) },
    { term: words.facts.until, value: at(certificate.notAfter) },
    { term: words.facts.revokedAt, value: certificate.revokedAt && at(certificate.revokedAt) },
  ];
  return pairs(known.filter(({ value }) => value !== null));
}

function chooseForm({ open, faults }: CertificatePageProps): Html {
  const { lang, request } = open;
  const words = certificateWords[lang];
  const field = { lang, autocomplete: 'new-password', width: 'long' } as const;
  return section({
    title: words.chooseTitle,
    children: html`<p>${words.chooseLead}</p>${form({
      lang,
      action: certificatePage(open, 'frasa-sandi'),
      csrf: request.csrfToken(),
      children: [
        passwordField({
          ...field,
          name: PASSPHRASE,
          label: words.newPassphrase,
          hint: words.newHint,
          error: errorOf(faults, PASSPHRASE, lang),
        }),
        passwordField({ ...field, name: AGAIN, label: words.again, error: errorOf(faults, AGAIN, lang) }),
        button({ label: words.choose }),
      ],
    })}`,
  });
}

function signForm({ open, faults }: CertificatePageProps): Html {
  const { lang, request } = open;
  const words = certificateWords[lang];
  const upload = fileField({
    lang,
    name: PDF,
    label: words.pdf,
    hint: words.pdfHint(formatFileSize(MAX_FILE_BYTES, lang)),
    accept: ['application/pdf'],
    kinds: words.pdfKinds,
    maxSize: MAX_FILE_BYTES,
    error: errorOf(faults, PDF, lang),
  });
  const passphrase = passwordField({
    lang,
    name: PASSPHRASE,
    label: words.passphrase,
    width: 'long',
    error: errorOf(faults, PASSPHRASE, lang),
  });
  return section({
    title: words.signTitle,
    children: html`<p>${words.signLead}</p><p>${words.forgot}</p>${form({
      lang,
      action: certificatePage(open, 'tanda-tangan'),
      csrf: request.csrfToken(),
      multipart: true,
      givesFile: true,
      children: [upload, passphrase, button({ label: words.sign })],
    })}`,
  });
}

const no = ({ open: { lang } }: CertificatePageProps, standing: 'ended' | 'revoked'): Html =>
  notice({ lang, kind: 'info', children: certificateWords[lang][standing] });

function toVerify({ open, owned }: CertificatePageProps): Html {
  const { lang, credentials } = open;
  const words = certificateWords[lang];
  const base = `/${credentials.government}`;
  return section({
    title: words.outTitle,
    children: bullets([
      ...(owned.certificate.certificate === null
        ? []
        : [html`<a href="${certificatePage(open, ownFile)}">${words.own}</a> (.crt)`]),
      html`<a href="${base}/${trialPaths.authority}">${words.authority}</a> (.crt)`,
      html`<a href="${base}/${trialPaths.list}">${words.list}</a> (.crl)`,
    ]),
  });
}
