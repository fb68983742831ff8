// Keeps the desk's shell for when there is no network: a page without anybody's data, and its styles, scripts and icons.
const SHELL = "/lead/desk/shell";
const KEPT = "desk-shell-";
const DESK = /^(\/lead\/(?:cycles\/[^/]+\/)?desk)(?:\/codes|\/bags\/([^/]+)(?:\/(?:handovers|undos))?)?$/;
const PART = /\.(?:css|js|svg|png)$/;
const LINKED = /(?:href|src)="(\/[^"#?]+\.(?:css|js|svg|png))/g;
const PATIENCE = 5000;

const keep = async (owner) => {
  const page = await fetch(SHELL, { cache: "no-store" });
  if (!page.ok || page.redirected) return;
  const text = await page.clone().text();
  const parts = new Set([...text.matchAll(LINKED)].map((found) => found[1]));
  // another sign-in begins with nothing
  for (const name of await caches.keys()) {
    if (name.startsWith(KEPT) && name !== KEPT + owner) await caches.delete(name);
  }
  const cache = await caches.open(KEPT + owner);
  await cache.addAll([...parts]);
  await cache.put(SHELL, page);
  for (const old of await cache.keys()) {
    const path = new URL(old.url).pathname;
    if (path !== SHELL && !parts.has(path)) await cache.delete(old);
  }
};

// no network and a network that does not answer are the same to somebody who waits
const soon = (request) => Promise.race([
  fetch(request),
  new Promise((_, tooLong) => setTimeout(() => tooLong(new Error("no answer")), PATIENCE)),
]);

const shell = () => caches.match(SHELL, { ignoreVary: true });

// whoever knows that the network is gone asks for the shell at once
const page = async (request, away) => {
  if (away) return (await shell()) || fetch(request);
  try {
    return await soon(request);
  } catch {
    return (await shell()) || fetch(request);
  }
};

const part = async (request) => {
  const kept = await caches.match(request, { ignoreVary: true });
  if (!kept) return fetch(request);
  try {
    return await soon(request);
  } catch {
    return kept;
  }
};

// a form that finds no network leads to the same bag on the phone's own list
const form = (request, desk, bag) => fetch(request).catch(() => Response.redirect(bag ? `${desk}#${bag}` : desk, 303));

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(keep(event.data.owner).catch(() => {})));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  const desk = DESK.exec(url.pathname);
  if (request.mode === "navigate") {
    if (desk) event.respondWith(request.method === "GET" ? page(request, url.search === "?away") : form(request, desk[1], desk[2]));
  } else if (request.method === "GET" && PART.test(url.pathname)) {
    event.respondWith(part(request));
  }
});
