// Saves the text in <form id="skriv"> every few seconds while it is being written, and says so beside the button. The
// address is in <input name="kladd-plats" data-kladd="/kladd/">. The browser stores nothing: it may be shared.
// While saving fails (no network, logged out) the text stays in the form, saving is retried, and the form is not sent.
(function () {
  "use strict";
  const VANTA = 2500; // ms from the first unsaved keystroke to the next save
  const VANTA_FEL = 5000; // ms to the next attempt after a failure
  const plats = document.querySelector("[data-kladd]");
  const form = document.getElementById("skriv");
  if (!plats || !form) return;
  const fot = form.querySelector(".sparfot, .knappar") || form;
  const [sparat, fel] = [document.createElement("p"), document.createElement("p")];
  sparat.className = "sparat";
  fel.className = "sparat inte";
  fel.setAttribute("role", "status"); // only problems are read aloud
  fot.append(sparat, fel);

  let falt = "", timer = 0, pagar = null, skickad = false, trasig = false, tvar = false;
  const text = () => new URLSearchParams(new FormData(form)).toString();
  const kropp = (t) => t + "&kladd-falt=" + encodeURIComponent(falt);
  let sist = "osparad" in plats.dataset ? "" : text();

  function visa(klockan, utloggad) {
    trasig = !klockan;
    sparat.textContent = klockan ? "Sparat " + klockan : "";
    fel.textContent = klockan ? "" : "Sparas inte just nu. Texten är kvar här.";
    if (utloggad) {
      const a = document.createElement("a");
      a.href = "/logga-in/?next=" + encodeURIComponent(plats.value);
      a.target = "_blank";
      a.textContent = "Du är utloggad. Logga in (öppnas i en ny flik)";
      fel.append(" ", a);
    }
  }

  // True once the form's content is saved. One save at a time; a page being left does not wait.
  async function spara(lamnar) {
    clearTimeout(timer);
    timer = 0;
    const nu = text();
    if (nu === sist && !trasig) return true;
    if (pagar && !lamnar) return pagar.then(() => spara(false));
    pagar = skicka(nu, lamnar);
    const ok = await pagar;
    pagar = null;
    if (!skickad && !tvar && text() !== sist) timer = timer || setTimeout(spara, ok ? VANTA : VANTA_FEL);
    return ok;
  }

  async function skicka(nu, lamnar) {
    const sand = kropp(nu);
    try {
      const svar = await fetch(plats.dataset.kladd, {
        method: "POST", body: sand, signal: AbortSignal.timeout(8000),
        keepalive: lamnar === true && sand.length < 60000,
        headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
      });
      const kvar = svar.headers.get("Session-Slut");
      if (kvar) document.dispatchEvent(new CustomEvent("lss:session", { detail: Number(kvar) }));
      if (!svar.ok) {
        visa("", svar.status === 401);
        tvar = svar.status === 409; // no point in retrying the same text
        return false;
      }
      tvar = false;
      visa((await svar.json()).klockan);
      sist = nu;
      return true;
    } catch {
      visa(""); // no network at the moment
      return false;
    }
  }

  function skrev(e) {
    if (e.target.name) falt = e.target.name;
    timer = timer || setTimeout(spara, VANTA);
  }
  document.addEventListener("input", (e) => { if (e.target.form === form) skrev(e); });
  document.addEventListener("change", (e) => { if (e.target.form === form) skrev(e); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && !skickad) spara(true); });
  window.addEventListener("pagehide", () => { if (!skickad) spara(true); });
  window.addEventListener("pageshow", () => { skickad = false; });
  window.addEventListener("online", () => { if (trasig) spara(); });

  // If the portal is known to be out of reach: try to save first, and send the form only if that worked.
  form.addEventListener("submit", async (e) => {
    if (!trasig) {
      skickad = true;
      clearTimeout(timer);
      return;
    }
    e.preventDefault();
    const knapp = e.submitter;
    if (await spara()) form.requestSubmit(knapp);
  });

  const fokus = form.querySelector("[autofocus]"); // the field that was last written in
  if (fokus && fokus.setSelectionRange) fokus.setSelectionRange(fokus.value.length, fokus.value.length);
  if (sist === "") timer = setTimeout(spara, VANTA); // a form that came back with errors
  document.addEventListener("lss:spara", (e) => { e.detail.klart = spara(true); }); // js/session.js, before log-out
})();
