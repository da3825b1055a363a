// Waits for something made in the background: <p data-vanta="/planer/1/pdf/lage">. Asks every other second and
// reloads the page when the answer is {"klar": true} or {"fel": true}. Without JavaScript the page says how to look again.
(function () {
  "use strict";
  const plats = document.querySelector("[data-vanta]");
  if (!plats) return;
  async function fraga() {
    try {
      const svar = await fetch(plats.dataset.vanta, { headers: { Accept: "application/json" } });
      const lage = svar.ok ? await svar.json() : {};
      if (lage.klar || lage.fel) return location.reload();
    } catch {
      // no network just now: ask again
    }
    setTimeout(fraga, 2000);
  }
  setTimeout(fraga, 2000);
})();
