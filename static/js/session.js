// Two minutes before the login expires: a dialog that asks whether to continue. <meta name="session-slut"
// content="900" data-fortsatt="/fortsatt/"> gives the seconds left when the page was made. Activity in another tab
// counts too. When time runs out, the login page replaces this page, and leads back here.
(function () {
  "use strict";
  const meta = document.querySelector('meta[name="session-slut"]');
  if (!meta) return;
  const VARNA = 120; // seconds
  const kanal = "BroadcastChannel" in window ? new BroadcastChannel("lss-session") : null;
  let slut = Date.now() + Number(meta.content) * 1000;
  if (kanal) {
    kanal.onmessage = (e) => { slut = Math.max(slut, e.data); };
    kanal.postMessage(slut);
  }
  function kvarnu(sekunder) {
    slut = Date.now() + sekunder * 1000;
    if (kanal) kanal.postMessage(slut);
  }
  document.addEventListener("lss:session", (e) => kvarnu(e.detail)); // js/kladd.js has heard from the portal

  const ruta = document.createElement("dialog");
  ruta.className = "tidsfraga";
  ruta.setAttribute("role", "alertdialog");
  ruta.setAttribute("aria-labelledby", "tid-rubrik");
  ruta.setAttribute("aria-describedby", "tid-text");
  const [rubrik, text, knapp] = ["h2", "p", "button"].map((namn) => document.createElement(namn));
  rubrik.id = "tid-rubrik";
  text.id = "tid-text";
  text.textContent = "Ingen har använt sidan på en stund. Texten du skriver sparas.";
  knapp.type = "button";
  knapp.className = "btn btn-primary";
  knapp.textContent = "Fortsätt";
  ruta.append(rubrik, text, knapp);
  document.body.append(ruta);

  async function fortsatt() {
    const biljett = document.querySelector('input[name="csrfmiddlewaretoken"]');
    try {
      const svar = await fetch(meta.dataset.fortsatt, {
        method: "POST",
        headers: { Accept: "application/json", "X-CSRFToken": biljett ? biljett.value : "" },
      });
      if (svar.ok) kvarnu(Number(svar.headers.get("Session-Slut")));
      else if (svar.status === 401) slut = 0;
      else text.textContent = "Det gick inte just nu. Försök en gång till.";
    } catch {
      text.textContent = "Det gick inte just nu. Försök en gång till.";
    }
    titta();
  }
  knapp.addEventListener("click", fortsatt);
  ruta.addEventListener("cancel", (e) => { e.preventDefault(); fortsatt(); }); // Escape: I am here

  async function lamna() {
    clearInterval(klocka);
    const spara = new CustomEvent("lss:spara", { detail: {} });
    document.dispatchEvent(spara);
    await spara.detail.klart;
    const plats = document.querySelector("[data-kladd]");
    const hit = plats ? plats.value : location.pathname + location.search;
    location.assign("/logga-in/?next=" + encodeURIComponent(hit));
  }

  function titta() {
    const kvar = (slut - Date.now()) / 1000;
    if (kvar < -1) lamna();
    else if (kvar > VARNA) ruta.close();
    else {
      rubrik.textContent = kvar > 60 ? "Du loggas ut om 2 minuter" : "Du loggas ut om 1 minut";
      if (!ruta.open) ruta.showModal();
    }
  }
  const klocka = setInterval(titta, 1000);
})();
