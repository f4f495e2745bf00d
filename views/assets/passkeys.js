// Passkeys: the browser makes one or shows one, and its answer goes to the server with the form. Without scripts these forms stay hidden.
const canUse =
  'PublicKeyCredential' in window &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|^\[/.test(location.hostname);

const FAULTS = {
  NotAllowedError: 'It was stopped, or took too long. Try again.',
  InvalidStateError: 'This device has a passkey for you already.',
};

/** What the browser makes or shows for the challenge, as the server takes it. */
async function credentialFor(address) {
  const answer = await fetch(address, { method: 'POST' });
  // Refused: the form goes as it is, and the page that comes says why.
  if (!answer.ok) return '';
  const { publicKey } = await answer.json();
  const options = publicKey.user
    ? { create: { publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) } }
    : { get: { publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) } };
  const credential = await (options.create
    ? navigator.credentials.create(options.create)
    : navigator.credentials.get(options.get));
  return JSON.stringify(credential);
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !canUse;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const told = form.querySelector('[data-told]');
    told.textContent = '';
    const name = form.elements.namedItem('name');
    if (name && name.value.trim() === '') {
      told.textContent = 'Please give it a name first.';
      return name.focus();
    }
    try {
      form.elements.namedItem('credential').value = await credentialFor(form.dataset.passkey);
      form.submit();
    } catch (error) {
      told.textContent = FAULTS[error.name] ?? 'The browser could not do it. Try again, or another way.';
    }
  });
}
for (const note of document.querySelectorAll('[data-no-passkeys]')) note.hidden = canUse;
