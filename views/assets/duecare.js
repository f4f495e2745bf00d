// What the pages do better with scripts; without them everything works all the same.

// After a form came back with faults, the summary is read first.
const faults = document.getElementById('faults');
if (faults) faults.focus();

// Moments in the reader's own time, but for those that are told by the clock of the practice.
for (const time of document.querySelectorAll('time[datetime*="T"]:not([data-told])')) {
  const at = new Date(time.dateTime);
  time.textContent = at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

// The notice has been read: a reload is not to say it again. Tokens of links do not stay in the address either.
const address = new URL(location.href);
if (address.searchParams.has('notice') || address.searchParams.has('token')) {
  address.searchParams.delete('notice');
  address.searchParams.delete('token');
  history.replaceState(null, '', address);
}

// A time zone is offered as the browser has it, where the list has it too.
const zone = document.querySelector('select[name$="timeZone"]');
if (zone && zone.value === '') {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zone.options].some(({ value }) => value === own)) zone.value = own;
}

// Answers are kept as they are given. One that waited its turn says what was stored when it is sent, not when it was asked for.
document.addEventListener('htmx:before:request', ({ detail }) => {
  const { body } = detail.ctx.request;
  const shown = document.getElementById('shown');
  if (shown && body instanceof URLSearchParams) body.set('shown', shown.value);
  const saved = document.getElementById('saved');
  if (saved) saved.textContent = '';
});

// A citation opens to what it says where it stands; without scripts its link leads to the page that says so.
const said = document.createElement('div');
if ('popover' in said) {
  said.className = 'about';
  said.popover = 'auto';
  said.tabIndex = -1;
  said.setAttribute('role', 'dialog');
  said.setAttribute('aria-label', 'What the rule says');
  document.body.append(said);
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a.cite');
    if (
      !link ||
      said.contains(link) ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    const answer = await fetch(`${link.pathname}?part=said`).catch(() => null);
    if (!answer?.ok) return location.assign(link.href);
    said.innerHTML = await answer.text();
    said.showPopover({ source: link });
    said.focus();
  });
}

// On paper what is folded is open, also where the browser's styles cannot do it.
let unfolded = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('details:not([open])')];
  for (const one of unfolded) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of unfolded) one.open = false;
});

// Who follows a link to something folded sees it open.
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const folded = target?.closest('details:not([open])');
  for (let one = target?.closest('details'); one; one = one.parentElement.closest('details')) one.open = true;
  if (folded) target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();
