// Shows alerts that are pushed to this browser, and opens what they are about. It answers no requests of the page.

const PAGE = '/alerts/';

/** What was pushed; whatever it is, something has to be shown. */
function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** An address of this site; the page of alerts for any other. */
function ownAddress(text) {
  const page = new URL(PAGE, self.location.origin);
  if (typeof text !== 'string' || !URL.canParse(text, self.location.origin)) return page.href;
  const address = new URL(text, self.location.origin);
  return address.origin === self.location.origin ? address.href : page.href;
}

const textOf = (value) => (typeof value === 'string' ? value : '');

self.addEventListener('push', (event) => {
  const { title, text, body, url, firing_id: id } = read(event.data);
  const shown = self.registration.showNotification(textOf(title) || 'Tidemark: an alert fired', {
    body: textOf(text) || textOf(body),
    // The same firing that comes twice is shown once.
    ...(typeof id === 'string' && { tag: id }),
    data: { url: ownAddress(url) },
  });
  event.waitUntil(shown);
});

async function open(url) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = pages.find((page) => page.url === url);
  await (there === undefined ? self.clients.openWindow(url) : there.focus());
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(ownAddress(event.notification.data?.url)));
});
