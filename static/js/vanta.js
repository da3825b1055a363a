// Waits for something made in the background: <p data-vanta="/planer/1/pdf/lage">. Asks every other second, or every
// data-var seconds, and when the answer is {"klar": true} or {"fel": true} goes to data-dit (for a page that came of a
// POST, which must not be sent again) or reloads. Without JavaScript the page says how to look again.
(function () {
  "use strict";
  const plats = document.querySelector("[data-vanta]");
  if (!plats) return;
  const paus = Number(plats.dataset.var || 2) * 1000;
  async function fraga() {
    try {
      const svar = await fetch(plats.dataset.vanta, { headers: { Accept: "application/json" } });
      const lage = svar.ok ? await svar.json() : {};
      if (lage.klar || lage.fel) return plats.dataset.dit ? location.assign(plats.dataset.dit) : location.reload();
      if (svar.status === 401 || svar.status === 404) return; // logged out, or no longer ours: no use in asking
    } catch {
      // no network just now: ask again
    }
    setTimeout(fraga, paus);
  }
  setTimeout(fraga, paus);
})();
