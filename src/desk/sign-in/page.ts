import type { FieldFault, Words } from '../../ground/index.ts';
import { demoPassword } from '../../people/index.ts';
import {
  button,
  buttonRow,
  columns,
  deskWords,
  errorOf,
  errorSummary,
  folded,
  form,
  hiddenField,
  html,
  linkButton,
  notice,
  pageHeading,
  panel,
  passwordField,
  section,
  textField,
} from '../../ui/index.ts';
import type { Content, Html, Lang } from '../../ui/index.ts';
import type { DemoGovernment } from './demo-officials.ts';
import { signInWords } from './words.ts';

export interface SignInPage {
  readonly lang: Lang;
  readonly csrf: string;
  readonly username: string;
  /** Where to go afterwards. */
  readonly returnTo: string;
  readonly faults: readonly FieldFault[];
  /** What has just happened: signed out (perhaps not at the provider), or too late with the code. */
  readonly said: 'out' | 'out-here' | 'over' | 'not-kept' | null;
  /** Why signing in through the provider did not work. */
  readonly problem: Words | null;
  /** Name of the provider one may sign in through instead. */
  readonly provider: string | null;
  /** Example officials to choose from; null outside the demo. */
  readonly demo: readonly DemoGovernment[] | null;
}

/** The inside of the sign-in page. */
export function signInPage(props: SignInPage): Content {
  const { lang, faults } = props;
  const words = deskWords[lang].signIn;
  const main = [
    errorSummary({ lang, faults, kept: signInWords[lang].kept }),
    saidNotice(props),
    problemNotice(props),
    props.provider === null ? signInForm(props) : section({ children: signInForm(props) }),
    providerPart(props),
  ];
  const heading = pageHeading({ title: words.title });
  return props.demo
    ? columns({ main: [heading, main], side: demoPanel(props, props.demo) })
    : html`<div class="narrow">${heading}${main}</div>`;
}

function saidNotice({ lang, said, provider }: SignInPage): Content {
  if (said === null) return null;
  const words = signInWords[lang];
  if (said === 'over')
    return notice({ lang, kind: 'info', children: html`<p>${words.code.over}</p>`, announced: true });
  if (said === 'not-kept')
    return notice({ lang, kind: 'warning', children: html`<p>${words.notKept}</p>`, announced: true });
  const outThere =
    said === 'out-here' &&
    provider !== null &&
    html`<p>${words.provider.stillIn(provider)} <a href="/meja/masuk/penyedia/keluar">${words.provider.outThere(provider)}</a></p>`;
  const children = [html`<p>${words.out}</p>`, outThere];
  return notice({ lang, kind: 'success', children, announced: true });
}

const problemNotice = ({ lang, problem }: SignInPage): Content =>
  problem && notice({ lang, kind: 'error', children: html`<p>${problem[lang]}</p>`, announced: true });

/** The other way in: a link, since a form may not lead to another site. */
function providerPart({ lang, provider, returnTo }: SignInPage): Content {
  if (provider === null) return null;
  const words = signInWords[lang].provider;
  const href = `/meja/masuk/penyedia?ke=${encodeURIComponent(returnTo)}`;
  return section({
    title: words.title,
    children: buttonRow(linkButton({ label: words.button(provider), href, kind: 'quiet' })),
  });
}

function signInForm({ lang, csrf, username, returnTo, faults }: SignInPage): Html {
  const words = deskWords[lang].signIn;
  return form({
    lang,
    csrf,
    action: '/meja/masuk',
    children: [
      hiddenField('ke', returnTo),
      textField({
        lang,
        name: 'nama',
        label: words.user,
        value: username,
        width: 'long',
        autocomplete: 'username',
        spellcheck: false,
        maxLength: 200,
        error: errorOf(faults, 'nama', lang),
      }),
      passwordField({
        lang,
        name: 'sandi',
        label: words.password,
        error: errorOf(faults, 'sandi', lang),
      }),
      buttonRow(button({ label: words.submit })),
    ],
  });
}

function demoPanel({ lang, returnTo }: SignInPage, demo: readonly DemoGovernment[]): Html {
  const words = signInWords[lang];
  const groups = demo.map(({ name, officials }) =>
    folded({
      summary: name,
      children: html`<ul class="bullets">${officials.map(
        (official) =>
          html`<li><a href="/meja/masuk?nama=${official.username}&amp;ke=${encodeURIComponent(returnTo)}">${official.name}</a><br><span class="soft">${official.posts.map((post) => post[lang]).join(' · ')}</span></li>`,
      )}</ul>`,
    }),
  );
  return panel({
    title: words.demoTitle,
    children: [html`<p>${words.demoText(demoPassword)}</p>`, groups],
  });
}
