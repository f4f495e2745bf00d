// What the pages do better with scripts; without them everything works all the same.

// After a form came back with faults, the summary is read first.
const faults = document.getElementById('faults');
if (faults) faults.focus();

// Moments in the reader's own time.
for (const time of document.querySelectorAll('time[datetime*="T"]')) {
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

// A time zone is offered as the browser has it.
const zone = document.querySelector('input[name$="timeZone"]');
if (zone && zone.value === '') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;

// Answers are kept as they are given. One that waited its turn says what was stored when it is sent, not when it was asked for.
document.addEventListener('htmx:before:request', ({ detail }) => {
  const { body } = detail.ctx.request;
  const shown = document.getElementById('shown');
  if (shown && body instanceof URLSearchParams) body.set('shown', shown.value);
  const saved = document.getElementById('saved');
  if (saved) saved.textContent = '';
});

// Who follows a link to something folded sees it open.
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches('details')) target.open = true;
}
addEventListener('hashchange', openTarget);
openTarget();
