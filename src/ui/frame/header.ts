import { attrs, html, type Content, type Html } from '../html.ts';
import type { Lang } from '../language.ts';
import { common } from '../messages/common.ts';
import { csrfField } from '../components/form.ts';
import { crest, roof } from './crest.ts';

export interface NavLink {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
  readonly count?: number;
}

/** The official (or citizen) who is signed in. */
export interface SignedIn {
  readonly name: string;
  /** "Kepala Bidang Informatika", "Plt. …". */
  readonly post?: string;
  readonly accountHref?: string;
  readonly signOutAction: string;
  readonly csrf: string;
}

export interface HeaderProps {
  readonly lang: Lang;
  readonly site: {
    readonly name: string;
    readonly government?: string;
    readonly initial: string;
    readonly homeHref: string;
  };
  readonly nav: readonly NavLink[];
  readonly languageHref: string;
  readonly signedIn?: SignedIn | null;
  readonly demo?: boolean;
}

/** Crest and names, main navigation, language, who is signed in; its lower edge is the roof. */
export function header(props: HeaderProps): Html {
  const { site, lang } = props;
  const other = lang === 'id' ? 'en' : 'id';
  const words = common[lang].frame;
  const links = props.nav.map((link) => {
    const count = link.count !== undefined && html` <span class="nav-count">${link.count}</span>`;
    return html`<li><a${attrs({ href: link.href, 'aria-current': link.current ? 'page' : null })}>${link.label}${count}</a></li>`;
  });
  const nav =
    links.length > 0 &&
    html`<nav class="main-nav" aria-label="${words.mainNav}"><ul role="list">${links}</ul></nav>`;
  const language = html`<a class="language"${attrs({ href: props.languageHref, hreflang: other, lang: other, title: words.otherLanguageHint })}><span class="language-code">${other}</span> <span class="language-name">${words.otherLanguage}</span></a>`;
  const demo =
    props.demo &&
    html`<div class="demo"><p class="wrap"><strong>${words.demo}.</strong> ${words.demoExplained}</p></div>`;
  return html`<header class="top">${demo}<div class="wrap top-inside"><a class="brand" href="${site.homeHref}">${crest(site.initial)}<span class="brand-words"><span class="brand-name">${site.name}</span> <span class="brand-government">${site.government}</span></span></a>${nav}<div class="top-side">${signedIn(props)}${language}</div></div>${roof}</header>`;
}

function signedIn({ signedIn: who, lang }: HeaderProps): Content {
  if (!who) return null;
  const words = common[lang].frame;
  const name = who.accountHref ? html`<a href="${who.accountHref}">${who.name}</a>` : who.name;
  const post = who.post && html`<span class="who-post">${who.post}</span>`;
  return html`<div class="who"><p><span class="unseen">${words.signedInAs} </span><span class="who-name">${name}</span> ${post}</p><form method="post" action="${who.signOutAction}">${csrfField(who.csrf)}<button class="link-button" type="submit">${words.signOut}</button></form></div>`;
}
