// The phone, live: what changes on the page is fetched again and put in place; what is being typed stays.
(() => {
  const desk = document.querySelector('[data-live-from]');
  if (!desk) return;
  const scroll = () => document.querySelector('.talk');
  const toEnd = () => { const talk = scroll(); if (talk) talk.scrollTop = talk.scrollHeight; };

  let looking = false, again = false;
  async function look() {
    if (looking) { again = true; return; }
    looking = true;
    try {
      do {
        again = false;
        const answer = await fetch(location.href, { cache: 'no-store' });
        if (answer.ok) put(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      } while (again);
    } catch {
      // The sandbox is away; the stream of changes connects again and then we look.
    } finally {
      looking = false;
    }
  }

  function put(fresh) {
    const talk = scroll();
    const atEnd = talk && talk.scrollHeight - talk.scrollTop - talk.clientHeight < 120;
    let moved = false;
    for (const place of document.querySelectorAll('[data-live]')) {
      const next = fresh.getElementById(place.id);
      if (!next || next.innerHTML === place.innerHTML) continue;
      const held = place.contains(document.activeElement) ? document.activeElement : null;
      const key = held && (held.dataset.testid || held.dataset.reply);
      place.innerHTML = next.innerHTML;
      if (key) place.querySelector(`[data-testid="${CSS.escape(key)}"],[data-reply="${CSS.escape(key)}"]`)?.focus();
      moved = true;
    }
    if (moved && atEnd) toEnd();
    if (document.querySelector('.bubbles[data-unread]')) see();
  }

  const see = () => document.visibilityState === 'visible' && fetch(desk.dataset.seen, { method: 'POST' }).catch(() => {});

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.method !== 'post') return;
    event.preventDefault();
    const text = form.elements.text, button = form.querySelector('button:not([type])'), failed = form.querySelector('.failed');
    if (!text.value.trim()) { text.focus(); return; }
    const body = new FormData(form);
    button.disabled = true;
    let wrong = '';
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
      if (!answer.ok) wrong = await answer.text() || desk.dataset.failed;
    } catch {
      wrong = desk.dataset.failed;
    }
    button.disabled = false;
    if (failed) { failed.textContent = wrong; failed.hidden = !wrong; }
    if (wrong) return;
    if (text.type !== 'hidden') { text.value = ''; text.focus(); }
    stopReplying(form);
    await look();
    if (form.matches('.vote')) return;
    toEnd();
    document.getElementById('live-comments')?.scrollIntoView({ block: 'start' });
  });

  document.addEventListener('click', event => {
    const reply = event.target.closest('[data-reply]');
    if (reply) {
      const form = document.querySelector('form.write');
      if (!form) return;
      const label = form.querySelector('[data-label]');
      form.elements.parent.value = reply.dataset.reply;
      label.textContent = label.dataset.label.replace('{0}', reply.dataset.name);
      form.querySelector('.replying').hidden = false;
      form.elements.text.focus();
    }
    const cancel = event.target.closest('[data-cancel]');
    if (cancel) { stopReplying(cancel.form); cancel.form.elements.text.focus(); }
  });

  function stopReplying(form) {
    const replying = form.querySelector('.replying');
    if (!replying) return;
    replying.hidden = true;
    form.elements.parent.value = '';
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.target.form?.querySelector('.replying:not([hidden])')) stopReplying(event.target.form);
  });

  // Choosing is going: somebody else looks at the same place, another page begins at its profile.
  document.querySelector('form.who')?.addEventListener('change', event => {
    const address = new URL(location.href);
    address.searchParams.set(event.target.name, event.target.value);
    if (event.target.name === 'page') address.searchParams.delete('post');
    location.assign(address);
  });
  document.documentElement.classList.add('scripted');

  const live = new EventSource(desk.dataset.liveFrom);
  live.onmessage = look;
  addEventListener('pagehide', () => live.close());
  addEventListener('pageshow', event => event.persisted && location.reload());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  toEnd();
  if (document.querySelector('.bubbles[data-unread]')) see();
})();
