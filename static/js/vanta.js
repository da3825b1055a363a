// Waits for something made in the background: <p data-vanta="/planer/1/pdf/lage">. Polls every other second, or every
// data-var seconds. On {"klar": true} or {"fel": true} it goes to data-dit (for a page that resulted from a POST,
// which must not be repeated) or reloads. Without JavaScript the page says how to check again.
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
      if (svar.status === 401 || svar.status === 404) return; // logged out, or no longer allowed: no point in asking
    } catch {
      // no network at the moment: ask again
    }
    setTimeout(fraga, paus);
  }
  setTimeout(fraga, paus);
})();
