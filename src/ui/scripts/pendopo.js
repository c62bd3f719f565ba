// Conveniences only: every page works without this file.

/** What is sent over a slow line is told in percent from here on, in bytes. */
const LARGE = 100_000;

/** Everything that hangs on what stands on the page; once more for a page that came as the answer to files. */
function enliven() {
  sendOnce();
  watchChanges();
  refuseLarge();
  previewFiles();
  narrowLists();
  offerButtons();
  offerCopying();
  followLive();
  offerKeys();
  goBack();
}

// A second press of the button sends nothing twice; the server would notice, but people should not have to wait for it.
function sendOnce() {
  for (const form of document.querySelectorAll('form[data-once]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent || isHeld()) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'yes';
      form.dataset.changed = '';
      event.submitter?.setAttribute('aria-disabled', 'true');
      form.querySelector('.cut')?.remove();
      const told = tellWorking(form, event.submitter);
      if (form.dataset.cancel && bytesOf(form) >= LARGE) sendTelling(event, form, told);
    });
  }
}

function watchChanges() {
  for (const form of document.querySelectorAll('form[data-ask-before-leaving]')) {
    form.addEventListener('input', () => {
      form.dataset.changed = 'yes';
    });
  }
}

// A file that is too large is told before it is sent over a slow line.
function refuseLarge() {
  for (const input of document.querySelectorAll('input[type=file][data-max-size]')) {
    input.addEventListener('change', () => {
      const tooLarge = [...input.files].some((file) => file.size > Number(input.dataset.maxSize));
      const id = `${input.id}-too-large`;
      document.getElementById(id)?.remove();
      if (!tooLarge) return;
      const words = document.createElement('p');
      words.id = id;
      words.className = 'field-error';
      words.setAttribute('role', 'alert');
      words.textContent = input.dataset.tooLarge;
      input.before(words);
      input.value = '';
    });
  }
}

// A file is looked at beside the form that it is about; where the browser cannot show it, the link opens a tab.
function previewFiles() {
  for (const link of document.querySelectorAll('a[data-preview]')) {
    const label = link.querySelector('[data-label]');
    const { preview, name, close } = link.dataset;
    if (preview === 'pdf' && navigator.pdfViewerEnabled === false) continue;
    const open = label.textContent;
    let shown = null;
    link.querySelector('[data-new-tab]').remove();
    link.setAttribute('aria-expanded', 'false');
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (shown) shown.remove();
      shown = shown ? null : viewerOf(preview, link.href, name);
      if (shown) link.closest('.file').after(shown);
      label.textContent = shown ? close : open;
      link.setAttribute('aria-expanded', String(shown !== null));
    });
  }
}

// A long list is narrowed by typing part of a name; the list itself stays what is sent.
function narrowLists() {
  for (const select of document.querySelectorAll('select[data-filter]')) {
    const groups = [...select.children].map((child) => [child, [...child.children]]);
    const search = document.createElement('input');
    const told = document.createElement('p');
    search.className = 'input input-long list-filter';
    search.type = 'search';
    search.autocomplete = 'off';
    search.placeholder = select.dataset.filter;
    search.setAttribute('aria-label', select.dataset.filter);
    told.className = 'unseen';
    told.setAttribute('role', 'status');
    select.before(search, told);
    search.addEventListener('input', () => {
      const chosen = select.value;
      const words = search.value.toLowerCase().split(/\s+/);
      const fits = (option) => words.every((word) => option.text.toLowerCase().includes(word));
      const found = groups.flatMap(([group, options]) => {
        const fitting = options.filter(fits);
        if (options.length > 0) group.replaceChildren(...fitting);
        return fitting;
      });
      select.replaceChildren(
        ...groups.map(([group]) => group).filter((group) => group.value === '' || group.children.length > 0),
      );
      const kept = found.some(({ value }) => value === chosen) ? chosen : '';
      select.value = found.length === 1 ? found[0].value : kept;
      told.textContent = `${found.length} ${select.dataset.filtered}`;
    });
    // Enter would send the form half filled in.
    search.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      select.focus();
    });
  }
}

function offerButtons() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // What is wrong is read out and in sight at once; on a slip to print, Enter prints.
  document.querySelector('[data-focus]')?.focus();
}

function offerCopying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
    });
  }
}

// What changes while one looks at it (a queue) is fetched again; only what is new is put in, so that nothing is read out twice.
function followLive() {
  for (const part of document.querySelectorAll('[data-live]')) {
    const heard = { at: new Date(), missed: 0 };
    let timer = 0;
    let isLooking = false;
    const wait = () => {
      timer = setTimeout(() => void look(), part.dataset.live * 1000);
    };
    const look = async () => {
      // One look after the other: on a slow line an older answer must not come behind a newer one.
      if (isLooking || !part.isConnected) return;
      isLooking = true;
      clearTimeout(timer);
      if (!document.hidden) tellAway(part.id, heard, await lookAgain(part));
      isLooking = false;
      wait();
    };
    wait();
    // A phone that comes out of the pocket shows the queue as it is now.
    document.addEventListener('visibilitychange', () => void (document.hidden || look()));
  }
}
/** Whether the server answered. */
async function lookAgain(part) {
  const { from, state } = part.dataset;
  const fresh = await pageAt(from ?? location.href);
  const now = fresh?.getElementById(part.id);
  // By its address: after a form was sent, a browser would ask whether to send it again.
  const isOther = fresh && (!now || now.dataset.state !== state);
  if (isOther && !from) location.replace(location.pathname + location.search);
  if (!now || now.innerHTML === part.innerHTML) return fresh !== null;
  part.replaceChildren(...now.childNodes);
  if (!from) document.title = fresh.title;
  return true;
}

/** What stands there is old: said from the second look in vain on, since one may be a moment's. */
function tellAway(id, heard, isAnswered) {
  if (isAnswered) Object.assign(heard, { at: new Date(), missed: 0 });
  else heard.missed += 1;
  const place = document.querySelector(`[data-away="${id}"]`);
  if (!place) return;
  const { lang } = document.documentElement;
  const since = heard.at.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const words = place.querySelector('[data-since]');
  if (words.textContent !== since) words.textContent = since;
  place.firstElementChild.hidden = heard.missed < 2;
}
const isHeld = () => document.querySelector('[data-holds] > :not([hidden])') !== null;

// A machine that many use goes back to its beginning by itself, once the server answers.
function goBack() {
  for (const link of document.querySelectorAll('[data-return]')) {
    setInterval(() => void leaveFor(link.href), link.dataset.return * 1000);
  }
}
async function leaveFor(href) {
  if (await pageAt(href)) location.replace(href);
}

// What takes longer than a second says that it is under way, and how much is being sent over a slow line.
function tellWorking(form, submitter) {
  const told = document.createElement('span');
  const words = document.createElement('span');
  told.className = 'working';
  words.setAttribute('role', 'status');
  told.append(words);
  (submitter ?? form.lastElementChild).after(told);
  form.dataset.telling = setTimeout(() => {
    words.textContent = bytesOf(form) < LARGE ? form.dataset.once : sendingWords(form);
    told.dataset.shown = 'yes';
  }, 1000);
  return told;
}

const bytesOf = (form) =>
  [...form.querySelectorAll('input[type=file]')]
    .flatMap((input) => [...input.files])
    .reduce((sum, { size }) => sum + size, 0);

function sendingWords(form) {
  const { lang } = document.documentElement;
  const size = (bytesOf(form) / 1_048_576).toLocaleString(lang, { maximumFractionDigits: 1 });
  return (form.dataset.sending ?? form.dataset.once).replace('{}', size);
}

// Files over a slow line: how far they are, a way to stop, and a line that breaks leaves the form as it was filled in.
function sendTelling(event, form, told) {
  event.preventDefault();
  const { submitter } = event;
  const address = submitter?.hasAttribute('formaction') ? submitter.formAction : form.action;
  const [words] = told.children;
  const bar = document.createElement('progress');
  const cancel = document.createElement('button');
  const request = new XMLHttpRequest();
  bar.max = 100;
  bar.setAttribute('aria-hidden', 'true');
  cancel.type = 'button';
  cancel.className = 'button button-quiet';
  cancel.textContent = form.dataset.cancel;
  cancel.addEventListener('click', () => request.abort());
  told.append(bar, cancel);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = (100 * loaded) / total;
    // Read out at the quarters, not a hundred times.
    const percent = Math.floor((4 * loaded) / total) * 25;
    if (!told.dataset.shown || percent === 0 || percent === 100) return;
    const now = `${percent} %. ${sendingWords(form)}`;
    if (words.textContent !== now) words.textContent = now;
  });
  let isSent = false;
  request.upload.addEventListener('load', () => {
    isSent = true;
    cancel.remove();
    if (told.dataset.shown) words.textContent = form.dataset.once;
  });
  request.addEventListener('abort', () => comeBack(form, null));
  request.addEventListener('error', () => comeBack(form, isSent ? form.dataset.doubt : form.dataset.cut));
  request.addEventListener('load', () => {
    const { status, responseURL, responseText } = request;
    const leadsTo = request.getResponseHeader('leads-to');
    if (status >= 500) comeBack(form, form.dataset.doubt);
    else if (leadsTo !== null) goOn(new URL(leadsTo, address));
    else if (responseURL !== address) location.assign(responseURL);
    else if (!showAnswer(responseText)) comeBack(form, form.dataset.doubt);
  });
  request.open('POST', address);
  // Followed here, a redirect would lose the place on the page that it leads to, and load that page twice.
  request.setRequestHeader('sent-by', 'script');
  const fields = new FormData(form);
  // Told to FormData, browsers from before 2023 would leave it out, and "save for later" would be "continue".
  if (submitter?.name) fields.append(submitter.name, submitter.value);
  request.send(fields);
}

/** As the browser itself goes. Where only the place on the page is another, that alone would load nothing. */
function goOn(to) {
  const isHere = to.hash !== '' && to.href.split('#')[0] === location.href.split('#')[0];
  location.assign(to);
  if (isHere) location.reload();
}

/** What was typed and chosen still stands in the form; `words` say why it can be sent again. */
function comeBack(form, words) {
  const button = form.querySelector('[aria-disabled]');
  sendable(form);
  form.dataset.changed = 'yes';
  button?.focus();
  if (words === null) return;
  const told = document.createElement('p');
  told.className = 'field-error cut';
  told.setAttribute('role', 'alert');
  told.textContent = words;
  (button?.closest('.button-row') ?? form.lastElementChild).before(told);
}

function sendable(form) {
  delete form.dataset.sent;
  clearTimeout(form.dataset.telling);
  form.querySelector('.working')?.remove();
  form.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
}

/** A page that came in place of this one, with the same head; false for what is none of ours (a proxy's own words). */
function showAnswer(text) {
  const page = parsed(text);
  if (!page.querySelector('main')) return false;
  document.title = page.title;
  document.body.replaceWith(page.body);
  scrollTo(0, 0);
  document.querySelector('main').focus();
  enliven();
  return true;
}

// Coming back by the browser's back button finds a form that can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) sendable(form);
});

window.addEventListener('beforeunload', (event) => {
  if (document.querySelector('form[data-ask-before-leaving][data-changed="yes"]')) event.preventDefault();
});

function viewerOf(kind, href, name) {
  const box = document.createElement('div');
  const view = document.createElement(kind === 'image' ? 'img' : 'iframe');
  box.className = 'preview';
  view[kind === 'image' ? 'alt' : 'title'] = name;
  view.src = href;
  box.append(view);
  return box;
}

/** The one style that stands in a page passes by a nonce that this page does not have; it holds the same colours. */
const parsed = (text) =>
  new DOMParser().parseFromString(text.replace(/<style.*?<\/style>/s, ''), 'text/html');

/** A page of ours as it is now, also the one that says that there is none any more; null while the server is away. */
async function pageAt(href) {
  try {
    const answer = await fetch(href, { signal: AbortSignal.timeout?.(10_000) });
    if (!answer.ok && answer.status !== 404) return null;
    const page = parsed(await answer.text());
    return page.querySelector('main') && page;
  } catch {
    return null;
  }
}

// Keys of the desk's lists, as in tools officers know. Whoever steers by voice turns the letters off (WCAG 2.1.4).
const listLinks = () => [...document.querySelectorAll('.desk .table .cell-names a')];
let lettersWork = true;
try {
  lettersWork = localStorage.getItem('keys') !== 'off';
} catch {
  // A browser that keeps nothing: they work until turned off on this page.
}

function offerKeys() {
  const help = document.querySelector('[data-keys]');
  if (!help || listLinks().length === 0) return;
  const toggle = help.querySelector('button');
  const say = () => {
    toggle.textContent = lettersWork ? toggle.dataset.off : toggle.dataset.on;
  };
  help.hidden = false;
  say();
  toggle.addEventListener('click', () => {
    lettersWork = !lettersWork;
    say();
    try {
      localStorage.setItem('keys', lettersWork ? 'on' : 'off');
    } catch {
      // As above.
    }
  });
}

const moves = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

document.addEventListener('keydown', (event) => {
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (held || event.target.closest('input,textarea,select')) return;
  const links = listLinks();
  const at = links.indexOf(document.activeElement);
  // Arrows scroll the page, unless a row has the focus.
  const ours = event.key.length === 1 ? lettersWork : at >= 0;
  if (links.length > 0 && ours && goBy(event.key, links, at)) event.preventDefault();
});

/** Whether the key led anywhere. */
function goBy(key, links, at) {
  if (moves[key]) {
    links[Math.min(Math.max(at + moves[key], 0), links.length - 1)].focus();
    return true;
  }
  const search = document.querySelector('main input[type=search]');
  const help = document.querySelector('[data-keys]');
  if (key === '/') search?.focus();
  if (key !== '?') return key === '/' && search !== null;
  help.open = !help.open;
  help.querySelector('summary').focus();
  return true;
}

enliven();
