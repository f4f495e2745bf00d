// Says beside a field what is wrong with it as soon as it is left, in the words of the server, which judges every form all the same. Without scripts, and for
// whatever only the server knows, the form comes back with the faults.

// The browser's own bubbles would keep a form from the server, and say one fault at a time.
document.addEventListener('submit', ({ target }) => (target.noValidate = true), true);
for (const form of document.forms) form.noValidate = true;

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const DATE = /^(19|20|21)\d\d-\d\d-\d\d$/;

/** What is wrong with what was typed; empty when nothing is. */
function faultOf(field) {
  const { longest, least, most, is } = field.dataset;
  const text = field.value.trim();
  if (text === '') {
    if (field.validity.badInput) return faultOfKind(is, least, most);
    return field.getAttribute('aria-required') === 'true' ? 'is required' : '';
  }
  if (longest && [...text].length > Number(longest)) return `must be at most ${longest} characters long`;
  return isOfKind(text, is, least, most) ? '' : faultOfKind(is, least, most);
}

function isOfKind(text, is, least, most) {
  if (is === 'email') return EMAIL.test(text);
  if (is === 'date') return DATE.test(text) && !Number.isNaN(Date.parse(text));
  if (is !== 'whole-number' && is !== 'number') return true;
  const pattern = is === 'number' ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  const number = Number(text);
  return pattern.test(text) && number >= Number(least) && number <= Number(most);
}

function faultOfKind(is, least, most) {
  if (is === 'email') return 'must be an e-mail address such as dana@practice.example';
  if (is === 'date') return 'must be a date that exists, written YYYY-MM-DD, from 1900 to 2199';
  if (least === most) return `must be ${least}`;
  return `must be a ${is === 'number' ? 'number' : 'whole number'} from ${least} to ${most}`;
}

/** Where the server too puts the fault of a field. */
const placeOf = (field) => document.getElementById(`${field.id}-fault`);

function show(field, fault) {
  const id = `${field.id}-fault`;
  let place = placeOf(field);
  if (!place) {
    place = document.createElement('p');
    place.className = 'fault';
    place.id = id;
    field.before(place);
  }
  place.textContent = fault;
  field.closest('.field')?.classList.add('wrong');
  field.setAttribute('aria-invalid', 'true');
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id);
  field.setAttribute('aria-describedby', [...described, id].join(' '));
}

function clear(field) {
  const id = `${field.id}-fault`;
  placeOf(field)?.remove();
  field.closest('.field')?.classList.remove('wrong');
  field.removeAttribute('aria-invalid');
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((one) => one && one !== id);
  if (described.length > 0) field.setAttribute('aria-describedby', described.join(' '));
  else field.removeAttribute('aria-describedby');
}

const isJudged = (target) => target instanceof HTMLElement && target.matches('[data-judged]');
const touched = new WeakSet();

// A fault that the server has found, and that typing can mend, goes as ours do; one that only the server can judge stays until the form is sent again.
document.addEventListener('focusin', ({ target }) => {
  if (!isJudged(target) || touched.has(target)) return;
  const told = placeOf(target)?.textContent;
  if (told && told === faultOf(target)) touched.add(target);
});
document.addEventListener('input', ({ target }) => {
  if (!isJudged(target)) return;
  const told = placeOf(target);
  if (touched.has(target) && told && faultOf(target) === '') clear(target);
  if (!told) touched.add(target);
});
document.addEventListener('focusout', ({ target }) => {
  if (!isJudged(target) || !touched.has(target)) return;
  const fault = faultOf(target);
  if (fault) show(target, fault);
  else clear(target);
});

// What has to be chosen is chosen now.
document.addEventListener('change', ({ target }) => {
  const group = target.matches?.('[type=radio], [type=checkbox]') && target.closest('fieldset[id]');
  const told = group && placeOf(group);
  if (!told || told.textContent !== 'is required') return;
  told.remove();
  group.removeAttribute('aria-describedby');
  group.closest('.field, .question')?.classList.remove('wrong');
});
