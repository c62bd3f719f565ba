// Conveniences only: every page works without this file.

// A second press of the button sends nothing twice; the server would notice, but people should not have to wait for it.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.dataset.changed = '';
    event.submitter?.setAttribute('aria-disabled', 'true');
    tellWorking(form, event.submitter);
  });
}

// What takes longer than a second says that it is under way, and how much is being sent over a slow line.
function tellWorking(form, submitter) {
  const words = document.createElement('span');
  words.className = 'working';
  words.setAttribute('role', 'status');
  (submitter ?? form.lastElementChild).after(words);
  form.dataset.telling = setTimeout(() => {
    const files = [...form.querySelectorAll('input[type=file]')].flatMap((input) => [...input.files]);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const { lang } = document.documentElement;
    const size = (bytes / 1_048_576).toLocaleString(lang, { maximumFractionDigits: 1 });
    words.textContent =
      bytes < 100_000 ? form.dataset.once : (form.dataset.sending ?? form.dataset.once).replace('{}', size);
  }, 1000);
}

// Coming back by the browser's back button finds a form that can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    clearTimeout(form.dataset.telling);
    form.querySelector('.working')?.remove();
    form.querySelector('[aria-disabled]')?.removeAttribute('aria-disabled');
  }
});

for (const form of document.querySelectorAll('form[data-ask-before-leaving]')) {
  form.addEventListener('input', () => {
    form.dataset.changed = 'yes';
  });
}
window.addEventListener('beforeunload', (event) => {
  if (document.querySelector('form[data-ask-before-leaving][data-changed="yes"]')) event.preventDefault();
});

// A file that is too large is told before it is sent over a slow line.
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

// A file is looked at beside the form that it is about; where the browser cannot show it, the link opens a tab.
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
function viewerOf(kind, href, name) {
  const box = document.createElement('div');
  const view = document.createElement(kind === 'image' ? 'img' : 'iframe');
  box.className = 'preview';
  view[kind === 'image' ? 'alt' : 'title'] = name;
  view.src = href;
  box.append(view);
  return box;
}

// A long list is narrowed by typing part of a name; the list itself stays what is sent.
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

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// What is wrong is read out and in sight at once; on a slip to print, Enter prints.
document.querySelector('[data-focus]')?.focus();

if (navigator.clipboard) {
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
for (const part of document.querySelectorAll('[data-live]')) {
  setInterval(async () => {
    const fresh = document.hidden ? null : await pageAt(location.href);
    const now = fresh?.getElementById(part.id);
    if (!now) return;
    if (now.dataset.state !== part.dataset.state) location.reload();
    if (now.innerHTML === part.innerHTML) return;
    part.replaceChildren(...now.childNodes);
    document.title = fresh.title;
  }, part.dataset.live * 1000);
}

// A machine that many use goes back to its beginning by itself, once the server answers.
for (const link of document.querySelectorAll('[data-return]')) {
  const timer = setInterval(async () => {
    if (!(await pageAt(link.href))) return;
    clearInterval(timer);
    location.replace(link.href);
  }, link.dataset.return * 1000);
}

async function pageAt(href) {
  const answer = await fetch(href).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

// On the desk, j and k go down and up the rows of a list, as in the tools officers know.
document.addEventListener('keydown', (event) => {
  const step = { j: 1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input,textarea,select')) return;
  const links = [...document.querySelectorAll('.desk .table .cell-names a')];
  const at = links.indexOf(document.activeElement);
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
});
